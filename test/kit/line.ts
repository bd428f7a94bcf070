import type { QueueView } from '#contract/queue.ts'
import { CounterId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { type Ticket, TicketId, takenTicket } from '#domain/queue/ticket.ts'

export const NOON = Instant.parse(1_795_410_000_000)

const me = CounterId.parse('DEMO-01.Q3')

/** A ticket of the line; `number` tells it apart, and its running number is its place. */
export function aTicket(number: string, part: Partial<Ticket> = {}): Ticket {
  const place = Number(number.slice(1))
  const at = Instant.parse(NOON - 3_600_000 + place * 60_000)
  return {
    ...takenTicket({
      ticket: TicketId.parse(
        `01900000-0000-7000-8000-${number.charCodeAt(0).toString().padStart(4, '0')}${String(place).padStart(8, '0')}`,
      ),
      number,
      day: Day.parse('2026-11-23'),
      services: ['ho-tich'],
      priority: null,
      appointment: null,
      turn: at,
      ahead: 0,
      wait: null,
      by: { machine: me, counter: 3, official: null },
      at,
      request: null,
    }),
    ...part,
  }
}

/** The line as counter 3 sees it. */
export const aView = (tickets: readonly Ticket[], part: Partial<QueueView['standing']> = {}): QueueView => ({
  standing: {
    role: 'alone',
    machine: me,
    counter: 3,
    joined: true,
    since: null,
    handing: 0,
    unheard: [],
    silent: false,
    fault: null,
    ...part,
  },
  hall: {
    host: { id: me, name: 'Quầy 1', epoch: 1 },
    version: 1,
    now: NOON,
    services: [
      { id: 'ho-tich', letter: 'A', name: 'Hộ tịch', nameEn: 'Civil status', waiting: 0, since: null, wait: null, counters: [3] },
      { id: 'chung-thuc', letter: 'B', name: 'Chứng thực', nameEn: 'Certification', waiting: 0, since: null, wait: null, counters: [] },
    ],
    tickets: [...tickets],
    counters: [{ number: 3, name: 'Quầy 3 · Hộ tịch', services: ['ho-tich'], open: true, run: 0, holds: [] }],
    calls: [],
    last: {},
    left: 0,
  },
})
