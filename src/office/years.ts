import { basename, join } from 'node:path'
import type { CalendarYear } from '#domain/calendar/calendar.ts'
import { jsonFilesIn, writeAtomically } from '#machine/files.ts'
import { checkFile } from './shelf.ts'

/** One year of the working calendar, and the office's own file it stands in; `null` where it ships with the program. */
export type Year = { readonly calendar: CalendarYear; readonly file: string | null }

/** Every year there is a good calendar for, the office's own before the one that ships, in the order of the catalogue. */
export function yearsOf(resources: string, dataDir: string): readonly Year[] {
  const shipped = goodIn(join(resources, 'catalog', 'calendars')).map(({ calendar }) => ({ calendar, file: null }))
  const all = [...shipped, ...goodIn(folderOf(dataDir))]
  return [...new Map(all.map(year => [year.calendar.year, year])).values()].toSorted((a, b) => a.calendar.year - b.calendar.year)
}

/** Writes a year into the data folder, over the office's own file of it where there is one: the catalogue honours it from then on. */
export function keepYear(dataDir: string, calendar: CalendarYear): void {
  const own = goodIn(folderOf(dataDir)).findLast(year => year.calendar.year === calendar.year)
  const days = calendar.days.toSorted((a, b) => a.day.localeCompare(b.day))
  const file = join(folderOf(dataDir), own === undefined ? `${calendar.year}.json` : basename(own.file))
  writeAtomically(file, `${JSON.stringify({ ...calendar, days }, null, 2)}\n`)
}

const folderOf = (dataDir: string): string => join(dataDir, 'catalog', 'calendars')

const goodIn = (folder: string): readonly { readonly calendar: CalendarYear; readonly file: string }[] =>
  jsonFilesIn(folder).flatMap(file => {
    const read = checkFile(file)
    return read.ok && 'days' in read.value ? [{ calendar: read.value, file }] : []
  })
