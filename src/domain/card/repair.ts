/**
 * Undoes what a scanner did to the letters, in a fixed order, and says which repairs were needed.
 * A repair restores exactly what was sent or does nothing: no diacritic is ever guessed.
 */
export function repair(text: string): { readonly text: string; readonly repairs: readonly string[] } {
  if (WHOLE.test(text) && !CAPS.test(text)) return { text, repairs: [] }
  let now = text
  const repairs: string[] = []
  for (const [code, undo] of undoings) {
    const next = undo(now)
    if (next !== now) repairs.push(code)
    now = next
  }
  return { text: now, repairs }
}

const undoings: readonly (readonly [string, (text: string) => string])[] = [
  ['digit-layout', undoDigitLayout],
  ['entities', undoEntities],
  ['percent', undoPercent],
  ['byte-numbers', undoByteNumbers],
  ['mojibake', undoMojibake],
  ['nfd', text => (/\p{Mn}/u.test(text) ? tidyMarks(text) : text)],
  ['caps', undoCaps],
]

/** The usual scan, with nothing to undo: a digit first, Vietnamese letters, and nowhere two groups of digits that could be bytes. */
const WHOLE = /^(?=\d)(?!.*\D0[12]\d\d0[12]\d\d)[\w |,.'/()ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9-]*$/

/** Only a keyboard with Caps Lock on makes these of `Nam` and `Nữ`. */
const CAPS = /\|n(?:AM|[ỮU])(?:\||$)/

function undoCaps(text: string): string {
  if (!CAPS.test(text)) return text
  return Array.from(text, sign => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())).join('')
}

/** What a wedge scanner types for 0 to 9 while Windows has its “Vietnamese” keyboard layout. */
const LAYOUT = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const LAYOUT_RUN = /(?:[đăâêô]|\u0300|\u0309|\u0303|\u0301|\u0323)+/g

/** Words that are made of the layout's letters only and stand in addresses: dike, capital. */
const LAYOUT_WORDS = new Set(['đê', 'đô'])

function undoDigitLayout(text: string): string {
  if (!text.startsWith('đ') || /\d/.test(text)) return text
  return text
    .split('|')
    .map((part, at) => (WORD_PARTS.has(at) ? part : digitsIn(toneApart(part), at === 5)))
    .join('|')
}

/** Name and sex. */
const WORD_PARTS = new Set([2, 4])

/** In an address only whole words are digits: `ê` may be a letter there. */
function digitsIn(part: string, address: boolean): string {
  const digits = (run: string) =>
    Array.from(run)
      .map(sign => LAYOUT.indexOf(sign))
      .join('')
  if (!address) return part.replace(LAYOUT_RUN, digits)
  const word = (one: string) => {
    const whole = one.replace(LAYOUT_RUN, '') === '' && !LAYOUT_WORDS.has(one)
    return whole ? digits(one) : one
  }
  return part.replace(/[\p{L}\p{M}]+/gu, word).normalize('NFC')
}

/** Tone marks apart from their vowel, letter by letter, so that the order in which they were typed stays. */
const toneApart = (text: string): string =>
  Array.from(text)
    .map(sign => sign.normalize('NFD'))
    .map(sign =>
      sign.replace(
        /^(.)(\u0323?)([\u0302\u0306\u031B])/u,
        (_, base: string, dot: string, mark: string) => (base + mark).normalize('NFC') + dot,
      ),
    )
    .join('')

const ENTITY_SIGNS: Readonly<Record<string, string>> = { amp: '&', apos: "'", quot: '"', lt: '<', gt: '>', nbsp: ' ', ETH: 'Đ', eth: 'đ' }
const ENTITY_MARKS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' }

function undoEntities(text: string): string {
  const sign = (code: number, whole: string) => (code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : whole)
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, hex: string) => sign(Number.parseInt(hex, 16), whole))
    .replace(/&#(\d{1,7});/g, (whole, decimal: string) => sign(Number(decimal), whole))
    .replace(/&([aeiouy])(grave|acute|circ|tilde);/gi, (whole, base: string, mark: string) =>
      ENTITY_MARKS[mark] === undefined ? whole : (base + ENTITY_MARKS[mark]).normalize('NFC'),
    )
    .replace(/&(amp|apos|quot|lt|gt|nbsp|ETH|eth);/g, (whole, name: string) => ENTITY_SIGNS[name] ?? whole)
}

function undoPercent(text: string): string {
  const bytes = (run: string) =>
    run
      .slice(1)
      .split('%')
      .map(hex => Number.parseInt(hex, 16))
  return text.replace(/(?:%[0-9a-f]{2})+/gi, run => utf8(bytes(run)) ?? run)
}

const BYTES = /(?<!\d)(?:0(?:12[89]|1[3-9]\d|2[0-4]\d|25[0-5])){2,}/g

/** Every byte from 128 up sent as four decimal digits. A number or a date, alone or at the head of the scan, is never taken apart. */
function undoByteNumbers(text: string): string {
  const letters = (digits: string) => {
    const read = utf8((digits.match(/\d{4}/g) ?? []).map(Number))
    return read !== null && /^[\p{L}\p{M}]+$/u.test(read) ? read : digits
  }
  const undo = (part: string, first: boolean) =>
    part.replace(BYTES, (digits: string, at: number) => (first && at === 0 ? digits : letters(digits)))
  return text
    .split('|')
    .map((part, at) => (/^\d*$/.test(part) ? part : undo(part, at === 0)))
    .join('|')
}

/** The signs of CP1252 for the bytes 0x80 to 0x9F. 81, 8D, 8F, 90 and 9D have none and pass as they are. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** UTF-8 that was read as CP1252 or Latin-1, run by run: a run that is no whole UTF-8 stays. */
function undoMojibake(text: string): string {
  const byteOf = (sign: string) => {
    const at = CP1252.indexOf(sign)
    return at >= 0 ? 0x80 + at : (sign.codePointAt(0) ?? 0)
  }
  return text.replace(MOJIBAKE_RUN, run => utf8(Array.from(run).map(byteOf)) ?? run)
}

const MOJIBAKE_RUN = new RegExp(`[\\u0080-\\u00FF${CP1252}]{2,}`, 'g')

/** Marks in the one order that composes, vowel before tone. Signs that cannot be seen stay for the reader of the field. */
const tidyMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306\u031B]+)/g, '$2$1')
    .normalize('NFC')

/** Bytes as UTF-8, `null` where they are not wholly UTF-8. */
function utf8(bytes: readonly number[]): string | null {
  try {
    return decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}
