import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOutOfTime, moveOnRoute, routeOrder } from '#domain/home/route.ts'
import { got } from '#kit/basics.ts'
import { aHomeVisit, aPlan, planned } from '#kit/home.ts'

const SLOTS = ['07:30', '08:30', '09:30', '10:30', '14:00', '15:00'] as const
const visits = SLOTS.map(slot => planned(aHomeVisit(), aPlan(slot)))
const at = (index: number) => (visits.at(index) ?? planned()).visit
const slotsOf = (route: readonly { readonly plan: { readonly slot: string } | null }[]) => route.map(({ plan }) => plan?.slot)

test('a route goes by the clock until somebody orders it otherwise', () => {
  expect(slotsOf(routeOrder(visits.toReversed(), []))).toEqual(SLOTS)
  const moved = got(moveOnRoute(visits, at(2), -1))
  expect(slotsOf(routeOrder(visits, moved))).toEqual(['07:30', '09:30', '08:30', '10:30', '14:00', '15:00'])
  expect(isOutOfTime(routeOrder(visits, moved), 1)).toBe(true)
  expect(isOutOfTime(routeOrder(visits, moved), 2)).toBe(false)
})

test('every visit is on its route once, whatever was ordered, and what was ordered stays in its order', () => {
  const known = fc.shuffledSubarray(visits)
  fc.assert(
    fc.property(known, fc.shuffledSubarray(visits, { minLength: visits.length }), (ordered, found) => {
      const order = ordered.map(({ visit }) => visit)
      const route = routeOrder(found, order).map(({ visit }) => visit)
      expect(route.toSorted()).toEqual(visits.map(({ visit }) => visit).toSorted())
      expect(route.filter(visit => order.includes(visit))).toEqual(order)
    }),
  )
})

test('a visit that was planned since stands before the first that is expected later', () => {
  const order = [at(5), at(4), at(3), at(2), at(0)]
  expect(slotsOf(routeOrder(visits, order))).toEqual(['08:30', '15:00', '14:00', '10:30', '09:30', '07:30'])
})

test('at an end nothing moves, and a stranger is none of the route', () => {
  const order = visits.map(({ visit }) => visit)
  expect(got(moveOnRoute(visits, at(0), -1))).toEqual(order)
  expect(got(moveOnRoute(visits, at(-1), 1))).toEqual(order)
  expect(moveOnRoute(visits, aHomeVisit().visit, 1)).toMatchObject({ ok: false, faults: [{ code: 'home.unknown' }] })
})
