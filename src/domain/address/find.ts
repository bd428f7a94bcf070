import { z } from 'zod'
import { type KnownWords, kindWords, readingOf, wordsOf } from './place-name.ts'
import type { Units } from './units.ts'

/** `text` ends an address; `was` is the unit of before 01/07/2025 that was typed, `null` where today's own name was. */
export const FoundPlace = z.strictObject({ text: z.string(), was: z.string().nullable() })
export type FoundPlace = z.output<typeof FoundPlace>
export type Find = (text: string, near: string | null, limit: number) => readonly FoundPlace[]

type Entry = {
  /** The words of its own name, and all others: its kind, district, province. */
  readonly own: readonly string[]
  readonly others: readonly string[]
  readonly texts: readonly string[]
  readonly was: string | null
  readonly provinces: readonly string[]
}
type Ranked = { readonly entry: Entry; readonly rank: number }

/** Above all differences of the words. */
const NEAR = 1000
const IN_ORDER = 12

/** Any order of words, begun or whole, with or without marks; every word typed has to begin a word of the place. */
export function openFind(units: Units, known: KnownWords): Find {
  const entries = entriesOf(units, known)
  const postings = postingsOf(entries)
  const provinceOf = new Map(units.provinces.map(name => [readingOf(name, known).key, name]))
  return (text, around, limit) => {
    const near = around === null ? null : (provinceOf.get(readingOf(around).key) ?? null)
    // The longest word first: it refuses most.
    const words = wordsOf(text)
    const longest = words.toSorted((one, other) => other.length - one.length)
    const begun = new Set(words.flatMap(word => postings.get(word.slice(0, 2)) ?? []))
    const ranked: Ranked[] = []
    for (const entry of begun) {
      const score = scoreOf(entry, longest)
      if (score === 0) continue
      const inOrder = isInOrder(entry, words) ? IN_ORDER : 0
      ranked.push({ entry, rank: score + inOrder + (near !== null && entry.provinces.includes(near) ? NEAR : 0) })
    }
    return best(ranked, limit)
  }
}

function entriesOf({ provinces, communes, olds }: Units, known: KnownWords): readonly Entry[] {
  const named = namer(known)
  return [
    ...provinces.map(name => ({ ...named(name, []), texts: [name], was: null, provinces: [name] })),
    ...communes.map(({ name, province, text }) => ({ ...named(name, [province]), texts: [text], was: null, provinces: [province] })),
    ...olds.map(({ name, district, province, now }) => ({
      ...named(name === '' ? district : name, name === '' ? [province] : [district, province]),
      texts: now.map(commune => commune.text),
      was: [name, district, province].filter(part => part !== '').join(', '),
      provinces: now.map(commune => commune.province),
    })),
  ]
}

/** The words of a unit; those of its district and province are worked out once for all that lie in it. */
function namer(known: KnownWords) {
  const around = new Map<string, readonly string[]>()
  const split = (name: string): Pick<Entry, 'own' | 'others'> => {
    const { kind, words } = readingOf(name, known)
    return { own: words, others: kind === null ? [] : kindWords(kind) }
  }
  const all = (name: string): readonly string[] => {
    const { own, others } = split(name)
    const words = around.get(name) ?? [...own, ...others]
    around.set(name, words)
    return words
  }
  return (name: string, seats: readonly string[]): Pick<Entry, 'own' | 'others'> => {
    const { own, others } = split(name)
    return { own, others: [...others, ...seats.flatMap(all)] }
  }
}

/** The entries whose own name has a word with these first letters, for one letter and for two. */
function postingsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const postings = new Map<string, Entry[]>()
  const post = (start: string, entry: Entry): void => {
    const list = postings.get(start)
    if (list === undefined) postings.set(start, [entry])
    else if (list.at(-1) !== entry) list.push(entry)
  }
  for (const entry of entries) {
    for (const word of entry.own) {
      post(word.slice(0, 1), entry)
      post(word.slice(0, 2), entry)
    }
  }
  return postings
}

/** 0 where a word is nowhere, or none is of its own name. A whole word counts more than a begun one, an own one more than its province's. */
function scoreOf({ own, others, was }: Entry, words: readonly string[]): number {
  let score = 0
  let ownWords = 0
  for (const word of words) {
    const whole = own.includes(word)
    if (whole || own.some(name => name.startsWith(word))) {
      ownWords += 1
      score += whole ? 12 : 8
    } else if (others.includes(word)) score += 4
    else if (others.some(name => name.startsWith(word))) score += 3
    else return 0
  }
  if (ownWords === 0) return 0
  return score * 4 + (ownWords === own.length ? 6 : 0) + (was === null ? 3 : 0)
}

function isInOrder({ own }: Entry, words: readonly string[]): boolean {
  const name = own.join(' ')
  const typed = words.join(' ')
  return typed.includes(name) || name.startsWith(typed)
}

/** Each place of today once, under the name that fits best. */
function best(ranked: readonly Ranked[], limit: number): readonly FoundPlace[] {
  const found = new Map<string, FoundPlace>()
  for (const { entry } of top(ranked, limit * 4)) {
    for (const text of entry.texts) {
      if (!found.has(text)) found.set(text, { text, was: entry.was })
      if (found.size === limit) return [...found.values()]
    }
  }
  return [...found.values()]
}

/** The first `count` of a list that may hold ten thousand, without putting all of it in order. */
function top(ranked: readonly Ranked[], count: number): readonly Ranked[] {
  if (ranked.length <= count) return ranked.toSorted((one, other) => other.rank - one.rank)
  const ranks = Int32Array.from(ranked, ({ rank }) => rank).sort()
  const least = ranks[ranks.length - count] ?? 0
  const above = ranked.filter(({ rank }) => rank > least).toSorted((one, other) => other.rank - one.rank)
  return [...above, ...ranked.filter(({ rank }) => rank === least)]
}
