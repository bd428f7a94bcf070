import { describe, expect, it } from 'vitest'
import { NOTES, countedCash } from '#domain/money/day.ts'
import { readAmount, readCount, readCounts } from '#renderer/counter/money/typed-count.ts'

describe('amounts typed at the till', () => {
  it('may have dots or spaces, and nothing typed is nought', () => {
    expect(['200.000', '200 000', '', '07'].map(readAmount)).toEqual([200_000, 200_000, 0, 7])
  })

  it('that are no whole number are told apart from nought', () => {
    expect(['1,5', 'mười', '-3', '1e3'].map(readAmount)).toEqual([null, null, null, null])
  })

  it('are counted note by note, and one bad box is no count at all', () => {
    expect(countedCash(readCounts({ 500_000: '2', 1_000: '6' }) ?? [])).toBe(1_006_000)
    expect(readCounts({})).toHaveLength(NOTES.length)
    expect(readCounts({ 1_000: 'x' })).toBeNull()
  })
})

it('a count no till holds is no count', () => {
  expect(readCount('99.999')).toBe(99_999)
  expect(readCount('100000')).toBeNull()
  expect(readCount('hai')).toBeNull()
})
