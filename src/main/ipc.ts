import { ipcMain } from 'electron'
import { answer } from '#office/calls.ts'
import type { Handlers } from '#contract/calls.ts'
import { mayCall } from '#contract/windows.ts'
import { inputFault, refuse } from '#domain/kernel/result.ts'
import { isOurs } from './window.ts'
import type { Windows } from './windows.ts'

/**
 * Carries calls from our own frames to the office: parse, call, answer. A stranger gets a refusal, and so does a window that
 * asks for what is not its own; one who is early waits for the office.
 */
export function carryCalls(windows: Windows, devServer: string | null, handlers: Promise<Handlers>): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    const kind = windows.kindOf(event.sender)
    if (kind === null || frame === null || frame.parent !== null || !isOurs(frame.url, devServer) || !mayCall(kind, name)) {
      return refuse(inputFault('call.unknown'))
    }
    return answer(await handlers, name, input)
  })
}
