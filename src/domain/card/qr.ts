import type { Fault, Result } from '../kernel/result.ts'
import { inputFault, ok, refuse } from '../kernel/result.ts'
import { tidy } from '../kernel/text.ts'
import { Day } from '../kernel/time.ts'
import type { Card, CardWarning, ReadCard } from './shape.ts'
import { splitGlued } from './header.ts'
import { areMarksGone, isAddressSpoilt, isNameSpoilt } from './letters.ts'
import { numberWarnings, sexOf } from './number.ts'
import { rejoin } from './rejoin.ts'
import { repair } from './repair.ts'

/**
 * The QR text of a citizen card: number, old number, name, birth, sex, address, issue day, between `|`.
 * The card of 2024 has four more parts; what they hold is not published, so they are kept and not read.
 */
export function readQr(raw: string, today: Day): Result<ReadCard> {
  const { text, repairs } = repair(strip(raw))
  const other = otherDocument(text)
  if (other !== null) return refuse(other)
  const parts = partsOf(text)
  if (parts === null) return refuse(inputFault('card.opaque'))
  const read = readParts(parts, today)
  if (!read.ok) return read
  const source = parts.extra.length > 0 ? 'qr24' : 'qr21'
  const { warnings, ...fields } = read.value
  return ok({
    kind: 'citizen-card',
    source,
    card: { source, ...fields, expires: null },
    partial: parts.partial,
    repairs: [...repairs],
    warnings: [...parts.warnings, ...warnings.filter(({ code }) => !parts.warnings.some(known => known.code === code))],
    extra: [...parts.extra],
    raw,
  })
}

/** Without what the scanner puts around: byte order mark, AIM prefix of a QR code, line ends. A no-break space may be half a letter and stays. */
const strip = (raw: string): string =>
  raw
    .replace(/^[\uFEFF\r\n\t ]+/, '')
    .replace(/^\][A-Za-z][\dđăâêô]/, '')
    .replace(/^[\uFEFF\r\n\t ]+|[\r\n\t ]+$/g, '')

type Parts = {
  readonly fields: readonly string[]
  readonly extra: readonly string[]
  readonly partial: boolean
  readonly warnings: readonly CardWarning[]
}

/** Other codes that people hold under the scanner: health insurance card, the VssID application. */
function otherDocument(text: string): Fault | null {
  const parts = text.split('|')
  const first = parts[0] ?? ''
  if (parts.length > 2 && (/^[A-Z]{2}\d{13}$/.test(first) || (/^\d{10}$/.test(first) && text.endsWith('$'))))
    return inputFault('card.other.bhyt')
  if (parts.length > 4 && text.endsWith('$') && !/^\d{12}$/.test(first)) return inputFault('card.other.bhyt')
  if (parts.length === 2 && /^\d{10}$|^[A-Z]{2}\d{13}$/.test(first)) return inputFault('card.other.vssid')
  if (parts.length === 2 && /^\d{12}$/.test(first) && /^\p{L}/u.test(parts[1] ?? '')) return inputFault('card.other.vssid')
  return null
}

function partsOf(text: string): Parts | null {
  const { one, warnings } = firstScan(text)
  const all = one.split('|').map(part => part.trim())
  const placed = { fields: all.slice(0, 7), extra: all.slice(7), partial: false, warnings }
  const inPlace = isDate(all[3]) && isDate(all[6]) && /^\d+$/.test(all[0] ?? '')
  if (all.length >= 7 && inPlace) return placed
  if (isCut(all))
    return { ...placed, fields: all.slice(0, 5), partial: true, warnings: [...warnings, { code: 'card.partial', field: 'address' }] }
  const anchored = anchorsIn(one)
  if (anchored !== null)
    return { ...placed, fields: anchored, extra: [], warnings: [...warnings, { code: 'card.separators', field: 'text' }] }
  const looksLikeCard = all.length >= 4 && (/\d{8,}/.test(all[0] ?? '') || (all.length >= 7 && isDate(all[3])))
  return looksLikeCard ? placed : null
}

const isDate = (part: string | undefined): boolean => /^\d{8}$/.test(part ?? '')

/** Cut off behind the birth day, the keyboard buffer being full: number, name and birth are whole, the issue day is not. */
const isCut = (parts: readonly string[]): boolean =>
  parts.length >= 4 &&
  parts.length <= 7 &&
  /^\d{12}$/.test(parts[0] ?? '') &&
  /^(?:\d{9}|\d{12})?$/.test(parts[1] ?? '') &&
  parts[2] !== '' &&
  isDate(parts[3]) &&
  /^\d{0,7}$/.test(parts[6] ?? '')

/** Two cards sent as one text: only the first is read, never a mix of two persons. A card broken by line ends is put together. */
function firstScan(text: string): { readonly one: string; readonly warnings: readonly CardWarning[] } {
  const [first = '', ...more] = splitGlued(text)
  const one = rejoin(more.length === 0 ? text : first.replace(/[\s\uFEFF]*(?:\][A-Za-z]\d)?$/, ''))
  return { one: one.text, warnings: more.length === 0 ? one.warnings : [...one.warnings, { code: 'card.glued', field: 'text' }] }
}

