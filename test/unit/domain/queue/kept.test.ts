import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { Ticket, moved } from '#domain/queue/ticket.ts'
import { aTicket, NOON } from '#kit/line.ts'

const after = (kind: 'keep' | 'expire') =>
  moved(aTicket('A001', { state: 'called', counter: 3 }), { move: { kind }, at: Instant.parse(NOON) })

test('a ticket that was kept over night waits again, and nobody is asked about it a second time', () => {
  expect(after('keep')).toMatchObject({ state: 'waiting', counter: null, kept: true })
  expect(after('expire')).toMatchObject({ state: 'gone', ending: 'expired' })
})

test('a ticket that was written before anybody could keep one is still read', () => {
  expect(aTicket('A001')).not.toHaveProperty('kept')
  expect(Ticket.parse(JSON.parse(JSON.stringify(aTicket('A001'))))).toEqual(aTicket('A001'))
})
