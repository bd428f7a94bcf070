import type { Fault, Result } from '../kernel/result.ts'
import { inputFault, ok, refuse } from '../kernel/result.ts'
import { Day } from '../kernel/time.ts'
import type { Card, CardWarning, ReadCard } from './shape.ts'
import { centuryOf, numberWarnings, sexOf } from './number.ts'

type Lines = readonly [string, string, string]

/** The three lines of a TD1 zone (ICAO 9303 part 5: 3 × 30, the first beginning with `I`), `null` for any other text. */
export function mrzLines(text: string): Lines | null {
  if (text.length > LONGEST || !text.includes('<') || text.includes('|')) return null
  const lines = text
    .toUpperCase()
    .replace(/[ \u00A0\uFEFF]/g, '')
    .split(/[\r\n\t]+/)
    .filter(line => line !== '')
  const [only = ''] = lines
  const [first = '', second = '', third = '', ...more] = lines.length === 1 && only.length === 90 ? (only.match(/.{30}/g) ?? []) : lines
  const fits = /^[I1L]/.test(first) && more.length === 0 && [first, second, third].every(line => /^[0-9A-Z<]{30}$/.test(line))
  return fits ? [first, second, third] : null
}

/** Three lines, the spaces and line ends a camera may put between them included. */
const LONGEST = 200

/**
 * The back of a citizen card. Every field with a check digit is checked, and the two places of the number against each other.
 * Refused with a fault for each field that does not hold. The zone has no diacritics, no address and no issue day.
 */
export function readMrz(lines: Lines, raw: string, today: Day): Result<ReadCard> {
  const { zone, repaired } = undoOcr(lines)
  if (!/^[I1L].VNM/.test(zone[0])) return refuse(inputFault('card.other.foreign'))
  const faults = checkFaults(zone)
  if (faults.length > 0) return refuse(...faults)
  const read = fieldsOf(zone)
  if (!read.ok) return read
  const card: Card = { source: 'mrz', ...read.value, oldNumber: null, address: null, issued: null }
  return ok({
    kind: 'citizen-card',
    source: 'mrz',
    card,
    partial: false,
    repairs: repaired ? ['ocr'] : [],
    warnings: [...warningsOf(card, zone, today)],
    extra: [],
    raw,
  })
}

/** Check digit of ICAO 9303 part 3, 4.9: weights 7, 3, 1; digits as they are, A to Z as 10 to 35, `<` as 0; modulo 10. */
export const checkDigit = (text: string): string =>
  String(Array.from(text).reduce((sum, sign, at) => sum + valueOf(sign) * (WEIGHTS[at % 3] ?? 1), 0) % 10)

const WEIGHTS = [7, 3, 1]
const valueOf = (sign: string): number => (sign === '<' ? 0 : Number.parseInt(sign, 36))

/** Letters that a camera reads for a digit. */
const OCR_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
}

const digits = (text: string): string => text.replace(/[OQDILZASGTB]/g, sign => OCR_DIGIT[sign] ?? sign)
const fillers = (text: string): string => text.replace(/K/g, '<')

/**
 * Where only a digit, or only a filler, can stand, a letter is put back. The name has no check digit: of it only a run of K
 * at the end is put back, because no name ends so.
 */
function undoOcr(lines: Lines): { readonly zone: Lines; readonly repaired: boolean } {
  const [one, two, three] = lines
  const zone: Lines = [
    one.slice(0, 5) + digits(one.slice(5, 27)) + fillers(one.slice(27, 29)) + digits(one.slice(29)),
    digits(two.slice(0, 7)) +
      two.slice(7, 8) +
      digits(two.slice(8, 15)) +
      two.slice(15, 18) +
      fillers(two.slice(18, 29)) +
      digits(two.slice(29)),
    three.replace(/(?<=[A-Z])K{2}[K<]*$|(?<=<)[K<]+$/, run => '<'.repeat(run.length)),
  ]
  return { zone, repaired: zone.join('') !== lines.join('') }
}

