import { type Instant, readIsoTime } from '#domain/kernel/time.ts'
import { type Clock, openClock } from '#machine/clock.ts'

/** A clock that stands where a test puts it; waiting takes real, short time. */
export function handClock(start: string): Clock & { move(to: string): void } {
  const read = (text: string): Instant => {
    const at = readIsoTime(text)
    if (at === null) throw new Error(`no time: ${text}`)
    return at
  }
  let now = read(start)
  const real = openClock()
  return { now: () => now, sleep: (ms, signal) => real.sleep(Math.min(ms, 50), signal), move: to => void (now = read(to)) }
}
