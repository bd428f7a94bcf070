import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '#domain/kernel/result.ts'
import { balanceOf, isMoved, isOverdrawn, methodToRefund, shareOfPayment, shareOfRefund, sumOf } from '#domain/money/balance.ts'
import { Day } from '#domain/kernel/time.ts'
import { type Till, claim, collect, noteReceipt, refund, voidPayment } from '#domain/money/collect.ts'
import { type Payment, voidedOf } from '#domain/money/payment.ts'
import { got } from '#kit/basics.ts'
import { aFee, aPaymentId, aTill, amounts } from '#kit/money.ts'

const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.faults.map(fault => fault.code))
const cash = (vnd: number, till: Till) => collect({ payment: aPaymentId(), confirms: false, vnd, method: 'cash', receipt: null }, till)
const collected = (vnd: number, till: Till): Payment => ({ ...got(cash(vnd, till)), state: 'collected' })
const givenBack = (vnd: number, till: Till): Payment => ({
  ...got(refund({ payment: aPaymentId(), vnd, method: 'cash', reason: 'Thu nhầm' }, till)),
  state: 'refunded',
})

describe('a transfer the citizen speaks of', () => {
  const fee = aFee(16_000)
  const claimed: Payment = { ...got(claim(aPaymentId(), aTill(fee))), state: 'claimed' }

  const confirming = { payment: claimed.payment, confirms: true, method: 'transfer', receipt: null } as const

  it('waits, and nothing counts as paid', () => {
    const balance = balanceOf(fee, [claimed])
    expect(balance).toMatchObject({ paid: 0, toPay: 16_000 })
    expect(balance.waiting).toEqual([claimed])
  })

  it('is paid once it is confirmed, under the same id', () => {
    const taking = { payment: claimed.payment, confirms: true, vnd: 16_000, method: 'transfer', receipt: null } as const
    const confirmed: Payment = { ...got(collect(taking, aTill(fee, [claimed]))), state: 'collected' }
    expect(confirmed.payment).toBe(claimed.payment)
    expect(balanceOf(fee, [confirmed])).toMatchObject({ paid: 16_000, toPay: 0, waiting: [] })
    expect(codes(collect(taking, aTill(fee, [confirmed])))).toEqual(['money.twice'])
  })

  it('is spoken of once', () => {
    expect(codes(claim(aPaymentId(), aTill(fee, [claimed])))).toEqual(['money.claim.waiting'])
  })

  it('waits on when the same dossier was paid in cash: money that came all the same enters the books, and is to be given back', () => {
    const payments = [claimed, collected(16_000, aTill(fee, [claimed]))]
    expect(balanceOf(fee, payments).waiting).toEqual([claimed])
    const late = got(collect({ ...confirming, vnd: 16_000 }, aTill(fee, payments)))
    expect(balanceOf(fee, [...payments.slice(1), { ...late, state: 'collected' }])).toMatchObject({ paid: 32_000, toGiveBack: 16_000 })
  })

  it.each([[[10_000]], [[0]], [[]]])('is taken whole though a correction made the dossier cheaper since: %j', amounts => {
    const now = aFee(...amounts)
    const late = got(collect({ ...confirming, vnd: 16_000 }, aTill(now, [claimed])))
    expect(sumOf(late.items)).toBe(16_000)
    const payment: Payment = { ...late, state: 'collected' }
    expect(balanceOf(now, [payment])).toMatchObject({ paid: 16_000, toPay: 0, toGiveBack: 16_000 - now.total })
    const back = got(refund({ payment: aPaymentId(), vnd: 16_000 - now.total, method: 'transfer', reason: 'Thừa' }, aTill(now, [payment])))
    expect(isOverdrawn([payment, { ...back, state: 'refunded' }])).toBe(false)
  })

  it('is never taken for more than was spoken of or is asked', () => {
    const over = collect({ ...confirming, vnd: 16_001 }, aTill(aFee(10_000), [claimed]))
    expect(over.ok ? [] : over.faults).toMatchObject([{ code: 'money.over', data: { most: 16_000 } }])
  })

  it('that nobody spoke of is not confirmed', () => {
    const taking = { payment: aPaymentId(), confirms: true, vnd: 16_000, method: 'transfer', receipt: null } as const
    expect(codes(collect(taking, aTill(fee)))).toEqual(['money.claim.unknown'])
  })
})

