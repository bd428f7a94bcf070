import { within } from '../wait.ts'
import type { Sleep } from '../wait.ts'
import type { PrinterState, Trouble } from './printer.ts'
import type { Line } from './transport.ts'

/** DLE EOT n, ESC/POS real-time status: 1 printer, 2 cause of being off line, 3 cause of error, 4 roll paper. Answered even by a printer that has stopped. */
const realTime = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)
/** GS r 1: paper sensor, answered only after all that was sent before it. */
const PAPER = Uint8Array.of(0x1d, 0x72, 1)
const SILENCE = new Uint8Array()

/** Real-time answers have bits 1 and 4 set, bits 0 and 7 clear. */
const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12
/** Answers to GS r 1 are two pairs of equal bits (near end, end), all else clear. */
const isPaper = (byte: number): boolean => [0x00, 0x03, 0x0c, 0x0f].includes(byte)
const PAPER_END = 0x0c

export type Ask = { readonly line: Line; readonly ms: number; readonly sleep: Sleep }

/** The printer's state by DLE EOT. Whoever stays silent, or talks nonsense, is `unknown` and taken to be ready. */
export async function readState(ask: Ask): Promise<PrinterState> {
  const first = await answerTo(ask, realTime(1))
  if (first === null) return { ready: true, trouble: 'unknown', answers: false }
  if (!isRealTime(first)) return { ready: true, trouble: 'unknown', answers: true }
  const cause = valid(await answerTo(ask, realTime(2)))
  const paper = valid(await answerTo(ask, realTime(4)))
  const error = (cause & ERROR) === 0 ? 0 : valid(await answerTo(ask, realTime(3)))
  const trouble = troubleOf({ printer: first, cause, error, paper })
  return { ready: trouble === null || trouble === 'paper-low', trouble, answers: true }
}

/**
 * Whether this printer's word is to be waited for. Some answer real-time questions only: asked before anything is sent, they
 * stay silent at GS r 1, and then they would do so at the end too. Whoever talks nonsense is held to a word that makes sense.
 */
export async function givesWord(ask: Ask, { answers, trouble }: PrinterState): Promise<boolean> {
  return answers && (trouble === 'unknown' || (await answerTo(ask, PAPER)) !== null)
}

/**
 * Whether the printer has done all that was sent: a valid answer to GS r 1, and paper left.
 * Late answers to earlier real-time questions are passed over; any other byte proves nothing.
 */
export async function isDone({ line, ms, sleep }: Ask): Promise<boolean> {
  const byte = await within(ms, sleep, async signal => {
    for (let question = PAPER; line.ask !== undefined && !signal.aborted; question = SILENCE) {
      const heard = await line.ask(question, signal)
      const telling = heard.find(byte => !isRealTime(byte))
      if (telling !== undefined || heard.length === 0) return telling
    }
    return undefined
  })
  return byte !== undefined && isPaper(byte) && (byte & PAPER_END) === 0
}

const valid = (byte: number | null): number => (byte !== null && isRealTime(byte) ? byte : 0)

const answerTo = ({ line, ms, sleep }: Ask, question: Uint8Array): Promise<number | null> =>
  within(ms, sleep, async signal => (await line.ask?.(question, signal))?.[0] ?? null)

/** An error occurred: DLE EOT 3 says which. */
const ERROR = 0x40

type Told = { readonly printer: number; readonly cause: number; readonly error: number; readonly paper: number }

/** Bits of DLE EOT 1, 2, 3 and 4 as Epson names them. */
function troubleOf({ printer, cause, error, paper }: Told): Trouble | null {
  if ((cause & 0x20) !== 0 || (paper & 0x60) !== 0) return 'paper-out'
  if ((cause & 0x04) !== 0) return 'cover-open'
  if ((error & 0x08) !== 0) return 'cutter'
  if ((error & 0x20) !== 0) return 'broken'
  if ((cause & ERROR) !== 0) return 'error'
  if ((printer & 0x08) !== 0) return 'busy'
  return (paper & 0x0c) === 0 ? null : 'paper-low'
}
