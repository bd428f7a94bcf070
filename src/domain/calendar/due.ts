import { z } from 'zod'
import { Day, Instant, type WallTime, addDays, instantAt, wallTime } from '../kernel/time.ts'
import { type Calendar, Closed } from './calendar.ts'
import { type OfficeHours, closing, cutOff, sessions } from './office-hours.ts'

/** How long a procedure may take: the same day, working days, or working hours. */
export const Limit = z.union([
  z.strictObject({ sameDay: z.literal(true) }),
  z.strictObject({ working: z.int().positive() }),
  z.strictObject({ hours: z.int().positive() }),
])
export type Limit = z.output<typeof Limit>

/** A due time that explains itself: every day that was passed over, and why. `sure`: its year's calendar is decided. */
export const Due = z.strictObject({
  at: Instant,
  day: Day,
  sure: z.boolean(),
  skipped: z.array(z.strictObject({ day: Day, why: Closed, name: z.string().optional() })).readonly(),
})
export type Due = z.output<typeof Due>

/**
 * When a result is due. The day of reception is not counted (Bộ luật Dân sự 2015 Điều 147); a same-day procedure received
 * from the cut-off on goes to the next working day (NĐ 123/2015/NĐ-CP; Luật Hộ tịch 2014); what comes in on a closed day counts as received
 * when the office opens next. Day limits end with the office hours of their day, hour limits inside office hours.
 */
export function dueAt(received: Instant, limit: Limit, calendar: Calendar, hours: OfficeHours): Due {
  const came = wallTime(received)
  const walk = openWalk(calendar, came.day)
  const at = 'hours' in limit ? afterHours(walk, came, limit.hours, hours) : endOfDay(walk, came, limit, hours)
  return { at, day: walk.day(), sure: calendar.covers(walk.day()), skipped: walk.skipped }
}

type Walk = { readonly skipped: Due['skipped'][number][]; day(): Day; onward(): void }

/** Steps from working day to working day, keeping what it steps over. Begins on `first`, or the working day after it. */
function openWalk(calendar: Calendar, first: Day): Walk {
  const skipped: Due['skipped'][number][] = []
  let day = first
  const settle = (): void => {
    for (let why = calendar.why(day); why !== null; why = calendar.why(day)) {
      const name = calendar.name(day)
      skipped.push({ day, why, ...(name === null ? {} : { name }) })
      day = addDays(day, 1)
    }
  }
  settle()
  return {
    skipped,
    day: () => day,
    onward: () => {
      day = addDays(day, 1)
      settle()
    },
  }
}

function endOfDay(walk: Walk, { day, minutes }: WallTime, limit: Exclude<Limit, { hours: number }>, hours: OfficeHours): Instant {
  if ('working' in limit) for (let left = limit.working; left > 0; left -= 1) walk.onward()
  else if (walk.day() === day && minutes >= cutOff(hours)) walk.onward()
  return instantAt(walk.day(), closing(hours))
}

function afterHours(walk: Walk, { day, minutes }: WallTime, limit: number, hours: OfficeHours): Instant {
  let from = walk.day() === day ? minutes : 0
  for (let left = limit * 60; ; walk.onward(), from = 0) {
    for (const session of sessions(hours)) {
      const begin = Math.max(from, session.from)
      const room = Math.max(0, session.to - begin)
      if (left <= room) return instantAt(walk.day(), begin + left)
      left -= room
    }
  }
}
