import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OfficeSettings } from '#contract/settings.ts'
import { CalendarYear } from '#domain/calendar/calendar.ts'
import { demoSettings } from '#office/settings.ts'

/** The year whose calendar a life of the campaign writes with its settings. */
export const CHANGED_YEAR = 2028

/** The stamp that each file of a data folder carries; `null` where there is no file yet. */
export type Kept = { readonly settings: string | null; readonly year: string | null }
export const nothingKept: Kept = { settings: null, year: null }

/**
 * Reads what a life left of its settings as a stranger would. Each file is whole, read by its owner alone, and of a save
 * that it may be of: the last one that was told, or the one that was on its way.
 */
export function judgeKept(
  dataDir: string,
  before: Kept,
  told: readonly string[],
): { readonly kept: Kept; readonly wrong: readonly string[] } {
  const first = before.settings === null ? [demoSettings('').office.unit] : []
  const settings = read(join(dataDir, 'settings.json'), json => OfficeSettings.parse(json).office.unit, [
    ...first,
    ...mayBe(before.settings, told),
  ])
  const year = read(
    join(dataDir, 'catalog', 'calendars', `${CHANGED_YEAR}.json`),
    json => CalendarYear.parse(json).source,
    mayBe(before.year, told),
  )
  return { kept: { settings: settings.stamp, year: year.stamp }, wrong: [...settings.wrong, ...year.wrong] }
}

/** Stamps of saves that may be there after these steps were told. */
function mayBe(before: string | null, told: readonly string[]): readonly (string | null)[] {
  const last = told.findLastIndex(line => line.startsWith('set '))
  const onTheWay = told.slice(last + 1).filter(line => line.startsWith('setting '))
  return [told[last]?.slice('set '.length) ?? before, ...onTheWay.map(line => line.slice('setting '.length))]
}

function read(file: string, stampOf: (json: unknown) => string, allowed: readonly (string | null)[]) {
  const open = [file, `${file}.new`].filter(each => existsSync(each) && (statSync(each).mode & 0o077) !== 0)
  const wrong = open.map(each => `${each} can be read by others`)
  try {
    const stamp = existsSync(file) ? stampOf(JSON.parse(readFileSync(file, 'utf8'))) : null
    return { stamp, wrong: allowed.includes(stamp) ? wrong : [...wrong, `${file} is of ${stamp}, not of ${allowed.join(' or ')}`] }
  } catch (error) {
    return { stamp: null, wrong: [...wrong, `${file} is torn: ${String(error)}`] }
  }
}
