import { missingCase } from '#domain/kernel/missing-case.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { readPrinterAddress, readScannerAddress } from './address.ts'
import type { PrinterAddress } from './address.ts'
import { printerOver, usualLimits } from './printer/delivery.ts'
import type { Limits } from './printer/delivery.ts'
import { file } from './printer/file.ts'
import type { Printer } from './printer/printer.ts'
import { serial } from './printer/serial.ts'
import { tcp } from './printer/tcp.ts'
import type { Transport } from './printer/transport.ts'
import { virtual } from './printer/virtual.ts'
import { missingScanner } from './scanner/scanner.ts'
import type { Scanner, ScannerState } from './scanner/scanner.ts'
import { serialScanner } from './scanner/serial.ts'
import { FONTS } from './slip/draw.ts'
import { sleep } from './wait.ts'
import type { Sleep } from './wait.ts'

/** `fonts`: the folder of the slip's fonts. `sleep` and `limits`: for hosts with a clock of their own, and for tests. */
export type PrinterOptions = { readonly fonts?: string; readonly sleep?: Sleep; readonly limits?: Partial<Limits> }

/**
 * A printer by its address (see `readPrinterAddress`). Nothing is touched until it is asked or prints: one that is off opens too.
 * A bad address is the fault `printer.address`.
 */
export function openPrinter(address: string, options: PrinterOptions): Result<Printer> {
  const read = readPrinterAddress(address)
  if (!read.ok) return read
  const wait = options.sleep ?? sleep
  return ok(
    printerOver({
      transport: transportOf(read.value, wait),
      profile: read.value.profile,
      letters: read.value.letters,
      fonts: options.fonts ?? FONTS,
      limits: { ...usualLimits, ...options.limits },
      sleep: wait,
    }),
  )
}

function transportOf(address: PrinterAddress, wait: Sleep): Transport {
  switch (address.kind) {
    case 'tcp':
      return tcp(address.at)
    case 'serial':
      return serial(address.at)
    case 'file':
      return file(address.at, wait)
    case 'virtual':
      return virtual(address.at, address.profile)
    default:
      return missingCase(address)
  }
}

/** `now`: milliseconds that only go forward. */
export type ScannerOptions = { readonly sleep?: Sleep; readonly now?: () => number }

/**
 * A scanner on a serial line, `serial:/dev/ttyACM0[?baud=9600]`. `onText` gets each whole scan, `onState` each change.
 * A device that is not there, or an address that means none, is `missing`; a device that comes back is found within a second.
 */
export function openScanner(
  address: string,
  onText: (text: string) => void,
  onState: (state: ScannerState) => void,
  options: ScannerOptions = {},
): Scanner {
  const read = readScannerAddress(address)
  if (!read.ok) return missingScanner(onState)
  return serialScanner(read.value, { onText, onState, sleep: options.sleep ?? sleep, now: options.now ?? (() => performance.now()) })
}
