import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CalendarYear, buildCalendar } from '#domain/calendar/calendar.ts'
import { type Instant, readIsoTime } from '#domain/kernel/time.ts'
import { RESOURCES } from '#kit/basics.ts'

const FOLDER = join(RESOURCES, 'catalog/calendars')

/** The calendars that ship with the program, by the name of their file. */
export const shipped: ReadonlyMap<string, CalendarYear> = new Map(
  readdirSync(FOLDER).map(file => [file, CalendarYear.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))]),
)

export const shippedCalendar = buildCalendar([...shipped.values()])

/** A moment from `YYYY-MM-DDTHH:MM` in Việt Nam. */
export function at(text: string): Instant {
  const moment = readIsoTime(text)
  if (moment === null) throw new Error(`no time: ${text}`)
  return moment
}
