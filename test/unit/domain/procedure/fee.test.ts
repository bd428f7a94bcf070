import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FeeItem, feeOf } from '#domain/procedure/fee.ts'

const certified = FeeItem.parse({
  id: 'copy',
  name: 'Chứng thực bản sao',
  kind: 'phi',
  law: 'TT 226/2016/TT-BTC Điều 4',
  amount: { rule: 'pages', pages: 'pages', copies: 'copies', first: 2, firstVnd: 2000, nextVnd: 1000, max: 200_000 },
})
const values = (given: Record<string, string>) => (field: string) => given[field] ?? ''
const total = (pages: number, copies: number) => feeOf([certified], values({ pages: String(pages), copies: String(copies) })).total

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
  expect(feeOf([item], values({ copies: '2', poor: 'yes' }))).toMatchObject({
    total: 0,
    lines: [{ vnd: 0, exempt: 'hộ nghèo', law: 'TT 281/2016/TT-BTC Điều 5' }],
  })
  expect(feeOf([item], values({ copies: '2' })).total).toBe(16_000)
})
