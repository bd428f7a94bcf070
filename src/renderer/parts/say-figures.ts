import { dayText } from '#words/paper.ts'
import { type Day, type Instant, addDays, dayOf, wallTime, weekday } from '#domain/kernel/time.ts'

/** `09:41` in Việt Nam. */
export function clockTime(at: Instant): string {
  const { minutes } = wallTime(at)
  return `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`
}

export type DueWords = { readonly today: string; readonly tomorrow: string; readonly weekdays: string }

/** When a result is due, as one says it at the desk: `hôm nay 17:00`, `ngày mai 17:00`, `thứ Tư 25/11/2026, 17:00`. */
export function dueText(due: Instant, now: Instant, words: DueWords): string {
  const day = dayOf(due)
  const today = dayOf(now)
  if (day === today) return `${words.today} ${clockTime(due)}`
  if (day === addDays(today, 1)) return `${words.tomorrow} ${clockTime(due)}`
  return `${weekdayText(day, words)} ${dayText(day)}, ${clockTime(due)}`
}

/** `words.weekdays` holds seven names parted by `|`, Sunday first. */
export const weekdayText = (day: Day, words: Pick<DueWords, 'weekdays'>): string => words.weekdays.split('|')[weekday(day)] ?? ''

const two = (n: number): string => String(n).padStart(2, '0')