/** Separators missing, doubled or of another sign: the 12 digits, the two days and the sex hold the rest in place. */
function anchorsIn(text: string): readonly string[] | null {
  const head = /^[^\p{L}\d]*(\d{12})[^\p{L}\d]*(\d{12}|\d{9})?(?!\d)([^\d]{2,200})(\d{8})[^\p{L}\d]*(Nam|Nữ)/iu.exec(text)
  if (head === null) return null
  const [whole, number = '', old = '', name = '', birth = '', sex = ''] = head
  const tail = /^(.*)(\d{8})[^\p{L}\d]*$/su.exec(text.slice(whole.length))
  const [, address = '', issued = ''] = tail ?? []
  if (tail === null || /\d{12}/.test(address)) return null
  return [number, old, bare(name), birth, sex, bare(address), issued]
}

/** Without the separators at its ends, whatever sign they are. */
const bare = (text: string): string => text.replace(/^[^\p{L}\p{M}\d?\uFFFD]+|[^\p{L}\p{M}\d?\uFFFD.)]+$/gu, '')

type Fields = Omit<Card, 'source' | 'expires'> & { readonly warnings: readonly CardWarning[] }

/** Fewer than seven fields: the scan was cut, and nothing behind the sex is taken, an address cut in the middle least of all. */
function readParts({ fields, partial }: Parts, today: Day): Result<Fields> {
  const [number = '', old = '', nameText = '', birthText = '', sexText = '', addressText = '', issuedText = ''] = fields
  const name = readable(nameText)
  const birth = dayIn(birthText)
  const issued = partial ? null : dayIn(issuedText)
  const sex = sexIn(sexText, number)
  const faults = [
    ...numberFaults(number),
    ...(name === '' ? [inputFault('card.name.missing', 'name')] : []),
    ...birthFaults(birth, today),
    ...(sex === null ? [inputFault('card.sex.unknown', 'sex')] : []),
    ...(partial ? [] : issuedFaults(issued, birth)),
  ]
  if (faults.length > 0 || birth === null || sex === null) return refuse(...faults)
  const oldNumber = /^(?:\d{9}|\d{12})$/.test(old) ? old : null
  const address = partial ? null : readable(addressText) || null
  const warnings: CardWarning[] = [...numberWarnings({ number, birth, sex: sex.sex })]
  if (old !== '' && oldNumber === null) warnings.push({ code: 'card.old-number', field: 'oldNumber' })
  if (isNameSpoilt(name) || areMarksGone(`${name} ${address ?? ''}`)) warnings.push({ code: 'card.name.lost', field: 'name' })
  if (sex.lost) warnings.push({ code: 'card.sex.lost', field: 'sex' })
  if (address !== null && (isAddressSpoilt(address) || areMarksGone(address)))
    warnings.push({ code: 'card.address.lost', field: 'address' })
  if (issued !== null && issued > today) warnings.push({ code: 'card.issued.future', field: 'issued' })
  return ok({ number, oldNumber, name, birth, sex: sex.sex, address, issued, warnings })
}

/** `Ð` of Iceland looks like `Đ`, and stands for it. */
const readable = (text: string): string => tidy(text).replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')

function numberFaults(number: string): readonly Fault[] {
  if (/^\d{12}$/.test(number)) return []
  return [
    /^\d*$/.test(number)
      ? inputFault('card.number.length', 'number', { length: number.length })
      : inputFault('card.number.digits', 'number'),
  ]
}

function birthFaults(birth: Day | null, today: Day): readonly Fault[] {
  if (birth === null) return [inputFault('card.birth.impossible', 'birth')]
  return birth > today ? [inputFault('card.birth.future', 'birth')] : []
}

function issuedFaults(issued: Day | null, birth: Day | null): readonly Fault[] {
  if (issued === null) return [inputFault('card.issued.impossible', 'issued')]
  return birth !== null && issued < birth ? [inputFault('card.issued.before-birth', 'issued')] : []
}

/** `ddMMyyyy` as a day, `null` where there is no such day; no citizen number is older than 1900. */
function dayIn(text: string): Day | null {
  const day = Day.safeParse(`${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`)
  return isDate(text) && day.success && day.data >= '1900' ? day.data : null
}

/** The sex; where its letters were lost on the way, the one the number tells. */
function sexIn(text: string, number: string): { readonly sex: Card['sex']; readonly lost: boolean } | null {
  const word = tidy(text).toLocaleLowerCase('vi')
  if (word === 'nam') return { sex: 'male', lost: false }
  if (word === 'nữ') return { sex: 'female', lost: false }
  const lost = word === '' || /^n[u?\uFFFD]{0,3}$/.test(word) || /^[?\uFFFD]+/.test(word)
  return lost && /^\d{12}$/.test(number) ? { sex: sexOf(number), lost } : null
}
