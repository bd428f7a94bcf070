import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { afterHome, homeStanding } from '#domain/home/home-life.ts'
import { Handing, HomeEnd, HomeEndingId, HomePlanId, type HomeVisit, HomeVisitId } from '#domain/home/home-visit.ts'
import { SLOT_MINUTES, askHome, endHome, planHome } from '#domain/home/plan-home.ts'
import { type Result, inputFault } from '#domain/kernel/result.ts'
import { got } from '#kit/basics.ts'
import { anId } from '#kit/dossier.ts'
import { AN, aDesk, aHomeVisit, aPlan, aRequest, anEnding, day, planned } from '#kit/home.ts'

const faults = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code, field }) => [code, field]))
const ask = (part: Parameters<typeof aRequest>[0], asked: Parameters<typeof askHome>[1] = null) =>
  askHome(aRequest(part), asked, HomeVisitId.parse(anId()), aDesk())

describe('a request', () => {
  test('is taken as it was said', () =>
    expect(got(ask({}))).toMatchObject({ request: { name: 'Nguyễn Thị Hương Lan' }, by: { name: AN.name } }))

  test('says everything that is wrong with it, each at its field', () =>
    expect(faults(ask({ name: 'L4n', phone: '12', wish: { day: '2026-11-22', half: 'morning' } }))).toEqual([
      ['field.name.digit', 'name'],
      ['field.phone', 'phone'],
      ['home.day.past', 'wish.day'],
    ]))

  test('is not for a day on which nobody works', () =>
    expect(faults(ask({ wish: { day: '2026-11-28', half: 'morning' } }))).toEqual([['home.day.closed', 'wish.day']]))

  test('of a result wants one that is ready and not on its way', () => {
    const matter = { kind: 'return', code: '000.00.20.H20-261123-3001' }
    expect(faults(ask({ matter }, null))).toEqual([['dossier.unknown', 'matter.code']])
    expect(faults(ask({ matter }, { state: 'received', onItsWay: false, bar: null }))).toEqual([['home.dossier.not-ready', 'matter.code']])
    expect(faults(ask({ matter }, { state: 'ready', onItsWay: true, bar: null }))).toEqual([['home.dossier.twice', 'matter.code']])
    const bar = inputFault('life.return.with-post')
    expect(faults(ask({ matter }, { state: 'ready', onItsWay: false, bar }))).toEqual([['life.return.with-post', 'matter.code']])
    expect(faults(ask({ matter }, { state: 'ready', onItsWay: false, bar: null }))).toEqual([])
  })
})

const plan = (visit: HomeVisit, { slot = '08:30', on = '2026-11-25', others = [] as readonly HomeVisit[], desk = aDesk() } = {}) =>
  planHome(visit, { day: day(on), slot, official: AN }, others, { ...desk, plan: HomePlanId.parse(anId()) })

describe('a plan', () => {
  test('has a working day that has not passed, and a time at which the office is open', () => {
    const visit = aHomeVisit()
    expect(faults(plan(visit))).toEqual([])
    expect(faults(plan(visit, { on: '2026-11-20' }))).toEqual([['home.day.past', 'day']])
    expect(faults(plan(visit, { on: '2026-11-29' }))).toEqual([['home.day.closed', 'day']])
    expect(faults(plan(visit, { slot: '12:00' }))).toEqual([['home.slot.closed', 'slot']])
    expect(faults(plan(visit, { slot: '17:00' }))).toEqual([['home.slot.closed', 'slot']])
    expect(faults(plan(visit, { on: '2026-11-23', slot: '09:41' }))).toEqual([['home.slot.past', 'slot']])
    expect(faults(plan(visit, { on: '2026-11-23', slot: '09:42' }))).toEqual([])
    const closed = aDesk({ calendar: buildCalendar([], [day('2026-11-25')]) })
    expect(faults(plan(visit, { desk: closed }))).toEqual([['home.day.closed', 'day']])
  })

  test('is made for nobody of the Post', () =>
    expect(
      faults(
        planHome(aHomeVisit(), { day: day('2026-11-25'), slot: '08:30', official: { ...AN, role: 'postal' } }, [], {
          ...aDesk(),
          plan: HomePlanId.parse(anId()),
        }),
      ),
    ).toEqual([['home.official', 'official']]))

  test('is planned anew as often as need be, in its own place too, until the visit is over', () => {
    const visit = planned()
    expect(faults(plan(visit, { others: [visit] }))).toEqual([])
    const over = { ...visit, endings: [anEnding(visit)] }
    expect(faults(plan(over))).toEqual([['home.over', undefined]])
    expect(faults(plan({ ...visit, taken: { from: 'DEMO-01.Q3', handing: null } }))).toEqual([['home.elsewhere', undefined]])
  })

  test('two visits of one official never lie nearer than the way between two houses, whatever is asked for', () => {
    const slot = fc.record({ hour: fc.integer({ min: 7, max: 16 }), minute: fc.integer({ min: 0, max: 59 }) })
    const two = (n: number) => String(n).padStart(2, '0')
    fc.assert(
      fc.property(fc.array(slot, { minLength: 2, maxLength: 12 }), wanted => {
        const route: HomeVisit[] = []
        for (const { hour, minute } of wanted) {
          const visit = aHomeVisit()
          const made = plan(visit, { slot: `${two(hour)}:${two(minute)}`, others: route })
          if (made.ok) route.push({ ...visit, plan: made.value.plan })
        }
        const minutes = route
          .map(one => Number(one.plan?.slot.slice(0, 2)) * 60 + Number(one.plan?.slot.slice(3)))
          .toSorted((a, b) => a - b)
        for (const [at, one] of minutes.entries()) if (at > 0) expect(one - (minutes[at - 1] ?? 0)).toBeGreaterThanOrEqual(SLOT_MINUTES)
      }),
    )
    const here = planned(aHomeVisit(), aPlan('08:30'))
    expect(faults(plan(aHomeVisit(), { slot: '08:59', others: [here] }))).toEqual([['home.slot.taken', 'slot']])
  })
})

