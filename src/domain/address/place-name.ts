import { fold, tidy } from '../kernel/text.ts'

/** What a unit of the country is called by. Since 01/07/2025 there are no districts; cards printed before still name them. */
const kinds = [
  { kind: 'thi tran', short: 'tt' },
  { kind: 'dac khu', short: 'dk' },
  { kind: 'phuong', short: 'p' },
  { kind: 'xa', short: 'x' },
  { kind: 'thanh pho', short: 'tp' },
  { kind: 'thi xa', short: 'tx' },
  { kind: 'quan', short: 'q' },
  { kind: 'huyen', short: 'h' },
  { kind: 'tinh', short: 't' },
] as const

export type PlaceKind = (typeof kinds)[number]['kind']

const written = kinds.flatMap(({ kind, short }) => [
  { kind, words: kind.split(' ') },
  { kind, words: [short] },
])

/** One way to read what stands between two commas: `kind` is `null` where the name is written bare. */
export type Reading = {
  readonly kind: PlaceKind | null
  /** One for all spellings: no marks, no spaces, `y` as `i` (Mỹ, Mĩ). */
  readonly key: string
  /** With marks, but wherever the tone is written: `Hoà` and `Hòa` are one name, `Thành` and `Thạnh` two. */
  readonly marked: string
  /** The words of the name, folded. */
  readonly words: readonly string[]
}

type Word = { readonly folded: string; readonly key: string; readonly marked: string }

/** Words that were read before. The names of the whole country are made of few; what a citizen's address says is not kept. */
export type KnownWords = Map<string, readonly Word[]>

/** The folded words of a name, as they are searched: dots and hyphens part words, `p1` is `p 1`, `01` is `1`. */
export const wordsOf = (text: string): readonly string[] => wordsIn(text, new Map()).map(({ folded }) => folded)

/** Words that a kind may be written with, whole and short. */
export const kindWords = (kind: PlaceKind): readonly string[] => written.filter(other => other.kind === kind).flatMap(({ words }) => words)

/**
 * Every way a part of an address can be read. A name may begin as a kind does (xã Xa Dung, huyện Quan Sơn), so the bare reading
 * always stands beside the one without its kind.
 */
export function readingsOf(part: string, known: KnownWords = new Map()): readonly Reading[] {
  const words = wordsIn(part, known)
  const bare = reading(null, words)
  const read = written.find(({ words: said }) => words.length > said.length && said.every((word, at) => words[at]?.folded === word))
  return read === undefined ? [bare] : [reading(read.kind, words.slice(read.words.length)), bare]
}

/** The name of a unit of the table, which always says its kind. */
export function readingOf(name: string, known: KnownWords = new Map()): Reading {
  const [first] = readingsOf(name, known)
  return first ?? reading(null, [])
}

const reading = (kind: PlaceKind | null, words: readonly Word[]): Reading => ({
  kind,
  key: words.map(({ key }) => key).join(''),
  marked: words.map(({ marked }) => marked).join(''),
  words: words.map(({ folded }) => folded),
})

const wordsIn = (text: string, known: KnownWords): readonly Word[] =>
  text.split(/[\s\-–./]+/).flatMap(raw => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const read = readWord(raw)
    known.set(raw, read)
    return read
  })

function readWord(raw: string): readonly Word[] {
  const parts = tidy(raw)
    .toLocaleLowerCase('vi')
    .replace(/^([pq])(\d)/, '$1 $2')
    .split(' ')
  return parts.flatMap(part => {
    const plain = fold(part).replace(/^0+(?=\d)/, '')
    return plain === '' ? [] : [{ folded: plain, key: plain.replaceAll('y', 'i'), marked: markedOf(part) }]
  })
}

const markedOf = (word: string): string => {
  const apart = word
    .normalize('NFD')
    .replace(/['’ʼ`´]/g, '')
    .replace(/^0+(?=\d)/, '')
    .replaceAll('y', 'i')
  return apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + apart.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, '')
}
