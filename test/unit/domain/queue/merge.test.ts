import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLater } from '#domain/queue/merge.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { aTicket } from '#kit/line.ts'

const HERE = 3
const a = (part: Partial<Ticket>): Ticket => aTicket('A001', part)
const waiting = a({})
const called = a({ state: 'called', counter: HERE, calls: 1 })
const done = a({ state: 'done', counter: HERE, calls: 1, ending: 'finished' })

describe('a ticket that comes back from a machine at counter 3', () => {
  test('was served where it was served there, and nobody else has called it', () => {
    expect(isLater(done, waiting, HERE)).toBe(true)
    expect(isLater(done, called, HERE)).toBe(true)
    expect(isLater(done, a({ state: 'called', counter: 5, calls: 1 }), HERE)).toBe(false)
  })

  test('is called there where this queue never saw the call; an older call is over', () => {
    expect(isLater(called, waiting, HERE)).toBe(true)
    expect(isLater(called, a({ calls: 1, misses: 1 }), HERE)).toBe(false)
    expect(isLater(called, a({ state: 'called', counter: 5, calls: 1 }), HERE)).toBe(false)
  })

  test('goes on as that machine says, where this queue has it at that counter', () => {
    expect(isLater(a({ services: ['chung-thuc'], calls: 1 }), called, HERE)).toBe(true)
    expect(isLater(called, called, HERE)).toBe(false)
    expect(isLater(a({ calls: 0 }), called, HERE)).toBe(false)
  })

  test('is taken back where it had left this queue', () => {
    expect(isLater(waiting, a({ state: 'handed', ended: waiting.taken }), HERE)).toBe(true)
  })

  test('never wakes what has ended here', () => {
    const state = fc.constantFrom<Ticket['state']>('waiting', 'called', 'parked', 'done', 'gone', 'handing')
    fc.assert(
      fc.property(state, fc.nat(4), fc.constantFrom<Ticket['state']>('done', 'gone', 'handing'), (theirs, calls, ours) => {
        expect(isLater(a({ state: theirs, calls, counter: HERE }), a({ state: ours, counter: HERE, calls: 1 }), HERE)).toBe(false)
      }),
    )
  })
})
