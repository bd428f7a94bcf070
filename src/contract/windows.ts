import type { CallName } from './calls.ts'
import type { EventName, Events } from './events.ts'
import type { QueueView } from './queue.ts'

/** The counter's own window, the one on the wall, the one where tickets are taken. */
export type WindowKind = 'counter' | 'display' | 'kiosk'

type May = { readonly calls: readonly CallName[] | 'all'; readonly events: readonly EventName[] | 'all' }

/** What a window may ask, and what it hears. Everybody walks past the wall and the kiosk: they get the least they can work with. */
const windows: Readonly<Record<WindowKind, May>> = {
  counter: { calls: 'all', events: 'all' },
  display: { calls: ['hall.hello', 'hall.clip', 'hall.silent'], events: ['queue', 'settings', 'catalog'] },
  kiosk: { calls: ['hall.hello', 'hall.take'], events: ['queue', 'settings', 'catalog', 'status'] },
}

export const mayCall = (kind: WindowKind, name: unknown): boolean => {
  const { calls } = windows[kind]
  return calls === 'all' || calls.some(one => one === name)
}

/** What is told to a window of that kind; `null` where it is nothing to it. */
export function heardBy<Name extends EventName>(kind: WindowKind, name: Name, what: Events[Name]): Events[Name] | null {
  const { events } = windows[kind]
  if (events === 'all') return what
  if (!events.includes(name)) return null
  const shown: ((told: Events[Name]) => Events[Name]) | undefined = inPublic[name]
  return shown === undefined ? what : shown(what)
}

/** Calls and counts are for all; a ticket has a reason to go first, a note of an official, and is nobody else's business. */
export const publicView = (view: QueueView): QueueView => ({ ...view, hall: { ...view.hall, tickets: [] } })

const inPublic: { readonly [Name in EventName]?: (what: Events[Name]) => Events[Name] } = {
  queue: publicView,
  status: status => ({
    ...status,
    scanner: { address: '', connected: status.scanner.connected },
    city: { url: null, reached: null, pending: 0, since: null, fault: null },
  }),
}
