import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedName, heldDigits, indexTokens, readWanted } from '#storage/words.ts'

const KNOWN = ['anh', 'bao', 'hung', 'huong', 'le', 'nguyen', 'thi', 'tran', 'van', 'yen']
const known = (beginning: string): readonly string[] => KNOWN.filter(word => word.startsWith(beginning))
const matchOf = (typed: string): string | null => readWanted(typed, known)?.match ?? null

test('a whole name asks for its rare set alone, not for the crowds that the set lies in', () => {
  expect(matchOf('nguyen van hung')).toBe('("___hung_nguyen_van")')
  expect(matchOf('nguyen van hu')).toBe('("___hung_nguyen_van" OR "___huong_nguyen_van")')
  expect(matchOf('nguyen hung')).toBe('("___hung_nguyen")')
  expect(matchOf('nguyen van h')).toBe('"___nguyen_van__h"')
})

test('whole words that no set holds are asked for beside it', () => {
  expect(matchOf('nguyen thi van hung')).toBe('"___nguyen_thi_van" AND ("___hung_thi_van")')
  expect(matchOf('nguyen van ng')).toBe('"___nguyen_van"')
  expect(matchOf('nguyen van qw')).toBe('"___nguyen_van" AND "qw"')
  expect(matchOf('van hung 123')).toBe('("___hung_van") AND "___123"')
})

test('a short beginning alone is one list, not the lists of all the words it can mean', () => {
  expect(matchOf('h')).toBe('"h" *')
  expect(matchOf('ngu')).toBe('"ngu" *')
  expect(matchOf('n v h')).toBe('"n" * AND "v" * AND "h" *')
  expect(matchOf('nguy')).toBe('("nguyen")')
  expect(matchOf('nguyen h')).toBe('("___hung_nguyen" OR "___huong_nguyen")')
})

test('a word typed twice is whole', () => {
  expect(matchOf('hu hu')).toBe('"hu"')
  expect(readWanted('hu hu', known)?.means(' le huong ', '')).toBe(false)
  expect(readWanted('hu hu', known)?.means(' le hu ', '')).toBe(true)
})

const name = fc.uniqueArray(fc.constantFrom(...KNOWN), { minLength: 1, maxLength: 5 })
const typedOf = name.chain(words =>
  fc.tuple(fc.shuffledSubarray(words, { minLength: 1 }), fc.integer({ min: 1, max: 6 })).map(([some, length]) => ({
    words,
    typed: [...some.slice(0, -1), (some.at(-1) ?? '').slice(0, length)].join(' '),
  })),
)

/** What FTS5 answers for our own few shapes of a query. */
const isMatched = (match: string, tokens: readonly string[]): boolean =>
  match.split(' AND ').every(part =>
    part
      .replace(/^\(|\)$/g, '')
      .split(' OR ')
      .some(one => {
        const token = one.slice(1, one.lastIndexOf('"'))
        return one.endsWith('*') ? tokens.some(held => held.startsWith(token)) : tokens.includes(token)
      }),
  )

test('whoever is meant by what was typed is never narrowed away', () => {
  fc.assert(
    fc.property(typedOf, ({ words, typed }) => {
      const wanted = readWanted(typed, known)
      const full = words.join(' ')
      expect(wanted?.means(foldedName(full), heldDigits([]))).toBe(true)
      expect(isMatched(wanted?.match ?? '', indexTokens(full, []).split(' '))).toBe(true)
    }),
  )
})
