import { join } from 'node:path'
import { CalendarYear } from '#domain/calendar/calendar.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { inVietnamese, reasonOf } from '#domain/procedure/reason.ts'
import { jsonFilesIn, readJsonFile, stampOf } from '#machine/files.ts'

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
        result.faults.some(({ code }) => code === 'catalog.unreadable') &&
        known.every(other => other.file !== file || other.stamp !== stamp),
    ),
  )

/** One procedure or calendar file, or what is wrong with it: a calendar is known by its year. */
export function checkFile(file: string): Result<Procedure | CalendarYear> {
  const foreign = foreignIn(file)
  return typeof foreign === 'object' && foreign !== null && 'year' in foreign ? checkCalendar(file) : checkProcedure(file)
}

export function checkProcedure(file: string): Result<Procedure> {
  const foreign = foreignIn(file)
  return foreign === null ? refuse(failureFault('catalog.unreadable')) : readProcedure(foreign)
}

function checkCalendar(file: string): Result<CalendarYear> {
  const foreign = foreignIn(file)
  if (foreign === null) return refuse(failureFault('catalog.unreadable'))
  const year = CalendarYear.safeParse(foreign, inVietnamese)
  if (year.success) return ok(year.data)
  return refuse(
    ...year.error.issues.map(issue => inputFault('catalog.invalid', issue.path.join('.') || '(file)', { reason: reasonOf(issue) })),
  )
}

/** `null` where nothing can be read: no file, no JSON, a folder, or a file that another program holds. */
function foreignIn(file: string): unknown {
  try {
    return readJsonFile(file) ?? null
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
