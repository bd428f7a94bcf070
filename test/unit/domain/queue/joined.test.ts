import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { joinedTicket } from '#domain/queue/line.ts'
import { NOON, aTicket } from '#kit/line.ts'

test('a ticket that joins is as old as it was, and so is all that happened to it, whatever the other machine’s clock said', () => {
  fc.assert(
    fc.property(fc.integer({ min: -7_200_000, max: 7_200_000 }), fc.nat(3_600_000), fc.nat(600_000), (skew, age, waited) => {
      const theirs = Instant.parse(NOON + skew - age)
      const called = Instant.parse(theirs + waited)
      const other = aTicket('M001', { taken: theirs, turn: theirs, firstCalled: called, called, state: 'called', counter: 3 })
      const joined = joinedTicket(other, age, NOON)
      expect(joined).toMatchObject({ taken: NOON - age, turn: NOON - age, called: NOON - age + waited, firstCalled: NOON - age + waited })
      expect(joined.ended).toBeNull()
    }),
  )
})
