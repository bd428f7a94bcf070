import { describe, expect, test } from 'vitest'
import { dayOfLunar } from '#domain/calendar/lunar.ts'
import { addDays } from '#domain/kernel/time.ts'

describe('mùng 1 Tết, as published for Việt Nam', () => {
  test.each([
    '1985-01-21', // a month before the Chinese one
    '2000-02-05',
    '2007-02-17', // a day before the Chinese one
    '2015-02-19',
    '2016-02-08',
    '2017-01-28',
    '2018-02-16',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-02', // a day before the Chinese one: the new moon is at 16:08 UTC
    '2031-01-23',
  ])('%s', day => {
    expect(dayOfLunar({ year: Number(day.slice(0, 4)), month: 1, day: 1 })).toBe(day)
  })
})

describe('Giỗ Tổ, the tenth of the third month', () => {
  test.each(['2021-04-21', '2022-04-10', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16'])('%s', day => {
    expect(dayOfLunar({ year: Number(day.slice(0, 4)), month: 3, day: 10 })).toBe(day)
  })
})

test('a month after the leap month is not the leap month', () => {
  // 2025 has a second month 6, 2033 a second month 11
  expect(dayOfLunar({ year: 2025, month: 8, day: 15 })).toBe('2025-10-06')
  expect(dayOfLunar({ year: 2033, month: 12, day: 1 })).toBe('2034-01-20')
})

test('each month of a century begins with the Chinese month, or on the eve of it where an hour makes the difference', () => {
  // the Chinese calendar of ICU is computed by others, for +08:00; 1984 and 1985 differ by a leap month and are left out
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', day: 'numeric', month: 'numeric' })
  const begins = (day: string, month: number) => chinese.format(new Date(`${day}T00:00:00Z`)) === `${month}/1`
  const stray = Array.from({ length: 100 * 12 }, (_, index) => ({ year: 1986 + Math.floor(index / 12), month: (index % 12) + 1 }))
    .map(date => ({ ...date, day: dayOfLunar({ ...date, day: 1 }) }))
    .filter(({ day, month }) => !begins(day, month) && !begins(addDays(day, 1), month))
  expect(stray).toEqual([])
})
