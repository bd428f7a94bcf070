import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '#domain/kernel/result.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { signed, sumOf } from '#domain/money/balance.ts'
import { collect, refund } from '#domain/money/collect.ts'
import { type Closing, type DayBook, DayClosed, NOTES, closeDay, countedCash, sheetOf, sumsOf } from '#domain/money/day.ts'
import { Method, type Moved } from '#domain/money/payment.ts'
import { got } from '#kit/basics.ts'
import { aFee, aPaymentId, aTill, amounts } from '#kit/money.ts'

const MONDAY = Day.parse('2026-11-23')
const method = fc.constantFrom(...Method.options)

/** Payments of many dossiers, each taken whole, some given back in part. */
const payments = fc
  .array(fc.tuple(amounts, method, fc.option(fc.tuple(method, fc.double({ min: 0, max: 1, noNaN: true })))), { maxLength: 12 })
  .map(all =>
    all.flatMap(([amounts, method, back]): Moved[] => {
      const fee = aFee(...amounts)
      if (fee.total === 0) return []
      const taking = { payment: aPaymentId(), confirms: false, vnd: fee.total, method, receipt: null }
      const paid: Moved = { ...got(collect(taking, aTill(fee))), state: 'collected' }
      const part = back === null ? 0 : Math.ceil(fee.total * back[1])
      if (back === null || part === 0) return [paid]
      const given = got(refund({ payment: aPaymentId(), vnd: part, method: back[0], reason: 'Rút hồ sơ' }, aTill(fee, [paid])))
      return [paid, { ...given, state: 'refunded' }]
    }),
  )

const aBook = (payments: readonly Moved[] = [], more: Partial<DayBook> = {}): DayBook => ({
  payments,
  waiting: [],
  lastClosed: null,
  firstOpen: payments.length === 0 ? null : MONDAY,
  now: Instant.parse(Date.parse('2026-11-23T17:05:00+07:00')),
  office: 'Một cửa phường An Bình',
  counter: { name: 'Quầy 3', number: 3 },
  official: aTill(aFee(0)).official,
  ...more,
})
const aClosing = (more: Partial<Closing> = {}): Closing => ({
  day: MONDAY,
  opening: 0,
  counted: [],
  taker: 'Lê Thị Quỹ',
  reason: '',
  ...more,
})
const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.faults.map(fault => fault.code))
const inCash = (vnd: number): Moved => ({
  ...got(collect({ payment: aPaymentId(), confirms: false, vnd, method: 'cash', receipt: null }, aTill(aFee(vnd)))),
  state: 'collected',
})

describe('the sums of a day', () => {
  it('close to the đồng, by method and by item, for any list of payments', () => {
    fc.assert(
      fc.property(payments, list => {
        const { methods, items, total, cash } = sumsOf(list)
        expect(total).toBe(list.reduce((sum, payment) => sum + signed(payment), 0))
        expect(methods.reduce((sum, one) => sum + one.collected - one.refunded, 0)).toBe(total)
        expect(sumOf(items)).toBe(total)
        expect(methods.reduce((sum, one) => sum + one.count, 0)).toBe(list.length)
        const till = methods.find(one => one.method === 'cash')
        expect(cash).toBe((till?.collected ?? 0) - (till?.refunded ?? 0))
      }),
    )
  })
})

describe('closing a day', () => {
  it('agrees when opening, cash and count agree, and needs no reason then', () => {
    const closed = got(
      closeDay(
        aClosing({
          opening: 200_000,
          counted: [
            { note: 200_000, count: 1 },
            { note: 5_000, count: 3 },
            { note: 1_000, count: 1 },
          ],
        }),
        aBook([inCash(16_000)]),
      ),
    )
    expect(closed).toMatchObject({
      expected: 216_000,
      cash: 216_000,
      difference: 0,
      reason: null,
      code: 'BK-261123-3',
      taker: 'Lê Thị Quỹ',
    })
  })

  it('with a difference wants a reason, and says how much it is', () => {
    const short = closeDay(aClosing({ counted: [{ note: 10_000, count: 1 }] }), aBook([inCash(16_000)]))
    expect(short.ok ? [] : short.faults).toMatchObject([{ code: 'money.day.reason', field: 'reason', data: { difference: -6_000 } }])
    const told = got(closeDay(aClosing({ counted: [{ note: 10_000, count: 1 }], reason: 'Thối nhầm' }), aBook([inCash(16_000)])))
    expect(told).toMatchObject({ difference: -6_000, reason: 'Thối nhầm' })
  })

  it('is done once, in order, not ahead of time, and to somebody', () => {
    expect(codes(closeDay(aClosing(), aBook([], { lastClosed: MONDAY })))).toEqual(['money.day.closed'])
    expect(codes(closeDay(aClosing({ day: Day.parse('2026-11-24') }), aBook()))).toEqual(['money.day.future'])
    expect(codes(closeDay(aClosing(), aBook([], { firstOpen: Day.parse('2026-11-20') })))).toEqual(['money.day.earlier'])
    expect(codes(closeDay(aClosing({ taker: ' ' }), aBook()))).toEqual(['money.day.taker'])
  })

  it('counts transfers that wait as nothing, and names them', () => {
    const claim = { ...inCash(8_000), state: 'claimed' as const }
    const { method: _, receipt: __, items: ___, sheet: ____, ...waiting } = { receipt: null, ...claim }
    const closed = got(closeDay(aClosing(), aBook([], { waiting: [waiting] })))
    expect(closed).toMatchObject({ total: 0, expected: 0, waiting: [{ code: waiting.code, vnd: 8_000 }] })
  })

  it('knows only the notes that exist, each counted once', () => {
    for (const note of [500, 200]) expect(codes(closeDay(aClosing({ counted: [{ note, count: 2 }], reason: 'x' }), aBook()))).toEqual([])
    const strange = closeDay(aClosing({ counted: [{ note: 8_000, count: 2 }] }), aBook([inCash(16_000)]))
    expect(strange.ok ? [] : strange.faults).toMatchObject([{ code: 'money.day.note', field: 'counted', data: { note: 8_000 } }])
    const twice = [1, 1].map(count => ({ note: 1_000, count }))
    expect(codes(closeDay(aClosing({ counted: twice, reason: 'x' }), aBook()))).toEqual(['money.day.note'])
  })

  it('reads sheets that were closed before with notes of any kind', () => {
    const closed = got(closeDay(aClosing(), aBook()))
    expect(DayClosed.parse({ ...closed, counted: [{ note: 8_000, count: 1 }] }).counted).toEqual([{ note: 8_000, count: 1 }])
  })

  it('adds what any count of notes comes to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: NOTES.length, maxLength: NOTES.length }), counts => {
        const counted = NOTES.map((note, index) => ({ note, count: counts[index] ?? 0 }))
        const cash = countedCash(counted)
        expect(got(closeDay(aClosing({ counted, opening: cash }), aBook())).difference).toBe(0)
      }),
    )
  })
})

describe('money that comes after the close', () => {
  it('stands on the next day’s sheet', () => {
    const evening = Instant.parse(Date.parse('2026-11-23T17:30:00+07:00'))
    expect(sheetOf(evening, null)).toBe('2026-11-23')
    expect(sheetOf(evening, Day.parse('2026-11-20'))).toBe('2026-11-23')
    expect(sheetOf(evening, MONDAY)).toBe('2026-11-24')
  })
})
