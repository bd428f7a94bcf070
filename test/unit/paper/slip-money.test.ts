import { QRPay } from 'vietnam-qr-pay'
import { describe, expect, it } from 'vitest'
import type { Block } from '#domain/paper/block.ts'
import { collect, claim, voidPayment } from '#domain/money/collect.ts'
import { readNote } from '#domain/money/note.ts'
import { type Payment, voidedOf } from '#domain/money/payment.ts'
import { got } from '#kit/basics.ts'
import { aFee, aPaymentId, aTill } from '#kit/money.ts'
import { receiptSlip } from '#paper/receipt.ts'
import { aDossierWith } from '#kit/money.ts'

const bank = { bin: '970436', account: '1234567890', holder: 'TAI KHOAN MAU' }
const fee = aFee(16_000)
const dossier = aDossierWith(fee)
const taking = { payment: aPaymentId(), confirms: false, vnd: 16_000, method: 'cash', receipt: 'AB/26P 0000123' } as const
const collected: Payment = { ...got(collect(taking, aTill(fee, [], { dossier }))), state: 'collected' }
const claimed: Payment = { ...got(claim(aPaymentId(), aTill(fee, [], { dossier }))), state: 'claimed' }
const slip = (payments: readonly Payment[], account: typeof bank | null = bank): readonly Block[] =>
  receiptSlip(dossier, { copy: 1, money: { bank: account, payments } })
const transfers = (blocks: readonly Block[]) => blocks.flatMap(block => (block.kind === 'qr' && block.text !== dossier.code ? [block] : []))

describe('money on the slip', () => {
  it('that is still to pay carries a bank code with the exact amount, which finds the dossier again', () => {
    const [code] = transfers(slip([]))
    const read = new QRPay(code?.text)
    expect(read).toMatchObject({ isValid: true, amount: '16000', consumer: { bankBin: '970436', bankNumber: '1234567890' } })
    expect(readNote(read.additionalData.purpose ?? '', '000.00.20.H20')[0]).toBe(dossier.code)
    expect(code?.caption).toBe('Chuyển khoản 16.000 đ')
    expect(JSON.stringify(slip([]))).toContain('CHƯA THU')
  })

  it('is never called paid while a transfer is only spoken of', () => {
    const text = JSON.stringify(slip([claimed]))
    expect(text).toContain('CHỜ ĐỐI SOÁT')
    expect(text).not.toContain('Đã thu')
    expect(transfers(slip([claimed]))).toHaveLength(1)
  })

  it('that was taken is there with its time and receipt, and no code asks for it again', () => {
    const text = JSON.stringify(slip([collected]))
    expect(text).toContain('16.000 đ, tiền mặt, 16:00 ngày 23/11/2026, biên lai AB/26P 0000123')
    expect(text).not.toContain('CHƯA THU')
    expect(transfers(slip([collected]))).toEqual([])
  })

  it('without an account of the office is stated without a code', () => {
    expect(transfers(slip([], null))).toEqual([])
    expect(JSON.stringify(slip([], null))).toContain('CHƯA THU: 16.000 đ')
  })

  it('that a correction made too much is to be given back', () => {
    const cheaper = receiptSlip({ ...dossier, fee: aFee(10_000) }, { copy: 2, money: { bank, payments: [collected] } })
    expect(cheaper).toContainEqual({ kind: 'pair', label: 'Còn trả lại:', value: '6.000 đ' })
  })

  it('is a guide to paying until it was paid, and a provisional slip afterwards, with the total in words and who took it', () => {
    expect(JSON.stringify(slip([]))).toContain('PHIẾU HƯỚNG DẪN NỘP PHÍ, LỆ PHÍ')
    expect(JSON.stringify(slip([]))).toContain('mười sáu nghìn đồng')
    expect(JSON.stringify(slip([collected]))).not.toContain('HƯỚNG DẪN')
    expect(JSON.stringify(slip([collected]))).toContain('PHIẾU THU TIỀN TẠM')
    expect(slip([collected])).toContainEqual({ kind: 'pair', label: 'Người thu:', value: 'Nguyễn Thị An' })
  })

  it('that was voided asks anew, and the citizen reads nothing of the mistake', () => {
    const gone = voidedOf(collected, got(voidPayment(collected.payment, 'Bấm nhầm phím', aTill(fee, [collected], { dossier }))))
    expect(slip([gone])).toEqual(slip([]))
  })

  it('always says that the slip is no receipt', () => {
    for (const payments of [[], [claimed], [collected]]) expect(JSON.stringify(slip(payments))).toContain('Không thay thế biên lai')
  })
})
