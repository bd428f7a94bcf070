import { describe, expect, test } from 'vitest'
import { simulatedDay } from './simulated-day.ts'

const DAYS = 36

/** The hall as it is set up first: everybody takes everything; one with a counter or two for each service; and one between. */
const halls = {
  'each counter takes all': [0, 1, 2, 3, 4, 5].map(() => ['a', 'b', 'c', 'd']),
  'each counter takes one': [['a'], ['a'], ['a'], ['b'], ['b'], ['c'], ['c'], ['d'], ['d']],
  'counters take two': [
    ['a', 'b'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['c', 'd'],
    ['d', 'a'],
  ],
} as const

describe.each(Object.entries(halls))('where %s', (_, counters) => {
  const days = Array.from({ length: DAYS }, (_none, seed) => simulatedDay(seed + 1, counters))

  test('the wait on the ticket holds for four people in five, and on no day for less than three in four', () => {
    const shares = days.map(told => told.filter(({ from, to, waited }) => waited >= from && waited <= to).length / told.length)
    expect(days.every(told => told.length > 150)).toBe(true)
    expect(shares.reduce((sum, one) => sum + one, 0) / DAYS).toBeGreaterThanOrEqual(0.8)
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.75)
  })

  test('and it is worth knowing: twenty minutes wide at most in the middle, where the wait is ten to forty; in fives', () => {
    const widths = days
      .flatMap(told => told.filter(({ waited }) => waited >= 10 && waited < 40).map(({ from, to }) => to - from))
      .toSorted((a, b) => a - b)
    expect(widths[Math.floor(widths.length / 2)]).toBeLessThanOrEqual(20)
    expect(days.flat().every(({ from, to }) => from % 5 === 0 && to % 5 === 0 && from < to)).toBe(true)
    // Days on which nobody waits prove nothing.
    expect(days.flat().filter(({ waited }) => waited > 15).length).toBeGreaterThan(DAYS * 20)
  })
})
