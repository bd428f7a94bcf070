import type { FaultCode } from '#domain/kernel/fault.ts'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Block } from '#domain/paper/block.ts'
import { drawStrips } from '../slip/draw.ts'
import { openEncoder } from '../slip/encode.ts'
import { within } from '../wait.ts'
import type { Sleep } from '../wait.ts'
import type { Printer, PrinterState, Trouble } from './printer.ts'
import { isDone, readState } from './status.ts'
import type { Line, Transport } from './transport.ts'

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
}

export const usualLimits: Limits = { connectMs: 1500, askMs: 300, stallMs: 5000, confirmMs: 10_000 }

export type Delivery = {
  readonly transport: Transport
  readonly widthDots: number
  readonly fonts: string
  readonly limits: Limits
  readonly sleep: Sleep
}

/** A printer over any transport: one job at a time, and no `printed` without the best proof its line can give. */
export function printerOver(given: Delivery): Printer {
  const closing = new AbortController()
  const parts = { ...given, sleep: endingWith(closing.signal, given.sleep) }
  let work: Promise<unknown> | null = null
  const alone = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (closing.signal.aborted) return Promise.resolve(refuse(failureFault('printer.off')))
    if (work !== null) return Promise.resolve(refuse(failureFault('printer.busy')))
    const mine = act().finally(() => {
      work = null
    })
    work = mine
    return mine
  }
  return {
    state: () => alone(() => stateOf(parts)),
    print: slip => alone(() => deliver(slip, parts)),
    async close() {
      closing.abort()
      await work
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

const asked = (line: Line, { limits, sleep }: Delivery): Promise<PrinterState> => readState({ line, ms: limits.askMs, sleep })

async function stateOf(parts: Delivery): Promise<Result<PrinterState>> {
  const opened = await connect(parts, [])
  if (!opened.ok) return ok({ ready: false, trouble: refusals[opened.faults[0]?.code ?? 'printer.off'] ?? 'off', answers: false })
  const state = await asked(opened.value, parts)
  await opened.value.close(false)
  return ok(state)
}

const refusals: Readonly<Partial<Record<FaultCode, Trouble>>> = { 'printer.busy': 'busy', 'printer.denied': 'denied' }

const hindrances = {
  off: 'printer.off',
  denied: 'printer.denied',
  busy: 'printer.busy',
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  error: 'printer.error',
} as const satisfies Partial<Record<Trouble, FaultCode>>

async function deliver(slip: readonly Block[], parts: Delivery): Promise<Result<'printed'>> {
  const chunks = encoded(drawStrips(slip, parts.widthDots, parts.fonts))
  const opened = await connect(parts, slip)
  if (!opened.ok) return opened
  const line = opened.value
  const telling = asked(line, parts)
  // Drawn while the printer makes up its answer.
  const first = chunks.next()
  const state = await telling
  if (!state.ready) {
    await line.close(true)
    return refuse(failureFault(hindrances[isHindrance(state.trouble) ? state.trouble : 'off'], { sent: 0 }))
  }
  const { sent, total, well } = await send(line, first, chunks, parts)
  const printed = well && (await proven(line, state, parts))
  const gone = well && !printed && (await line.gone())
  const after = printed || !state.answers ? state : await asked(line, parts)
  await line.close(!printed)
  if (printed) return ok('printed')
  if (sent === 0) return refuse(failureFault('printer.off', { sent: 0 }))
  const reason = isHindrance(after.trouble) ? { trouble: after.trouble } : {}
  const stopped = !well || gone || isHindrance(after.trouble)
  return refuse(failureFault(stopped ? 'printer.half' : 'printer.unconfirmed', { sent, total, ...reason }))
}

const isHindrance = (trouble: Trouble | null): trouble is keyof typeof hindrances => trouble !== null && trouble in hindrances

function* encoded(strips: ReturnType<typeof drawStrips>): Generator<Uint8Array, undefined> {
  const encoder = openEncoder()
  for (const strip of strips) yield encoder.add(strip)
  yield encoder.end()
}

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

/** A printer that was heard must say that it is done; of a silent one we know what its line knows. */
const proven = (line: Line, state: PrinterState, { limits, sleep }: Delivery): Promise<boolean> =>
  state.answers ? isDone({ line, ms: limits.confirmMs, sleep }) : within(limits.stallMs, sleep, signal => line.finish(signal))
