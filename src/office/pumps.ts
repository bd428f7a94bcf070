import type { Status } from '#contract/events.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { openScanner } from '#devices/open.ts'
import type { PagePrinter } from '#devices/page/page-printer.ts'
import { type Result, ok } from '#domain/kernel/result.ts'
import type { Store } from '#storage/store.ts'
import { type Sync, openSync } from '#sync/sync.ts'
import type { OfficeParts } from './parts.ts'
import type { Papers } from './papers.ts'
import { type PressState, openPress } from './press.ts'
import type { SlipPrinters, Standing } from './slip-printers.ts'

/** A store is left alone this long after a commit before its WAL is moved into the file. */
const REST_AFTER_MS = 400

export type PumpParts = Pick<OfficeParts, 'clock' | 'randomness' | 'tell'> & {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly papers: Papers
  readonly printers: SlipPrinters
  readonly pagePrinter: Result<PagePrinter>
}

/** The errands that follow from what was committed: both presses, the way to the city, the scanner's ear, the store's rest. */
export function openPumps({ store, settings, papers, printers, pagePrinter, clock, randomness, tell }: PumpParts) {
  let resting = new AbortController()
  let closed = false
  const wedge = settings.scanner === null || settings.scanner === 'wedge'
  let scanner: Status['scanner'] = { address: settings.scanner ?? 'wedge', connected: wedge }

  const status = (): Status => {
    const city = sync?.state()
    return {
      printer: slipStatus(thermal.state(), printers.standing()),
      pages: pages.state(),
      scanner,
      city: {
        url: settings.cityUrl,
        reached: city?.reached ?? null,
        pending: city?.pending ?? 0,
        since: city?.since ?? null,
        fault: city?.fault ?? null,
      },
    }
  }
  const changed = (): void => tell('status', status())

  const thermal = openPress({
    press: 'thermal',
    store,
    clock,
    onChange: () => changed(),
    print: printers.set.ok ? ok(papers.onSlip(printers)) : printers.set,
  })
  printers.watch({ changed: () => changed(), ready: () => thermal.wake() })
  const pages = openPress({
    press: 'page',
    store,
    clock,
    onChange: () => changed(),
    print: pagePrinter.ok ? ok(papers.onPage(pagePrinter.value)) : pagePrinter,
  })
  const sync = settings.cityUrl === null ? null : syncOf({ store, settings, clock, randomness }, settings.cityUrl, () => changed())
  const ears = wedge
    ? null
    : openScanner(
        settings.scanner ?? '',
        text => tell('scanned', { text }),
        state => {
          scanner = { ...scanner, connected: state === 'connected' }
          changed()
        },
      )

  const rest = async (): Promise<void> => {
    resting.abort()
    resting = new AbortController()
    const { signal } = resting
    await clock.sleep(REST_AFTER_MS, signal)
    if (!signal.aborted) store.rest()
  }

  return {
    status,
    sync,
    /** After a commit: the pumps look, the windows hear, and the store rests when nobody waits. Once closed: nothing. */
    follow: (): void => {
      if (closed) return
      thermal.wake()
      pages.wake()
      sync?.wake()
      void rest()
      changed()
    },
    close: async (): Promise<void> => {
      closed = true
      resting.abort()
      await Promise.all([thermal.close(), pages.close(), sync?.close(), ears?.close()])
    },
  }
}
/** What keeps slips from coming out: what is known of the printer itself, else what the press last met. */
const slipStatus = ({ fault, waiting, since }: PressState, standing: Standing): Status['printer'] => ({
  ...standing,
  fault: standing.fault ?? fault,
  since: standing.since ?? since,
  ready: standing.fault === null && fault === null,
  waiting,
})

export type Pumps = ReturnType<typeof openPumps>

/** The way to the city for this counter's journal. */
export const syncOf = (
  { store, settings, clock, randomness }: Pick<PumpParts, 'store' | 'settings' | 'clock' | 'randomness'>,
  url: string,
  onState: () => void,
): Sync =>
  openSync({
    url,
    counter: settings.counter.id,
    journal: store.read.journal,
    cursor: { get: () => store.cursor.get('city'), set: value => store.cursor.set('city', value) },
    clock,
    randomness,
    onState,
  })