describe('money that is taken', () => {
  it('is refused once all is paid, so a key pressed twice takes nothing', () => {
    const fee = aFee(16_000)
    expect(codes(cash(16_000, aTill(fee, [collected(16_000, aTill(fee))])))).toEqual(['money.nothing.due'])
    expect(codes(cash(1_000, aTill(aFee(0))))).toEqual(['money.nothing.due'])
    expect(codes(claim(aPaymentId(), aTill(aFee(0))))).toEqual(['money.nothing.due'])
  })

  it('is never more than is still to pay, and the refusal says how much that is', () => {
    const over = cash(16_001, aTill(aFee(16_000)))
    expect(over.ok ? [] : over.faults).toMatchObject([{ code: 'money.over', field: 'vnd', data: { most: 16_000 } }])
  })

  it('carries the number of the receipt, or none where nothing was typed', () => {
    const taking = { payment: aPaymentId(), confirms: false, vnd: 8_000, method: 'cash' } as const
    expect(got(collect({ ...taking, receipt: ' AB/26P 0000123 ' }, aTill(aFee(8_000)))).receipt).toBe('AB/26P 0000123')
    expect(got(collect({ ...taking, receipt: ' ' }, aTill(aFee(8_000)))).receipt).toBeNull()
  })

  it('gets its receipt number afterwards, a refund or a claim never', () => {
    const fee = aFee(8_000)
    const paid = collected(8_000, aTill(fee))
    expect(got(noteReceipt(paid.payment, 'AB/26P 0000124', aTill(fee, [paid]))).receipt).toBe('AB/26P 0000124')
    expect(codes(noteReceipt(paid.payment, ' ', aTill(fee, [paid])))).toEqual(['money.receipt.missing'])
    const back = givenBack(8_000, aTill(fee, [paid]))
    expect(codes(noteReceipt(back.payment, 'X', aTill(fee, [paid, back])))).toEqual(['money.payment.unknown'])
  })
})

describe('what was written by mistake', () => {
  const fee = aFee(16_000)
  const paid = collected(16_000, aTill(fee))
  const undo = (payment: Payment, till: Till): Payment => voidedOf(payment, got(voidPayment(payment.payment, 'Bấm nhầm', till)))

  it('is voided with a reason and who did it, keeps what it was, and can be taken anew', () => {
    const gone = undo(paid, aTill(fee, [paid]))
    expect(gone).toMatchObject({
      state: 'voided',
      was: 'collected',
      vnd: 16_000,
      voided: { reason: 'Bấm nhầm', official: { name: 'Nguyễn Thị An' } },
    })
    expect(balanceOf(fee, [gone])).toMatchObject({ paid: 0, toPay: 16_000 })
    expect(cash(16_000, aTill(fee, [gone])).ok).toBe(true)
  })

  it('asks for the reason, and is voided once', () => {
    expect(codes(voidPayment(paid.payment, ' ', aTill(fee, [paid])))).toEqual(['money.void.reason'])
    const gone = undo(paid, aTill(fee, [paid]))
    expect(codes(voidPayment(paid.payment, 'x', aTill(fee, [gone])))).toEqual(['money.void.unknown'])
    expect(codes(voidPayment(aPaymentId(), 'x', aTill(fee, [gone])))).toEqual(['money.void.unknown'])
  })

  it('is no longer voided once its day is closed or over', () => {
    expect(codes(voidPayment(paid.payment, 'x', aTill(fee, [paid], { sheet: Day.parse('2026-11-24') })))).toEqual(['money.void.late'])
  })

  it('is not voided under a refund, which is voided first', () => {
    const back = givenBack(6_000, aTill(fee, [paid]))
    expect(codes(voidPayment(paid.payment, 'x', aTill(fee, [paid, back])))).toEqual(['money.void.refunded'])
    const undone = undo(back, aTill(fee, [paid, back]))
    expect(undone).toMatchObject({ state: 'voided', was: 'refunded' })
    expect(balanceOf(fee, [undo(paid, aTill(fee, [paid, undone])), undone])).toMatchObject({ paid: 0, toPay: 16_000 })
  })

  it('as a claim is dropped on any day: nothing is waited for, and it can be spoken of again', () => {
    const said: Payment = { ...got(claim(aPaymentId(), aTill(fee))), state: 'claimed' }
    const gone = undo(said, aTill(fee, [said], { sheet: Day.parse('2026-12-01') }))
    expect(gone.state).toBe('dropped')
    expect(balanceOf(fee, [gone]).waiting).toEqual([])
    expect(claim(aPaymentId(), aTill(fee, [gone])).ok).toBe(true)
  })
})

