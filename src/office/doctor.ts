import { statfsSync } from 'node:fs'
import type { Check } from '#contract/doctor.ts'
import type { Status } from '#contract/events.ts'
import { breakOf } from '#domain/journal/chain.ts'
import { genesis } from '#domain/journal/line.ts'
import type { Printer } from '#devices/printer/printer.ts'
import type { Result } from '#domain/kernel/result.ts'
import { type Day, dayOf } from '#domain/kernel/time.ts'
import { sha256 } from '#machine/digest.ts'
import { type DoctorCheck, sayBrokenFiles, sayTrouble, sayWell } from '#words/doctor.ts'
import { offeredOn } from './catalog.ts'
import type { Desk } from './desk.ts'
import type { Year } from './years.ts'

/** Under this the disk is called nearly full. */
const LEAST_FREE_BYTES = 500_000_000

/** Devices, disk, clock, journal, catalogue and city: what is wrong with each and what to do, as sentences. */
export async function examine(desk: Desk): Promise<readonly Check[]> {
  const status = desk.status()
  const today = dayOf(desk.clock.now())
  const [printer, printer2] = await Promise.all(desk.printers.each.map(healthOf))
  const { broken, procedures } = desk.catalog()
  const offered = offeredOn(procedures, today).length
  const gap = brokenAt(desk)
  const last = desk.store.read.dossiers.lastNumber()
  const years = desk.years()
  const missing = yearsNeeded(today).filter(year => years.every(({ calendar }) => calendar.year !== year))
  return [
    said('printer', printer ?? WELL, { waiting: status.printer.waiting }),
    ...(printer2 === undefined ? [] : [said('printer2', printer2, {})]),
    said('pages', illBy(desk.pagePrinter.ok ? status.pages.fault : 'none'), { waiting: status.pages.waiting }),
    said('scanner', illBy(status.scanner.connected ? null : 'missing'), { address: status.scanner.address }),
    said('disk', illBy(freeBytes(desk.dataDir) < LEAST_FREE_BYTES ? 'full' : null), {
      megabytes: Math.floor(freeBytes(desk.dataDir) / 1e6),
    }),
    said('clock', illBy(last !== null && last.day > today ? 'back' : null), { day: today.split('-').toReversed().join('/') }),
    said('journal', illBy(gap === null ? null : 'broken'), { entries: desk.store.read.journal.head().position, at: gap ?? 0 }),
    said('catalog', illBy(broken.length > 0 ? 'broken' : null), { procedures: offered, files: sayBrokenFiles(broken) }),
    said('calendar', illBy(missing.length > 0 ? 'missing' : null), {
      years: missing.join(', '),
      last: years.at(-1)?.calendar.year ?? 0,
      undecided: undecided(years, today),
    }),
    said('city', cityHealth(status.city), { pending: status.city.pending }),
  ]
}

/** This year, and from October on the next: due dates reach into it then, and the notice of its holidays is out about that time. */
const yearsNeeded = (today: Day): readonly number[] => {
  const year = Number(today.slice(0, 4))
  return Number(today.slice(5, 7)) >= OCTOBER ? [year, year + 1] : [year]
}

const OCTOBER = 10

/** The years needed that have a calendar nobody decided yet: their due dates are given, and marked as not sure. */
const undecided = (years: readonly Year[], today: Day): string =>
  years
    .filter(({ calendar }) => yearsNeeded(today).includes(calendar.year) && !calendar.sure)
    .map(({ calendar }) => calendar.year)
    .join(', ')

type Health = { readonly state: 'ok' } | { readonly state: 'soon' | 'away' | 'ill'; readonly trouble: string }

const WELL: Health = { state: 'ok' }
const illBy = (trouble: string | null): Health => (trouble === null ? WELL : { state: 'ill', trouble })

/** A printer that is printing right now is well; one whose paper ends soon still prints. */
async function healthOf(printer: Result<Printer>): Promise<Health> {
  const asked = printer.ok ? await printer.value.state() : printer
  if (!asked.ok) return asked.faults[0]?.code === 'printer.busy' ? WELL : illBy(asked.faults[0]?.code ?? 'unknown')
  const { ready, trouble } = asked.value
  if (!ready) return illBy(`printer.${trouble ?? 'unknown'}`)
  return trouble === 'paper-low' ? { state: 'soon', trouble: 'printer.paper-low' } : WELL
}

/** No network is not an illness: the counter works on, and everything is sent later. */
function cityHealth({ url, fault }: Status['city']): Health {
  const trouble = url === null ? 'none' : fault
  return trouble === null ? WELL : { state: 'away', trouble }
}

const said = (id: DoctorCheck, health: Health, figures: Readonly<Record<string, string | number>>): Check =>
  health.state === 'ok'
    ? { id, state: 'ok', what: sayWell(id, figures) }
    : { id, state: health.state, ...sayTrouble(id, health.trouble, figures) }

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** The first position where the chain does not hold, walking it from its beginning. */
function brokenAt(desk: Desk): number | null {
  const counter = desk.settings.counter.id
  let head = genesis(counter, sha256)
  for (;;) {
    const entries = desk.store.read.journal.read(head.position, 500)
    for (const entry of entries) {
      if (breakOf(head, counter, entry, sha256) !== null) return head.position + 1
      head = { position: entry.position, hash: entry.hash }
    }
    if (entries.length === 0) return null
  }
}
