import { Instant } from '#domain/kernel/time.ts'

/** A clock in which no time passes until the test says so; then everybody who waits has waited long enough. */
export function stillClock(start: Instant) {
  const waiting = new Set<() => void>()
  const naps: number[] = []
  let now: number = start
  return {
    /** How long each waiter wanted to wait. */
    naps,
    now: (): Instant => Instant.parse(now),
    sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise(resolve => {
        naps.push(ms)
        const wake = (): void => {
          waiting.delete(wake)
          resolve()
        }
        waiting.add(wake)
        signal?.addEventListener('abort', wake, { once: true })
        if (signal?.aborted === true) wake()
      }),
    pass: (ms: number): void => {
      now += ms
      for (const wake of waiting) wake()
    },
  }
}
