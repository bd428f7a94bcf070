import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day, Instant } from '#domain/kernel/time.ts'
import { heldHere, leftOver, minutesSince, suggestion, waitingFor } from '#renderer/counter/queue/line.ts'
import { allowed } from '#renderer/counter/queue/queue-cover.tsx'
import { aTicket, aView, NOON } from '#kit/line.ts'

const numbers = (tickets: readonly { readonly number: string }[]): readonly string[] => tickets.map(({ number }) => number)

describe('who waits', () => {
  test('stands in the order of the calls: the first go first, at most k in a row', () => {
    const elders = ['A004', 'A005', 'A006'].map(number => aTicket(number, { priority: 'elder' }))
    const view = aView([aTicket('A001'), aTicket('A002'), aTicket('A003'), ...elders])
    expect(numbers(waitingFor(view, 2).mine)).toEqual(['A004', 'A005', 'A001', 'A006', 'A002', 'A003'])
    expect(numbers(waitingFor(view, 1).mine)).toEqual(['A004', 'A001', 'A005', 'A002', 'A006', 'A003'])
  })

  test('goes on from where this counter is: whoever was let go first already counts', () => {
    const { standing, hall } = aView([aTicket('A001'), aTicket('A002'), aTicket('A003', { priority: 'elder' })])
    const after = (run: number) =>
      waitingFor({ standing, hall: { ...hall, counters: hall.counters.map(one => ({ ...one, run })) } }, 2).mine
    expect(numbers(after(1))).toEqual(['A003', 'A001', 'A002'])
    expect(numbers(after(2))).toEqual(['A001', 'A003', 'A002'])
  })

  test('what another counter takes is not mine, unless it was sent to me', () => {
    const sent = aTicket('B002', { services: ['chung-thuc'], only: 3 })
    const view = aView([aTicket('A001'), aTicket('B001', { services: ['chung-thuc'] }), sent])
    const { mine, others } = waitingFor(view, 2)
    expect(numbers(mine)).toEqual(['B002', 'A001'])
    expect(numbers(others)).toEqual(['B001'])
  })

  test('everybody who waits is shown once, whoever goes first', () => {
    const kinds = fc.array(fc.record({ first: fc.boolean(), mine: fc.boolean() }), { maxLength: 30 })
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 5 }), (people, k) => {
        const all = people.map(({ first, mine }, index) =>
          aTicket(`A${String(index + 1).padStart(3, '0')}`, {
            priority: first ? 'child' : null,
            services: [mine ? 'ho-tich' : 'chung-thuc'],
          }),
        )
        const { mine, others } = waitingFor(aView(all), k)
        expect(numbers([...mine, ...others]).toSorted()).toEqual(numbers(all))
      }),
    )
  })
})

describe('the called number', () => {
  test('is the newest call of this very counter', () => {
    const call = (number: string, counter: number, called: number) =>
      aTicket(number, { state: 'called', counter, called: Instant.parse(called), calls: 1 })
    const view = aView([call('A001', 3, NOON - 9_000), call('A002', 3, NOON - 1_000), call('A003', 2, NOON)])
    expect(numbers(heldHere(view))).toEqual(['A002', 'A001'])
  })

  test('is called again after 45 seconds, and absent after the second call', () => {
    const called = NOON
    const after = (seconds: number) => Instant.parse(NOON + seconds * 1000)
    expect(suggestion(called, 1, after(44))).toBeNull()
    expect(suggestion(called, 1, after(45))).toBe('recall')
    expect(suggestion(called, 2, after(44))).toBeNull()
    expect(suggestion(called, 2, after(45))).toBe('absent')
    expect(suggestion(null, 0, after(999))).toBeNull()
  })

  test('offers only what can follow on where it stands', () => {
    expect(allowed({ state: 'waiting', counter: null, only: null }, 3)).toContain('call')
    expect(allowed({ state: 'waiting', counter: null, only: null }, 3)).not.toContain('absent')
    expect(allowed({ state: 'called', counter: 3, only: null }, 3)).toContain('absent')
    expect(allowed({ state: 'parked', counter: 3, only: null }, 3)).toEqual(['call', 'transfer', 'finish', 'leave'])
    // Whom another counter has, it gives back by a deliberate act, and nothing else is done to him.
    expect(allowed({ state: 'called', counter: 2, only: null }, 3)).toEqual(['back'])
    expect(allowed({ state: 'waiting', counter: null, only: 2 }, 3)).toContain('back')
  })
})

test('a clock that was set back lets nobody wait less than nothing', () => {
  expect(minutesSince(Instant.parse(NOON + 90_000), NOON)).toBe(0)
  expect(minutesSince(Instant.parse(NOON - 119_000), NOON)).toBe(1)
})

test('what was kept over night is not asked about again', () => {
  const tickets = [aTicket('A001'), aTicket('A002', { kept: true }), aTicket('A003', { day: Day.parse('2026-11-24') })]
  expect(numbers(leftOver({ tickets }, '2026-11-24'))).toEqual(['A001'])
})
