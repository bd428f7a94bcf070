import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { type Fault, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Sleep } from '../wait.ts'
import type { Line, Taken, Transport } from './transport.ts'

/** How often a device that could take or give nothing is tried again. */
const RETRY_MS = 20
const { O_RDWR, O_WRONLY, O_APPEND, O_CREAT, O_NOCTTY, O_NONBLOCK } = constants

/**
 * A printer behind a device file (`/dev/usb/lp0`), or a plain file that slips are appended to.
 * Devices are opened without blocking: a printer that stops must not hold a thread of the program.
 */
export const file = (path: string, sleep: Sleep): Transport => ({
  piece: 4096,
  async connect() {
    // A missing device is a printer that is unplugged: never put a plain file in its place.
    const create = path.startsWith('/dev/') ? 0 : O_CREAT
    const both = await openAs(path, O_RDWR | O_APPEND | create | O_NOCTTY | O_NONBLOCK)
    const handle = typeof both === 'string' && both !== 'ENOENT' ? await openAs(path, O_WRONLY | O_NOCTTY | O_NONBLOCK) : both
    return typeof handle === 'string' ? refuse(refusalOf(handle)) : ok(await lineOver(handle, sleep))
  },
})

const refusals: Readonly<Record<string, 'busy' | 'denied'>> = { EBUSY: 'busy', EACCES: 'denied', EPERM: 'denied', EROFS: 'denied' }

const refusalOf = (code: string): Fault =>
  refusals[code] === undefined ? failureFault('printer.off', { why: 'missing' }) : failureFault(`printer.${refusals[code]}`)

const openAs = (path: string, flags: number): Promise<FileHandle | string> => open(path, flags, 0o600).catch(codeOf)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

async function lineOver(handle: FileHandle, sleep: Sleep): Promise<Line> {
  const device = (await handle.stat()).isCharacterDevice()
  let gone = false
  /** Reads and writes that would wait are tried again until `signal`; `null` means that the device is gone. */
  const patiently = async (signal: AbortSignal, act: () => Promise<number>): Promise<number | null> => {
    while (!signal.aborted) {
      const done = await act().catch(codeOf)
      if (typeof done === 'number' && done > 0) return done
      if (typeof done === 'string' && done !== 'EAGAIN') {
        gone = true
        return null
      }
      await sleep(RETRY_MS, signal)
    }
    return null
  }
  const write = async (bytes: Uint8Array, signal: AbortSignal): Promise<Taken> => {
    let taken = 0
    while (taken < bytes.length) {
      const from = taken
      const done = await patiently(signal, async () => (await handle.write(bytes, from, bytes.length - from)).bytesWritten)
      if (done === null) return { bytes: taken, well: false }
      taken += done
    }
    return { bytes: taken, well: true }
  }
  const read = async (signal: AbortSignal): Promise<Uint8Array> => {
    const buffer = new Uint8Array(64)
    const length = await patiently(signal, async () => (await handle.read(buffer, 0, buffer.length)).bytesRead)
    return buffer.subarray(0, length ?? 0)
  }
  const line: Line = {
    write,
    /** Bytes are on the disk for a plain file; a device has taken what `write` said, and knows no sync. */
    async finish() {
      const failed = await handle.datasync().then(() => '', codeOf)
      return failed === '' || failed === 'EINVAL'
    },
    gone: async () => gone,
    close: () => handle.close().catch(() => undefined),
  }
  if (!device) return line
  return {
    ...line,
    async ask(question, signal) {
      if (question.length > 0) {
        await drop(handle)
        await write(question, signal)
      }
      return read(signal)
    },
  }
}

/** Forgets what a device said before it was asked. */
async function drop(handle: FileHandle): Promise<void> {
  const buffer = new Uint8Array(64)
  const length = await handle.read(buffer, 0, buffer.length).then(
    ({ bytesRead }) => bytesRead,
    () => 0,
  )
  if (length === buffer.length) await drop(handle)
}
