import type { FaultCode } from '#domain/kernel/fault.ts'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Block } from '#domain/paper/block.ts'
import type { CodePageName } from '#domain/paper/code-page.ts'
import type { Profile } from '../profile.ts'
import { slipBytes } from '../slip/slip-bytes.ts'
import { within } from '../wait.ts'
import type { Sleep } from '../wait.ts'
import { type Printer, type PrinterState, type Trouble, reasonIn } from './printer.ts'
import { givesWord, isDone, readState } from './status.ts'
import type { Line, Transport } from './transport.ts'
import { openTurns } from './turns.ts'

/** Milliseconds a printer is given. */
export type Limits = {
  /** To be reached. */
  readonly connectMs: number
  /** To answer a status question; one that never answers costs this once a slip. */
  readonly askMs: number
  /** To take one more piece. */
  readonly stallMs: number
  /** From the last byte to its word that it is done. */
  readonly confirmMs: number
  /** So often meanwhile it is asked how it is: one without paper will never say that it is done. */
  readonly lookMs: number
}

export const usualLimits: Limits = { connectMs: 1500, askMs: 300, stallMs: 5000, confirmMs: 10_000, lookMs: 600 }

export type Delivery = {
  readonly transport: Transport
  readonly profile: Profile
  readonly letters: CodePageName | null
  readonly fonts: string
  readonly limits: Limits
  readonly sleep: Sleep
}

/** A printer over any transport: one job at a time, and no `printed` without the best proof its line can give. */
export function printerOver(given: Delivery): Printer {
  const closing = new AbortController()
  const parts = { ...given, sleep: endingWith(closing.signal, given.sleep) }
  const turns = openTurns(closing.signal)
  return {
    state: () => turns.ask(hurried => stateOf({ ...parts, sleep: endingWith(hurried, parts.sleep) })),
    print: slip => turns.print(() => deliver(slip, parts)),
    openDrawer: () => turns.after(() => kick(parts)),
    async close() {
      closing.abort()
      await turns.over()
    },
  }
}

/** Every wait ends when the printer is closed, as if its time were over. */
const endingWith =
  (closing: AbortSignal, sleep: Sleep): Sleep =>
  (ms, signal) =>
    sleep(ms, signal === undefined ? closing : AbortSignal.any([signal, closing]))

const connect = ({ transport, limits, sleep }: Delivery, slip: readonly Block[]): Promise<Result<Line>> =>
  within(limits.connectMs, sleep, signal => transport.connect(signal, slip))

/** A printer that never answers is not asked: each silence would cost its time. */
const asked = (line: Line, { limits, sleep, profile }: Delivery): Promise<PrinterState> =>
  profile.answers ? readState({ line, ms: limits.askMs, sleep }) : Promise.resolve({ ready: true, trouble: 'unknown', answers: false })

async function stateOf(parts: Delivery): Promise<PrinterState> {
  const opened = await connect(parts, [])
  if (!opened.ok) {
    const [fault] = opened.faults
    const why = reasonIn(fault)
    const trouble = refusals[fault?.code ?? 'printer.off'] ?? 'off'
    return { ready: false, trouble, answers: false, ...(why === undefined ? {} : { why }) }
  }
  const state = await asked(opened.value, parts)
  await opened.value.close(false)
  return state
}

/** ESC p: a pulse of a tenth of a second, which opens every drawer of the usual make and harms none. */
async function kick(parts: Delivery): Promise<Result<'opened'>> {
  const opened = await connect(parts, [])
  if (!opened.ok) return opened
  const line = opened.value
  const state = await asked(line, parts)
  if (!state.ready) {
    await line.close(true)
    return refuse(failureFault(hindrances[isHindrance(state.trouble) ? state.trouble : 'off'], { sent: 0 }))
  }
  const pulse = Uint8Array.of(0x1b, 0x70, parts.profile.drawer === 2 ? 0 : 1, PULSE, PULSE)
  const { well } = await within(parts.limits.stallMs, parts.sleep, signal => line.write(pulse, signal))
  await line.close(!well)
  return well ? ok('opened') : refuse(failureFault('printer.off', { sent: 0 }))
}

