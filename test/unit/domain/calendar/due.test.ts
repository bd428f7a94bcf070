import { describe, expect, test } from 'vitest'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { Limit, dueAt, forwardBy, prolonged } from '#domain/calendar/due.ts'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { Day, Instant, isoTime } from '#domain/kernel/time.ts'
import { at, shippedCalendar as calendar } from './shipped.ts'

const hours = OfficeHours.parse({})
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
  test.each(days)('received %s, limit %j: %s, when the office closes', (received, limit, day) => {
    expect(due(received, limit).day).toBe(day)
    expect(isoTime(due(received, limit).at)).toBe(`${day}T17:00:00+07:00`)
  })

  const moments: readonly [string, number, string][] = [
    ['2026-11-23T10:00', 8, '2026-11-25T10:00:00+07:00'],
    ['2026-11-23T16:30', 2, '2026-11-25T08:30:00+07:00'],
    ['2026-11-23T12:15', 1, '2026-11-23T14:30:00+07:00'],
    ['2026-11-20T15:00', 24, '2026-11-26T15:00:00+07:00'],
    ['2026-11-23T10:30', 1, '2026-11-23T11:30:00+07:00'],
    ['2026-11-23T05:00', 1, '2026-11-23T08:00:00+07:00'],
    ['2026-11-23T19:45', 1, '2026-11-25T08:00:00+07:00'],
    ['2026-11-24T19:45', 1, '2026-11-25T08:00:00+07:00'],
  ]
  test.each(moments)('received %s, %i hours: %s', (received, limit, moment) =>
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
    expect(due('2026-11-23T09:10', sameDay).skipped).toEqual([])
  })

  test('names the closed day on which the dossier came in, and a day the office closed itself', () => {
    const flooded = buildCalendar([], [Day.parse('2026-11-18')])
    expect(dueAt(at('2026-11-15T09:00'), { working: 2 }, flooded, hours)).toMatchObject({
      day: '2026-11-19',
      skipped: [
        { day: '2026-11-15', why: 'weekend' },
        { day: '2026-11-18', why: 'closed' },
      ],
    })
  })

  test('is late from 15:00:00 on, to the second, and not before', () => {
    expect(dueAt(Instant.parse(at('2026-11-25T15:00') - 1), sameDay, calendar, hours).day).toBe('2026-11-25')
    expect(dueAt(at('2026-11-25T15:00'), sameDay, calendar, hours).day).toBe('2026-11-26')
  })

  test('on a Saturday after 15:00 still counts as the beginning of Monday', () => {
    expect(due('2026-11-21T16:00', sameDay).day).toBe('2026-11-23')
  })

  test('follows the cut-off and the hours that the office has set', () => {
    const own = OfficeHours.parse({
      morning: { from: '07:30', to: '12:00' },
      afternoon: { from: '13:00', to: '16:30' },
      cutOff: '14:00',
    })
    expect(isoTime(dueAt(at('2026-11-25T13:59'), sameDay, calendar, own).at)).toBe('2026-11-25T16:30:00+07:00')
    expect(isoTime(dueAt(at('2026-11-25T14:00'), sameDay, calendar, own).at)).toBe('2026-11-26T16:30:00+07:00')
  })

  test('is not sure where it begins or ends in a year that is not decided', () => {
    expect(due('2026-12-30T10:00', { working: 1 }).sure).toBe(true)
    expect(due('2026-12-31T16:00', sameDay).sure).toBe(false)
    expect(due('2031-03-03T09:00', sameDay)).toMatchObject({ day: '2031-03-03', sure: false })
    expect(
      dueAt(at('2025-12-31T09:00'), { working: 1 }, buildCalendar([{ year: 2026, sure: true, source: 'notice', days: [] }]), hours).sure,
    ).toBe(false)
  })
})

describe('a limit', () => {
  test.each([{ sameDay: false }, { working: 0 }, { working: 1.5 }, { hours: -8 }, { working: 1, hours: 8 }, {}])('is never %j', limit => {
    expect(Limit.safeParse(limit).success).toBe(false)
  })

  test('grows by the working days of a verification, eight hours to a day', () => {
    expect(prolonged(sameDay, 5)).toEqual({ working: 5 })
    expect(prolonged({ working: 3 }, 3)).toEqual({ working: 6 })
    expect(prolonged({ hours: 24 }, 2)).toEqual({ hours: 40 })
  })
})

describe('a dossier goes on to the unit that settles it', () => {
  test.each([
    ['2026-11-23T09:10', '2026-11-23T17:00:00+07:00'],
    ['2026-11-23T14:59', '2026-11-23T17:00:00+07:00'],
    ['2026-11-23T15:00', '2026-11-25T07:00:00+07:00'],
    ['2026-11-21T16:00', '2026-11-23T17:00:00+07:00'],
  ])('received %s, by %s', (received, by) => {
    expect(isoTime(forwardBy(at(received), calendar, hours))).toBe(by)
  })
})
