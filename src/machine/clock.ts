import { setTimeout as wait } from 'node:timers/promises'
import { Instant } from '#domain/kernel/time.ts'

export type Clock = {
  readonly now: () => Instant
  /** Waits `ms`; ends early, without an error, when `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The computer's clock, or one that stands still at `fixed` (tests and demos). Waiting takes real time in both. */
export const openClock = (fixed: Instant | null = null): Clock => ({
  now: () => fixed ?? Instant.parse(Date.now()),
  sleep: (ms, signal) => wait(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: true }).catch(() => undefined),
})
