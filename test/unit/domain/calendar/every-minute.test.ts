import { expect, test } from 'vitest'
import { type Limit, dueAt } from '#domain/calendar/due.ts'
import { OfficeHours, closing, sessions } from '#domain/calendar/office-hours.ts'
import { Day, type Instant, instantAt, isoTime, wallTime } from '#domain/kernel/time.ts'
import { at, shippedCalendar } from './shipped.ts'

const hours = OfficeHours.parse({})
const MINUTE = 60_000
const DAY_ONE = Day.parse('2026-01-01')
const MINUTES = (at('2027-01-01') - at(DAY_ONE)) / MINUTE

const days: readonly Limit[] = [{ sameDay: true }, ...[1, 2, 3, 4, 5, 6, 7].map(working => ({ working }))]
const inHours: readonly Limit[] = [1, 4, 8, 24].map(each => ({ hours: each }))

test('a year has its minutes', () => expect(MINUTES).toBe(525_600))

test.each([...days, ...inHours])(
  'received at any minute of 2026, %j is due on a working day, inside office hours, after it came in, never before who came earlier',
  limit => {
    const dues = new Set<Instant>()
    const disorder: string[] = []
    let last = 0
    for (let minute = 0; minute < MINUTES; minute += 1) {
      const received = instantAt(DAY_ONE, minute)
      const due = dueAt(received, limit, shippedCalendar, hours).at
      if (due < last || due <= received) disorder.push(isoTime(received))
      last = due
      dues.add(due)
    }
    expect(disorder).toEqual([])
    expect([...dues].filter(due => !isWorked(due, limit)).map(isoTime)).toEqual([])
  },
  120_000,
)

/** Day limits end when the office closes; hour limits at a minute at which it is open. */
function isWorked(due: Instant, limit: Limit): boolean {
  const { day, minutes } = wallTime(due)
  if (!shippedCalendar.works(day)) return false
  if (!('hours' in limit)) return minutes === closing(hours)
  return sessions(hours).some(({ from, to }) => minutes > from && minutes <= to)
}