const optionalHolds = ([one]: Lines): boolean => checkDigit(one.slice(15, 29)) === one[29]

/**
 * The last position of line 1 is a local use that cameras misread: alone it refuses nothing. The composite then counts with
 * what stands there or with what should.
 */
function checkFaults(zone: Lines): readonly Fault[] {
  const [one, two] = zone
  const fields = [
    ['number', one.slice(5, 14), one[14]],
    ['birth', two.slice(0, 6), two[6]],
    ['expires', two.slice(8, 14), two[14]],
  ] as const
  const wrong = fields.filter(([, text, check]) => checkDigit(text) !== check).map(([field]) => inputFault('card.mrz.check', field))
  if (wrong.length > 0) return wrong
  if (one.slice(18, 27) !== one.slice(5, 14)) return [inputFault('card.mrz.number', 'number')]
  const composite = (last: string) =>
    checkDigit(one.slice(5, 29) + last + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29)) === two[29]
  const proper = checkDigit(one.slice(15, 29))
  // 5 apart, a misread place digit (16-18, which nothing else checks) explains both digits as well as a misread last sign does.
  const undecided = Math.abs(Number(one[29]) - Number(proper)) === 5
  const holds = composite(one.slice(29)) || (!undecided && composite(proper))
  return holds ? [] : [inputFault('card.mrz.check', 'text')]
}

type Fields = Pick<Card, 'number' | 'name' | 'birth' | 'sex' | 'expires'>

function fieldsOf([one, two, three]: Lines): Result<Fields> {
  const number = one.slice(15, 27)
  const name = three.replace(/<+/g, ' ').trim()
  const faults: Fault[] = []
  if (!/^\d{12}$/.test(number)) faults.push(inputFault('card.number.digits', 'number'))
  if (name === '') faults.push(inputFault('card.name.missing', 'name'))
  const birth = dayIn(two.slice(0, 6), centuryOf(number))
  if (birth === null) faults.push(inputFault('card.birth.impossible', 'birth'))
  const sex = sexIn(two.slice(7, 8), number)
  if (sex === null) faults.push(inputFault('card.sex.unknown', 'sex'))
  const endless = two.slice(8, 14) === NO_EXPIRY
  const expires = endless ? null : dayIn(two.slice(8, 14), 2000)
  if (!endless && expires === null) faults.push(inputFault('card.expires.impossible', 'expires'))
  if (faults.length > 0 || birth === null || sex === null) return refuse(...faults)
  return ok({ number, name, birth, sex, expires })
}

/** From 60 years of age a card has no last day (Luật Căn cước 26/2023/QH15, Điều 21). */
const NO_EXPIRY = '991231'

/** `YYMMDD` as a day of the century, `null` where there is none. */
function dayIn(text: string, century: number): Day | null {
  if (!/^\d{6}$/.test(text) || Number.isNaN(century)) return null
  const day = Day.safeParse(`${century + Number(text.slice(0, 2))}-${text.slice(2, 4)}-${text.slice(4)}`)
  return day.success ? day.data : null
}

function sexIn(sign: string, number: string): Card['sex'] | null {
  if (sign === 'M') return 'male'
  if (sign === 'F') return 'female'
  return sign === '<' ? sexOf(number) : null
}

function warningsOf(card: Card, zone: Lines, today: Day): readonly CardWarning[] {
  const warnings: CardWarning[] = [...numberWarnings(card), { code: 'card.name.plain', field: 'name' }]
  if (/\d/.test(card.name) || !zone[2].endsWith('<')) warnings.push({ code: 'card.name.lost', field: 'name' })
  if (zone[1][7] === '<') warnings.push({ code: 'card.sex.lost', field: 'sex' })
  if (!optionalHolds(zone)) warnings.push({ code: 'card.mrz.compare', field: 'number' })
  if (card.expires !== null && card.expires < today) warnings.push({ code: 'card.expired', field: 'expires' })
  return warnings
}
