import { CounterId } from '#domain/kernel/id.ts'
import { Instant, dayOf } from '#domain/kernel/time.ts'
import type { Line } from '#domain/queue/line.ts'
import type { Service } from '#domain/queue/service.ts'
import { type By, type Ticket, TicketId, takenTicket } from '#domain/queue/ticket.ts'

const service = (id: string, letter: string): Service => ({ id, letter, name: id, nameEn: id, sectors: [] })
export const SERVICES = [service('ho-tich', 'A'), service('chung-thuc', 'B'), service('cu-tru', 'C')]
export const BY: By = { machine: CounterId.parse('DEMO-01.Q1'), counter: 1, official: null }

export const ticketId = (n: number): TicketId => TicketId.parse(`019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`)

const MORNING = Instant.parse(Date.UTC(2026, 10, 25, 1))

/** A ticket that waits; only the telling fields are given. */
export const aTicket = (more: Partial<Ticket>): Ticket => ({
  ...takenTicket({
    ticket: ticketId(0),
    number: 'A001',
    day: dayOf(MORNING),
    services: ['ho-tich'],
    priority: null,
    appointment: null,
    turn: 0,
    ahead: 0,
    wait: null,
    by: BY,
    at: MORNING,
    request: null,
  }),
  ...more,
})

type LineOf = {
  readonly open: readonly Ticket[]
  readonly now: Instant
  readonly seats?: readonly number[]
  readonly takes?: Readonly<Record<number, readonly string[]>>
}

/** A line with counters that take everything, or what is said. */
export const aLine = ({ open, now, seats = [1], takes }: LineOf): Line => ({
  now,
  open,
  services: SERVICES,
  counters:
    takes === undefined
      ? seats.map(number => ({ number, services: SERVICES.map(({ id }) => id), run: 0 }))
      : Object.entries(takes).map(([number, services]) => ({ number: Number(number), services, run: 0 })),
  lastTurn: open.reduce((last, { turn }) => Math.max(last, turn), 0),
  lastNumber: () => 0,
  letter: null,
  pace: () => ({ sittings: [], counters: 1, first: 0 }),
  k: 2,
})
