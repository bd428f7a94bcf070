import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day, Instant } from '#domain/kernel/time.ts'
import { type Line, act, next, take } from '#domain/queue/line.ts'
import { type Counter, nextTurn, turnAfterSkip } from '#domain/queue/rule.ts'
import { type Ticket, type TicketMoved, type TicketTaken, moved, takenTicket } from '#domain/queue/ticket.ts'
import { got } from '#kit/basics.ts'
import { BY, SERVICES, aLine, aTicket, ticketId } from './lines.ts'

const NOW = Instant.parse(Date.UTC(2026, 10, 25, 2))
const ASKED = { by: BY, request: null }
const seat = (number: number, services: readonly string[], run = 0): Counter => ({ number, services, run })

const anyPerson = fc.record({
  service: fc.constantFrom(...SERVICES.map(({ id }) => id)),
  first: fc.constantFrom('no', 'no', 'no', 'elder', 'appointment', 'sent'),
})
type AnyPerson = typeof anyPerson extends fc.Arbitrary<infer Person> ? Person : never
const personTicket = ({ service, first }: AnyPerson, index: number, turn = index + 1): Ticket =>
  aTicket({
    ticket: ticketId(index),
    services: [service],
    turn,
    priority: first === 'elder' ? 'elder' : null,
    appointment: first === 'appointment' ? NOW : null,
    only: first === 'sent' ? 1 : null,
  })

describe('the next turn', () => {
  test('whoever has n ordinary people before him is called before a counter that takes his service made (n + 1)(k + 1) calls', () => {
    const crowd = fc.array(anyPerson, { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(crowd, fc.array(anyPerson, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), fc.nat(5), (start, coming, k, run) => {
        const mine = ['ho-tich', 'chung-thuc']
        let ran = Math.min(run, k)
        let waiting = start.map((person, index) => personTicket(person, index))
        // The model: of each ordinary person the counter takes, how many ordinary ones of its own are before him.
        const plain = waiting.filter(
          ({ priority, appointment, only, services: [service = ''] }) =>
            priority === null && appointment === null && only === null && mine.includes(service),
        )
        const bound = new Map(plain.map(({ ticket }, before) => [ticket, (before + 1) * (k + 1)]))
        for (let calls = 1; bound.size > 0; calls += 1) {
          const turn = nextTurn(waiting, seat(1, mine, ran), k, NOW)
          if (turn === null) throw new Error('people wait, and nobody is called')
          bound.delete(turn.ticket.ticket)
          for (const most of bound.values()) expect(calls).toBeLessThan(most)
          ran = turn.run
          waiting = waiting.filter(one => one !== turn.ticket)
          // Others go on coming, with every reason to go first.
          const newcomer = coming[calls - 1]
          if (newcomer !== undefined) waiting = [...waiting, personTicket(newcomer, start.length + calls)]
        }
      }),
    )
  })

  test('of ordinary people the first in place is called, and only whom the counter takes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...SERVICES.map(({ id }) => id)),
        (turns, mine) => {
          const waiting = turns.map((turn, index) =>
            aTicket({ ticket: ticketId(index), turn, services: [SERVICES[turn % SERVICES.length]?.id ?? ''] }),
          )
          const own = waiting.filter(({ services }) => services[0] === mine).map(({ turn }) => turn)
          const turn = nextTurn(waiting, seat(1, [mine]), 2, NOW)
          if (own.length === 0) expect(turn).toBeNull()
          else expect(turn).toMatchObject({ why: 'ordinary', run: 0, ticket: { turn: Math.min(...own) } })
        },
      ),
    )
  })

  test('k people with a reason go first, then an ordinary one, whoever goes on coming', () => {
    const waiting = [
      ...Array.from({ length: 9 }, (_, index) => aTicket({ ticket: ticketId(index), turn: 100 + index, priority: 'elder' })),
      ...Array.from({ length: 3 }, (_, index) => aTicket({ ticket: ticketId(20 + index), turn: index })),
    ]
    expect(callAll(waiting, 2).map(({ why, run }) => `${why} ${run}`)).toEqual([
      'priority 1',
      'priority 2',
      'ordinary 0',
      'priority 1',
      'priority 2',
      'ordinary 0',
      'priority 1',
      'priority 2',
      'ordinary 0',
      'priority 0',
      'priority 0',
      'priority 0',
    ])
  })

  test('an appointment goes first from five minutes before its time to a quarter of an hour after, and else by its place', () => {
    const waiting = [aTicket({ ticket: ticketId(1), turn: 1 }), aTicket({ ticket: ticketId(2), turn: 2, appointment: NOW })]
    const whyAt = (minutes: number) => nextTurn(waiting, seat(1, ['ho-tich']), 2, Instant.parse(NOW + minutes * 60_000))?.why
    expect([-6, -5, 0, 15, 16].map(whyAt)).toEqual(['ordinary', 'appointment', 'appointment', 'appointment', 'ordinary'])
  })
})

function callAll(start: readonly Ticket[], k: number) {
  let waiting = start
  let run = 0
  const turns: { readonly why: string; readonly run: number }[] = []
  for (
    let turn = nextTurn(waiting, seat(1, ['ho-tich'], run), k, NOW);
    turn !== null;
    turn = nextTurn(waiting, seat(1, ['ho-tich'], run), k, NOW)
  ) {
    const called = turn.ticket
    run = turn.run
    turns.push({ why: turn.why, run })
    waiting = waiting.filter(one => one !== called)
  }
  return turns
}

