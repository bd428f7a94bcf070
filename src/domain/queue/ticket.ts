import { CounterId } from '../kernel/id.ts'
import { z } from 'zod'
import { Day, Instant } from '../kernel/time.ts'
import { ServiceId } from './service.ts'

export const TicketId = z.uuidv7().brand('TicketId')
export type TicketId = z.output<typeof TicketId>

/**
 * Why somebody is called before others: old age (Luật Người cao tuổi 2009), disability (Luật Người khuyết tật 2010), merit
 * (Pháp lệnh Ưu đãi người có công với cách mạng 2020), and expecting or carrying a small child, by custom of the offices.
 */
export const Priority = z.enum(['elder', 'disabled', 'pregnant', 'child', 'merit'])
export type Priority = z.output<typeof Priority>

/** `A012`. */
export const TicketNumber = z.string().regex(/^[A-Z]\d{3,4}$/)

/** Which machine did something, at which counter of the office, and which official. */
export const By = z.strictObject({ machine: CounterId, counter: z.int().min(1).max(9), official: z.string().nullable() })
export type By = z.output<typeof By>

/** Somebody came. Nothing about the person but a lawful reason to go before others. */
export const TicketTaken = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  day: Day,
  /** What the person came for; the first decides the letter. */
  services: z.array(ServiceId).min(1).max(5),
  priority: Priority.nullable(),
  appointment: Instant.nullable(),
  at: Instant,
  /** Place in line: whoever has the smaller one came first. Later than every one before, whatever the clock did. */
  turn: z.number(),
  /** What the paper promises: how many go before, and minutes to wait, both included; `null` where nothing can be said. */
  ahead: z.int().nonnegative(),
  wait: z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() }).nullable(),
  by: By,
  request: z.uuid().nullable(),
})
export type TicketTaken = z.output<typeof TicketTaken>

/** Why it was this one's turn: `ordinary` by place, the three that go first, one the official chose by hand. */
export const Why = z.enum(['ordinary', 'priority', 'appointment', 'sent', 'chosen'])
export type Why = z.output<typeof Why>

/** What can happen to a ticket. `turn`: the place in line it goes back to. */
export const Move = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    counter: z.int().min(1).max(9),
    why: Why,
    /** How many calls in a row this counter let go before ordinary people who waited, this one included. */
    run: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('recall') }),
  z.strictObject({ kind: z.literal('absent'), turn: z.number() }),
  z.strictObject({ kind: z.literal('skip'), turn: z.number() }),
  z.strictObject({ kind: z.literal('park') }),
  z.strictObject({
    kind: z.literal('transfer'),
    counter: z.int().min(1).max(9).nullable(),
    services: z.array(ServiceId).min(1).max(5),
    note: z.string().trim().max(200).nullable(),
  }),
  /** `procedures`: codes that were dealt with in this sitting. */
  z.strictObject({ kind: z.literal('finish'), procedures: z.array(z.string()).max(20) }),
  /** Served here, and on to the line of what else the person came for. */
  z.strictObject({ kind: z.literal('onward'), services: z.array(ServiceId).min(1).max(5), procedures: z.array(z.string()).max(20) }),
  /** Finished by mistake: called again as it was, or put aside where the counter has called another since. */
  z.strictObject({ kind: z.literal('reopen'), state: z.enum(['called', 'parked']) }),
  /** Taken from the counter that had it, back to the line of its service. */
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('expire') }),
  /** Kept over night by whoever closed the day. */
  z.strictObject({ kind: z.literal('keep') }),
  /** A ticket of a machine that was alone is handed to the office's queue: not called here any more. */
  z.strictObject({ kind: z.literal('hand') }),
  z.strictObject({ kind: z.literal('handed'), host: CounterId }),
])
export type Move = z.output<typeof Move>

export const TicketMoved = z.strictObject({ ticket: TicketId, move: Move, at: Instant, by: By, request: z.uuid().nullable() })
export type TicketMoved = z.output<typeof TicketMoved>

export const TicketState = z.enum(['waiting', 'called', 'parked', 'done', 'gone', 'handing', 'handed'])
export type TicketState = z.output<typeof TicketState>

/** One time that a person was served: at which counter, for which service, from the call to the end. */
export const Sitting = z.strictObject({
  counter: z.int(),
  service: ServiceId,
  from: Instant,
  to: Instant,
  /** Codes of what was dealt with. */
  procedures: z.array(z.string()),
})
export type Sitting = z.output<typeof Sitting>

/** Nobody comes to the desk, is served and goes in less. */
export const SOON_MS = 30_000

/** Whether somebody sat there: what ended at once and dealt with nothing was a slip of the hand, or nobody came. */
export const isSitting = ({ procedures, from, to }: Sitting): boolean => procedures.length > 0 || to - from >= SOON_MS

/** A ticket as it stands now. */
export const Ticket = z.strictObject({
  ...TicketTaken.omit({ request: true, at: true }).shape,
  taken: Instant,
  state: TicketState,
  counter: z.int().nullable(),
  /** The one counter it was sent to. */
  only: z.int().nullable(),
  note: z.string().nullable(),
  calls: z.int().nonnegative(),
  misses: z.int().nonnegative(),
  firstCalled: Instant.nullable(),
  called: Instant.nullable(),
  ended: Instant.nullable(),
  sittings: z.array(Sitting).default([]),
  /** What entries say from before sittings were kept. */
  procedures: z.array(z.string()).optional(),
  ending: z.enum(['finished', 'absent', 'left', 'expired']).nullable(),
  /** Whoever closed the day it was taken on decided that it goes on waiting. */
  kept: z.boolean().optional(),
})
export type Ticket = z.output<typeof Ticket>

