import { isUtf8 } from 'node:buffer'
import type { SerialPort } from 'serialport'
import { SILENCE_MS, emptyFrame, feed, idle } from '#domain/card/frame.ts'
import type { Cut } from '#domain/card/frame.ts'
import { closeSerial, isThere, openSerial } from '../serial-port.ts'
import type { SerialAddress } from '../serial-port.ts'
import { onAbort } from '../wait.ts'
import type { Sleep } from '../wait.ts'
import type { Scanner, ScannerState } from './scanner.ts'

/** How often a scanner is looked after: whether it is still there, or there again. */
const LOOK_MS = 1000

export type Ears = {
  readonly onText: (text: string) => void
  readonly onState: (state: ScannerState) => void
  readonly sleep: Sleep
  readonly now: () => number
}

/** Listens on a serial line until closed; a scanner that is away is looked for every second. What it sent half is forgotten then. */
export function serialScanner(address: SerialAddress, ears: Ears): Scanner {
  const closing = new AbortController()
  let state: ScannerState | null = null
  const say = (next: ScannerState): void => {
    if (next === state) return
    state = next
    ears.onState(next)
  }
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const port = await openSerial(address)
      if (typeof port !== 'string') {
        say('connected')
        await listen(port, ears, closing.signal)
      }
      if (closing.signal.aborted) return
      say('missing')
      await ears.sleep(LOOK_MS, closing.signal)
    }
  }
  const running = run()
  return {
    state: () => state ?? 'missing',
    async close() {
      closing.abort()
      await running
    },
  }
}

/** Hands on every whole text until the port or the program closes. */
async function listen(port: SerialPort, { onText, sleep, now }: Ears, closing: AbortSignal): Promise<void> {
  let frame = emptyFrame
  let waiting = new AbortController()
  const take = (cut: Cut): void => {
    frame = cut.frame
    for (const text of cut.texts) onText(readText(text))
  }
  /** A text without a line end is whole when nothing follows it. */
  const listenToSilence = async (): Promise<void> => {
    waiting.abort()
    waiting = new AbortController()
    const { signal } = waiting
    while (frame.pending !== '' && !signal.aborted) {
      await sleep(Math.max(1, Math.ceil(frame.last + SILENCE_MS - now())), signal)
      if (!signal.aborted) take(idle(frame, now()))
    }
  }
  port.on('error', () => undefined)
  port.on('data', (bytes: Buffer) => {
    take(feed(frame, bytes.toString('latin1'), now()))
    void listenToSilence()
  })
  const ended = new AbortController()
  port.once('close', () => ended.abort())
  onAbort(closing, () => void closeSerial(port))
  while (!ended.signal.aborted) {
    await sleep(LOOK_MS, ended.signal)
    if (!(await isThere(port))) await closeSerial(port)
  }
  waiting.abort()
}

/**
 * The letters of one whole text. Scanners send UTF-8; one lost byte spoils one letter (U+FFFD), not the others.
 * Bytes in which nothing reads as UTF-8 are another code page: they stay one letter a byte, for the card's own repairs.
 */
function readText(latin: string): string {
  const bytes = Buffer.from(latin, 'latin1')
  const text = bytes.toString('utf8')
  return isUtf8(bytes) || /[\u0080-\uFFFC]/.test(text) ? text : latin
}
