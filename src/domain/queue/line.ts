import { missingCase } from '../kernel/missing-case.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Instant, dayOf } from '../kernel/time.ts'
import { type Counter, nextTurn, runAfterChoice, turnAfterSkip } from './rule.ts'
import { type Pace, aheadOf, waitFor } from './wait.ts'
import type { Service, ServiceId } from './service.ts'
import {
  type By,
  type Move,
  type Priority,
  type Ticket,
  type TicketId,
  TicketNumber,
  type TicketMoved,
  type TicketTaken,
  moved,
} from './ticket.ts'

/** What a line knows at the moment of a decision. Inside a commit nothing of it can move. */
export type Line = {
  readonly now: Instant
  /** Every ticket that has not ended. */
  readonly open: readonly Ticket[]
  readonly services: readonly Service[]
  readonly counters: readonly Counter[]
  /** The last place in line that was given. */
  readonly lastTurn: number
  /** The last running number of a letter on a day, 0 before the first. */
  readonly lastNumber: (letter: string) => number
  /** The one letter of all its tickets, or `null` where they bear their services' letters. */
  readonly letter: string | null
  /** How fast it goes for a service. */
  readonly pace: (service: ServiceId) => Pace
  /** How many may go before ordinary people in a row (see `rule.ts`). */
  readonly k: number
}

/** What somebody wants a ticket for. */
export type Wish = { readonly services: readonly ServiceId[]; readonly priority: Priority | null; readonly appointment: Instant | null }

type Asked = { readonly by: By; readonly request: string | null }

/** A new ticket at the end of the line. Refused: a service that is not offered. */
export function take(line: Line, wish: Wish, ticket: TicketId, { by, request }: Asked): Result<TicketTaken> {
  const service = line.services.find(({ id }) => id === wish.services[0])
  if (service === undefined || wish.services.some(id => line.services.every(one => one.id !== id))) {
    return refuse(inputFault('queue.service.unknown', 'services'))
  }
  const ahead = aheadOf(line.open, wish)
  return ok({
    ...wish,
    services: [...new Set(wish.services)],
    ticket,
    number: numberAfter(line, line.letter ?? service.letter),
    day: dayOf(line.now),
    at: line.now,
    turn: endOf(line),
    ahead,
    wait: waitFor(line, wish),
    by,
    request,
  })
}

/** The next number of a letter that no open ticket bears: one may be left from the day before. */
function numberAfter({ open, lastNumber }: Line, letter: string): string {
  const held = new Set(open.map(({ number }) => number))
  for (let running = lastNumber(letter) + 1; ; running += 1) {
    const number = `${letter}${String(running).padStart(3, '0')}`
    if (!held.has(number)) return TicketNumber.parse(number)
  }
}

/** The place behind all others. It never goes back, even where the clock does. */
const endOf = ({ now, lastTurn }: Pick<Line, 'now' | 'lastTurn'>): number => Math.max(now, Math.floor(lastTurn) + 1)

/** Calls whose turn it is at a counter; `null` when nobody waits whom it takes. */
export function next(line: Line, counter: number, asked: Asked): Result<TicketMoved | null> {
  const at = line.counters.find(({ number }) => number === counter)
  if (at === undefined) return refuse(inputFault('queue.counter.closed'))
  const turn = nextTurn(line.open, at, line.k, line.now)
  if (turn === null) return ok(null)
  const { ticket, why, run } = turn
  return ok({ ticket: ticket.ticket, move: { kind: 'call', counter, why, run }, at: line.now, ...asked })
}

/** What an official does with one ticket. */
export type Act =
  | { readonly kind: 'call' | 'recall' | 'absent' | 'skip' | 'park' | 'reopen' | 'back' | 'leave' | 'expire' | 'keep' }
  | { readonly kind: 'finish'; readonly procedures: readonly string[] }
  | { readonly kind: 'transfer'; readonly counter: number | null; readonly service: ServiceId | null; readonly note: string | null }

/**
 * Does `act` with a ticket, at the counter of `asked.by`. Refused: a ticket that is not known or has ended, one that another
 * counter has called, an act that cannot follow on where the ticket stands.
 */
export function act(line: Line, id: TicketId, wanted: Act, asked: Asked): Result<TicketMoved> {
  const ticket = line.open.find(one => one.ticket === id)
  if (ticket === undefined) return refuse(inputFault('queue.ticket.unknown', 'ticket'))
  const { counter } = asked.by
  if (OWN.has(wanted.kind) && ticket.counter !== null && ticket.counter !== counter) {
    return refuse(inputFault('queue.ticket.elsewhere', 'ticket', { counter: ticket.counter }))
  }
  const move = moveOf(line, ticket, wanted, counter)
  if (!move.ok) return move
  const change = { ticket: id, move: move.value, at: line.now, ...asked }
  return moved(ticket, change) === null ? refuse(inputFault('queue.ticket.state', 'ticket')) : ok(change)
}

