import { join } from 'node:path'
import { CalendarYear, type Calendar, buildCalendar } from '#domain/calendar/calendar.ts'
import { type Fault, type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import { type Procedure, readProcedure } from '#domain/procedure/procedure.ts'
import { jsonFilesIn, readJsonFile } from '#machine/files.ts'

/** A file that was refused whole, with every reason. */
export type BrokenFile = { readonly file: string; readonly faults: readonly Fault[] }

export type Catalog = {
  /** Every good edition of every procedure. */
  readonly procedures: readonly Procedure[]
  readonly calendar: Calendar
  readonly broken: readonly BrokenFile[]
}

/**
 * Reads procedures and calendars: those that ship with the program, then those of the data folder, a later file of the
 * same code and edition replacing an earlier one. A bad file is refused whole and named; the last good edition stays.
 */
export function readCatalog(resources: string, dataDir: string): Catalog {
  const folders = [join(resources, 'catalog'), join(dataDir, 'catalog')]
  const files = folders.flatMap(folder => jsonFilesIn(join(folder, 'procedures')))
  const read = files.map(file => ({ file, result: checkFile(file) }))
  const editions = new Map<string, Procedure>()
  for (const { result } of read) if (result.ok) editions.set(`${result.value.code} ${result.value.edition}`, result.value)
  const years = folders
    .flatMap(folder => jsonFilesIn(join(folder, 'calendars')))
    .map(file => ({ file, year: CalendarYear.safeParse(readJsonFile(file)) }))
  return {
    procedures: [...editions.values()],
    calendar: buildCalendar([
      ...new Map(years.flatMap(({ year }) => (year.success ? [[year.data.year, year.data] as const] : []))).values(),
    ]),
    broken: [
      ...read.flatMap(({ file, result }) => (result.ok ? [] : [{ file, faults: result.faults }])),
      ...years.flatMap(({ file, year }) =>
        year.success
          ? []
          : [
              {
                file,
                faults: year.error.issues.map(issue => inputFault('catalog.invalid', issue.path.join('.'), { reason: issue.message })),
              },
            ],
      ),
    ],
  }
}

/** One procedure file, or what is wrong with it. */
export function checkFile(file: string): Result<Procedure> {
  const foreign = readJsonFile(file)
  if (foreign === undefined || foreign === null) return refuse(failureFault('catalog.unreadable'))
  return readProcedure(foreign)
}

/** Whether an edition is in force on a day. */
export const inForce = ({ effectiveFrom, repealedFrom }: Procedure, day: Day): boolean =>
  effectiveFrom <= day && (repealedFrom ?? '9999') > day

/** The edition in force on a day: the newest that has begun and was not repealed. */
export const editionOn = (procedures: readonly Procedure[], code: string, day: Day): Result<Procedure> => {
  const newest = procedures
    .filter(procedure => procedure.code === code && inForce(procedure, day))
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0]
  return newest === undefined ? refuse(inputFault('catalog.unknown', 'procedure')) : ok(newest)
}

export const findEdition = (procedures: readonly Procedure[], wanted: { code: string; edition: string }): Result<Procedure> => {
  const found = procedures.find(procedure => procedure.code === wanted.code && procedure.edition === wanted.edition)
  return found === undefined ? refuse(inputFault('catalog.unknown', 'procedure')) : ok(found)
}
