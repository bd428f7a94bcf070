import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { act, sentBack } from '#domain/queue/line.ts'
import { nextTurn } from '#domain/queue/rule.ts'
import { type Ticket, moved } from '#domain/queue/ticket.ts'
import { BY, aLine, aTicket, ticketId } from './lines.ts'

const NOW = Instant.parse(Date.UTC(2026, 10, 25, 3))
const ASKED = { by: BY, request: null }
const after = (ticket: Ticket, change: Parameters<typeof moved>[1]): Ticket => moved(ticket, change) ?? expect.fail('no such move')

test('whom a counter has called that answers no more, any other takes back: the place by arrival is kept', () => {
  const gone = aTicket({ ticket: ticketId(1), turn: 3, state: 'called', counter: 2 })
  const later = aTicket({ ticket: ticketId(2), turn: 5 })
  const line = aLine({ open: [gone, later], now: NOW, seats: [1] })
  const done = act(line, gone.ticket, { kind: 'back' }, ASKED)
  if (!done.ok) return expect.fail('refused')
  const back = after(gone, done.value)
  expect(back).toMatchObject({ state: 'waiting', counter: null, only: null, turn: 3 })
  expect(nextTurn([back, later], { number: 1, services: ['ho-tich'], run: 0 }, 2, NOW)?.ticket.ticket).toBe(gone.ticket)
  // Without that deliberate act it stays where it is.
  expect(act(line, gone.ticket, { kind: 'call' }, ASKED)).toMatchObject({ ok: false, faults: [{ code: 'queue.ticket.elsewhere' }] })
})

test('who waits for a counter that closes waits for any that takes him; whom it serves it keeps', () => {
  const sent = aTicket({ ticket: ticketId(1), turn: 1, only: 2, services: ['cu-tru'] })
  const parked = aTicket({ ticket: ticketId(2), turn: 2, state: 'parked', counter: 2 })
  const served = aTicket({ ticket: ticketId(3), turn: 3, state: 'called', counter: 2 })
  const other = aTicket({ ticket: ticketId(4), turn: 4, only: 3 })
  const moves = sentBack(aLine({ open: [sent, parked, served, other], now: NOW }), 2, ASKED)
  expect(moves.map(({ ticket }) => ticket)).toEqual([sent.ticket, parked.ticket])
  expect(after(sent, moves[0] ?? expect.fail('none'))).toMatchObject({ state: 'waiting', only: null, services: ['cu-tru'], turn: 1 })
})
