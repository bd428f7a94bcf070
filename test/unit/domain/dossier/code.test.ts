import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DossierCode, dossierCode, fixedRange, nextNumber } from '#domain/dossier/code.ts'
import { Day } from '#domain/kernel/time.ts'

const day = (text: string) => Day.parse(text)

describe('a dossier code', () => {
  test.each(['000.00.20.H20-261123-0042', 'H55.242-261123-0042', 'H20-261123-123456'])('%s is one', code => {
    expect(DossierCode.safeParse(code).success).toBe(true)
  })
  test.each(['000.00.20.H20-261323-0042', '000.00.20.H20-260230-0042', '00.00.20.H20-261123-0042', 'H20-261123-42', 'h20-261123-0042', ''])(
    '%s is none',
    code => {
      expect(DossierCode.safeParse(code).success).toBe(false)
    },
  )
  test('is made of agency, day and number', () => {
    expect(dossierCode('000.00.20.H20', day('2026-11-23'), 42)).toBe('000.00.20.H20-261123-0042')
  })
})

describe('numbers', () => {
  test('of two counters never meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b) => {
        fc.pre(a !== b)
        const [one, other] = [fixedRange(a), fixedRange(b)]
        expect(one.last < other.first || other.last < one.first).toBe(true)
      }),
    )
  })
  test('begin anew each day and rise by one', () => {
    const range = fixedRange(3)
    expect(nextNumber(day('2026-11-23'), null, range)).toEqual({ ok: true, value: 3001 })
    expect(nextNumber(day('2026-11-23'), { day: day('2026-11-23'), number: 3001 }, range)).toEqual({ ok: true, value: 3002 })
    expect(nextNumber(day('2026-11-24'), { day: day('2026-11-23'), number: 3999 }, range)).toEqual({ ok: true, value: 3001 })
  })
  test('are refused when the clock went back past the last one', () => {
    expect(nextNumber(day('2026-11-22'), { day: day('2026-11-23'), number: 3001 }, fixedRange(3))).toMatchObject({
      ok: false,
      faults: [{ kind: 'failure', code: 'number.clock.back' }],
    })
  })
  test('are refused when the range is used up', () => {
    expect(nextNumber(day('2026-11-23'), { day: day('2026-11-23'), number: 3999 }, fixedRange(3))).toMatchObject({
      ok: false,
      faults: [{ code: 'number.used.up' }],
    })
  })
})
