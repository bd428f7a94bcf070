import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HallKind, type Screen, screenFor } from '#main/screens.ts'

const at = (id: number, touch = false): Screen => ({ id, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, touch })
const idFor = (kind: HallKind, screens: readonly Screen[], ...taken: readonly number[]): number | null =>
  screenFor(kind, screens, new Set([1, ...taken]))?.id ?? null

test('with the counter’s screen alone there is none for the hall', () => {
  expect(idFor('display', [at(1)])).toBeNull()
  expect(idFor('kiosk', [at(1, true)])).toBeNull()
})

test('a second screen is the wall’s or the kiosk’s, whichever is opened first', () => {
  expect(idFor('display', [at(1), at(2)])).toBe(2)
  expect(idFor('kiosk', [at(1), at(2)])).toBe(2)
  expect(idFor('display', [at(1), at(2, true)])).toBe(2)
  expect(idFor('kiosk', [at(1), at(2)], 2)).toBeNull()
})

test('a screen that can be touched is the kiosk’s where there are two', () => {
  expect(idFor('display', [at(1), at(2, true), at(3)])).toBe(3)
  expect(idFor('kiosk', [at(1), at(2), at(3, true)])).toBe(3)
})

const screens = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 5 }), touch: fc.boolean() }), {
  selector: ({ id }) => id,
  minLength: 1,
})

test('no window covers the counter, and the two never share a screen, whichever came first', () => {
  fc.assert(
    fc.property(screens, fc.constantFrom<HallKind>('display', 'kiosk'), (all, first) => {
      const there = all.map(({ id, touch }) => at(id, touch))
      const counter = there[0]?.id ?? 0
      const second: HallKind = first === 'display' ? 'kiosk' : 'display'
      const own = screenFor(first, there, new Set([counter]))
      const other = screenFor(second, there, new Set([counter, own?.id ?? counter]))
      expect(own?.id).not.toBe(counter)
      expect(other?.id).not.toBe(counter)
      if (own !== null) expect(other?.id).not.toBe(own.id)
      expect(own === null).toBe(there.length < 2)
      expect(other === null).toBe(there.length < 3)
    }),
  )
})
