import { join } from 'node:path'
import type { Tell } from '#contract/events.ts'
import { type Day, dayOf } from '#domain/kernel/time.ts'
import type { Clock } from '#machine/clock.ts'
import { type Watch, watchFolders } from '#machine/watch.ts'
import { type Catalog, catalogOf, findEdition, offeredOn } from './catalog.ts'
import { type Shelf, isUnfinished, readShelf, stampsOf } from './shelf.ts'

type LiveCatalogParts = {
  readonly resources: string
  readonly dataDir: string
  readonly closedDays: readonly Day[]
  readonly clock: Clock
  readonly tell: Tell
}

/** A file that is no JSON is given this long to become one before it is called broken: it may still be on its way. */
const UNFINISHED_MS = 2000

/**
 * The catalogue as the office's folder has it now: a file that is dropped in, changed or taken away counts without a
 * restart. A file that breaks keeps its last good edition in use; what happened is told with the event `catalog`.
 */
export function openCatalog({ resources, dataDir, closedDays, clock, tell }: LiveCatalogParts) {
  const own = join(dataDir, 'catalog')
  const shipped = readShelf(join(resources, 'catalog'))
  let shelf = readShelf(own)
  let doubted: string | null = null
  let watch: Watch | null = null
  let catalog: Catalog = catalogOf([shipped, shelf], closedDays)

  const look = (): void => {
    const stamps = stampsOf(own)
    if (stamps === shelf.stamps) return
    const read = readShelf(own, shelf)
    if (isUnfinished(read, shelf) && doubted !== stamps) {
      doubted = stamps
      watch?.stir(UNFINISHED_MS)
      return
    }
    take(read)
  }
  const take = (read: Shelf): void => {
    shelf = read
    catalog = withWithdrawn(catalog, catalogOf([shipped, shelf], closedDays))
    const today = dayOf(clock.now())
    tell('catalog', { procedures: offeredOn(catalog.procedures, today).length, broken: catalog.broken.length })
  }

  return {
    now: (): Catalog => catalog,
    /** Cheap: compares time stamps, and reads only where they moved. What it finds is told like any change. */
    glance: (): void => {
      const stamps = stampsOf(own)
      if (stamps !== shelf.stamps && stamps !== doubted) watch?.stir()
    },
    /** From now on the folder is watched: done by the one process that holds it. */
    watch: (): void => {
      watch = watchFolders([join(own, 'procedures'), join(own, 'calendars')], clock, look)
    },
    close: (): void => watch?.close(),
  }
}

/**
 * What is no longer on the shelf is no longer offered, but an edition under which something was opened stays known while
 * the office runs: its drafts say that it is not in force, its papers can still be printed.
 */
function withWithdrawn(before: Catalog, now: Catalog): Catalog {
  const gone = before.procedures.filter(one => !findEdition(now.procedures, one).ok)
  return { ...now, procedures: [...now.procedures, ...gone.map(one => ({ ...one, repealedFrom: one.effectiveFrom }))] }
}
