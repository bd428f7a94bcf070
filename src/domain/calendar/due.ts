import { z } from 'zod'
import { Day, Instant, type WallTime, addDays, instantAt, wallTime } from '../kernel/time.ts'
import { type Calendar, Closed } from './calendar.ts'
import { type OfficeHours, closing, cutOff, opening, sessions } from './office-hours.ts'

/** How long a procedure may take: the same day, working days, or working hours. */
export const Limit = z.union([
  z.strictObject({ sameDay: z.literal(true) }),
  z.strictObject({ working: z.int().positive() }),
  z.strictObject({ hours: z.int().positive() }),
])
export type Limit = z.output<typeof Limit>

/** The limit in a dossier's words, `same-day`, `3d` or `8h`; sentences are made where it is printed. */
export function limitText(takes: Limit): string {
  if ('sameDay' in takes) return 'same-day'
  return 'working' in takes ? `${takes.working}d` : `${takes.hours}h`
}

/** Reads what `limitText` wrote. */
export function readLimit(text: string): Limit {
  const [, count = '', unit] = /^(\d+)([dh])$/.exec(text) ?? []
  if (count === '') return { sameDay: true }
  return unit === 'd' ? { working: Number(count) } : { hours: Number(count) }
}

/** A due time that explains itself: every day that was passed over, and why. `sure`: the calendars it rests on are decided. */
export const Due = z.strictObject({
  at: Instant,
  day: Day,
  sure: z.boolean(),
  skipped: z.array(z.strictObject({ day: Day, why: Closed, name: z.string().optional() })).readonly(),
})
export type Due = z.output<typeof Due>

/**
 * When a result is due. Day limits: the day of reception is not counted (Bộ luật Dân sự 2015 Điều 147 khoản 2), the last
 * day is a working day (Điều 148 khoản 5) and ends with its office hours. Hour limits run from the moment of reception
 * (Điều 147 khoản 1), inside office hours. A same-day procedure received from the cut-off on goes to the next working day
 * (Luật Hộ tịch 2014 Điều 5 khoản 3; NĐ 23/2015/NĐ-CP Điều 7). What comes in on a closed day counts as received when the
 * office opens next.
 */
export function dueAt(received: Instant, limit: Limit, calendar: Calendar, hours: OfficeHours): Due {
  const from = wallTime(received)
  const walk = openWalk(calendar, from.day)
  const at = 'hours' in limit ? afterHours(walk, from, limit.hours, hours) : endOfDay(walk, from, limit, hours)
  const day = walk.day()
  return { at, day, sure: calendar.covers(from.day) && calendar.covers(day), skipped: walk.skipped }
}

/**
 * By when a dossier goes on to the unit that settles it: within the working day, or, received from the cut-off on, at the
 * beginning of the next one (NĐ 61/2018/NĐ-CP Điều 18).
 */
export function forwardBy(received: Instant, calendar: Calendar, hours: OfficeHours): Instant {
  const from = wallTime(received)
  const walk = openWalk(calendar, from.day)
  if (!isLate(walk, from, hours)) return instantAt(walk.day(), closing(hours))
  walk.onward()
  return instantAt(walk.day(), opening(hours))
}

/** A limit with the working days of a verification on top, for the moment it is decided on. Eight hours are a day. */
export function prolonged(limit: Limit, working: number): Limit {
  if ('hours' in limit) return { hours: limit.hours + 8 * working }
  return { working: working + ('working' in limit ? limit.working : 0) }
}

/**
 * A due time after a pause: later by the working days that began while it lasted, at the same hour. Part of a day is not
 * given back, so that a citizen never waits longer than the pause.
 */
export function afterPause(due: Instant, pause: { readonly from: Instant; readonly to: Instant }, calendar: Calendar): Due {
  const { day: last, minutes } = wallTime(due)
  const until = wallTime(pause.to).day
  const walk = openWalk(calendar, last)
  for (let day = wallTime(pause.from).day; day < until; day = addDays(day, 1)) if (calendar.works(day)) walk.onward()
  return { at: instantAt(walk.day(), minutes), day: walk.day(), sure: calendar.covers(walk.day()), skipped: walk.skipped }
}

/** How many working days lie after the day of `from`, up to the day of `to`. */
export function workingDaysAfter(from: Instant, to: Instant, calendar: Calendar): number {
  const until = wallTime(to).day
  let count = 0
  for (let day = addDays(wallTime(from).day, 1); day <= until; day = addDays(day, 1)) if (calendar.works(day)) count += 1
  return count
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

function endOfDay(walk: Walk, from: WallTime, limit: Exclude<Limit, { hours: number }>, hours: OfficeHours): Instant {
  if ('working' in limit) for (let left = limit.working; left > 0; left -= 1) walk.onward()
  else if (isLate(walk, from, hours)) walk.onward()
  return instantAt(walk.day(), closing(hours))
}

/** On a closed day nothing is late: it counts as brought at the beginning of the next working day. */
const isLate = (walk: Walk, from: WallTime, hours: OfficeHours): boolean => walk.day() === from.day && from.minutes >= cutOff(hours)

function afterHours(walk: Walk, received: WallTime, limit: number, hours: OfficeHours): Instant {
  const open = sessions(hours)
  let from = walk.day() === received.day ? received.minutes : 0
  for (let left = limit * 60; ; walk.onward(), from = 0) {
    for (const session of open) {
      const begin = Math.max(from, session.from)
      const room = Math.max(0, session.to - begin)
      if (left <= room) return instantAt(walk.day(), begin + left)
      left -= room
    }
  }
}
