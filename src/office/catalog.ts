import { join } from 'node:path'
import { type Calendar, buildCalendar } from '#domain/calendar/calendar.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { dayText } from '#words/paper.ts'
import { type Filed, sortOut } from './clash.ts'
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

/** `closedDays`: days on which the office is closed by its own decision. A year without a file is computed, and not promised. */
export function catalogOf(shelves: readonly Shelf[], closedDays: readonly Day[]): Catalog {
  const { counting, clashes } = sortOut(shelves.flatMap(filedOn))
  const years = shelves.flatMap(shelf => goodIn(shelf.calendars))
  return {
    procedures: counting.map(({ procedure }) => procedure),
    calendar: buildCalendar([...new Map(years.map(one => [one.year, one])).values()], closedDays, proposeYear),
    broken: [...shelves.flatMap(shelf => [...brokenIn(shelf.procedures), ...brokenIn(shelf.calendars)]), ...clashes],
  }
}

const goodIn = <T>(readings: readonly Reading<T>[]): readonly T[] => readings.flatMap(({ good }) => (good === null ? [] : [good]))

const filedOn = ({ procedures }: Shelf, shelf: number): readonly Filed[] =>
  procedures.flatMap(({ file, good }) => (good === null ? [] : [{ file, shelf, procedure: good }]))

const brokenIn = (readings: readonly Reading<unknown>[]): readonly BrokenFile[] =>
  readings.flatMap(({ file, result }) => (result.ok ? [] : [{ file, faults: result.faults }]))

/** Whether an edition is in force on a day. */
const inForce = ({ effectiveFrom, repealedFrom }: Procedure, day: Day): boolean => effectiveFrom <= day && (repealedFrom ?? '9999') > day

/** What is offered on a day: of each code the one edition that holds then, the newest that has begun and was not repealed. */
export function offeredOn(procedures: readonly Procedure[], day: Day): readonly Procedure[] {
  const newest = new Map<string, Procedure>()
  for (const procedure of procedures) {
    const known = newest.get(procedure.code)
    const later = known === undefined || known.effectiveFrom < procedure.effectiveFrom
    if (later && inForce(procedure, day)) newest.set(procedure.code, procedure)
  }
  return [...newest.values()]
}

/** The edition of a code that is offered on a day. */
export const editionOn = (procedures: readonly Procedure[], code: string, day: Day): Result<Procedure> => {
  const [edition] = offeredOn(
    procedures.filter(procedure => procedure.code === code),
    day,
  )
  return edition === undefined ? refuse(inputFault('catalog.unknown', 'procedure')) : ok(edition)
}

/** Why a draft of an edition that ended cannot be finished, and what is to be taken instead: a newer edition, or what replaced it. */
export type Repeal = { readonly successor: Procedure | null; readonly fault: Fault; readonly moved: Fault }

/**
 * `null` while this edition holds, and for a file that was only taken away: nobody repealed that. An edition ends when it is
 * repealed, or on the day a newer one of its code begins.
 */
export function repealOf(procedures: readonly Procedure[], procedure: Procedure, today: Day): Repeal | null {
  const { code, replacedBy = [], repealedFrom, effectiveFrom } = procedure
  if (repealedFrom !== undefined && repealedFrom <= effectiveFrom) return null
  const newer = newerEdition(procedures, procedure, today)
  const ends = [newer?.effectiveFrom, repealedFrom].flatMap(day => (day !== undefined && day <= today ? [day] : []))
  const [ended] = ends.toSorted((one, other) => one.localeCompare(other))
  if (ended === undefined) return null
  const successor = newer ?? [code, ...replacedBy].map(one => editionOn(procedures, one, today)).find(edition => edition.ok)?.value ?? null
  const day = dayText(ended)
  const instead = { day, code: successor?.code ?? '', name: successor?.name ?? '' }
  const fault =
    successor === null
      ? inputFault('dossier.procedure.repealed', 'procedure', { day })
      : inputFault('dossier.procedure.replaced', 'procedure', instead)
  return { successor, fault, moved: inputFault('draft.moved', 'procedure', instead) }
}

/** A newer edition of the same code that holds on a day. */
const newerEdition = (procedures: readonly Procedure[], { code, effectiveFrom }: Procedure, day: Day): Procedure | null => {
  const edition = editionOn(procedures, code, day)
  return edition.ok && edition.value.effectiveFrom > effectiveFrom ? edition.value : null
}

export const findEdition = (procedures: readonly Procedure[], wanted: { code: string; edition: string }): Result<Procedure> => {
  const found = procedures.find(procedure => procedure.code === wanted.code && procedure.edition === wanted.edition)
  return found === undefined ? refuse(inputFault('catalog.unknown', 'procedure')) : ok(found)
}
