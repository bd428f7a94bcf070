import { describe, expect, it } from 'vitest'
import { claim, collect, voidPayment } from '#domain/money/collect.ts'
import { closeDay, sumsOf } from '#domain/money/day.ts'
import { type Claim, type Moved, voidedOf } from '#domain/money/payment.ts'
import { got } from '#kit/basics.ts'
import { aDossierWith, aFee, aPaymentId, aTill } from '#kit/money.ts'
import { daySheet } from '#paper/day-sheet.ts'

const fee = aFee(8_000, 16_000)
const till = aTill(fee, [], { dossier: aDossierWith(fee) })
const taking = { payment: aPaymentId(), confirms: false, vnd: 24_000, method: 'card', receipt: 'AB/26P 0000123' } as const
const paid: Moved = { ...got(collect(taking, till)), state: 'collected' }
const waits: Claim = { ...got(claim(aPaymentId(), till)), state: 'claimed' }

const closed = got(
  closeDay(
    { day: till.sheet, opening: 200_000, counted: [{ note: 100_000, count: 1 }], taker: 'Lê Thị Quỹ', reason: 'Thối nhầm' },
    {
      payments: [paid],
      waiting: [waits],
      lastClosed: null,
      firstOpen: null,
      now: till.now,
      office: 'Một cửa phường An Bình',
      counter: { name: 'Quầy 3', number: 3 },
      official: till.official,
    },
  ),
)
const textOf = (copy = 1, payments: readonly Moved[] = [paid]): string => JSON.stringify(daySheet(closed, { copy, payments }))

describe('the sheet of a day', () => {
  it('names each payment by its dossier, its receipt and its method, and never the citizen', () => {
    for (const told of [paid.code, 'thẻ, AB/26P 0000123', '24.000 đ']) expect(textOf()).toContain(told)
    expect(textOf()).not.toContain('Hương Lan')
  })

  it('keeps phí and lệ phí apart', () => {
    expect(textOf()).toContain('["Khoản 0","phí","8.000 đ"]')
    expect(textOf()).toContain('["Khoản 1","lệ phí","16.000 đ"]')
  })

  it('says what should be there, what is there, and why they differ', () => {
    for (const told of ['100.000 đ (một trăm nghìn đồng)', '−100.000 đ. Lý do: Thối nhầm', '100.000 đ × 1'])
      expect(textOf()).toContain(told)
  })

  it('sets transfers that wait apart from the total', () => {
    expect(textOf()).toContain('chưa tính vào tổng thu')
    expect(textOf()).toContain(`${waits.code}: 24.000 đ`)
  })

  it('bears both names, and says when it is a copy', () => {
    for (const told of ['Nguyễn Thị An', 'Lê Thị Quỹ']) expect(textOf()).toContain(told)
    expect(textOf(2)).toContain('BẢN IN LẠI LẦN 1')
  })

  it('keeps what was voided in its place, with who voided it and why, and counts it nowhere', () => {
    const gone = voidedOf(paid, got(voidPayment(paid.payment, 'Tiền chưa về', aTill(fee, [paid], { dossier: aDossierWith(fee) }))))
    if (gone.state !== 'voided') throw new Error('not voided')
    const text = textOf(1, [gone])
    for (const told of ['(hủy 24.000 đ)', 'ghi nhầm, hủy lúc 16:00, Nguyễn Thị An: Tiền chưa về']) expect(text).toContain(told)
    expect(sumsOf([gone])).toEqual({ methods: [], items: [], total: 0, cash: 0 })
  })

  it('of a day without money says so', () => {
    expect(textOf(1, [])).toContain('không thu, không trả khoản nào')
  })
})
