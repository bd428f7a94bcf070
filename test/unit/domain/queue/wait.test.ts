import { describe, expect, test } from 'vitest'
import { simulatedDay } from './simulated-day.ts'

/** The constants of the rule were chosen on the days 101 to 116; these are others. */
const DAYS = Array.from({ length: 36 }, (_, index) => index + 1)

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

type Told = ReturnType<typeof simulatedDay>
const held = (told: Told): number => told.filter(({ from, to, waited }) => waited >= from && waited <= to).length / told.length
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

describe.each(Object.entries(halls))('where %s', (_, counters) => {
  const days = DAYS.map(seed => simulatedDay(seed, counters))
  const all = days.flat()
  const short = all.filter(({ waited }) => waited <= 10)
  const long = all.filter(({ waited }) => waited > 10)

  test('the wait on the ticket holds for four people in five, who wait long as well as who wait shortly, and on each day for three in four', () => {
    // Days on which nobody waits prove nothing.
    expect(days.every(told => told.length > 150)).toBe(true)
    expect(long.length).toBeGreaterThan(DAYS.length * 30)
    expect(held(all)).toBeGreaterThanOrEqual(0.8)
    expect(held(short)).toBeGreaterThanOrEqual(0.8)
    expect(held(long)).toBeGreaterThanOrEqual(0.8)
    expect(Math.min(...days.map(held))).toBeGreaterThanOrEqual(0.75)
  })

  test('and it is worth knowing: no wider in the mean than the wait is long, twenty-five minutes in the middle of waits up to forty; in fives', () => {
    expect(mean(long.map(({ from, to }) => to - from)) / mean(long.map(({ waited }) => waited))).toBeLessThanOrEqual(1.1)
    const widths = long.flatMap(({ from, to, waited }) => (waited < 40 ? [to - from] : [])).toSorted((a, b) => a - b)
    expect(widths[Math.floor(widths.length / 2)]).toBeLessThanOrEqual(25)
    expect(all.every(({ from, to }) => from % 5 === 0 && to % 5 === 0 && from < to)).toBe(true)
  })
})
