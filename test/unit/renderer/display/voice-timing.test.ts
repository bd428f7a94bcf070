import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timing } from '#renderer/display/voice-timing.ts'

test('pieces follow each other in order, never over each other, never more than 60 ms apart', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.05, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 }), durations => {
      const { starts, end } = timing(durations)
      expect(starts[0]).toBe(0)
      const ends = starts.map((start, at) => start + (durations[at] ?? 0))
      starts.slice(1).forEach((start, at) => {
        const gap = start - (ends[at] ?? Number.NaN)
        expect(gap).toBeGreaterThan(0)
        expect(gap).toBeLessThanOrEqual(0.06)
      })
      expect(end).toBeCloseTo(ends.at(-1) ?? Number.NaN, 6)
    }),
  )
})

test('nothing to say takes no time', () => expect(timing([])).toEqual({ starts: [], end: 0 }))
