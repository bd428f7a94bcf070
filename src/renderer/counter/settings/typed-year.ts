import type { SettingsSheet } from '#contract/settings.ts'
import type { CalendarYear } from '#domain/calendar/calendar.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { Day, weekday } from '#domain/kernel/time.ts'

type Listed = CalendarYear['days'][number]

/** A day as the list shows it: one of the calendar, or one on which this office is closed by its own decision. */
export type YearRow = Omit<Listed, 'kind'> & { readonly kind: DayKind }
export const dayKinds = ['holiday', 'swap', 'makeup', 'closed'] as const
export type DayKind = (typeof dayKinds)[number]

/** One year as it is being changed. */
export type TypedYear = { readonly sure: boolean; readonly source: string; readonly rows: readonly YearRow[] }

/** A day as typed: the date as the field keeps it. */
export type TypedDay = { readonly day: string; readonly kind: DayKind; readonly name: string; readonly source?: string | undefined }

/** A year as it was saved; nothing but what the office closed itself where there is no calendar. */
export function savedYear({ years, settings }: Pick<SettingsSheet, 'years' | 'settings'>, year: number): TypedYear {
  const calendar = years.find(one => one.calendar.year === year)?.calendar
  const listed: readonly YearRow[] = (calendar?.days ?? []).map(row => ({ ...row }))
  const closed = settings.closedDays.filter(day => day.startsWith(`${year}-`)).map(closedRow)
  return { sure: calendar?.sure ?? false, source: calendar?.source ?? '', rows: inOrder([...listed, ...closed]) }
}

/** The year as law and moon give it, never sure; what the office closed itself stays. */
export function proposedYear(year: number, { rows }: TypedYear): TypedYear {
  const { days, sure, source } = proposeYear(year)
  const closed = rows.filter(({ kind, day }) => kind === 'closed' && days.every(one => one.day !== day))
  return { sure, source, rows: inOrder([...days, ...closed]) }
}

/**
 * Reads one day into a year. Refused: no date, a day of another year or one that is there already (`instead`: the one that
 * is being changed), no name, a make-up day that is worked anyway, a swap on a day that is off anyway.
 */
export function readDay({ day, kind, name, source }: TypedDay, year: number, others: readonly YearRow[]): Result<YearRow> {
  const read = Day.safeParse(day)
  if (!read.success) return refuse(inputFault('field.date.impossible', 'calendar.day'))
  const faults = [
    ...misplaced(read.data, kind, year, others),
    ...(named(kind, name) ? [] : [inputFault('calendar.day.name', 'calendar.name')]),
  ]
  if (faults.length > 0) return refuse(...faults)
  if (kind === 'closed') return ok(closedRow(read.data))
  return ok({ day: read.data, kind, name: name.trim(), ...(source === undefined ? {} : { source }) })
}

/** What a save writes of a changed year: the calendar where it is another than was saved, and the days the office is closed. */
export function keptYear(year: number, { sure, source, rows }: TypedYear, saved: TypedYear) {
  const days = rows.flatMap(({ kind, ...row }) => (kind === 'closed' ? [] : [{ ...row, kind }]))
  const before = saved.rows.filter(({ kind }) => kind !== 'closed')
  const same = sure === saved.sure && source === saved.source && JSON.stringify(days.map(shape)) === JSON.stringify(before.map(shape))
  return {
    calendar: same ? null : { year, sure, source: source.trim(), days },
    closed: rows.filter(({ kind }) => kind === 'closed').map(({ day }) => day),
  }
}

export const withRow = (year: TypedYear, row: YearRow): TypedYear => ({ ...year, rows: inOrder([...year.rows, row]) })
export const withoutRow = (year: TypedYear, day: string): TypedYear => ({ ...year, rows: year.rows.filter(row => row.day !== day) })

function misplaced(day: Day, kind: DayKind, year: number, others: readonly YearRow[]): readonly Fault[] {
  if (!day.startsWith(`${year}-`)) return [inputFault('calendar.day.year', 'calendar.day', { year })]
  if (others.some(row => row.day === day)) return [inputFault('calendar.day.twice', 'calendar.day')]
  const weekend = [0, 6].includes(weekday(day))
  if (kind === 'makeup' && !weekend) return [inputFault('calendar.day.makeup', 'calendar.day')]
  return kind === 'swap' && weekend ? [inputFault('calendar.day.swap', 'calendar.day')] : []
}

const named = (kind: DayKind, name: string): boolean => kind === 'closed' || name.trim() !== ''
const closedRow = (day: Day): YearRow => ({ day, kind: 'closed', name: '' })
const inOrder = (rows: readonly YearRow[]): readonly YearRow[] => rows.toSorted((a, b) => a.day.localeCompare(b.day))
const shape = ({ day, kind, name, source }: YearRow): readonly unknown[] => [day, kind, name, source ?? null]
