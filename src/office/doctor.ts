import { statfsSync } from 'node:fs'
import type { Output } from '#contract/calls.ts'
import { breakOf } from '#domain/journal/chain.ts'
import { genesis } from '#domain/journal/line.ts'
import type { Printer } from '#devices/printer/printer.ts'
import type { Result } from '#domain/kernel/result.ts'
import { type Day, dayOf } from '#domain/kernel/time.ts'
import { sha256 } from '#machine/digest.ts'
import { type DoctorCheck, sayBrokenFiles, sayCheck } from '#words/doctor.ts'
import { offeredOn } from './catalog.ts'
import type { Desk } from './desk.ts'
import type { Year } from './years.ts'

type Checked = Output<'doctor.run'>[number]

/** Under this the disk is called nearly full. */
const LEAST_FREE_BYTES = 500_000_000

/** Devices, disk, clock, journal, catalogue and city: what is wrong with each and what to do, as sentences. */
export async function examine(desk: Desk): Promise<readonly Checked[]> {
  const status = desk.status()
  const [printer, printer2] = await Promise.all(desk.printers.each.map(stateOf))
  const { broken, procedures } = desk.catalog()
  const offered = offeredOn(procedures, dayOf(desk.clock.now())).length
  const gap = brokenAt(desk)
  const last = desk.store.read.dossiers.lastNumber()
  const today = dayOf(desk.clock.now())
  const years = desk.years()
  const missing = yearsNeeded(today).filter(year => years.every(({ calendar }) => calendar.year !== year))
  return [
    said('printer', printer?.trouble ?? null, { waiting: status.printer.waiting }, printer?.warning),
    ...(printer2 === undefined ? [] : [said('printer2', printer2.trouble, {}, printer2.warning)]),
    said('pages', desk.pagePrinter.ok ? status.pages.fault : 'none', { waiting: status.pages.waiting }),
    said('scanner', status.scanner.connected ? null : 'missing', { address: status.scanner.address }),
    said('disk', freeBytes(desk.dataDir) < LEAST_FREE_BYTES ? 'full' : null, { megabytes: Math.floor(freeBytes(desk.dataDir) / 1e6) }),
    said('clock', last !== null && last.day > dayOf(desk.clock.now()) ? 'back' : null, {
      day: dayOf(desk.clock.now()).split('-').toReversed().join('/'),
    }),
    said('journal', gap === null ? null : 'broken', { entries: desk.store.read.journal.head().position, at: gap ?? 0 }),
    said('catalog', broken.length > 0 ? 'broken' : null, { procedures: offered, files: sayBrokenFiles(broken) }),
    said('calendar', missing.length > 0 ? 'missing' : null, {
      years: missing.join(', '),
      last: years.at(-1)?.calendar.year ?? 0,
      undecided: undecided(years, today),
    }),
    said('city', status.city.url === null ? 'none' : status.city.fault, { pending: status.city.pending }),
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

type Health = { readonly trouble: string | null; readonly warning: string | null }

/** A printer that is printing right now is well. */
async function stateOf(printer: Result<Printer>): Promise<Health> {
  const state = printer.ok ? await printer.value.state() : printer
  if (!state.ok) return { trouble: state.faults[0]?.code === 'printer.busy' ? null : (state.faults[0]?.code ?? 'unknown'), warning: null }
  const { ready, trouble } = state.value
  return { trouble: ready ? null : `printer.${trouble ?? 'unknown'}`, warning: trouble === 'paper-low' ? 'printer.paper-low' : null }
}

/** `warning`: it works, and a hand is needed soon. */
const said = (
  id: DoctorCheck,
  trouble: string | null,
  figures: Readonly<Record<string, string | number>>,
  warning: string | null = null,
): Checked => ({
  id,
  ok: trouble === null,
  ...sayCheck(id, trouble ?? warning, figures),
})

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
