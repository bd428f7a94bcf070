import fc from 'fast-check'
import { Banks, QRPay } from 'vietnam-qr-pay'
import { describe, expect, it } from 'vitest'
import { bankName, knownBins } from '#domain/money/bank.ts'
import { crc16, vietQr } from '#domain/money/vietqr.ts'

const INVENTED = { bin: '970436', account: '1234567890' }
const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCodePoint(code)), minLength: 1, maxLength: 25 })
const account = fc.stringMatching(/^[0-9A-Za-z]{1,19}$/)

describe('the code of a bank transfer', () => {
  it('sums 123456789 to 29B1, as CRC-16/CCITT-FALSE does', () => {
    expect(crc16('123456789').toString(16).toUpperCase()).toBe('29B1')
  })

  it('is the published code of a fund-raising, letter for letter', () => {
    expect(vietQr({ bank: { bin: '970415', account: '0011001932418' }, vnd: 120_000, note: 'ung ho lu lut' })).toBe(
      '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
    )
  })

  it('carries an amount and a note', () => {
    expect(vietQr({ bank: INVENTED, vnd: 16_000, note: 'PHI HS 0042' })).toBe(
      '00020101021238540010A00000072701240006970436011012345678900208QRIBFTTA53037045405160005802VN62150811PHI HS 004263045242',
    )
  })

  it('is static where it names no amount', () => {
    expect(vietQr({ bank: INVENTED, vnd: null, note: null })).toBe(
      '00020101021138540010A00000072701240006970436011012345678900208QRIBFTTA53037045802VN6304BE57',
    )
  })

  it('is read by a reader that others wrote, whatever the account, the amount and the note', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: 1, max: 9_999_999_999_999 }), fc.option(ascii), (number, vnd, note) => {
        const read = new QRPay(vietQr({ bank: { bin: '970418', account: number }, vnd, note }))
        expect(read.isValid).toBe(true)
        expect(read.consumer.bankBin).toBe('970418')
        expect(read.consumer.bankNumber).toBe(number)
        expect(read.amount).toBe(String(vnd))
        expect(read.currency).toBe('704')
        expect(read.additionalData.purpose ?? null).toBe(note)
      }),
    )
  })

  it('is refused by that reader once any letter of it is changed', () => {
    const whole = vietQr({ bank: INVENTED, vnd: 16_000, note: 'HS 261123 3001' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 5 }), at => {
        const other = whole.charAt(at) === '7' ? '8' : '7'
        expect(new QRPay(whole.slice(0, at) + other + whole.slice(at + 1)).isValid).toBe(false)
      }),
    )
  })
})

describe('the name of a bank', () => {
  it('is the one the table of banks gives its number', () => {
    for (const bin of knownBins) expect(Banks.filter(bank => bank.bin === bin).map(bank => bank.shortName)).toContain(bankName(bin))
  })

  it('is the number itself where it is not known', () => {
    expect(bankName('999999')).toBe('999999')
  })
})
