import { join } from 'node:path'
import type { Output } from '#contract/calls.ts'
import type { Status } from '#contract/events.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { openPrinter } from '#devices/open.ts'
import { openPagePrinter } from '#devices/page/page-printer.ts'
import type { Printer } from '#devices/printer/printer.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Role, Signer } from '#domain/post/handover.ts'
import type { Environment } from '#machine/env.ts'
import { type Store, openStore } from '#storage/store.ts'
import { offeredOn } from './catalog.ts'
import { openBook } from './book.ts'
import { openHall } from './queue/hall.ts'
import { readServiceList } from './queue/services.ts'
import { openHandoverDesk } from './handover.ts'
import { openHome } from './home.ts'
import { openIntake } from './intake.ts'
import { openLife } from './life.ts'
import { openCatalog } from './live-catalog.ts'
import { openMoney } from './money.ts'
import type { OfficeParts } from './parts.ts'
import { openPapers } from './papers.ts'
import { openSlipPrinters } from './slip-printers.ts'
import { openPeopleDesk } from './people.ts'
import { openPostDesk } from './post.ts'
import { openPostFile } from './post-file.ts'
import { openPlaceDesk } from './places.ts'
import { type Pumps, openPumps } from './pumps.ts'
import { openTurningAway } from './turning-away.ts'
import { openVoices } from './voices.ts'
import { type Year, yearsOf } from './years.ts'

export type Newcomer = { readonly name: string; readonly role: Role; readonly pin: string }

/** A counter that is set up: its store, its people and its use cases. Its pumps stand still until `lead`. */
export function openDesk(environment: Environment, settings: OfficeSettings, parts: OfficeParts): Result<Desk> {
  const { clock, randomness, digest } = parts
  const store = openStore(
    { file: `${environment.dataDir}/office.db`, key: parts.key ?? null, binding: environment.sqliteBinding },
    { counter: settings.counter.id, now: clock.now, digest, randomness },
  )
  return store.ok ? ok(build(environment, settings, parts, store.value)) : store
}

export type Desk = ReturnType<typeof build>

function build(environment: Environment, settings: OfficeSettings, parts: OfficeParts, store: Store) {
  const { clock, randomness, resources, tell } = parts
  const live = openCatalog({ resources, dataDir: environment.dataDir, closedDays: settings.closedDays, clock, tell })
  const catalog = live.now
  const slipPrinter = (address: string | null): Result<Printer> =>
    address === null ? refuse(failureFault('printer.none')) : openPrinter(address, { fonts: join(resources, 'fonts') })
  const printers = openSlipPrinters({
    first: slipPrinter(settings.printer),
    second: settings.printer2 === null ? null : slipPrinter(settings.printer2),
    clock,
  })
  const pagePrinter = openPagePrinter(settings.pagePrinter)
  const papers = openPapers({
    formSet: settings.formSet,
    formLayout: settings.formLayout,
    store,
    bank: settings.bank,
    office: settings.office,
    resources,
    catalog,
    now: clock.now,
  })
  const services = readServiceList(resources, environment.dataDir)
  const hall = openHall({
    ...parts,
    store,
    settings,
    dataDir: environment.dataDir,
    services,
    follow: () => pumps?.follow(),
  })
  const people = openPeopleDesk(store, clock, randomness)
  let signedIn: Signer | null = null
  let pumps: Pumps | null = null

  const follow = (): void => pumps?.follow()
  const status = (): Status => pumps?.status() ?? standing(settings, store)
  const use = { store, settings, catalog, clock, randomness, follow }
  const life = openLife(use)
  const post = openPostDesk({ ...use, life })

  return {
    ...use,
    dataDir: environment.dataDir,
    glance: live.glance,
    years: (): readonly Year[] => yearsOf(resources, environment.dataDir),
    people,
    places: openPlaceDesk(resources, settings.office.province),
    papers,
    pagePrinter,
    printers,
    status,
    intake: openIntake(use),
    life,
    post,
    postFile: openPostFile({ ...use, post }),
    turningAway: openTurningAway({ ...use, papers }),
    book: openBook({ ...use, dataDir: environment.dataDir, formSet: papers.formSet }),
    handover: openHandoverDesk(use),
    money: openMoney(use),
    hall,
    services,
    home: openHome({ ...use, life, people, digest: parts.digest, dataDir: environment.dataDir }),
    voices: openVoices(resources, environment.dataDir),
    openWindow: (which: 'display' | 'kiosk'): boolean => parts.openWindow?.(which) ?? false,
    sync: () => pumps?.sync ?? null,
    signedIn: (): Signer | null => signedIn,
    sign: (signer: Signer | null): void => {
      signedIn = signer
    },
    /** Starts the pumps: done by the one process that holds the data folder. */
    lead: (): void => {
      live.watch()
      pumps = openPumps({ ...parts, store, settings, papers, printers, pagePrinter })
      void hall.start()
    },
    /** Writes the first entries of a new journal: the counter, and its people. */
    begin: async (newcomers: readonly Newcomer[]): Promise<Result<Record<string, never>>> => {
      const { office, agency, counter } = settings
      const body = { office, agency, counter: counter.id, number: counter.number }
      const begun = store.commit('office', () =>
        ok({ said: [{ kind: 'counter.opened', version: 1, subject: counter.id, body }], answer: null }),
      )
      if (!begun.ok) return begun
      for (const newcomer of newcomers) {
        const named = await people.name(newcomer)
        if (!named.ok) return named
      }
      follow()
      return ok({})
    },
    hello: (): Output<'office.hello'> => {
      live.glance()
      return {
        setUp: true,
        now: clock.now(),
        office: settings,
        officials: [...people.all()],
        signedIn,
        procedures: [...offeredOn(catalog().procedures, dayOf(clock.now()))],
        status: status(),
      }
    },
    close: async (): Promise<void> => {
      live.close()
      await hall.close()
      await pumps?.close()
      await printers.close()
      store.close()
    },
  }
}

/** What is so while no pump runs. */
function standing(settings: OfficeSettings, store: Store): Status {
  const idle = { ready: true, fault: null, since: null }
  return {
    printer: { ...idle, waiting: store.read.jobs.waiting('thermal'), warning: null, second: null },
    pages: { ...idle, waiting: store.read.jobs.waiting('page') },
    scanner: { address: settings.scanner ?? 'wedge', connected: false },
    city: {
      url: settings.cityUrl,
      reached: null,
      pending: store.read.journal.head().position - store.cursor.get('city'),
      since: null,
      fault: null,
    },
  }
}
