import { describe, expect, test } from 'vitest'
import { CalendarYear, buildCalendar } from '#domain/calendar/calendar.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import { addDays, weekday } from '#domain/kernel/time.ts'
import { shipped } from './shipped.ts'

const daysOf = (year: CalendarYear) => year.days.map(({ day, kind, name }) => ({ day, kind, name }))
const isWeekend = (day: Parameters<typeof weekday>[0]) => [0, 6].includes(weekday(day))

describe('the weekdays off which a year is proposed are those which its notice gave, swaps apart', () => {
  test.each([
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02'],
    [2026, '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24'],
  ])('%i', (year, off) => {
    const weekdays = proposeYear(year).days.filter(({ day }) => !isWeekend(day))
    expect(weekdays.map(({ day }) => day.slice(5)).join(' ')).toBe(off)
  })
})

describe('a shipped calendar', () => {
  test('is named after its year', () => {
    for (const [file, { year }] of shipped) expect(file).toBe(`${year}.json`)
  })

  test.each([...shipped.values()].map(year => [year.year, year] as const))('of %i holds what the law gives', (number, year) => {
    const holidays = { ...year, days: year.days.filter(({ kind }) => kind === 'holiday') }
    expect(daysOf(holidays)).toEqual(daysOf(proposeYear(number)))
  })

  test.each([...shipped.values()].map(year => [year.year, year] as const))('of %i makes up for each swapped day', (_, year) => {
    const count = (kind: string) => year.days.filter(row => row.kind === kind).length
    expect(count('makeup')).toBe(count('swap'))
  })

  test('is sure only where the notice is out', () => {
    expect([...shipped.values()].filter(({ sure }) => sure).map(({ year }) => year)).toEqual([2025, 2026])
  })
})

describe('a proposed year', () => {
  const years = Array.from({ length: 75 }, (_, index) => 2026 + index)

  test('is a good calendar file and never sure', () => {
    for (const year of years) expect(CalendarYear.parse(proposeYear(year)).sure).toBe(false)
  })

  test('gives twelve days off that would else be worked', () => {
    for (const year of years) expect(proposeYear(year).days.filter(({ day }) => !isWeekend(day))).toHaveLength(12)
  })

  test('gives the day in lieu on the next working day', () => {
    for (const year of years) {
      const calendar = buildCalendar([proposeYear(year)])
      for (const { day } of proposeYear(year).days.filter(({ name }) => name.startsWith('Nghỉ bù'))) {
        expect(calendar.why(addDays(day, -1))).not.toBeNull()
      }
    }
  })

  test('says where a day in lieu is not settled by law', () => {
    expect(proposeYear(2029).days.find(({ day }) => day === '2029-11-26')?.source).toContain('28/2026/QH16')
  })
})
