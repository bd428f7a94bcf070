import { type BrowserWindow, ipcMain } from 'electron'
import { answer } from '#office/calls.ts'
import type { Handlers } from '#contract/calls.ts'
import { inputFault, refuse } from '#domain/kernel/result.ts'
import { isOurs } from './window.ts'

/** Carries calls from our own frames to the office: parse, call, answer. A stranger gets a refusal; one who is early waits for the office. */
export function carryCalls(window: BrowserWindow, devServer: string | null, handlers: Promise<Handlers>): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    if (event.sender !== window.webContents || frame === null || frame.parent !== null || !isOurs(frame.url, devServer)) {
      return refuse(inputFault('call.unknown'))
    }
    return answer(await handlers, name, input)
  })
}
