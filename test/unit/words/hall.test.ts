import { expect, test } from 'vitest'
import { hallEn } from '#words/hall-en.ts'
import { hallVi } from '#words/hall-vi.ts'
import { wallWords } from '#words/wall.ts'

const gaps = (said: string): readonly string[] => [...said.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap ?? '').sort()

test('the kiosk fills the same gaps in both languages', () => {
  const english = new Map(Object.entries(hallEn.kiosk))
  for (const [key, said] of Object.entries(hallVi.kiosk)) expect([key, gaps(english.get(key) ?? '')]).toEqual([key, gaps(said)])
})

test('the words of the hall are stored composed', () => {
  for (const said of [...Object.values(hallVi.kiosk), ...Object.values(hallVi.reasons), ...Object.values(wallWords)]) {
    expect(said).toBe(said.normalize('NFC'))
  }
})
