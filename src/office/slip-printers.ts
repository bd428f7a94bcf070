import type { Status } from '#contract/events.ts'
import type { Printer, PrinterState } from '#devices/printer/printer.ts'
import { type Fault, type Result, failureFault, refuse } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import type { Clock } from '#machine/clock.ts'

/** How often printers that answer are asked how they are while nothing is printed. */
const LOOK_MS = 15_000

export type SlipPrinterParts = {
  readonly first: Result<Printer>
  /** The one that takes over; `null` where the office has but one. */
  readonly second: Result<Printer> | null
  readonly clock: Clock
}

/** What is known of one printer: what keeps it from printing and since when, and what a hand will soon be needed for. */
type Known = {
  readonly fault: string | null
  readonly since: Instant | null
  readonly warning: string | null
  readonly answers: boolean | null
}

/** A slip printer by the name of its setting. */
export type PrinterName = 'printer' | 'printer2'

type Printed = { readonly name: PrinterName; readonly result: Result<'printed'> }

type Device = { readonly name: PrinterName; readonly printer: Result<Printer>; known: Known }

/** What the status line says of the slip printers. */
export type Standing = Pick<Status['printer'], 'fault' | 'since' | 'warning' | 'second'>

/**
 * The slip printers of a counter as one. Where the first cannot print, and nothing of the slip is on paper, the second does, until
 * the first is ready again. A slip that stopped half-way is not theirs to print again: the press makes a marked copy of it.
 */
export function openSlipPrinters({ first, second, clock }: SlipPrinterParts) {
  const closing = new AbortController()
  const one = deviceOf('printer', first, clock)
  const two = second === null ? null : deviceOf('printer2', second, clock)
  const all = two === null ? [one] : [one, two]
  let watching: Promise<void> | null = null
  let onChange = (): void => undefined
  let onReady = (): void => undefined
  let last: Promise<unknown> = Promise.resolve()

  const know = (device: Device, change: Partial<Known>): void => {
    const fault = change.fault === undefined ? device.known.fault : change.fault
    const since = fault === null ? null : (device.known.since ?? clock.now())
    const before = device.known
    device.known = { ...before, ...change, fault, since }
    if (fault === null && before.fault !== null) onReady()
    if (fault !== before.fault || device.known.warning !== before.warning) onChange()
  }

  const printOn = async (device: Device, slip: readonly Block[]): Promise<Result<'printed'>> => {
    const result = device.printer.ok ? await device.printer.value.print(slip) : device.printer
    const code = result.ok ? null : (result.faults[0]?.code ?? 'printer.off')
    // It took everything: what it did with it a person sees, and the printer is not known to be ill.
    if (code !== 'printer.unconfirmed') know(device, { fault: code })
    return result
  }

  /** While the watch will find out when the first is ready again, nobody waits for it meanwhile. */
  const order = (): readonly Device[] => {
    const aside = two !== null && watching !== null && one.known.fault !== null && two.known.fault === null
    return aside ? all.toReversed() : all
  }

  const print = async (slip: readonly Block[]): Promise<Result<'printed'>> => {
    const refusals: { readonly device: Device; readonly faults: readonly Fault[] }[] = []
    for (const device of order()) {
      const result = await printOn(device, slip)
      if (result.ok || onPaper(result.faults)) return result
      refusals.push({ device, faults: result.faults })
    }
    const told = refusals.find(({ device }) => device === one) ?? refusals[0]
    return refuse(...(told?.faults ?? [failureFault('printer.off')]))
  }

  /** One slip at a time, whoever prints it: a test is no reason for the second printer to take over. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act)
    last = mine.catch(() => undefined)
    return mine
  }

  const look = async (device: Device): Promise<void> => {
    const { fault, answers } = device.known
    // One that never answers tells nothing by being asked; while it cannot be reached, that it can be again.
    if (!device.printer.ok || (answers === false && fault === null)) return
    const state = await device.printer.value.state()
    if (state.ok && !closing.signal.aborted) know(device, knownOf(state.value))
  }

  const watch = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await Promise.all(all.map(look))
      await clock.sleep(LOOK_MS, closing.signal)
    }
  }

  return {
    print: (slip: readonly Block[]): Promise<Result<'printed'>> => inTurn(() => print(slip)),
    /** Prints on each printer its own slip, and what one cannot print no other does: what came of each. */
    printEach: (slipOf: (name: PrinterName) => readonly Block[]): Promise<readonly Printed[]> =>
      inTurn(() => Promise.all(all.map(async device => ({ name: device.name, result: await printOn(device, slipOf(device.name)) })))),
    /** Looks at the printers every 15 seconds from now on; `ready`: one can print again. */
    watch: (told: { readonly changed: () => void; readonly ready: () => void }): void => {
      onChange = told.changed
      onReady = told.ready
      watching = Promise.resolve().then(watch)
    },
    standing: (): Standing => ({
      fault: one.known.fault,
      since: one.known.since,
      warning: one.known.warning,
      second: two === null ? null : { fault: two.known.fault, warning: two.known.warning },
    }),
    /** Opens the drawer, which hangs at the first printer. */
    openDrawer: async (): Promise<Result<'opened'>> => {
      const result = one.printer.ok ? await one.printer.value.openDrawer() : one.printer
      if (!result.ok) know(one, { fault: result.faults[0]?.code ?? 'printer.off' })
      return result
    },
    /** The printers as they are, for whoever examines them. */
    each: all.map(({ printer }) => printer),
    /** Whether there is a printer at all that slips can be sent to: the fault of the first where there is none. */
    set: all.find(({ printer }) => printer.ok)?.printer ?? first,
    close: async (): Promise<void> => {
      closing.abort()
      await Promise.all(all.map(async ({ printer }) => printer.ok && printer.value.close()))
      await watching
    },
  }
}
export type SlipPrinters = ReturnType<typeof openSlipPrinters>

function deviceOf(name: PrinterName, printer: Result<Printer>, clock: Clock): Device {
  const fault = printer.ok ? null : (printer.faults[0]?.code ?? 'printer.none')
  return { name, printer, known: { fault, since: fault === null ? null : clock.now(), warning: null, answers: null } }
}

const knownOf = ({ ready, trouble, answers }: PrinterState): Partial<Known> => ({
  fault: ready ? null : `printer.${trouble ?? 'off'}`,
  warning: trouble === 'paper-low' ? 'printer.paper-low' : null,
  ...(ready ? { answers } : {}),
})

/** Some of the slip may be on paper already. */
const onPaper = ([fault]: readonly Fault[]): boolean => Number(fault?.data?.['sent'] ?? 0) > 0 || fault?.code === 'printer.unconfirmed'
