import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_MS, LONGEST_MS, backOff } from '#sync/back-off.ts'

const chance = (high: number, low: number) => (): Uint8Array => Uint8Array.of(high, low)

test('the next try comes within a minute, however often it failed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(255), fc.nat(255), (failures, high, low) => {
      const wait = backOff(failures, chance(high, low))
      expect(wait).toBeGreaterThanOrEqual(FIRST_MS / 2)
      expect(wait).toBeLessThanOrEqual(LONGEST_MS)
    }),
  )
})

test('the wait doubles from a second to a minute', () => {
  const steady = [1, 2, 3, 4, 5, 6, 7, 8].map(failures => backOff(failures, chance(0, 0)))
  expect(steady).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
})

test('two counters that failed together come back apart', () => {
  expect(backOff(7, chance(0, 0))).not.toBe(backOff(7, chance(255, 255)))
})
