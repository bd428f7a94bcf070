import { join } from 'node:path'
import { type Calendar, buildCalendar } from '#domain/calendar/calendar.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { dayText } from '#words/paper.ts'
import { type Reading, type Shelf, readShelf } from './shelf.ts'

/** A file that was refused whole, with every reason. */
export type BrokenFile = { readonly file: string; readonly faults: readonly Fault[] }

export type Catalog = {
  /** Every good edition of every procedure. */
  readonly procedures: readonly Procedure[]
  readonly calendar: Calendar
  readonly broken: readonly BrokenFile[]
}

/**
 * Reads procedures and calendars once: those that ship with the program, then those of the data folder, a later file of
 * the same code and edition replacing an earlier one. A bad file is refused whole and named.
 */
export const readCatalog = (resources: string, dataDir: string, closedDays: readonly Day[] = []): Catalog =>
  catalogOf([readShelf(join(resources, 'catalog')), readShelf(join(dataDir, 'catalog'))], closedDays)

/** `closedDays`: days on which the office is closed by its own decision. */
export function catalogOf(shelves: readonly Shelf[], closedDays: readonly Day[]): Catalog {
  const procedures = shelves.flatMap(shelf => goodIn(shelf.procedures))
  const years = shelves.flatMap(shelf => goodIn(shelf.calendars))
  return {
    procedures: [...new Map(procedures.map(one => [`${one.code} ${one.edition}`, one])).values()],
    calendar: buildCalendar([...new Map(years.map(one => [one.year, one])).values()], closedDays),
    broken: shelves.flatMap(shelf => [...brokenIn(shelf.procedures), ...brokenIn(shelf.calendars)]),
  }
}

const goodIn = <T>(readings: readonly Reading<T>[]): readonly T[] => readings.flatMap(({ good }) => (good === null ? [] : [good]))

const brokenIn = (readings: readonly Reading<unknown>[]): readonly BrokenFile[] =>
  readings.flatMap(({ file, result }) => (result.ok ? [] : [{ file, faults: result.faults }]))

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

/** Why a draft of a repealed procedure cannot be finished, and what is to be taken instead: a newer edition, or what replaced it. */
export type Repeal = { readonly successor: Procedure | null; readonly fault: Fault; readonly moved: Fault }

/** `null` while the procedure is in force, and for a file that was only taken away: nobody repealed that. */
export function repealOf(procedures: readonly Procedure[], procedure: Procedure, today: Day): Repeal | null {
  const { code, replacedBy = [], repealedFrom, effectiveFrom } = procedure
  if (repealedFrom === undefined || repealedFrom <= effectiveFrom || inForce(procedure, today)) return null
  const successor = [code, ...replacedBy].map(one => editionOn(procedures, one, today)).find(edition => edition.ok)?.value ?? null
  const day = dayText(repealedFrom)
  const instead = { day, code: successor?.code ?? '', name: successor?.name ?? '' }
  const fault =
    successor === null
      ? inputFault('dossier.procedure.repealed', 'procedure', { day })
      : inputFault('dossier.procedure.replaced', 'procedure', instead)
  return { successor, fault, moved: inputFault('draft.moved', 'procedure', instead) }
}

export const findEdition = (procedures: readonly Procedure[], wanted: { code: string; edition: string }): Result<Procedure> => {
  const found = procedures.find(procedure => procedure.code === wanted.code && procedure.edition === wanted.edition)
  return found === undefined ? refuse(inputFault('catalog.unknown', 'procedure')) : ok(found)
}
