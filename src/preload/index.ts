import { contextBridge, ipcRenderer } from 'electron'
import type { CallName, Input, Output } from '#contract/calls.ts'
import type { EventName, Events } from '#contract/events.ts'

type Answer<Name extends CallName> = { ok: true; value: Output<Name> } | { ok: false; faults: readonly unknown[] }

/** The hatch: one channel out, one in. The window gets names, never channels. */
contextBridge.exposeInMainWorld('office', {
  call: <Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Name>> => ipcRenderer.invoke('call', name, input),
  on: <Name extends EventName>(name: Name, listener: (what: Events[Name]) => void): (() => void) => {
    const heard = (_: unknown, told: string, what: Events[Name]): void => {
      if (told === name) listener(what)
    }
    ipcRenderer.on('event', heard)
    return () => ipcRenderer.off('event', heard)
  },
})
