import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { CalendarYear } from '#domain/calendar/calendar.ts'
import { faultCodes } from '#domain/kernel/fault.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { inVietnamese, reasonOf } from '#domain/procedure/reason.ts'
import { type JsonRead, jsonFilesIn, readJson, stampOf } from '#machine/files.ts'
import { type Filed, sortOut } from './clash.ts'

/** One file as it was read: what is wrong with it now, and the last good thing it held. */
export type Reading<T> = { readonly file: string; readonly stamp: string; readonly result: Result<T>; readonly good: T | null }

/** One folder of procedures and calendars. `stamps` changes whenever one of its files does. */
export type Shelf = {
  readonly stamps: string
  readonly procedures: readonly Reading<Procedure>[]
  readonly calendars: readonly Reading<CalendarYear>[]
}

/** Reads a folder. A file that has not changed since `before` is not read again; one that broke keeps what was good. */
export const readShelf = (folder: string, before?: Shelf): Shelf => ({
  stamps: stampsOf(folder),
  procedures: readingsOf(join(folder, 'procedures'), checkProcedure, before?.procedures ?? []),
  calendars: readingsOf(join(folder, 'calendars'), checkCalendar, before?.calendars ?? []),
})

export const stampsOf = (folder: string): string =>
  ['procedures', 'calendars']
    .flatMap(kind => jsonFilesIn(join(folder, kind)))
    .map(file => `${file} ${stampOf(file)}`)
    .join('\n')

/** Whether a file that changed is no JSON (yet): it may be on its way. */
export const isUnfinished = (now: Shelf, before: Shelf): boolean =>
  [
    [now.procedures, before.procedures],
    [now.calendars, before.calendars],
  ].some(([read = [], known = []]) =>
    read.some(
      ({ file, stamp, result }) =>
        !result.ok &&
        result.faults.some(({ code }) => ['catalog.json', 'catalog.unreadable'].includes(code)) &&
        known.every(other => other.file !== file || other.stamp !== stamp),
    ),
  )

/**
 * One procedure or calendar file, or what is wrong with it: a calendar is known by its year. A procedure is also held against
 * the files beside it, as they would be read together.
 */
export function checkFile(file: string): Result<Procedure | CalendarYear> {
  const foreign = foreignIn(file)
  if (foreign.ok && typeof foreign.value === 'object' && foreign.value !== null && 'year' in foreign.value) return checkCalendar(file)
  const procedure = checkProcedure(file)
  if (!procedure.ok) return procedure
  const beside = jsonFilesIn(dirname(file)).filter(other => basename(other) !== basename(file))
  const filed = [...beside.flatMap(filedIn), { file, shelf: 0, procedure: procedure.value }]
  const clash = sortOut(filed).clashes.find(one => one.file === file)
  return clash === undefined ? procedure : refuse(...clash.faults)
}

function filedIn(file: string): readonly Filed[] {
  const read = checkProcedure(file)
  return read.ok ? [{ file, shelf: 0, procedure: read.value }] : []
}

function checkProcedure(file: string): Result<Procedure> {
  const foreign = foreignIn(file)
  return foreign.ok ? readProcedure(foreign.value) : foreign
}

function checkCalendar(file: string): Result<CalendarYear> {
  const foreign = foreignIn(file)
  if (!foreign.ok) return foreign
  const year = CalendarYear.safeParse(foreign.value, inVietnamese)
  return year.success ? ok(year.data) : refuse(...year.error.issues.map(faultOf))
}

/** What the schema says of a place, or the rule of ours that it names. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  const place = issue.path.join('.') || '(file)'
  const own = issue.code === 'custom' ? z.object({ fault: z.enum(faultCodes), year: z.int() }).safeParse(issue.params) : null
  if (own?.success === true) return inputFault(own.data.fault, place, { year: own.data.year })
  return inputFault('catalog.invalid', place, { reason: reasonOf(issue) })
}

/** The JSON of a file; refused where there is no file, no JSON, a folder, or a file that another program holds. */
function foreignIn(file: string): Result<unknown> {
  const read = readOrNull(file)
  if (read === null) return refuse(inputFault('catalog.unreadable', ''))
  if (read.kind === 'missing') return refuse(inputFault('catalog.missing', ''))
  return read.kind === 'json' ? ok(read.json) : refuse(inputFault('catalog.json', '', { line: read.line, column: read.column }))
}

function readOrNull(file: string): JsonRead | null {
  try {
    return readJson(file)
  } catch {
    return null
  }
}

function readingsOf<T>(folder: string, check: (file: string) => Result<T>, before: readonly Reading<T>[]): readonly Reading<T>[] {
  return jsonFilesIn(folder).map(file => {
    const known = before.find(reading => reading.file === file)
    const stamp = stampOf(file)
    if (known?.stamp === stamp) return known
    const result = check(file)
    return { file, stamp, result, good: result.ok ? result.value : (known?.good ?? null) }
  })
}
