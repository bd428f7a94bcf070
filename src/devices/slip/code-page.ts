import type { CodePageName } from '#domain/paper/code-page.ts'

/** `page`: the table the byte stands in; letters below 0x80 stand in all of them. */
type Place = { readonly page: number; readonly bytes: readonly number[] }

/**
 * A line as the bytes of its letters, with the switch of table where one is needed. A letter that a page does not hold has no
 * bytes: then `null`, and the line is drawn instead, so that no letter is ever replaced and none loses its marks.
 */
export function encodeLine(text: string, name: CodePageName): Uint8Array | null {
  const places = tables[name]
  const out: number[] = []
  let page: number | null = null
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x20 && code < 0x7f) {
      out.push(code)
      continue
    }
    const place = places.get(letter)
    if (place === undefined) return null
    if (place.page !== page) out.push(0x1b, 0x74, place.page)
    page = place.page
    out.push(...place.bytes)
  }
  return Uint8Array.from(out)
}

/**
 * TCVN 5712:1993 VN3, small letters. Printers have two tables of it (Epson 30 and 31): in the second the same bytes are
 * capitals, as in the typefaces of that time. The seven capitals of the alphabet without a tone stand in both.
 */
const VN3: Readonly<Record<number, string>> = {
  0xa8: 'ăâêôơưđ',
  0xb5: 'àảãáạ',
  0xbb: 'ằẳẵắ',
  0xc6: 'ặầẩẫấậè',
  0xce: 'ẻẽéẹềểễếệìỉ',
  0xdc: 'ĩíịò',
  0xe1: 'ỏõóọồổỗốộờởỡớợù',
  0xf1: 'ủũúụừửữứựỳỷỹýỵ',
}
const VN3_CAPITALS = { at: 0xa1, letters: 'ĂÂÊÔƠƯĐ' } as const
const [SMALL_PAGE, CAPITAL_PAGE] = [30, 31]

function tcvn3(): ReadonlyMap<string, Place> {
  const small = Object.entries(VN3).flatMap(([at, letters]) => numbered(letters, Number(at)))
  return new Map([
    ...small.map(([letter, byte]): [string, Place] => [letter, { page: SMALL_PAGE, bytes: [byte] }]),
    ...small.map(([letter, byte]): [string, Place] => [letter.toLocaleUpperCase('vi'), { page: CAPITAL_PAGE, bytes: [byte] }]),
    ...numbered(VN3_CAPITALS.letters, VN3_CAPITALS.at).map(([letter, byte]): [string, Place] => [
      letter,
      { page: SMALL_PAGE, bytes: [byte] },
    ]),
  ])
}

const numbered = (letters: string, from: number): readonly (readonly [string, number])[] =>
  Array.from(letters, (letter, index) => [letter, from + index] as const)

/**
 * Windows code page 1258: a letter and, after it, its tone as a byte of its own. Whether a printer sets the tone over the letter
 * or into a place of its own is what the test slip shows.
 */
const WPC1258: Readonly<Record<string, number>> = {
  À: 0xc0,
  Á: 0xc1,
  Â: 0xc2,
  Ă: 0xc3,
  È: 0xc8,
  É: 0xc9,
  Ê: 0xca,
  Í: 0xcd,
  Đ: 0xd0,
  Ó: 0xd3,
  Ô: 0xd4,
  Ơ: 0xd5,
  Ù: 0xd9,
  Ú: 0xda,
  Ư: 0xdd,
  à: 0xe0,
  á: 0xe1,
  â: 0xe2,
  ă: 0xe3,
  è: 0xe8,
  é: 0xe9,
  ê: 0xea,
  í: 0xed,
  đ: 0xf0,
  ó: 0xf3,
  ô: 0xf4,
  ơ: 0xf5,
  ù: 0xf9,
  ú: 0xfa,
  ư: 0xfd,
}
const TONES: Readonly<Record<string, number>> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 }

function wpc1258(page: number): ReadonlyMap<string, Place> {
  const bases = [...Object.entries(WPC1258), ...Array.from('aeiouyAEIOUY', letter => [letter, letter.charCodeAt(0)] as const)]
  const single = Object.entries(WPC1258).map(([letter, byte]): [string, Place] => [letter, { page, bytes: [byte] }])
  const composed = bases.flatMap(([base, byte]) =>
    Object.entries(TONES).map(([tone, mark]): [string, Place] => [(base + tone).normalize('NFC'), { page, bytes: [byte, mark] }]),
  )
  return new Map([...composed.filter(([letter]) => Array.from(letter).length === 1), ...single])
}

const tables: Readonly<Record<CodePageName, ReadonlyMap<string, Place>>> = {
  tcvn3: tcvn3(),
  cp1258: wpc1258(52),
  'cp1258-27': wpc1258(27),
  'cp1258-94': wpc1258(94),
}
