import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterHome, homeStanding, takenVisit } from '#domain/home/home-life.ts'
import { HomeEnd, type HomeEnded, HomePlanId, HomeTaken, type HomeVisit } from '#domain/home/home-visit.ts'
import { joinHome } from '#domain/home/join-home.ts'
import { CounterId, uuidv7 } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { anId } from '#kit/dossier.ts'
import { aPlan, anEnding, planned } from '#kit/home.ts'
import { MORNING } from '#kit/journal.ts'
import { randomness } from '#machine/randomness.ts'

/** What the office does with an outcome that comes back. */
function join(visit: HomeVisit, ended: HomeEnded): HomeVisit {
  const joined = joinHome(visit, ended)
  if (joined.kind === 'known') return visit
  const bar = joined.kind === 'barred' ? joined.bar : null
  return afterHome(visit, { kind: 'home.ended', body: { ...ended, bar } }) ?? visit
}

const ends = fc.oneof(
  fc.constant({ kind: 'done', note: '', given: null }),
  fc.constant({ kind: 'absent', again: '2026-11-26' }),
  fc.constant({ kind: 'later', again: '2026-11-27', reason: 'Mưa' }),
  fc.constant({ kind: 'cancelled', reason: 'Thôi' }),
)
const own = (visit: HomeVisit, end: unknown): HomeEnded => anEnding(visit, { from: null, end: HomeEnd.parse(end) })

describe('outcomes that come back', () => {
  test('in any order, any number of times, leave the same visit, and none is lost', () => {
    const visit = planned()
    const outcomes = fc
      .array(fc.record({ end: ends, at: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 5 })
      .map(list => list.map(({ end, at }) => anEnding(visit, { end, at: MORNING + at })))
    const shuffled = outcomes.chain(list =>
      fc.record({ list: fc.constant(list), order: fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }) }),
    )
    fc.assert(
      fc.property(shuffled, ({ list, order }) => {
        const straight = homeStanding(list.reduce(join, visit))
        const crossed = homeStanding(order.reduce(join, visit))
        const names = (all: readonly HomeEnded[]) => all.map(({ ending }) => ending).toSorted()
        expect(crossed.end).toEqual(straight.end)
        expect([crossed.state, crossed.day]).toEqual([straight.state, straight.day])
        expect(names(crossed.differing)).toEqual(names(straight.differing))
        expect(names([...crossed.differing, ...(crossed.end === null ? [] : [crossed.end])])).toEqual(names(list))
        if (list.some(({ end }) => end.kind === 'done')) expect(crossed.state).toBe('done')
      }),
    )
  })

  test('never overwrite what the office said itself, and are named until somebody looked', () => {
    fc.assert(
      fc.property(ends, fc.array(ends, { minLength: 1, maxLength: 3 }), (here, there) => {
        const visit = planned()
        const ended = afterHome(visit, { kind: 'home.ended', body: own(visit, here) }) ?? visit
        const outcomes = there.map(end => anEnding(visit, { end, at: MORNING - 1 }))
        const joined = outcomes.reduce(join, ended)
        expect(homeStanding(joined)).toMatchObject({ state: homeStanding(ended).state, day: homeStanding(ended).day })
        expect(homeStanding(joined).differing.map(({ bar }) => bar)).toEqual(outcomes.map(() => 'home.ended.here'))
        const settled = outcomes.reduce<HomeVisit>(
          (one, { ending }) => afterHome(one, { kind: 'home.settled', body: { visit: one.visit, ending, at: MORNING } }) ?? one,
          joined,
        )
        expect(homeStanding(settled).differing).toEqual([])
      }),
    )
  })

  test('of a plan that is no more are named, and the new plan stays', () => {
    const visit = planned()
    const anew = { ...visit, plan: aPlan('14:00') }
    const joined = join(anew, anEnding(visit))
    expect(homeStanding(joined)).toMatchObject({ state: 'planned', differing: [{ bar: 'home.planned.anew' }] })
  })

  test('after the office cancelled what a laptop had put off, change nothing', () => {
    const visit = planned()
    const absent = join(visit, anEnding(visit, { end: { kind: 'absent', again: '2026-11-26' } }))
    const cancelled = afterHome(absent, { kind: 'home.ended', body: { ...own(visit, { kind: 'cancelled', reason: 'Thôi' }), plan: null } })
    if (cancelled === null) throw new Error('lost')
    expect(homeStanding(cancelled)).toMatchObject({ state: 'cancelled', differing: [] })
    expect(homeStanding(join(cancelled, anEnding(visit)))).toMatchObject({ state: 'cancelled', differing: [{ bar: 'home.ended.here' }] })
  })

  test('of a visit that was tried again are no quarrel', () => {
    const visit = planned()
    const absent = join(visit, anEnding(visit, { end: { kind: 'absent', again: '2026-11-26' } }))
    const again = { ...absent, plan: aPlan('08:30', '2026-11-26') }
    expect(homeStanding(again)).toMatchObject({ state: 'planned', day: '2026-11-26', differing: [] })
    expect(homeStanding(join(again, anEnding(again)))).toMatchObject({ state: 'done', differing: [] })
  })
})

describe('a route that is opened on a laptop', () => {
  const visit = planned()
  const taken = (plan = aPlan()): HomeTaken =>
    HomeTaken.parse({
      carry: anId(),
      from: CounterId.parse('DEMO-01.Q3'),
      day: plan.day,
      official: plan.official,
      stops: [{ visit: visit.visit, request: visit.request, asked: visit.asked, plan, handing: null }],
      at: Instant.parse(MORNING),
    })
  const open = (before: HomeVisit | null, route: HomeTaken): HomeVisit => {
    const [stop] = route.stops
    if (stop === undefined) throw new Error('no stop')
    return takenVisit(before, route, stop)
  }

  test('twice keeps what was written of its visits', () => {
    const route = taken()
    const first = open(null, route)
    expect(homeStanding(first).state).toBe('planned')
    const ended = afterHome(first, { kind: 'home.ended', body: anEnding(first, { from: null }) })
    expect(homeStanding(open(ended, route)).state).toBe('done')
  })

  test('in an old edition does not take the place of a newer plan', () => {
    const made = (slot: string, at: number) => ({ ...aPlan(slot), plan: HomePlanId.parse(uuidv7(Instant.parse(at), randomness)) })
    const [old, anew] = [taken(made('08:30', MORNING)), taken(made('14:00', MORNING + 1))]
    for (const routes of [
      [old, anew],
      [anew, old],
    ])
      expect(routes.reduce<HomeVisit | null>(open, null)?.plan?.slot).toBe('14:00')
    expect(open(null, old).taken).toMatchObject({ from: 'DEMO-01.Q3' })
  })
})