/** In units of 2 ms. */
const PULSE = 50

const refusals: Readonly<Partial<Record<FaultCode, Trouble>>> = { 'printer.busy': 'busy', 'printer.denied': 'denied' }

const hindrances = {
  off: 'printer.off',
  denied: 'printer.denied',
  busy: 'printer.busy',
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter',
  broken: 'printer.broken',
  error: 'printer.error',
} as const satisfies Partial<Record<Trouble, FaultCode>>

async function deliver(slip: readonly Block[], parts: Delivery): Promise<Result<'printed'>> {
  const chunks = slipBytes(slip, { ...parts.profile, letters: parts.letters, fonts: parts.fonts })
  const opened = await connect(parts, slip)
  if (!opened.ok) return opened
  const line = opened.value
  const greeting = greet(line, parts)
  // Drawn while the printer makes up its answer.
  const first = chunks.next()
  const { state, word } = await greeting
  if (!state.ready) {
    await line.close(true)
    return refuse(failureFault(hindrances[isHindrance(state.trouble) ? state.trouble : 'off'], { sent: 0 }))
  }
  const { sent, total, well } = await send(line, first, chunks, parts)
  const { printed, trouble } = await ending(line, { state, word, well }, parts)
  const gone = !printed && well && (await line.gone())
  await line.close(!printed)
  if (printed) return ok('printed')
  if (sent === 0) return refuse(failureFault('printer.off', { sent }))
  const reason = isHindrance(trouble) ? { trouble } : {}
  const stopped = !well || gone || isHindrance(trouble)
  return refuse(failureFault(stopped ? 'printer.half' : 'printer.unconfirmed', { sent, total, ...reason }))
}

/** `word`: whether it will say that it is done, and must. */
type Greeting = { readonly state: PrinterState; readonly word: boolean }

async function greet(line: Line, parts: Delivery): Promise<Greeting> {
  const state = await asked(line, parts)
  return { state, word: state.ready && (await givesWord({ line, ms: parts.limits.askMs, sleep: parts.sleep }, state)) }
}

/** What came of it: a printer that gives its word must say that it is done; of another we know what it tells of itself, and its line. */
async function ending(line: Line, { state, word, well }: Greeting & { readonly well: boolean }, parts: Delivery) {
  const { limits, sleep } = parts
  if (word) {
    const printed = well && (await saysDone(line, parts, limits.confirmMs))
    return { printed, trouble: printed ? null : (await asked(line, parts)).trouble }
  }
  const now = state.answers ? await asked(line, parts) : state
  const printed = well && now.ready && (await within(limits.stallMs, sleep, signal => line.finish(signal)))
  return { printed, trouble: now.trouble }
}

/**
 * Waits for its word, and stops waiting where it says meanwhile that it cannot go on. Each time it is asked anew: whichever answer
 * comes, it comes after all that was sent.
 */
async function saysDone(line: Line, parts: Delivery, left: number): Promise<boolean> {
  const { limits, sleep } = parts
  const ms = Math.min(left, limits.lookMs)
  if (await isDone({ line, ms, sleep })) return true
  if (left <= ms) return false
  const { ready, trouble } = await asked(line, parts)
  return (ready || trouble === 'busy') && saysDone(line, parts, left - ms)
}

const isHindrance = (trouble: Trouble | null): trouble is keyof typeof hindrances => trouble !== null && trouble in hindrances

type Sent = { readonly sent: number; readonly total: number; readonly well: boolean }

/** Hands over chunk after chunk. After a failure the rest is still drawn, to know how much there was. */
async function send(line: Line, first: IteratorResult<Uint8Array>, rest: Generator<Uint8Array>, parts: Delivery): Promise<Sent> {
  let [sent, total, well] = [0, 0, true]
  for (let next = first; next.done !== true; next = rest.next()) {
    total += next.value.length
    for (let from = 0; well && from < next.value.length; from += parts.transport.piece) {
      const piece = next.value.subarray(from, from + parts.transport.piece)
      const taken = await within(parts.limits.stallMs, parts.sleep, signal => line.write(piece, signal))
      sent += taken.bytes
      well = taken.well
    }
  }
  return { sent, total, well }
}
