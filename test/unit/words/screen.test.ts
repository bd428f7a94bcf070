import { expect, test } from 'vitest'
import { screenEn } from '#words/screen-en.ts'
import { type ScreenWords, screenVi } from '#words/screen-vi.ts'

const sentences = (tree: ScreenWords): readonly (readonly [string, string])[] =>
  Object.entries<Readonly<Record<string, string>>>(tree).flatMap(([section, words]) =>
    Object.entries(words).map(([key, said]) => [`${section}.${key}`, said] as const),
  )
const gaps = (said: string): readonly string[] => [...said.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap ?? '').sort()

test('both languages fill the same gaps', () => {
  const english = new Map(sentences(screenEn))
  for (const [key, said] of sentences(screenVi)) expect([key, gaps(english.get(key) ?? '')]).toEqual([key, gaps(said)])
})

test('Vietnamese words are stored composed', () => {
  for (const [, said] of sentences(screenVi)) expect(said).toBe(said.normalize('NFC'))
})
