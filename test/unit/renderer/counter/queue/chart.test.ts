import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { chartOf, polyline, servedTable, withNow } from '#renderer/counter/queue/chart.ts'
import { aView } from '#kit/line.ts'

const at = (minutes: number) => Instant.parse(minutes * 60_000)

test('a curve a service, the longest first; a moment without a figure is nought', () => {
  const chart = chartOf([
    { at: at(15), service: 'b', waiting: 1 },
    { at: at(0), service: 'a', waiting: 2 },
    { at: at(15), service: 'a', waiting: 4 },
  ])
  expect(chart).toEqual({
    times: [at(0), at(15)],
    curves: [
      { service: 'a', waiting: [2, 4] },
      { service: 'b', waiting: [0, 1] },
    ],
    most: 4,
  })
})

test('a service for which nobody waited all day has no curve; who waits now is its last point', () => {
  const { hall } = aView([])
  const services = hall.services.map((service, index) => ({ ...service, waiting: index * 3 }))
  const chart = chartOf(withNow([{ at: at(0), service: 'ho-tich', waiting: 0 }], { now: at(7), services }))
  expect(chart.curves).toEqual([{ service: 'chung-thuc', waiting: [0, 3] }])
})

test('every point of a curve lies in its field at its time, the most at the top', () => {
  const field = { width: 100, height: 50 }
  expect(polyline({ times: [at(0), at(15), at(20)], most: 4 }, [0, 4, 2], field)).toBe('0,50 75,0 100,25')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 }), waiting => {
      const times = waiting.map((_, index) => at(index * 15))
      for (const point of polyline({ times, most: Math.max(1, ...waiting) }, waiting, field).split(' ')) {
        const [x = NaN, y = NaN] = point.split(',').map(Number)
        expect(x >= 0 && x <= 100 && y >= 0 && y <= 50).toBe(true)
      }
    }),
  )
})

test('counters by hours add up', () => {
  const { columns, rows } = servedTable([
    { counter: 3, hour: 8, served: 4 },
    { counter: 1, hour: 9, served: 2 },
    { counter: 3, hour: 9, served: 5 },
  ])
  expect(columns).toEqual([8, 9])
  expect(rows).toEqual([
    { counter: 1, cells: [0, 2], total: 2 },
    { counter: 3, cells: [4, 5], total: 9 },
  ])
})
