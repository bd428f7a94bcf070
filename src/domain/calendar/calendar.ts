import { z } from 'zod'
import { Day, weekday } from '../kernel/time.ts'

/** One year of `resources/catalog/calendars`. `sure: false` where the Prime Minister's notice of that year is not out yet. */
export const CalendarYear = z.strictObject({
  year: z.int(),
  sure: z.boolean(),
  source: z.string(),
  days: z.array(z.strictObject({ day: Day, kind: z.enum(['holiday', 'swap', 'makeup']), name: z.string() })),
})
export type CalendarYear = z.output<typeof CalendarYear>

/** Why nobody works on a day: weekend, holiday, a day off swapped for a make-up day, or closed by the office itself. */
export const Closed = z.enum(['weekend', 'holiday', 'swap', 'closed'])
export type Closed = z.output<typeof Closed>

export type Calendar = {
  works(day: Day): boolean
  /** `null` on a working day. */
  why(day: Day): Closed | null
  /** The name of a holiday or make-up day. */
  name(day: Day): string | null
  /** Whether the year of this day is decided. */
  covers(day: Day): boolean
}

export function buildCalendar(years: readonly CalendarYear[], closedDays: readonly Day[] = []): Calendar {
  const special = new Map(years.flatMap(year => year.days.map(row => [row.day, row] as const)))
  const decided = new Set(years.filter(({ sure }) => sure).map(({ year }) => String(year)))
  const closed = new Set(closedDays)
  const why = (day: Day): Closed | null => {
    if (closed.has(day)) return 'closed'
    const kind = special.get(day)?.kind
    if (kind === 'makeup') return null
    if (kind !== undefined) return kind
    return [0, 6].includes(weekday(day)) ? 'weekend' : null
  }
  return { why, works: day => why(day) === null, name: day => special.get(day)?.name ?? null, covers: day => decided.has(day.slice(0, 4)) }
}