describe('a place in line', () => {
  test('who lets others go first is behind the next three of the same service, or behind all where fewer wait', () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 15 }), fc.nat(14), (people, at) => {
        const waiting = people.map((person, index) => personTicket({ ...person, first: 'no' }, index))
        const skipper = waiting[at % waiting.length]
        if (skipper === undefined) return
        const same = waiting.filter(({ services, turn }) => services[0] === skipper.services[0] && turn > skipper.turn)
        const turn = turnAfterSkip(waiting, skipper)
        expect(same.filter(one => one.turn < turn)).toHaveLength(Math.min(3, same.length))
      }),
    )
  })

  test('who is not there goes to the end, and after three misses the ticket ends', () => {
    let line = aLine({ open: [aTicket({ ticket: ticketId(1), turn: 1 }), aTicket({ ticket: ticketId(2), turn: 2 })], now: NOW })
    const events: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const called = got(next(line, 1, ASKED))
      if (called === null) break
      line = put(line, called)
      line = put(line, got(act(line, called.ticket, { kind: 'absent' }, ASKED)))
      events.push(called.ticket === ticketId(1) ? '1' : '2')
    }
    expect(events).toEqual(['1', '2', '1', '2', '1', '2'])
    expect(line.open).toEqual([])
  })

  test('who is sent on keeps the place that was earned by waiting, to a service or to one counter', () => {
    const ticket = aTicket({ ticket: ticketId(1), turn: 5, state: 'called', counter: 1 })
    const line = aLine({ open: [ticket, aTicket({ ticket: ticketId(2), turn: 9, services: ['cu-tru'] })], now: NOW, seats: [1, 2] })
    const sent = put(line, got(act(line, ticket.ticket, { kind: 'transfer', counter: null, service: 'cu-tru', note: 'x' }, ASKED)))
    expect(sent.open[0]).toMatchObject({ state: 'waiting', turn: 5, services: ['cu-tru'], only: null, note: 'x', counter: null })
    const to2 = put(line, got(act(line, ticket.ticket, { kind: 'transfer', counter: 2, service: null, note: null }, ASKED)))
    expect(nextTurn(to2.open, seat(1, ['ho-tich']), 2, NOW)).toBeNull()
    expect(nextTurn(to2.open, seat(2, ['kinh-doanh']), 2, NOW)).toMatchObject({ why: 'sent', ticket: { turn: 5 } })
  })

  test('whatever the clock does, who comes later stands behind', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 2, maxLength: 40 }), minutes => {
        let line = aLine({ open: [], now: NOW })
        for (const [index, by] of minutes.entries()) {
          const at = { ...line, now: Instant.parse(NOW + by * 60_000) }
          const taken = got(take(at, { services: ['ho-tich'], priority: null, appointment: null }, ticketId(index), ASKED))
          expect(taken.turn).toBeGreaterThan(line.lastTurn)
          line = joined(line, taken)
        }
        const order = callAll(line.open, 2)
        expect(order).toHaveLength(minutes.length)
        expect(line.open.toSorted((a, b) => a.turn - b.turn).map(({ ticket }) => ticket)).toEqual(
          minutes.map((_, index) => ticketId(index)),
        )
      }),
    )
  })
})

test('a number is never one that an open ticket of the day before still bears, and never given twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 15 }), fc.integer({ min: 1, max: 25 }), (left, count) => {
      const yesterday = left.map((running, index) =>
        aTicket({
          ticket: ticketId(100 + index),
          number: `A${String(running).padStart(3, '0')}`,
          day: Day.parse('2026-11-24'),
          turn: index,
        }),
      )
      let line = aLine({ open: yesterday, now: NOW })
      const given: string[] = []
      for (let index = 0; index < count; index += 1) {
        const taken = got(take(line, { services: ['ho-tich'], priority: null, appointment: null }, ticketId(index), ASKED))
        given.push(taken.number)
        line = joined(line, taken)
      }
      expect(new Set([...given, ...yesterday.map(({ number }) => number)]).size).toBe(count + left.length)
    }),
  )
})

test('who came for several things goes on to the next counter that takes what is left, and ends where nothing is', () => {
  const three = aTicket({ ticket: ticketId(1), turn: 3, services: ['ho-tich', 'chung-thuc', 'cu-tru'], state: 'called', counter: 1 })
  const line = aLine({ open: [three], now: NOW, takes: { 1: ['ho-tich', 'chung-thuc'], 2: ['cu-tru'] } })
  const one = got(act(line, three.ticket, { kind: 'finish', procedures: ['2.000635'] }, ASKED))
  expect(one.move).toEqual({ kind: 'onward', services: ['cu-tru'], procedures: ['2.000635'] })
  const there = put(line, one)
  const called = got(next(there, 2, ASKED))
  expect(called?.ticket).toBe(three.ticket)
  if (called === null) return
  const second = put(there, called)
  const done = got(act(second, three.ticket, { kind: 'finish', procedures: [] }, { ...ASKED, by: { ...BY, counter: 2 } }))
  expect(done.move.kind).toBe('finish')
})

/** The line with one more at its end. */
const joined = (line: Line, taken: TicketTaken): Line => ({
  ...line,
  open: [...line.open, takenTicket(taken)],
  lastTurn: taken.turn,
  lastNumber: () => Number(taken.number.slice(1)),
})

/** The line after a move. */
function put(line: Line, change: TicketMoved): Line {
  const ticket = line.open.find(one => one.ticket === change.ticket)
  const now = ticket === undefined ? null : moved(ticket, change)
  if (now === null) throw new Error('no such move')
  const open = line.open.map(one => (one.ticket === now.ticket ? now : one)).filter(({ state }) => state !== 'done' && state !== 'gone')
  return { ...line, open, lastTurn: Math.max(line.lastTurn, now.turn) }
}
