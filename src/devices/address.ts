import { missingCase } from '#domain/kernel/missing-case.ts'
import { inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { TcpAddress } from './printer/tcp.ts'
import type { SerialAddress } from './serial-port.ts'

/** Dots across the paper at 203 dpi, by its width in millimetres. */
const DOTS = { '58': 384, '80': 576 } as const
const FLOWS = { none: 'none', rts: 'rts', xon: 'xon' } as const
const PROOFS = { yes: true, no: false } as const

export type PrinterAddress = { readonly widthDots: number } & (
  | { readonly kind: 'tcp'; readonly at: TcpAddress }
  | { readonly kind: 'serial'; readonly at: SerialAddress }
  | { readonly kind: 'file'; readonly at: string }
  | { readonly kind: 'virtual'; readonly at: string }
)

/**
 * Reads `tcp://host:9100`, `serial:/dev/ttyS0`, `file:/dev/usb/lp0` or `virtual:DIR`, each with `?width=58` or `80` (the default);
 * serial also `baud=9600` and `flow=none|rts|xon`, tcp also `proof=no`. Anything else is `printer.address`.
 */
export function readPrinterAddress(address: string): Result<PrinterAddress> {
  const { kind, rest, choices } = split(address)
  const width = choices.get('width') ?? '80'
  const bad = refuse(inputFault('printer.address', 'printer', { address }))
  if (!isKey(KNOWN, kind) || !isKey(DOTS, width) || rest === '') return bad
  if ([...choices.keys()].some(key => !KNOWN[kind].has(key))) return bad
  const widthDots = DOTS[width]
  switch (kind) {
    case 'tcp': {
      const at = tcpOf(rest, choices.get('proof') ?? 'yes')
      return at === null ? bad : ok({ kind, at, widthDots })
    }
    case 'serial': {
      const at = serialOf(rest, choices)
      return at === null ? bad : ok({ kind, at, widthDots })
    }
    case 'file':
    case 'virtual':
      return ok({ kind, at: rest, widthDots })
    default:
      return missingCase(kind)
  }
}

/** Reads `serial:/dev/ttyACM0[?baud=9600]`. Anything else is `scanner.address`. */
export function readScannerAddress(address: string): Result<SerialAddress> {
  const { kind, rest, choices } = split(address)
  const at = kind === 'serial' && [...choices.keys()].every(key => key === 'baud' || key === 'flow') ? serialOf(rest, choices) : null
  return at === null ? refuse(inputFault('scanner.address', 'scanner', { address })) : ok(at)
}

const KNOWN = {
  tcp: new Set(['width', 'proof']),
  serial: new Set(['width', 'baud', 'flow']),
  file: new Set(['width']),
  virtual: new Set(['width']),
}

type Parts = { readonly kind: string; readonly rest: string; readonly choices: URLSearchParams }

function split(address: string): Parts {
  const [, kind = '', rest = '', query = ''] = /^([a-z]+):([^?]*)(?:\?(.*))?$/.exec(address) ?? []
  return { kind, rest, choices: new URLSearchParams(query) }
}

/** `//host`, `//host:port`, `//[IPv6]:port`. */
function tcpOf(rest: string, proof: string): TcpAddress | null {
  const [, six, name, digits = '9100'] = /^\/\/(?:\[([0-9a-f:.%a-z]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?\/?$/i.exec(rest) ?? []
  const host = six ?? name
  const port = Number(digits)
  if (host === undefined || port < 1 || port > 65_535 || !isKey(PROOFS, proof)) return null
  return { host, port, proof: PROOFS[proof] }
}

function serialOf(path: string, choices: URLSearchParams): SerialAddress | null {
  const baud = choices.get('baud') ?? '9600'
  const flow = choices.get('flow') ?? 'none'
  if (path === '' || !/^[1-9]\d{2,6}$/.test(baud) || !isKey(FLOWS, flow)) return null
  return { path, baud: Number(baud), flow }
}

const isKey = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)
