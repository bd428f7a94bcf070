import { expect, test } from 'vitest'
import type { Said } from '#domain/journal/fact.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import { HomeTaken, type HomeVisit } from '#domain/home/home-visit.ts'
import { ok } from '#domain/kernel/result.ts'
import { got } from '#kit/basics.ts'
import { anId } from '#kit/dossier.ts'
import { AN, aHomeVisit, aPlan, anEnding, day, planned } from '#kit/home.ts'
import { MORNING } from '#kit/journal.ts'
import { tempStore } from '#kit/store.ts'
import type { Store } from '#storage/store.ts'

const by = { id: AN.id, name: AN.name }
const say = (store: Store, ...said: readonly Said[]): void => void got(store.commit('a', () => ok({ said, answer: null })))
const asks = ({ visit, request }: HomeVisit): Said => ({
  kind: 'home.asked',
  version: 1,
  subject: visit,
  body: { visit, request, at: MORNING, by },
})
const plans = (visit: HomeVisit): Said => {
  if (visit.plan === null) throw new Error('no plan')
  return { kind: 'home.planned', version: 1, subject: visit.visit, body: { visit: visit.visit, plan: visit.plan, at: MORNING, by } }
}
const ends = (visit: HomeVisit, part: Parameters<typeof anEnding>[1] = {}): Said => ({
  kind: 'home.ended',
  version: 1,
  subject: visit.visit,
  body: anEnding(visit, part),
})
const ids = (visits: readonly HomeVisit[]) => visits.map(({ visit }) => visit)

test('visits are found by what is to be done with them, and all of it follows from the journal', () => {
  const store = tempStore()
  const { home } = store.read
  const [open, soon, late, gone] = [
    aHomeVisit(),
    planned(),
    planned(aHomeVisit({ matter: { kind: 'return', code: '000.00.20.H20-261123-3001' } }), aPlan('14:00')),
    planned(aHomeVisit(), aPlan('08:30', '2026-11-20')),
  ]
  say(store, ...[open, soon, late, gone].map(asks), ...[soon, late, gone].map(plans))
  expect(ids(home.open())).toEqual([open.visit])
  expect(ids(home.missed(day('2026-11-23')))).toEqual([gone.visit])
  expect(ids(home.between(day('2026-11-24'), day('2026-11-25'))).toSorted()).toEqual([soon.visit, late.visit].toSorted())
  expect(ids(home.route(day('2026-11-25'), AN.id))).toEqual([soon.visit, late.visit])
  expect(home.brings('000.00.20.H20-261123-3001')).toBe(true)
  const order = [late.visit, soon.visit]
  say(store, { kind: 'home.ordered', version: 1, subject: AN.id, body: { day: day('2026-11-25'), official: AN.id, visits: order } })
  expect(ids(home.route(day('2026-11-25'), AN.id))).toEqual(order)
  say(store, ends(late), ends(soon, { end: { kind: 'absent', again: '2026-11-26' } }), ends(gone, { bar: 'home.ended.here' }))
  expect(home.brings('000.00.20.H20-261123-3001')).toBe(false)
  expect(ids(home.open()).toSorted()).toEqual([open.visit, soon.visit].toSorted())
  expect(ids(home.differing())).toEqual([gone.visit])
  expect(ids(home.onDay(day('2026-11-25'))).toSorted()).toEqual([late.visit, soon.visit].toSorted())
  const before = [open, soon, late, gone].map(({ visit }) => home.byId(visit))
  store.rebuild()
  expect([open, soon, late, gone].map(({ visit }) => home.byId(visit))).toEqual(before)
  expect(ids(home.route(day('2026-11-25'), AN.id))).toEqual(order)
  store.close()
})

test('a route that was taken along twice is there once, in its order, with what was written of it', () => {
  const store = tempStore()
  const [one, other] = [planned(), planned(aHomeVisit(), aPlan('14:00'))]
  const stops = [other, one].map(({ visit, request, asked, plan }) => ({ visit, request, asked, plan: plan ?? aPlan(), handing: null }))
  const body = HomeTaken.parse({ carry: anId(), from: 'DEMO-01.Q1', day: '2026-11-25', official: by, stops, at: MORNING })
  const taken: Said = { kind: 'home.taken', version: 1, subject: body.carry, body }
  say(store, taken)
  say(store, ends(one, { from: null }))
  say(store, taken)
  expect(ids(store.read.home.route(day('2026-11-25'), AN.id))).toEqual([other.visit, one.visit])
  expect(store.read.home.route(day('2026-11-25'), AN.id).map(visit => homeStanding(visit).state)).toEqual(['planned', 'done'])
  store.close()
})
