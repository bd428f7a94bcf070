import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarYear } from '#domain/calendar/calendar.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Day, addDays } from '#domain/kernel/time.ts'
import { demoSettings } from '#office/settings.ts'
import { dayKinds, keptYear, proposedYear, readDay, savedYear, withRow, withoutRow } from '#renderer/counter/settings/typed-year.ts'
import { got } from '#kit/basics.ts'

const day = (text: string): Day => Day.parse(text)
const sheet = {
  settings: { ...demoSettings('/tmp/x'), closedDays: [day('2026-08-05'), day('2027-08-05')] },
  years: [{ calendar: proposeYear(2026), own: false }],
}
const saved = savedYear(sheet, 2026)
const codes = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.faults.map(({ code, field }) => `${field ?? ''} ${code}`)

describe('a year as it was saved', () => {
  test('lists the calendar and what the office closed in that year, in order', () => {
    expect(saved.rows.filter(({ kind }) => kind === 'closed').map(row => row.day)).toEqual(['2026-08-05'])
    expect(saved.rows.map(row => row.day)).toEqual(saved.rows.map(row => row.day).toSorted())
    expect(saved.rows).toHaveLength(proposeYear(2026).days.length + 1)
  })

  test('without a calendar is empty but for what the office closed', () => {
    expect(savedYear(sheet, 2027)).toEqual({ sure: false, source: '', rows: [{ day: '2027-08-05', kind: 'closed', name: '' }] })
  })

  test('writes no calendar where only a day of the office was added', () => {
    const row = got(readDay({ day: '2026-08-06', kind: 'closed', name: '' }, 2026, saved.rows))
    expect(keptYear(2026, withRow(saved, row), saved)).toEqual({ calendar: null, closed: ['2026-08-05', '2026-08-06'] })
  })
})

describe('a day that is typed', () => {
  const read = (text: string, kind: (typeof dayKinds)[number], name = 'Nghỉ') => codes(readDay({ day: text, kind, name }, 2026, saved.rows))

  test('is refused at its field, with what to do', () => {
    expect(read('31/02/2026', 'holiday')).toEqual(['calendar.day field.date.impossible'])
    expect(read('2027-01-05', 'holiday')).toEqual(['calendar.day calendar.day.year'])
    expect(read('2026-09-02', 'holiday')).toEqual(['calendar.day calendar.day.twice'])
    expect(read('2026-08-22', 'swap')).toEqual(['calendar.day calendar.day.swap'])
    expect(read('2026-08-21', 'makeup')).toEqual(['calendar.day calendar.day.makeup'])
    expect(read('2026-08-21', 'holiday', '  ')).toEqual(['calendar.name calendar.day.name'])
  })

  test('keeps the source it had', () => {
    const row = got(readDay({ day: '2026-08-21', kind: 'holiday', name: 'Nghỉ', source: 'Công văn 1' }, 2026, saved.rows))
    expect(row).toEqual({ day: '2026-08-21', kind: 'holiday', name: 'Nghỉ', source: 'Công văn 1' })
  })

  test('on which the office is closed needs no name', () => expect(read('2026-08-21', 'closed', '')).toEqual([]))

  test('whatever it is, makes a year that the catalogue reads', () => {
    const days = fc.integer({ min: 0, max: 364 }).map(ahead => addDays(day('2026-01-01'), ahead))
    fc.assert(
      fc.property(fc.array(fc.record({ day: days, kind: fc.constantFrom(...dayKinds), name: fc.constantFrom('', 'Nghỉ') })), typed => {
        const year = typed.reduce((before, one) => {
          const row = readDay(one, 2026, before.rows)
          return row.ok ? withRow(before, row.value) : before
        }, saved)
        const { calendar } = keptYear(2026, year, saved)
        expect(calendar === null || CalendarYear.safeParse(calendar).success).toBe(true)
      }),
    )
  })
})

test('a day that is taken away is gone from what is written, and one put back leaves nothing to write', () => {
  const row = saved.rows.find(one => one.day === '2026-09-02')
  if (row === undefined) throw new Error('no 02/09')
  const without = withoutRow(saved, row.day)
  expect(keptYear(2026, without, saved).calendar?.days.some(one => one.day === row.day)).toBe(false)
  expect(keptYear(2026, withRow(without, row), saved).calendar).toBeNull()
})

test('a proposal keeps what the office closed itself, and is never sure', () => {
  const proposed = proposedYear(2027, savedYear(sheet, 2027))
  expect(proposed.sure).toBe(false)
  expect(proposed.rows).toContainEqual({ day: '2027-08-05', kind: 'closed', name: '' })
  expect(keptYear(2027, proposed, savedYear(sheet, 2027)).calendar).toEqual(proposeYear(2027))
})
