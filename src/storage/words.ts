import { fold } from '#domain/kernel/text.ts'

/** Fewer digits than this are found by no one on purpose. */
const SHORTEST_DIGITS = 3

/**
 * What a dossier is found by: the words of the folded name, each pair of neighbours as one token (a whole common name is
 * then one look-up, not an intersection of four crowds), and every tail of its numbers, so that digits from the middle
 * are the start of some token.
 */
export function indexWords(name: string, numbers: readonly (string | null)[]): { readonly words: string; readonly digits: string } {
  const words = wordsOf(name)
  return {
    words: [...words, ...pairs(words)].join(' '),
    digits: numbers.flatMap(number => tails((number ?? '').replace(/\D/g, ''))).join(' '),
  }
}

/** What was typed as a query for FTS5: `null` when there is nothing to look for. The last word is a beginning. */
export function matchWords(text: string): string | null {
  const typed = wordsOf(text)
  const digits = typed.filter(word => /^\d+$/.test(word) && word.length >= SHORTEST_DIGITS)
  const words = typed.filter(word => !/^\d+$/.test(word))
  if (digits.length + words.length === 0) return null
  const last = words.at(-1)
  const tokens = words.length < 2 ? [] : pairs(words.slice(0, -1)).map(exact)
  const ending = words.length >= 2 ? [beginning(`${words.at(-2) ?? ''}_${last ?? ''}`)] : words.map(beginning)
  const inOrder = [...tokens, ...ending]
  const anyOrder = [...words.slice(0, -1).map(exact), ...(last === undefined ? [] : [beginning(last)])]
  const named = words.length < 2 ? inOrder : [`(${inOrder.join(' AND ')}) OR (${anyOrder.join(' AND ')})`]
  return [...named.map(part => `words : (${part})`), ...digits.map(part => `digits : (${beginning(part)})`)].join(' AND ')
}

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(' ')
    .filter(word => word !== '')

const pairs = (words: readonly string[]): readonly string[] => words.slice(1).map((word, index) => `${words[index] ?? ''}_${word}`)

const tails = (digits: string): readonly string[] =>
  Array.from({ length: Math.max(digits.length - SHORTEST_DIGITS + 1, 0) }, (_, start) => digits.slice(start))

const exact = (word: string): string => `"${word}"`
const beginning = (word: string): string => `"${word}" *`
