import { describe, expect, test } from 'vitest'
import { CalendarYear, buildCalendar } from '#domain/calendar/calendar.ts'
import { Day } from '#domain/kernel/time.ts'
import { shippedCalendar as calendar } from './shipped.ts'

const day = (text: string) => Day.parse(text)
const year = (...days: readonly { day: string; kind: string; name?: string }[]) => ({
  year: 2026,
  sure: true,
  source: 'a notice',
  days: days.map(row => ({ name: 'a day', ...row })),
})

describe('a day', () => {
  test.each([
    ['2026-11-23', null, null],
    ['2026-11-22', 'weekend', null],
    ['2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam'],
    ['2026-08-31', 'swap', 'Nghỉ hoán đổi Quốc khánh'],
    ['2026-08-22', null, 'Làm bù ngày 31/08'],
    ['2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương'],
    ['2026-04-27', 'holiday', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
  ])('%s is off because of: %s', (text, why, name) => {
    expect(calendar.why(day(text))).toBe(why)
    expect(calendar.works(day(text))).toBe(why === null)
    expect(calendar.name(day(text))).toBe(name)
  })

  test('of a year that is not decided has its holidays and is not covered', () => {
    expect(calendar.why(day('2027-02-06'))).toBe('holiday')
    expect(calendar.covers(day('2027-02-06'))).toBe(false)
    expect(calendar.covers(day('2026-12-31'))).toBe(true)
    expect(calendar.covers(day('2031-01-02'))).toBe(false)
  })

  test('which the office closed itself says so, but a holiday stays a holiday', () => {
    const closed = ['2026-08-22', '2026-11-23', '2026-11-24', '2026-11-22'].map(day)
    const own = buildCalendar(
      [CalendarYear.parse(year({ day: '2026-08-22', kind: 'makeup' }, { day: '2026-11-24', kind: 'holiday' }))],
      closed,
    )
    expect(closed.map(each => own.why(each))).toEqual(['closed', 'closed', 'holiday', 'weekend'])
  })
})

describe('a calendar file is refused, naming the row,', () => {
  test.each([
    ['for a day of another year', [{ day: '2027-01-01', kind: 'holiday' }], 'days.0.day'],
    ['for a day that does not exist', [{ day: '2026-02-29', kind: 'holiday' }], 'days.0.day'],
    [
      'for a day given twice',
      [
        { day: '2026-09-02', kind: 'holiday' },
        { day: '2026-09-02', kind: 'swap' },
      ],
      'days.1.day',
    ],
    ['for a makeup day that is worked anyway', [{ day: '2026-01-09', kind: 'makeup' }], 'days.0.kind'],
    ['for a swap on a day that is off anyway', [{ day: '2026-01-03', kind: 'swap' }], 'days.0.kind'],
    ['for a kind nobody knows', [{ day: '2026-01-05', kind: 'party' }], 'days.0.kind'],
    ['for a day without a name', [{ day: '2026-01-01', kind: 'holiday', name: '' }], 'days.0.name'],
  ])('%s', (_, days, path) => {
    expect(CalendarYear.safeParse(year(...days)).error?.issues.map(issue => issue.path.join('.'))).toEqual([path])
  })
})