/** A ticket that another machine had given out joins this queue, as it stood there. */
export const TicketJoined = z.strictObject({ ticket: Ticket, from: CounterId })
export type TicketJoined = z.output<typeof TicketJoined>

/** Called and not there: after so many misses the ticket ends. */
export const MISSES = 3

/** A ticket as it stands when it was just taken. */
export function takenTicket({ ticket, number, day, services, priority, appointment, at, turn, ahead, wait, by }: TicketTaken): Ticket {
  const nothing = {
    counter: null,
    only: null,
    note: null,
    calls: 0,
    misses: 0,
    firstCalled: null,
    called: null,
    ended: null,
    sittings: [],
    ending: null,
  }
  return { ticket, number, day, services, priority, appointment, turn, ahead, wait, by, taken: at, state: 'waiting', ...nothing }
}

/** A ticket after a move; `null` where the move cannot be made from where it stands. */
export function moved(ticket: Ticket, { move, at }: Pick<TicketMoved, 'move' | 'at'>): Ticket | null {
  const { state } = ticket
  const end = (ending: Ticket['ending']): Ticket => ({
    ...ticket,
    state: ending === 'finished' ? 'done' : 'gone',
    ended: at,
    ending,
  })
  switch (move.kind) {
    case 'call':
      if (state !== 'waiting' && state !== 'parked') return null
      return {
        ...ticket,
        state: 'called',
        counter: move.counter,
        calls: ticket.calls + 1,
        firstCalled: ticket.firstCalled ?? at,
        called: at,
      }
    case 'recall':
      return state === 'called' ? { ...ticket, calls: ticket.calls + 1, called: at } : null
    case 'absent':
      if (state !== 'called') return null
      if (ticket.misses + 1 >= MISSES) return { ...end('absent'), misses: ticket.misses + 1 }
      return { ...ticket, state: 'waiting', counter: null, misses: ticket.misses + 1, turn: move.turn }
    case 'skip':
      return state === 'called' ? { ...ticket, state: 'waiting', counter: null, turn: move.turn } : null
    case 'park':
      return state === 'called' ? { ...ticket, state: 'parked' } : null
    case 'transfer':
      if (!isOpen(ticket)) return null
      return { ...ticket, state: 'waiting', counter: null, only: move.counter, services: move.services, note: move.note }
    case 'finish':
      return state === 'called' || state === 'parked' ? { ...end('finished'), sittings: sat(ticket, move.procedures, at) } : null
    case 'onward':
      if (state !== 'called' && state !== 'parked') return null
      return {
        ...ticket,
        state: 'waiting',
        counter: null,
        only: null,
        note: null,
        services: move.services,
        sittings: sat(ticket, move.procedures, at),
      }
    case 'reopen':
      return state === 'done' ? { ...ticket, state: move.state, ended: null, ending: null, sittings: ticket.sittings.slice(0, -1) } : null
    case 'back':
      return isOpen(ticket) ? { ...ticket, state: 'waiting', counter: null, only: null } : null
    case 'leave':
      return isOpen(ticket) ? end('left') : null
    case 'expire':
      return isOpen(ticket) ? end('expired') : null
    case 'keep':
      return isOpen(ticket) ? { ...ticket, state: 'waiting', counter: null, kept: true } : null
    case 'hand':
      return isOpen(ticket) ? { ...ticket, state: 'handing' } : null
    case 'handed':
      return state === 'handing' ? { ...ticket, state: 'handed', ended: at } : null
  }
}

/** The sittings of a ticket with the one that ends now. */
function sat({ sittings, counter, services: [service], called }: Ticket, procedures: readonly string[], to: Instant): Sitting[] {
  if (counter === null || service === undefined || called === null) return sittings
  return [...sittings, { counter, service, from: called, to, procedures: [...procedures] }]
}

export const isOpen = ({ state }: Pick<Ticket, 'state'>): boolean => state === 'waiting' || state === 'called' || state === 'parked'

/** The paper that came out with a ticket: what it promised. */
export const TicketHanded = z.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  services: z.array(z.string()).min(1),
  priority: Priority.nullable(),
  appointment: Instant.nullable(),
  at: Instant,
  ahead: TicketTaken.shape.ahead,
  wait: TicketTaken.shape.wait,
  office: z.string(),
  /** Given out by a machine that was alone. */
  alone: z.boolean(),
})
export type TicketHanded = z.output<typeof TicketHanded>

/** What a counter takes, and whether somebody sits there. */
export const CounterTakes = z.strictObject({
  counter: z.int().min(1).max(9),
  name: z.string().min(1).max(60),
  machine: CounterId,
  services: z.array(ServiceId),
  open: z.boolean(),
  at: Instant,
})
export type CounterTakes = z.output<typeof CounterTakes>

/**
 * A machine leads the office's queue from now on. `epoch` grows with every change of host: whoever has the greater one is
 * right. `letters`: whether its tickets bear the services' letters or its own, because the host before may still give out those.
 */
export const QueueLed = z.strictObject({
  epoch: z.int().positive(),
  letters: z.enum(['services', 'machine']),
  /** The last number of each letter that other hosts gave out on that day. */
  day: Day,
  last: z.record(z.string(), z.int().nonnegative()),
  at: Instant,
})
export type QueueLed = z.output<typeof QueueLed>
