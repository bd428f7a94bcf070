import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { type Limit, dueAt } from '#domain/calendar/due.ts'
import { OfficeHours, sessions } from '#domain/calendar/office-hours.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import { Day, Instant, addDays, dayOf, instantAt, wallTime } from '#domain/kernel/time.ts'
import { at } from './shipped.ts'

const MINUTE = 60_000
const tenYears = Array.from({ length: 11 }, (_, index) => proposeYear(2026 + index))
const day = fc.integer({ min: 0, max: 3652 }).map(days => addDays(Day.parse('2026-01-01'), days))
const moment = fc.tuple(day, fc.integer({ min: 0, max: 86_399_999 })).map(([on, ms]) => Instant.parse(at(on) + ms))
const calendar = fc.uniqueArray(day, { maxLength: 40 }).map(closed => buildCalendar(tenYears, closed))
const clock = fc.uniqueArray(fc.integer({ min: 6 * 60, max: 19 * 60 }), { minLength: 5, maxLength: 5 }).map(minutes => {
  const [a = '', b = '', c = '', d = '', e = ''] = minutes
    .sort((x, y) => x - y)
    .map(each => `${String(Math.floor(each / 60)).padStart(2, '0')}:${String(each % 60).padStart(2, '0')}`)
  return OfficeHours.parse({ morning: { from: a, to: b }, afternoon: { from: c, to: e }, cutOff: d })
})
const working = fc.integer({ min: 1, max: 30 })
const inHours = fc.integer({ min: 1, max: 60 })
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant({ sameDay: true } as const),
  working.map(n => ({ working: n })),
  inHours.map(n => ({ hours: n })),
)

describe('over ten years, whatever the office closes and whenever it opens', () => {
  test('nothing is due on a closed day, outside office hours, or before it came in', () => {
    fc.assert(
      fc.property(moment, limit, calendar, clock, (received, wanted, days, hours) => {
        const result = dueAt(received, wanted, days, hours)
        const { day: own, minutes } = wallTime(result.at)
        expect(own).toBe(result.day)
        expect(days.why(own)).toBeNull()
        expect(sessions(hours).some(({ from, to }) => minutes > from && minutes <= to)).toBe(true)
        expect(result.at).toBeGreaterThan(received)
      }),
    )
  })

  test('who comes later is never served earlier', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 * 1440 }), limit, calendar, clock, (received, later, wanted, days, hours) => {
        const after = Instant.parse(received + later * MINUTE)
        expect(dueAt(received, wanted, days, hours).at).toBeLessThanOrEqual(dueAt(after, wanted, days, hours).at)
      }),
    )
  })

  test('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(moment, working, calendar, clock, (received, n, days, hours) => {
        expect(dueAt(received, { working: n }, days, hours).at).toBeLessThan(dueAt(received, { working: n + 1 }, days, hours).at)
        expect(dueAt(received, { hours: n }, days, hours).at).toBeLessThan(dueAt(received, { hours: n + 1 }, days, hours).at)
      }),
    )
  })

  test('of the hour, a day limit sees only whether the cut-off has passed', () => {
    const hours = OfficeHours.parse({})
    const dayLimit = fc.oneof(
      fc.constant({ sameDay: true } as const),
      working.map(n => ({ working: n })),
    )
    const side = fc.oneof(fc.constant([0, 899] as const), fc.constant([900, 1439] as const))
    fc.assert(
      fc.property(day, side, fc.nat(899), dayLimit, calendar, (on, [first, last], ahead, wanted, days) => {
        const [early, any] = [first, Math.min(first + ahead, last)].map(minute => dueAt(instantAt(on, minute), wanted, days, hours))
        expect(any).toEqual(early)
      }),
    )
  })

  test('n working days lie between, and every other day is named with its reason', () => {
    fc.assert(
      fc.property(moment, working, calendar, clock, (received, n, days, hours) => {
        const result = dueAt(received, { working: n }, days, hours)
        const passed = daysFrom(dayOf(received), result.day)
        // one more is worked: the day of reception, or the one that stands for it
        expect(passed.filter(each => days.works(each))).toHaveLength(n + 1)
        expect(result.skipped.map(({ day: each, why }) => [each, why])).toEqual(
          passed.filter(each => !days.works(each)).map(each => [each, days.why(each)]),
        )
      }),
    )
  })

  test('n office hours lie between, to the millisecond', () => {
    fc.assert(
      fc.property(moment, inHours, calendar, clock, (received, n, days, hours) => {
        const result = dueAt(received, { hours: n }, days, hours)
        const open = daysFrom(dayOf(received), result.day)
          .filter(each => days.works(each))
          .flatMap(each => sessions(hours).map(({ from, to }) => [at(each) + from * MINUTE, at(each) + to * MINUTE] as const))
          .map(([from, to]) => Math.max(0, Math.min(to, result.at) - Math.max(from, received)))
        expect(open.reduce((sum, each) => sum + each, 0)).toBe(n * 60 * MINUTE)
      }),
    )
  })
})

const daysFrom = (first: Day, last: Day): readonly Day[] => (first > last ? [] : [first, ...daysFrom(addDays(first, 1), last)])
