import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Instant, isoTime } from '#domain/kernel/time.ts'
import { readMoneyCell, readTimeCell } from '#domain/post/cell.ts'

describe('a time in a cell', () => {
  const time = (text: string) => {
    const at = readTimeCell(text)
    return at === null ? null : isoTime(at)
  }

  test.each([
    ['25/11/2026 14:05', '2026-11-25T14:05:00+07:00'],
    ['25/11/2026 14:05:09', '2026-11-25T14:05:09+07:00'],
    ['5/1/2026 9:05', '2026-01-05T09:05:00+07:00'],
    ['25-11-2026 14:05', '2026-11-25T14:05:00+07:00'],
    ['14:05 25/11/2026', '2026-11-25T14:05:00+07:00'],
    ['25/11/2026 2:05:00 CH', '2026-11-25T14:05:00+07:00'],
    ['25/11/2026 12:05 SA', '2026-11-25T00:05:00+07:00'],
    ['25/11/2026 12:05 CH', '2026-11-25T12:05:00+07:00'],
    ['25/11/2026', '2026-11-25T00:00:00+07:00'],
    ['2026-11-25T14:05:09', '2026-11-25T14:05:09+07:00'],
    ['2026-11-25 14:05', '2026-11-25T14:05:00+07:00'],
    ['2026-11-25T07:05:00Z', '2026-11-25T14:05:00+07:00'],
    // What a spreadsheet holds for 25/11/2026 14:05 where its cell is no date.
    ['46351.586805555555', '2026-11-25T14:05:00+07:00'],
    ['46351', '2026-11-25T00:00:00+07:00'],
  ])('%s is %s', (text, iso) => expect(time(text)).toBe(iso))

  test.each([
    '',
    '30/02/2026 10:00',
    '11/25/2026 10:00',
    '25/11/2026 24:00',
    '25/11/2026 13:05 CH',
    '25/11/26 10:00',
    '25/11/1926 10:00',
    '2026-02-30 10:00',
    '14:05',
    '12345',
    '99999',
    'hôm qua',
  ])('%j is none', text => expect(time(text)).toBeNull())

  test('of every minute from 2000 to 2099 reads as itself, in each way of writing it', () => {
    const [first, last] = [Date.UTC(2000, 0, 2) / 60_000, Date.UTC(2099, 11, 30) / 60_000]
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), minute => {
        const at = Instant.parse(minute * 60_000)
        const iso = isoTime(at)
        const [year, month, date, clock] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 16)]
        const serial = String((at + 7 * 3_600_000) / 86_400_000 + 25_569)
        for (const text of [iso, `${date}/${month}/${year} ${clock}`, `${clock} ${date}-${month}-${year}`, serial])
          expect(readTimeCell(text), text).toBe(at)
      }),
    )
  })
})

describe('money in a cell', () => {
  test.each([
    ['16000', 16_000],
    ['16.000', 16_000],
    ['16,000 đ', 16_000],
    ['16 000đ', 16_000],
    ['16.000 VNĐ', 16_000],
    ['16.000 đồng', 16_000],
    ['16.000,00', 16_000],
    ['1,250,000.00 ₫', 1_250_000],
    ['16000.0', 16_000],
    ['0', 0],
  ])('%s is %i', (text, dong) => expect(readMoneyCell(text)).toBe(dong))

  test.each(['', 'đ', '-16.000', '16.00.000', '1.6000', '16.1250', '16,5', '1.250,000', '16k', '1e4', '1.000.000.000.000.000'])(
    '%j is none',
    text => expect(readMoneyCell(text)).toBeNull(),
  )

  test('of any amount reads as itself, however its thousands are set apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom('', '.', ',', ' '), (dong, sign) => {
        const text = String(dong).replace(/\B(?=(\d{3})+$)/g, sign)
        expect(readMoneyCell(`${text} đ`)).toBe(dong)
      }),
    )
  })
})
