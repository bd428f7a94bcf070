import { z } from 'zod'
import type { FaultCode } from '../kernel/fault.ts'
import { Day, weekday } from '../kernel/time.ts'

const CalendarDay = z.strictObject({
  day: Day,
  kind: z.enum(['holiday', 'swap', 'makeup']),
  name: z.string().min(1),
  /** Where this day stands, if not in the source of the year. */
  source: z.string().optional(),
})

/**
 * One year of `resources/catalog/calendars`. `sure: false` where the Prime Minister's notice of that year is not out yet
 * (Bộ luật Lao động 2019 Điều 112 khoản 3): its holidays are known, a due date that reaches it is not promised.
 */
export const CalendarYear = z
  .strictObject({ year: z.int(), sure: z.boolean(), source: z.string().min(1), days: z.array(CalendarDay).readonly() })
  .superRefine(({ year, days }, context) => {
    for (const [index, row] of days.entries()) {
      const wrong = misplaced(row, year, days.slice(0, index))
      if (wrong !== null)
        context.addIssue({ code: 'custom', path: ['days', index, wrong.field], message: wrong.fault, params: { fault: wrong.fault, year } })
    }
  })
export type CalendarYear = z.output<typeof CalendarYear>

/** A slip of the hand in a calendar file would move every due date, so a row that cannot be meant is refused. */
function misplaced({ day, kind }: z.output<typeof CalendarDay>, year: number, before: readonly { day: Day }[]): Misplaced | null {
  if (!day.startsWith(`${year}-`)) return { field: 'day', fault: 'catalog.day.year' }
  if (before.some(row => row.day === day)) return { field: 'day', fault: 'catalog.day.twice' }
  if (kind === 'makeup' && !isWeekend(day)) return { field: 'kind', fault: 'catalog.day.makeup' }
  if (kind === 'swap' && isWeekend(day)) return { field: 'kind', fault: 'catalog.day.swap' }
  return null
}

type Misplaced = { readonly field: 'day' | 'kind'; readonly fault: FaultCode }

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

/**
 * `closedDays`: days on which this office is closed by its own decision (a flood, a move), makeup days included. `propose`:
 * what is known of a year that has no file; without it, its weekends alone.
 */
export function buildCalendar(
  years: readonly CalendarYear[],
  closedDays: readonly Day[] = [],
  propose?: (year: number) => CalendarYear,
): Calendar {
  const known = new Map(years.map(year => [year.year, rowsOf(year)]))
  const decided = new Set(years.filter(({ sure }) => sure).map(({ year }) => String(year)))
  const closed = new Set(closedDays)
  const rows = (year: number): Rows => {
    const found = known.get(year) ?? (propose === undefined ? NO_ROWS : rowsOf(propose(year)))
    known.set(year, found)
    return found
  }
  const special = (day: Day): CalendarYear['days'][number] | undefined => rows(Number(day.slice(0, 4))).get(day)
  const why = (day: Day): Closed | null => {
    const kind = special(day)?.kind
    if (kind === 'holiday' || kind === 'swap') return kind
    if (kind !== 'makeup' && isWeekend(day)) return 'weekend'
    return closed.has(day) ? 'closed' : null
  }
  return { why, works: day => why(day) === null, name: day => special(day)?.name ?? null, covers: day => decided.has(day.slice(0, 4)) }
}

type Rows = ReadonlyMap<Day, CalendarYear['days'][number]>

const NO_ROWS: Rows = new Map()

const rowsOf = ({ days }: CalendarYear): Rows => new Map(days.map(row => [row.day, row]))

const isWeekend = (day: Day): boolean => [0, 6].includes(weekday(day))
