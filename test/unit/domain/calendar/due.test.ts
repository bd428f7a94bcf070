import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarYear, buildCalendar } from '#domain/calendar/calendar.ts'
import { type Limit, dueAt } from '#domain/calendar/due.ts'
import { OfficeHours, sessions } from '#domain/calendar/office-hours.ts'
import { Day, Instant, addDays, isoTime, readIsoTime, wallTime } from '#domain/kernel/time.ts'

const year = (name: string) =>
  CalendarYear.parse(JSON.parse(readFileSync(new URL(`../../../../resources/catalog/calendars/${name}.json`, import.meta.url), 'utf8')))
const calendar = buildCalendar([year('2026'), year('2027')])
const hours = OfficeHours.parse({})
const moments = new Map<string, Instant>()
const at = (text: string): Instant => {
  const known = moments.get(text) ?? readIsoTime(text) ?? Instant.parse(0)
  moments.set(text, known)
  return known
}
const due = (received: string, limit: Limit) => dueAt(at(received), limit, calendar, hours)
const sameDay: Limit = { sameDay: true }

describe('a due time', () => {
  const days: readonly [string, Limit, string][] = [
    ['2026-11-23T09:10', sameDay, '2026-11-23'],
    ['2026-11-23T14:59', sameDay, '2026-11-23'],
    ['2026-11-23T15:00', sameDay, '2026-11-25'],
    ['2026-11-23T09:10', { working: 1 }, '2026-11-25'],
    ['2026-11-20T10:00', { working: 2 }, '2026-11-25'],
    ['2026-11-20T10:00', { working: 3 }, '2026-11-26'],
    ['2026-11-19T16:00', { working: 3 }, '2026-11-25'],
    ['2026-11-16T08:00', { working: 7 }, '2026-11-26'],
    ['2026-11-10T08:00', { working: 15 }, '2026-12-02'],
    ['2026-02-13T15:30', sameDay, '2026-02-23'],
    ['2026-02-12T10:00', { working: 3 }, '2026-02-24'],
    ['2026-02-13T10:00', { working: 7 }, '2026-03-03'],
    ['2026-04-23T10:00', { working: 3 }, '2026-04-29'],
    ['2026-04-24T10:00', { working: 3 }, '2026-05-04'],
    ['2026-04-28T10:00', { working: 3 }, '2026-05-05'],
    ['2026-08-20T09:00', { working: 3 }, '2026-08-24'],
    ['2026-08-21T15:30', sameDay, '2026-08-22'],
    ['2026-08-27T09:00', { working: 7 }, '2026-09-10'],
    ['2026-08-28T15:30', sameDay, '2026-09-03'],
    ['2026-08-29T09:00', { working: 1 }, '2026-09-04'],
    ['2026-12-31T15:05', sameDay, '2027-01-04'],
  ]
  test.each(days)('received %s, limit %j: %s', (received, limit, day) => expect(due(received, limit).day).toBe(day))

  const hourly: readonly [string, number, string][] = [
    ['2026-11-23T10:00', 8, '2026-11-25T10:00:00+07:00'],
    ['2026-11-23T16:30', 2, '2026-11-25T08:30:00+07:00'],
    ['2026-11-23T12:15', 1, '2026-11-23T14:30:00+07:00'],
    ['2026-11-20T15:00', 24, '2026-11-26T15:00:00+07:00'],
  ]
  test.each(hourly)('received %s, %i hours: %s', (received, limit, moment) =>
    expect(isoTime(due(received, { hours: limit }).at)).toBe(moment),
  )

  test('names each day it passed over and why', () => {
    expect(due('2026-08-28T15:30', sameDay).skipped).toEqual([
      { day: '2026-08-29', why: 'weekend' },
      { day: '2026-08-30', why: 'weekend' },
      { day: '2026-08-31', why: 'swap', name: 'Nghỉ hoán đổi Quốc khánh' },
      { day: '2026-09-01', why: 'holiday', name: 'Quốc khánh' },
      { day: '2026-09-02', why: 'holiday', name: 'Quốc khánh' },
    ])
  })

  test('in a year whose calendar is not decided says that it is not sure', () => {
    expect(due('2026-12-30T10:00', { working: 1 }).sure).toBe(true)
    expect(due('2026-12-31T16:00', sameDay).sure).toBe(false)
  })

  test('never falls on a closed day or outside office hours, at no minute of 2026', () => {
    const [begin, end] = [at('2026-01-01T00:00'), at('2027-01-01T00:00')]
    const open = sessions(hours)
    const wrong: string[] = []
    for (let now: number = begin; now < end; now += 60_000) {
      // What takes working days does not look at the minute: the full hours will do.
      const limits: readonly Limit[] = now % 3_600_000 === 0 ? [sameDay, { hours: 3 }, { working: 1 }] : [sameDay, { hours: 3 }]
      for (const limit of limits) {
        const { at: moment, day } = dueAt(Instant.parse(now), limit, calendar, hours)
        const minutes = (moment - at(day)) / 60_000
        if (!calendar.works(day) || !open.some(({ from, to }) => minutes > from && minutes <= to)) wrong.push(isoTime(moment))
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

describe('over ten years', () => {
  const day = fc.integer({ min: 0, max: 3650 }).map(n => addDays(Day.parse('2025-01-01'), n))
  const moment = fc.tuple(day, fc.integer({ min: 0, max: 1439 })).map(([on, minute]) => Instant.parse(at(on) + minute * 60_000))

  test('n working days lie between, no more and no less', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 30 }), (received, working) => {
        const result = dueAt(received, { working }, calendar, hours)
        let counted = 0
        let from = wallTime(received).day
        while (!calendar.works(from)) from = addDays(from, 1)
        for (let on = addDays(from, 1); on <= result.day; on = addDays(on, 1)) counted += calendar.works(on) ? 1 : 0
        expect(counted).toBe(working)
        expect(calendar.works(result.day)).toBe(true)
        expect(result.skipped.every(({ day: skipped, why }) => calendar.why(skipped) === why)).toBe(true)
      }),
    )
  })

  test('who comes later is never served earlier', () => {
    const limit = fc.oneof(
      fc.constant(sameDay),
      fc.integer({ min: 1, max: 20 }).map(working => ({ working })),
      fc.integer({ min: 1, max: 60 }).map(n => ({ hours: n })),
    )
    fc.assert(
      fc.property(moment, moment, limit, (a, b, wanted) => {
        const [first, second] = [a, b].sort((x, y) => x - y)
        if (first === undefined || second === undefined) return
        expect(dueAt(first, wanted, calendar, hours).at).toBeLessThanOrEqual(dueAt(second, wanted, calendar, hours).at)
      }),
    )
  })
})
