import type { Output } from '#contract/calls.ts'
import { openPrinter } from '#devices/open.ts'
import type { Printer, PrinterState } from '#devices/printer/printer.ts'
import { type FaultCode, faultCodes } from '#domain/kernel/fault.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { testSlip } from '#paper/test-slip.ts'
import { type PrinterCheck, printerChecked, sayPrinter } from '#words/printer-check.ts'
import { put } from '#words/say.ts'

type Checked = Output<'doctor.run'>[number]

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
export async function examinePrinter(address: string | null, { fonts, now, test }: Examination): Promise<readonly Checked[]> {
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

async function examineOpen(printer: Printer, test: Parameters<typeof testSlip>[0] | null): Promise<readonly Checked[]> {
  const asked = await printer.state()
  if (!asked.ok) return [ill('reached', asked.faults[0]?.code ?? 'printer.busy')]
  const state = asked.value
  const trouble = state.ready ? null : codeOf(state)
  if (trouble === 'printer.off' || trouble === 'printer.denied') return [ill('reached', trouble, state.why)]
  const before = [well('reached'), { ...well('answers'), ...(state.answers ? {} : { what: printerChecked.mute }) }]
  if (trouble === 'printer.paper-out') return [...before, ill('paper', trouble)]
  if (trouble !== null) return [...before, ill('ready', trouble)]
  const standing = [...before, well('ready'), state.trouble === 'paper-low' ? ill('paper', 'printer.paper-low') : well('paper')]
  return test === null ? standing : [...standing, await tested(printer, test)]
}

async function tested(printer: Printer, slip: Parameters<typeof testSlip>[0]): Promise<Checked> {
  const printed = await printer.print(testSlip(slip))
  return printed.ok ? well('test') : ill('test', printed.faults[0]?.code ?? 'printer.off')
}

const well = (id: Exclude<PrinterCheck, 'mute'>, figures: Readonly<Record<string, string>> = {}): Checked => ({
  id,
  ok: true,
  what: put(printerChecked[id], figures),
  todo: '',
})

/** The sentence of a fault says what is so first, and then what to do. */
function ill(id: PrinterCheck, code: FaultCode, why?: PrinterState['why']): Checked {
  const [what = '', ...todo] = sayPrinter(code, why).split(/(?<=\.) (?=Hãy|Phiếu|Máy)/)
  return { id, ok: false, what, todo: todo.join(' ') }
}

const codeOf = ({ trouble }: PrinterState): FaultCode => faultCodes.find(code => code === `printer.${trouble ?? 'off'}`) ?? 'printer.off'