/** What only the counter that has called a ticket may do with it. */
const OWN: ReadonlySet<Act['kind']> = new Set(['call', 'recall', 'absent', 'skip', 'park', 'finish', 'reopen', 'transfer'])

/** So long a finish can be undone. */
export const UNDO_MS = 60_000

function moveOf(line: Line, ticket: Ticket, wanted: Act, counter: number): Result<Move> {
  switch (wanted.kind) {
    case 'call': {
      const at = line.counters.find(({ number }) => number === counter)
      if (at === undefined) return refuse(inputFault('queue.counter.closed'))
      return ok({ kind: 'call', counter, why: 'chosen', run: runAfterChoice(line.open, ticket, at, line.now) })
    }
    case 'absent':
      return ok({ kind: 'absent', turn: endOf(line) })
    case 'skip':
      return ok({ kind: 'skip', turn: turnAfterSkip(line.open, ticket) })
    case 'finish':
      return ok(finish(line, ticket, counter, wanted.procedures))
    case 'transfer':
      return transfer(line, ticket, wanted)
    case 'reopen':
      return reopen(line, ticket, counter)
    case 'recall':
    case 'park':
    case 'back':
    case 'leave':
    case 'expire':
    case 'keep':
      return ok({ kind: wanted.kind })
    default:
      return missingCase(wanted)
  }
}

/** Who came for several things and has some left that this counter does not take goes on, with the place that was earned by waiting. */
function finish(line: Line, { services }: Ticket, counter: number, procedures: readonly string[]): Move {
  const here = line.counters.find(({ number }) => number === counter)?.services ?? []
  const left = services.slice(1).filter(id => !here.includes(id))
  return left.length === 0
    ? { kind: 'finish', procedures: [...procedures] }
    : { kind: 'onward', services: left, procedures: [...procedures] }
}

/** Who was ended by mistake is called as before, or put aside where the counter has called another since. */
function reopen({ now, open }: Line, { ticket, ended }: Ticket, counter: number): Result<Move> {
  if (ended === null || now - ended > UNDO_MS) return refuse(inputFault('queue.ticket.late', 'ticket'))
  const isTaken = open.some(one => one.state === 'called' && one.counter === counter && one.ticket !== ticket)
  return ok({ kind: 'reopen', state: isTaken ? 'parked' : 'called' })
}

/** Somebody is sent on; whatever else the person came for comes after what it is sent for. */
function transfer(line: Line, ticket: Ticket, { counter, service, note }: Extract<Act, { kind: 'transfer' }>): Result<Move> {
  if (counter === null && service === null) return refuse(inputFault('queue.transfer.where', 'counter'))
  if (counter !== null && line.counters.every(({ number }) => number !== counter))
    return refuse(inputFault('queue.counter.closed', 'counter'))
  if (service !== null && line.services.every(({ id }) => id !== service)) return refuse(inputFault('queue.service.unknown', 'service'))
  const services = service === null ? ticket.services : [service, ...ticket.services.slice(1).filter(id => id !== service)]
  return ok({ kind: 'transfer', counter, services, note })
}

/**
 * What becomes of those who wait for a counter that closes: who was sent to it and whom it put aside wait in the line of their
 * service, with the place that each had. Whom it serves it keeps, until any counter takes the number back.
 */
export function sentBack({ open, now }: Line, counter: number, asked: Asked): readonly TicketMoved[] {
  const left = open.filter(one => (one.state === 'waiting' && one.only === counter) || (one.state === 'parked' && one.counter === counter))
  return left.map(({ ticket }) => ({ ticket, move: { kind: 'back' }, at: now, ...asked, request: null }))
}

/** A ticket of another machine, as it stands in the queue it joins: its age counts, not that machine's clock. */
export function joinedTicket(ticket: Ticket, age: number, now: Instant): Ticket {
  const shift = Math.round(now - age) - ticket.taken
  const here = (at: Instant): Instant => Instant.parse(Math.max(0, at + shift))
  const ours = (at: Instant | null): Instant | null => (at === null ? null : here(at))
  return {
    ...ticket,
    taken: here(ticket.taken),
    turn: ticket.turn + shift,
    firstCalled: ours(ticket.firstCalled),
    called: ours(ticket.called),
    ended: ours(ticket.ended),
    sittings: ticket.sittings.map(one => ({ ...one, from: here(one.from), to: here(one.to) })),
  }
}
