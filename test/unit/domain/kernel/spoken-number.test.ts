import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellDate, spellFigures, spellMoney, spellNumber } from '#domain/kernel/spoken-number.ts'
import { Day } from '#domain/kernel/time.ts'

describe('a number in words', () => {
  test.each([
    [0, 'không'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1_000, 'một nghìn'],
    [1_005, 'một nghìn không trăm linh năm'],
    [1_050, 'một nghìn không trăm năm mươi'],
    [2_026, 'hai nghìn không trăm hai mươi sáu'],
    [16_000, 'mười sáu nghìn'],
    [104_504, 'một trăm linh bốn nghìn năm trăm linh bốn'],
    [1_000_000, 'một triệu'],
    [1_000_001, 'một triệu không trăm linh một'],
    [1_005_000, 'một triệu không trăm linh năm nghìn'],
    [2_000_000_000, 'hai tỷ'],
    [1_000_050_000, 'một tỷ không trăm năm mươi nghìn'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
    [-21, 'âm hai mươi mốt'],
  ])('%i is %s', (number, words) => expect(spellNumber(number, 'north')).toBe(words))

  test.each([
    [105, 'một trăm lẻ năm'],
    [1_000, 'một ngàn'],
    [21_205, 'hai mươi mốt ngàn hai trăm lẻ năm'],
  ])('in the south %i is %s', (number, words) => expect(spellNumber(number, 'south')).toBe(words))

  test('without words for it stays in digits', () => {
    expect([1.5, 2 ** 53, Number.NaN].map(n => spellNumber(n, 'north'))).toEqual(['1.5', '9007199254740992', 'NaN'])
  })

  test('is read back as the same number, in the north and in the south', () => {
    const numbers = fc.oneof(
      fc.nat(9_999),
      fc.maxSafeNat(),
      fc.tuple(fc.nat(999), fc.constantFrom(1e3, 1e6, 1e9, 1e12)).map(([n, scale]) => n * scale),
    )
    fc.assert(
      fc.property(numbers, fc.constantFrom('north' as const, 'south' as const), (n, wording) => hear(spellNumber(n, wording)) === n),
    )
  })
})

test('money is said in dong', () => {
  expect(spellMoney(8_000)).toBe('tám nghìn đồng')
  expect(spellMoney(0)).toBe('không đồng')
  expect(spellMoney(1_250_000, 'south')).toBe('một triệu hai trăm năm mươi ngàn đồng')
})

test('a day is said as the certificate has it, the fourth month as tháng tư', () => {
  expect(spellDate(Day.parse('2026-11-15'))).toBe('ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu')
  expect(spellDate(Day.parse('2024-04-04'))).toBe('ngày bốn, tháng tư, năm hai nghìn không trăm hai mươi tư')
  expect(spellDate(Day.parse('2005-01-31'), 'south')).toBe('ngày ba mươi mốt, tháng một, năm hai ngàn không trăm lẻ năm')
})

test('figures of a ticket are said with the zeros before them', () => {
  expect(['012', '007', '000', '105', '120', '0105'].map(figures => spellFigures(figures, 'north'))).toEqual([
    'không mười hai',
    'không không bảy',
    'không không không',
    'một trăm linh năm',
    'một trăm hai mươi',
    'không một trăm linh năm',
  ])
  expect(spellFigures('105', 'south')).toBe('một trăm lẻ năm')
})

/** Listens from left to right, knowing nothing of how the words were made: digits and scales as anybody hears them. */
function hear(words: string): number {
  const heard = { total: 0, below: 0, group: 0, digit: 0 }
  for (const word of words.split(' ')) {
    if (word in UNITS) heard.digit = UNITS[word] ?? 0
    else if (word === 'mười') heard.group += 10
    else if (word === 'mươi' || word === 'trăm')
      Object.assign(heard, { group: heard.group + heard.digit * (word === 'trăm' ? 100 : 10), digit: 0 })
    else if (word in SCALES) {
      const group = heard.below + (heard.group + heard.digit) * (word === 'tỷ' ? 1 : (SCALES[word] ?? 0))
      Object.assign(heard, word === 'tỷ' ? { total: group * 1e9, below: 0 } : { below: group }, { group: 0, digit: 0 })
    }
  }
  return heard.total + heard.below + heard.group + heard.digit
}

const UNITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
}
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9 }
