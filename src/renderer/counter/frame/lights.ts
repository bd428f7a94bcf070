import type { Status } from '#contract/events.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { clockTime } from '../../parts/say-figures.ts'

export type Light = {
  readonly what: 'printer' | 'pages' | 'scanner' | 'city'
  /** `wrong` only where somebody waits for it and a hand is needed; no network is `away`, work goes on. */
  readonly tone: 'good' | 'warn' | 'wrong' | 'away'
  readonly said: string
}

type Words = ScreenWords['status']

/** The status of the office as four sentences. */
export const lightsOf = (status: Status, words: Words, sayCode: (code: string) => string): readonly Light[] => [
  slipLight(status.printer, words, sayCode),
  printerLight('pages', words.pages, status.pages, words, sayCode),
  scannerLight(status.scanner, words),
  cityLight(status.city, words),
]

/**
 * The slip printers: where the second prints in place of the first, nobody waits and nothing is red. Paper that ends soon is
 * said before it has ended.
 */
function slipLight(printer: Status['printer'], words: Words, sayCode: (code: string) => string): Light {
  const { fault, warning, second, since, waiting } = printer
  const light = printerLight('printer', words.printer, printer, words, sayCode)
  const why = (code: string): string => shortly(code, words, sayCode)
  if (fault !== null && fault !== 'printer.none' && second?.fault === null) {
    const from = since === null ? '' : ` · ${put(words.since, { time: clockTime(since) })}`
    const low = second.warning === null ? '' : ` · ${put(words.second, { why: why(second.warning) })}`
    const waits = waiting === 0 ? '' : ` · ${put(words.waiting, { count: waiting })}`
    return { what: 'printer', tone: 'warn', said: `${put(words.takenOver, { why: why(fault) })}${from}${low}${waits}` }
  }
  const also = [
    ...(fault === null && warning !== null ? [why(warning)] : []),
    ...(second === null || (second.fault ?? second.warning) === null
      ? []
      : [put(words.second, { why: why(second.fault ?? second.warning ?? '') })]),
  ]
  if (also.length === 0) return light
  return { ...light, tone: light.tone === 'wrong' ? 'wrong' : 'warn', said: [light.said, ...also].join(' · ') }
}

function printerLight(
  what: 'printer' | 'pages',
  name: string,
  { ready, fault, waiting, since }: Status['pages'],
  words: Words,
  sayCode: (code: string) => string,
): Light {
  const waits = waiting === 0 ? '' : ` · ${put(words.waiting, { count: waiting })}`
  if (ready && fault === null) return { what, tone: 'good', said: `${put(words.ready, { name })}${waits}` }
  const from = since === null ? '' : ` · ${put(words.since, { time: clockTime(since) })}`
  const why = fault === null ? put(words.notReady, { name }) : `${name}: ${shortly(fault, words, sayCode)}`
  return { what, tone: waiting > 0 ? 'wrong' : 'warn', said: `${why}${from}${waits}` }
}

function scannerLight({ address, connected }: Status['scanner'], words: Words): Light {
  if (address === 'wedge') return { what: 'scanner', tone: 'good', said: words.wedge }
  const place = address.replace(/^serial:/, '')
  return connected
    ? { what: 'scanner', tone: 'good', said: put(words.scanner, { place }) }
    : { what: 'scanner', tone: 'warn', said: put(words.noScanner, { place }) }
}

function cityLight({ url, reached, pending, since }: Status['city'], words: Words): Light {
  if (url === null) return { what: 'city', tone: 'away', said: words.noCity }
  if (since !== null) return { what: 'city', tone: 'away', said: put(words.offline, { time: clockTime(since), count: pending }) }
  if (reached === null) return { what: 'city', tone: 'away', said: put(words.cityNotYet, { count: pending }) }
  const tail = pending === 0 ? words.cityAll : put(words.citySending, { count: pending })
  return { what: 'city', tone: 'good', said: put(words.city, { time: clockTime(reached), tail }) }
}

/** The line has room for two or three words; what to do stands on the doctor's page. */
function shortly(fault: string, words: Words, sayCode: (code: string) => string): string {
  const known: Readonly<Record<string, string>> = words
  return (
    known[fault] ??
    sayCode(fault)
      .split(/(?<=[.!])\s/)[0]
      ?.replace(/\.$/, '') ??
    fault
  )
}
