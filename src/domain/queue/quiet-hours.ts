import { z } from 'zod'
import { type Instant, wallTime } from '../kernel/time.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** From when to when the loudspeaker is silent. `22:00` to `06:00` goes over midnight; the end itself is loud again. */
export const QuietHours = z.strictObject({ from: Clock, to: Clock })
export type QuietHours = z.output<typeof QuietHours>

export function isQuiet(at: Instant, quiet: readonly QuietHours[]): boolean {
  const now = wallTime(at).minutes
  return quiet.some(({ from, to }) => {
    const [begin, end] = [minutesOf(from), minutesOf(to)]
    return begin <= end ? begin <= now && now < end : begin <= now || now < end
  })
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
