import { missingCase } from '#domain/kernel/missing-case.ts'
import { inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { type CodePageName, codePageNames } from '#domain/paper/code-page.ts'
import type { TcpAddress } from './printer/tcp.ts'
import { type Profile, profiles } from './profile.ts'
import type { SerialAddress } from './serial-port.ts'

/** What a printer is like that is known by the width of its paper alone, in millimetres. */
const WIDTHS = { '58': profiles['58'], '80': profiles['80'] } as const
const FLOWS = { none: 'none', rts: 'rts', xon: 'xon' } as const
const PROOFS = { yes: true, no: false } as const

/** `letters`: the code page its text is printed in, once a person saw the test slip come out whole; else slips are drawn. */
export type PrinterAddress = { readonly profile: Profile; readonly letters: CodePageName | null } & (
  | { readonly kind: 'tcp'; readonly at: TcpAddress }
  | { readonly kind: 'serial'; readonly at: SerialAddress }
  | { readonly kind: 'file'; readonly at: string }
  | { readonly kind: 'virtual'; readonly at: string }
)

/**
 * Reads `tcp://host:9100`, `serial:/dev/ttyS0`, `file:/dev/usb/lp0` or `virtual:DIR`, each with `?width=58` or `80` (the default)
 * or `?profile=xp-80` in its place, and `text=tcvn3` or another code page; serial also `baud=9600` and `flow=none|rts|xon`, tcp
 * also `proof=no`. Anything else is `printer.address`.
 */
export function readPrinterAddress(address: string): Result<PrinterAddress> {
  const { kind, rest, choices } = split(address)
  const bad = refuse(inputFault('printer.address', 'printer', { address }))
  const like = likenessOf(choices)
  if (!isKey(KNOWN, kind) || like === null || rest === '') return bad
  if ([...choices.keys()].some(key => !LIKE.has(key) && !KNOWN[kind].has(key))) return bad
  switch (kind) {
    case 'tcp': {
      const at = tcpOf(rest, choices.get('proof') ?? 'yes')
      return at === null ? bad : ok({ kind, at, ...like })
    }
    case 'serial': {
      const at = serialOf(rest, choices)
      return at === null ? bad : ok({ kind, at, ...like })
    }
    case 'file':
    case 'virtual':
      return ok({ kind, at: rest, ...like })
    default:
      return missingCase(kind)
  }
}

/** What the printer is like: by its profile, or by its paper's width; never by both. */
function likenessOf(choices: URLSearchParams): Pick<PrinterAddress, 'profile' | 'letters'> | null {
  const [name, width, text] = [choices.get('profile'), choices.get('width'), choices.get('text')]
  const letters = codePageNames.find(page => page === text) ?? null
  if ((name !== null && width !== null) || letters !== text) return null
  if (name !== null) return isKey(profiles, name) ? { profile: profiles[name], letters } : null
  const paper = width ?? '80'
  return isKey(WIDTHS, paper) ? { profile: WIDTHS[paper], letters } : null
}

/** Reads `serial:/dev/ttyACM0[?baud=9600]`. Anything else is `scanner.address`. */
export function readScannerAddress(address: string): Result<SerialAddress> {
  const { kind, rest, choices } = split(address)
  const at = kind === 'serial' && [...choices.keys()].every(key => key === 'baud' || key === 'flow') ? serialOf(rest, choices) : null
  return at === null ? refuse(inputFault('scanner.address', 'scanner', { address })) : ok(at)
}

const LIKE = new Set(['width', 'profile', 'text'])
const KNOWN = {
  tcp: new Set(['proof']),
  serial: new Set(['baud', 'flow']),
  file: new Set<string>(),
  virtual: new Set<string>(),
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