const handing = Handing.parse({
  code: '000.00.20.H20-261123-3001',
  procedure: 'Cấp bản sao trích lục hộ tịch',
  owner: { name: 'Nguyễn Thị Hương Lan', number: '087190012345' },
  proxy: false,
  originals: [],
})
const end = (visit: HomeVisit, how: unknown, of: Handing | null = null) =>
  endHome(visit, HomeEnd.parse(how), of, { ...aDesk(), ending: HomeEndingId.parse(anId()) })
const given = (to: Record<string, unknown>) => ({
  kind: 'done',
  note: '',
  given: { to: { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: null, paper: null, ...to }, originals: true, satisfied: null },
})

describe('an end', () => {
  const done = { kind: 'done', note: '', given: null }
  test('comes once', () => {
    const visit = planned()
    const ended = got(end(visit, done))
    expect(faults(end({ ...visit, endings: [ended] }, done))).toEqual([['home.over', undefined]])
  })

  test('of a visit that nobody planned can only put it off or cancel it', () => {
    const visit = aHomeVisit()
    expect(faults(end(visit, done))).toEqual([['home.unplanned', undefined]])
    expect(faults(end(visit, { kind: 'absent', again: '2026-11-26' }))).toEqual([['home.unplanned', undefined]])
    expect(faults(end(visit, { kind: 'cancelled', reason: 'Đã tự đến quầy' }))).toEqual([])
  })

  test('that was none brings the visit back as a task with a day', () => {
    const visit = planned()
    for (const how of [
      { kind: 'absent', again: '2026-11-27' },
      { kind: 'later', again: '2026-11-27', reason: 'Mưa lớn' },
    ]) {
      const ended = got(end(visit, how))
      expect(homeStanding(afterHome(visit, { kind: 'home.ended', body: ended }) ?? visit)).toMatchObject({
        state: 'open',
        day: '2026-11-27',
      })
    }
    expect(faults(end(visit, { kind: 'absent', again: '2026-11-28' }))).toEqual([['home.day.closed', 'again']])
    expect(faults(end(visit, { kind: 'later', again: '2026-11-23', reason: 'Mưa' }))).toEqual([['home.day.past', 'again']])
  })

  test('of a result names who took it, by the same rules as at the counter', () => {
    const visit = planned(aHomeVisit({ matter: { kind: 'return', code: handing.code } }))
    expect(faults(end(visit, done, handing))).toEqual([['home.given', 'to.name']])
    expect(faults(end(visit, given({}), handing))).toEqual([['life.return.number', 'to.number']])
    expect(faults(end(visit, given({ number: '087190099999' }), handing))).toEqual([['life.return.other', 'to.number']])
    expect(faults(end(visit, given({ right: 'authorised', number: '1', paper: 'GUQ' }), handing))).toEqual([
      ['life.return.in-person', 'right'],
    ])
    expect(faults(end(visit, given({ number: '087190012345' }), handing))).toEqual([])
  })

  test('of anything else gives nothing out', () =>
    expect(faults(end(planned(), given({ number: '087190012345' })))).toEqual([['home.given', 'to.name']]))
})