describe('money that goes back', () => {
  it('goes the way the last of it came, as far as it came that way', () => {
    const fee = aFee(8_000, 16_000)
    const first = collected(8_000, aTill(fee))
    const taking = { payment: aPaymentId(), confirms: false, vnd: 16_000, method: 'transfer', receipt: null } as const
    const second: Payment = { ...got(collect(taking, aTill(fee, [first]))), state: 'collected' }
    expect(methodToRefund([])).toBeNull()
    expect(methodToRefund([first, second])).toEqual({ method: 'transfer', vnd: 16_000 })
    const gone = voidedOf(second, got(voidPayment(second.payment, 'x', aTill(fee, [first, second]))))
    expect(methodToRefund([first, gone])).toEqual({ method: 'cash', vnd: 8_000 })
  })

  it('is never more than was paid, and has a reason', () => {
    const fee = aFee(16_000)
    const payments = [collected(10_000, aTill(fee))]
    const give = (vnd: number, reason: string) => refund({ payment: aPaymentId(), vnd, method: 'cash', reason }, aTill(fee, payments))
    expect(codes(give(10_001, 'Rút hồ sơ'))).toEqual(['money.refund.over'])
    expect(codes(give(10_000, '  '))).toEqual(['money.reason.missing'])
    expect(got(give(10_000, 'Rút hồ sơ')).items).toMatchObject([{ id: 'item-0', vnd: 10_000 }])
  })

  it('after a correction that made the dossier cheaper, is taken from what is too much', () => {
    const paid = collected(24_000, aTill(aFee(8_000, 16_000)))
    const now = aFee(8_000, 4_000)
    expect(balanceOf(now, [paid])).toMatchObject({ toPay: 0, toGiveBack: 12_000 })
    expect(shareOfRefund(now, [paid], 12_000)).toMatchObject([{ id: 'item-1', vnd: 12_000 }])
  })

  it('after a correction that made it dearer, the rest is to pay', () => {
    const paid = collected(8_000, aTill(aFee(8_000)))
    const now = aFee(8_000, 16_000)
    expect(balanceOf(now, [paid])).toMatchObject({ paid: 8_000, toPay: 16_000, toGiveBack: 0 })
    expect(shareOfPayment(now, [paid], 16_000)).toMatchObject([{ id: 'item-1', vnd: 16_000 }])
  })
})

describe('any sequence of takings, givings and corrections', () => {
  it('keeps items and amounts closed to the đồng, and never pays below nought', () => {
    const act = fc.record({ back: fc.boolean(), part: fc.double({ min: 0, max: 1, noNaN: true }), fee: amounts })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), acts => {
        const payments: Payment[] = []
        for (const { back, part, fee: amounts } of acts) {
          const fee = aFee(...amounts)
          const { paid, toPay } = balanceOf(fee, payments)
          const vnd = Math.ceil((back ? paid : toPay) * part)
          if (vnd === 0) continue
          payments.push(back ? givenBack(vnd, aTill(fee, payments)) : collected(vnd, aTill(fee, payments)))
          const after = balanceOf(fee, payments)
          expect(after.paid).toBeGreaterThanOrEqual(0)
          expect(after.toPay - after.toGiveBack).toBe(fee.total - after.paid)
        }
        for (const payment of payments) if (isMoved(payment)) expect(sumOf(payment.items)).toBe(payment.vnd)
      }),
    )
  })
})
