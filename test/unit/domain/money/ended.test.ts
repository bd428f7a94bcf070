import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '#domain/money/balance.ts'
import { claim, collect, refund } from '#domain/money/collect.ts'
import type { Payment } from '#domain/money/payment.ts'
import { Instant } from '#domain/kernel/time.ts'
import { got } from '#kit/basics.ts'
import { aFee, aPaymentId, aTill } from '#kit/money.ts'

const fee = aFee(16_000)
const NOON = Instant.parse(Date.parse('2026-11-23T12:00:00+07:00'))
const before = Instant.parse(NOON - 3_600_000)
const after = Instant.parse(NOON + 3_600_000)
const taking = (vnd: number) => ({ payment: aPaymentId(), confirms: false, vnd, method: 'cash' as const, receipt: null })
const collected = (vnd: number, now = before): Payment => ({ ...got(collect(taking(vnd), aTill(fee, [], { now }))), state: 'collected' })
const givenBack = (vnd: number, payments: readonly Payment[]): Payment => ({
  ...got(refund({ payment: aPaymentId(), vnd, method: 'cash', reason: 'Dừng giải quyết' }, aTill(fee, payments, { now: after }))),
  state: 'refunded',
})
const ended = (back: number) => ({ at: NOON, refund: back })

describe('a dossier that ended without a result', () => {
  test('owes nothing more: nothing can be claimed or collected', () => {
    expect(balanceOf(fee, [], ended(0))).toMatchObject({ toPay: 0, toGiveBack: 0 })
    const till = aTill(fee, [], { ended: ended(0), now: after })
    expect(collect(taking(16_000), till)).toMatchObject({ faults: [{ code: 'money.nothing.due' }] })
    expect(claim(aPaymentId(), till)).toMatchObject({ faults: [{ code: 'money.nothing.due' }] })
  })

  test('gives back what the notice says, and then nothing more', () => {
    const paid = [collected(16_000)]
    expect(balanceOf(fee, paid, ended(6_000))).toMatchObject({ paid: 16_000, toPay: 0, toGiveBack: 6_000 })
    expect(balanceOf(fee, [...paid, givenBack(6_000, paid)], ended(6_000))).toMatchObject({ paid: 10_000, toPay: 0, toGiveBack: 0 })
  })

  test('gives back a transfer that came after the end', () => {
    const paid = [collected(6_000), collected(10_000, after)]
    expect(balanceOf(fee, paid, ended(0))).toMatchObject({ toPay: 0, toGiveBack: 10_000 })
  })

  test('never owes, and never has more to give back than it holds', () => {
    const amount = fc.integer({ min: 1, max: 16_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, fc.boolean()), { maxLength: 5 }), fc.integer({ min: 0, max: 40_000 }), (sums, back) => {
        const payments = sums.map(([vnd, early]) => collected(vnd, early ? before : after))
        const { toPay, toGiveBack, paid } = balanceOf(fee, payments, ended(back))
        expect(toPay).toBe(0)
        expect(toGiveBack).toBeGreaterThanOrEqual(0)
        expect(toGiveBack).toBeLessThanOrEqual(paid)
      }),
    )
  })
})
