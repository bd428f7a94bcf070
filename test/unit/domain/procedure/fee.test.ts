import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { FeeItem, feeOf } from '#domain/procedure/fee.ts'

const certified = FeeItem.parse({
  id: 'copy',
  name: 'Chứng thực bản sao',
  kind: 'phi',
  law: 'TT 226/2016/TT-BTC Điều 4',
  amount: { rule: 'pages', pages: 'pages', copies: 'copies', first: 2, firstVnd: 2000, nextVnd: 1000, max: 200_000 },
})
const DAY = Day.parse('2026-11-23')
const values = (given: Record<string, string>) => (field: string) => given[field] ?? ''
const total = (pages: number, copies: number) => feeOf([certified], values({ pages: String(pages), copies: String(copies) }), DAY).total

describe('the fee for certified copies', () => {
  test.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [5, 1, 7000],
    [198, 1, 200_000],
    [400, 1, 200_000],
    [5, 3, 21_000],
    [0, 1, 0],
  ])('%i pages, %i copies: %i đồng', (pages, copies, vnd) => expect(total(pages, copies)).toBe(vnd))

  test('never falls with more pages, and n copies cost n times one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }), (pages, copies) => {
        expect(total(pages + 1, 1)).toBeGreaterThanOrEqual(total(pages, 1))
        expect(total(pages, copies)).toBe(copies * total(pages, 1))
      }),
    )
  })
})

test('an exemption asks nothing, and says by which law', () => {
  const item = FeeItem.parse({
    id: 'extract',
    name: 'Bản sao trích lục',
    kind: 'phi',
    law: 'TT 281/2016/TT-BTC',
    amount: { rule: 'each', field: 'copies', vnd: 8000 },
    free: [{ when: { field: 'poor', is: 'yes' }, law: 'TT 281/2016/TT-BTC Điều 5', reason: 'hộ nghèo' }],
  })
  expect(feeOf([item], values({ copies: '2', poor: 'yes' }), DAY)).toMatchObject({
    total: 0,
    lines: [{ vnd: 0, exempt: 'hộ nghèo', law: 'TT 281/2016/TT-BTC Điều 5' }],
  })
  expect(feeOf([item], values({ copies: '2' }), DAY).total).toBe(16_000)
})

describe('a rule with a period', () => {
  const item = FeeItem.parse({
    id: 'extract',
    name: 'Bản sao trích lục',
    kind: 'phi',
    law: 'TT 281/2016/TT-BTC',
    amount: { rule: 'each', field: 'copies', vnd: 8000 },
    free: [{ from: '2026-08-15', until: '2027-02-28', law: 'TT 117/2026/TT-BTC', reason: 'VNeID' }],
  })
  const on = (day: string, items = [item]) => feeOf(items, values({ copies: '1' }), Day.parse(day))

  test.each([
    ['2026-08-14', 8000],
    ['2026-08-15', 0],
    ['2027-02-28', 0],
    ['2027-03-01', 8000],
  ])('an exemption counts on its first and its last day: %s costs %i', (day, total) => expect(on(day).total).toBe(total))

  test('of two amounts the one of the day is asked, and only that', () => {
    const old = { ...item, free: [], until: Day.parse('2026-12-31') }
    const raised = { ...item, id: 'raised', free: [], from: Day.parse('2027-01-01'), amount: { ...item.amount, vnd: 10_000 } }
    expect(on('2026-12-31', [old, FeeItem.parse(raised)]).lines).toMatchObject([{ id: 'extract', vnd: 8000 }])
    expect(on('2027-01-01', [old, FeeItem.parse(raised)]).lines).toMatchObject([{ id: 'raised', vnd: 10_000 }])
  })
})

test('a line says what one costs where all cost the same, and nothing where they do not or nothing is asked', () => {
  const rows = FeeItem.parse({ ...certified, amount: { ...certified.amount, group: 'originals' } })
  const unitOf = (item: FeeItem, given: Record<string, string>) => feeOf([item], values(given), DAY).lines[0]?.unit
  expect(unitOf(certified, { pages: '5', copies: '3' })).toBe(7000)
  const two = { originals: '2', 'originals.1.pages': '1', 'originals.1.copies': '2', 'originals.2.copies': '1' }
  expect(unitOf(rows, { ...two, 'originals.2.pages': '1' })).toBe(2000)
  expect(unitOf(rows, { ...two, 'originals.2.pages': '5' })).toBeUndefined()
  const free = FeeItem.parse({ ...certified, free: [{ law: 'x', reason: 'miễn' }] })
  expect(unitOf(free, { pages: '5', copies: '3' })).toBeUndefined()
})
