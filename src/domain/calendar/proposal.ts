import { Day, addDays, weekday } from '../kernel/time.ts'
import type { CalendarYear } from './calendar.ts'
import { dayOfLunar } from './lunar.ts'

type CalendarDay = CalendarYear['days'][number]

/**
 * A year as the law alone gives it: the holidays of Bộ luật Lao động 2019 Điều 112 khoản 1, 24/11 since Nghị quyết
 * 28/2026/QH16, and a day in lieu for each that falls on a weekend (Điều 111 khoản 3). It stays a proposal, never
 * `sure`: the Prime Minister decides each year which days Tết and Quốc khánh take (Điều 112 khoản 3), and the swaps.
 */
export function proposeYear(year: number): CalendarYear {
  const holidays = [
    ...on(year, '01-01', 'Tết Dương lịch'),
    ...tet(year),
    { day: dayOfLunar({ year, month: 3, day: 10 }), kind: 'holiday' as const, name: 'Giỗ Tổ Hùng Vương' },
    ...on(year, '04-30', 'Ngày Chiến thắng'),
    ...on(year, '05-01', 'Ngày Quốc tế lao động'),
    ...nationalDay(year),
    ...(year < 2026 ? [] : on(year, '11-24', CULTURE_DAY)),
  ]
  return {
    year,
    sure: false,
    source: 'Tính theo Bộ luật Lao động 2019 Điều 111, Điều 112 và Nghị quyết 28/2026/QH16; chưa có thông báo nghỉ lễ của năm',
    days: [...holidays, ...daysInLieu(holidays)].sort((a, b) => a.day.localeCompare(b.day)),
  }
}

const on = (year: number, date: string, name: string): readonly CalendarDay[] => [
  { day: Day.parse(`${year}-${date}`), kind: 'holiday', name },
]

/** Five days. The notices begin them two days before mùng 1, or one where that would be a Sunday (2022, 2026). */
function tet(year: number): readonly CalendarDay[] {
  const newYear = dayOfLunar({ year, month: 1, day: 1 })
  const first = addDays(newYear, weekday(addDays(newYear, -2)) === 0 ? -1 : -2)
  return [0, 1, 2, 3, 4]
    .map(ahead => addDays(first, ahead))
    .map(day => ({ day, kind: 'holiday', name: day === newYear ? `${TET}, mùng 1` : TET }))
}

/** 02/09 and a day beside it: as in the notices, the one that joins it to a weekend, else the day before. */
function nationalDay(year: number): readonly CalendarDay[] {
  const day = Day.parse(`${year}-09-02`)
  const beside = addDays(day, [MONDAY, THURSDAY].includes(weekday(day)) ? 1 : -1)
  return [day, beside].map(each => ({ day: each, kind: 'holiday', name: 'Quốc khánh' }))
}

/** The next working day that is still free, for each holiday on a weekend. */
function daysInLieu(holidays: readonly CalendarDay[]): readonly CalendarDay[] {
  const taken = new Set(holidays.map(({ day }) => day))
  const lost = holidays.filter(({ day }) => isWeekend(day)).sort((a, b) => a.day.localeCompare(b.day))
  return lost.map(({ day: from, name }) => {
    let day = addDays(from, 1)
    while (taken.has(day) || isWeekend(day)) day = addDays(day, 1)
    taken.add(day)
    const lieu = { day, kind: 'holiday' as const, name: `Nghỉ bù ${name.startsWith(TET_PREFIX) ? TET : name}` }
    return name === CULTURE_DAY ? { ...lieu, source: 'Nghị quyết 28/2026/QH16 không nói đến nghỉ bù: chờ thông báo của năm' } : lieu
  })
}

const isWeekend = (day: Day): boolean => [0, 6].includes(weekday(day))

const MONDAY = 1
const THURSDAY = 4
const TET = 'Tết Nguyên đán'
const TET_PREFIX = `${TET},`
const CULTURE_DAY = 'Ngày Văn hóa Việt Nam'
