import type { BrowserWindow, WebContents } from 'electron'
import type { EventName, Events } from '#contract/events.ts'
import { type WindowKind, heardBy } from '#contract/windows.ts'

/** The windows that are open, each known for what it is: what it may ask and what it hears depends on it. */
export function openWindows() {
  const open = new Map<BrowserWindow, WindowKind>()
  return {
    add: (kind: WindowKind, window: BrowserWindow): void => {
      open.set(window, kind)
      window.once('closed', () => open.delete(window))
    },
    /** `null`: no window of ours. */
    kindOf: (contents: WebContents): WindowKind | null =>
      [...open].find(([window]) => !window.isDestroyed() && window.webContents === contents)?.[1] ?? null,
    tell: <Name extends EventName>(name: Name, what: Events[Name]): void => {
      for (const [window, kind] of open) {
        const heard = heardBy(kind, name, what)
        if (heard !== null && !window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send('event', name, heard)
      }
    },
  }
}
export type Windows = ReturnType<typeof openWindows>
