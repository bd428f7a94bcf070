import { fold } from '#domain/kernel/text.ts'

/** Fewer digits than this are found by no one on purpose. */
const SHORTEST_DIGITS = 3
/** Lengths of the runs of digits that are indexed: any other run is looked up by two of its parts. Twelve is a citizen's whole number. */
const GRAMS = [3, 5, 12] as const
/** Beginnings up to this length have lists of their own, one for each: the `prefix` of the table. */
const LONGEST_BEGINNING = 3
/** Stands before every token that is never begun but always meant whole, so that all of them share their beginnings' lists. */
const WHOLE = '___'
/** So many whole words stand in one token with a begun one. */
const BESIDE = 2
/** No name has more words; a text that has is no reason to swell the index. */
const MOST_WORDS = 12

/**
 * What a dossier is found by, as tokens: the words of the folded name; each two and each three of them as one token (a
 * common name is then a look-up of rare sets, not an intersection of crowds), in the order of the alphabet, so that any
 * order finds it; each two with the first letter of a third; and every run of three, five and twelve digits of its numbers.
 */
export function indexTokens(name: string, numbers: readonly (string | null)[]): string {
  const words = [...new Set(wordsOf(name))]
  const near = words.slice(0, MOST_WORDS)
  const pairs = near.flatMap((word, index) => near.slice(index + 1).map(other => [word, other]))
  const triples = pairs.flatMap(([one = '', two = '']) => near.slice(near.indexOf(two) + 1).map(three => [one, two, three]))
  const starts = pairs.flatMap(pair => near.filter(word => !pair.includes(word)).map(word => startOf(pair, word)))
  const runs = numbers.flatMap(number => GRAMS.flatMap(length => gramsOf((number ?? '').replace(/\D/g, ''), length)))
  return [...new Set([...words, ...[...pairs, ...triples].map(setOf), ...starts, ...runs.map(run => WHOLE + run)])].join(' ')
}

/** A name as it is checked: its words, each between spaces. */
export const foldedName = (name: string): string => ` ${wordsOf(name).join(' ')} `

/** Numbers as they are checked: their digits, apart from each other. */
export const heldDigits = (numbers: readonly (string | null)[]): string =>
  numbers.map(number => (number ?? '').replace(/\D/g, '')).join(' ')

/** Up to so many words are looked up one by one; a beginning that means more of them is dense enough to be walked. */
export const MOST_MEANT = 12

/** What was typed: the query that narrows down, and the check that decides. `null` when there is nothing to look for. */
export type Wanted = {
  readonly match: string
  /** Whether a dossier is really meant, by its `foldedName` and `heldDigits`: the index knows only beginnings and parts. */
  readonly means: (folded: string, digits: string) => boolean
}

/** Answers with up to `MOST_MEANT + 1` words that any name has and that begin like this. */
type Known = (beginning: string) => readonly string[]

/** Reads what was typed. Words in any order, the last one a beginning; single letters are beginnings; digits from anywhere. */
export function readWanted(text: string, known: Known): Wanted | null {
  const typed = wordsOf(text)
  const digits = [...new Set(typed.filter(word => /^\d+$/.test(word) && word.length >= SHORTEST_DIGITS))]
  const words = typed.filter(word => !/^\d+$/.test(word))
  if (digits.length + words.length === 0) return null
  // A word typed again at the end was whole the first time.
  const whole = [...new Set(words.slice(0, -1).filter(word => !isLetter(word)))]
  const begun = [...new Set([...words.filter(isLetter), ...words.slice(-1)])]
  const parts = [...wordParts(whole, begun, known), ...digits.flatMap(runTokens).map(quoted)]
  return {
    match: parts.join(' AND '),
    means: (folded, held) =>
      whole.every(word => folded.includes(` ${word} `)) &&
      begun.every(word => folded.includes(` ${word}`)) &&
      digits.every(run => held.includes(run)),
  }
}

/**
 * What narrows the words down: the parts of those begun, and the whole ones, unless a part holds them too. A crowd beside
 * a rare set would be gone through for nothing, and it grows with the store.
 */
function wordParts(whole: readonly string[], begun: readonly string[], known: Known): readonly string[] {
  const parts = begun.flatMap(word => begunPart(word, whole, known) ?? [])
  const isHeld = whole.length <= BESIDE && parts.some(({ holdsBeside }) => holdsBeside)
  return [...(isHeld ? [] : wholeTokens(whole).map(quoted)), ...parts.map(({ match }) => match)]
}

/** A single word as itself, two or three as their set, more as the sets of each three neighbours: soon gone through. */
function wholeTokens(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words
  if (words.length === 2) return [setOf(words)]
  return words.slice(2).map((word, index) => setOf([...words.slice(index, index + 2), word]))
}

/** Its match, and whether that holds the last whole words as well, so many as can stand beside a begun one. */
type BegunPart = { readonly match: string; readonly holdsBeside: boolean }

/**
 * A word that is only begun. Alone and short it has a list of its own. Else the words it can mean, each in a set with whole
 * ones; where they are many, its first letter beside two whole words, or else its list, which is walked quickly because hits
 * are dense in it.
 */
function begunPart(word: string, whole: readonly string[], known: Known): BegunPart | null {
  if (whole.some(one => one.startsWith(word))) return null
  const beside = whole.slice(-BESIDE)
  const list = { match: beginning(word), holdsBeside: false }
  if (beside.length === 0 && [...word].length <= LONGEST_BEGINNING) return list
  const first = beside.length === BESIDE ? { match: quoted(startOf(beside, word)), holdsBeside: true } : null
  if (first !== null && isLetter(word)) return first
  const meant = known(word)
  if (meant.length === 0) return { match: quoted(word), holdsBeside: false }
  if (meant.length > MOST_MEANT) return first ?? list
  return { match: anyOf(meant.map(other => (beside.length === 0 ? other : setOf([...beside, other])))), holdsBeside: true }
}

const isLetter = (word: string): boolean => [...word].length === 1

const anyOf = (tokens: readonly string[]): string => `(${tokens.map(quoted).join(' OR ')})`

/**
 * The last two parts of a run, of the longest indexed length; the check sees the rest. An office's numbers begin alike (the
 * province, the century), so their ends tell them apart.
 */
function runTokens(run: string): readonly string[] {
  const length = GRAMS.findLast(gram => gram <= run.length) ?? SHORTEST_DIGITS
  const end = run.length - length
  return [...new Set([Math.max(end - length, 0), end])].map(start => WHOLE + run.slice(start, start + length))
}

const gramsOf = (digits: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(digits.length - length + 1, 0) }, (_, start) => digits.slice(start, start + length))

/** Two words of a name and the first letter of another. */
const startOf = (pair: readonly string[], word: string): string => `${setOf(pair)}__${[...word][0] ?? ''}`

const setOf = (words: readonly string[]): string => WHOLE + words.toSorted().join('_')

export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(' ')
    .filter(word => word !== '')

const quoted = (token: string): string => `"${token}"`
/** Beyond the longest list the rest of the word is left to the check. */
const beginning = (word: string): string => `"${[...word].slice(0, LONGEST_BEGINNING).join('')}" *`
