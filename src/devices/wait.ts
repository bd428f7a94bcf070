import { setTimeout as wait } from 'node:timers/promises'

/** Waits `ms`; ends early, without an error, when `signal` is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** The computer's own timer, for hosts that bring no clock of theirs. */
export const sleep: Sleep = (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)

/** Does `work` with a signal that fires after `ms`; the work itself must end when it does. */
export async function within<T>(ms: number, sleep: Sleep, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController()
  const done = new AbortController()
  void sleep(ms, done.signal).then(() => late.abort())
  const result = await work(late.signal)
  done.abort()
  return result
}

/** Calls `act` when the signal fires, or now where it already has. */
export function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
}
