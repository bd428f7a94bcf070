import type { Check } from '#contract/doctor.ts'
import { openPrinter } from '#devices/open.ts'
import { type Printer, type PrinterState, type Unreached, reasonIn } from '#devices/printer/printer.ts'
import { type FaultCode, faultCodes } from '#domain/kernel/fault.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { type TestSlip, testSlip } from '#paper/test-slip.ts'
import { type PrinterCheck, printerChecked, sayPrinter, sayUntested } from '#words/printer-check.ts'
import { put } from '#words/say.ts'
import type { Desk } from './desk.ts'

export type Examination = {
  readonly fonts: string
  readonly now: Instant
  /** Whether a test slip is printed at the end. */
  readonly test: boolean
}

/**
 * What keeps a printer from printing, one thing after the other: whatever needs one that failed is not looked at. `address`
 * as in `KV_PRINTER`; `null` where none is set.
 */
export async function examinePrinter(address: string | null, { fonts, now, test }: Examination): Promise<readonly Check[]> {
  if (address === null) return [ill('address', 'printer.none')]
  const opened = openPrinter(address, { fonts })
  if (!opened.ok) return [ill('address', opened.faults[0]?.code ?? 'printer.address')]
  const printer = opened.value
  try {
    return [well('address', { address }), ...(await examineOpen(printer, test ? { printer: address, at: now } : null))]
  } finally {
    await printer.close()
  }
}

/** Prints the test slip at each slip printer of a counter, between its other slips: what came of each, under its setting's name. */
export async function testPrinters({
  printers,
  settings,
  clock,
}: Pick<Desk, 'printers' | 'settings' | 'clock'>): Promise<readonly Check[]> {
  const at = clock.now()
  const all = await printers.printEach(name => testSlip({ printer: settings[name] ?? '', at }))
  return all.map(({ name, result }) => tested(name, result))
}

async function examineOpen(printer: Printer, test: TestSlip | null): Promise<readonly Check[]> {
  const asked = await printer.state()
  if (!asked.ok) return [ill('reached', asked.faults[0]?.code ?? 'printer.busy')]
  const state = asked.value
  const trouble = state.ready ? null : codeOf(state)
  if (trouble === 'printer.off' || trouble === 'printer.denied') return [ill('reached', trouble, state.why)]
  const before = [well('reached'), { ...well('answers'), ...(state.answers ? {} : { what: printerChecked.mute }) }]
  if (trouble === 'printer.paper-out') return [...before, ill('paper', trouble)]
  if (trouble !== null) return [...before, ill('ready', trouble)]
  const standing = [...before, well('ready'), state.trouble === 'paper-low' ? paperLow : well('paper')]
  return test === null ? standing : [...standing, tested('test', await printer.print(testSlip(test)))]
}

/** What came of a test slip, under the name `id` of what it tried. */
function tested(id: string, printed: Result<'printed'>): Check {
  if (printed.ok) return { id, state: 'ok', what: printerChecked.test }
  const [fault] = printed.faults
  return { id, state: 'ill', ...sayUntested(fault?.code ?? 'printer.off', reasonIn(fault)) }
}

const well = (id: PrinterCheck, figures: Readonly<Record<string, string>> = {}): Check => ({
  id,
  state: 'ok',
  what: put(printerChecked[id], figures),
})

const ill = (id: PrinterCheck, code: FaultCode, why?: Unreached): Check => ({ id, state: 'ill', ...sayPrinter(code, why) })
const paperLow: Check = { id: 'paper', state: 'soon', ...sayPrinter('printer.paper-low') }

const codeOf = ({ trouble }: PrinterState): FaultCode => faultCodes.find(code => code === `printer.${trouble ?? 'off'}`) ?? 'printer.off'
