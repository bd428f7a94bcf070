import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { spell, spellDay } from '#paper/spell.ts'

describe('a number in words', () => {
  test.each([
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [1_000, 'một nghìn'],
    [1_990, 'một nghìn chín trăm chín mươi'],
    [2_005, 'hai nghìn không trăm linh năm'],
    [2_026, 'hai nghìn không trăm hai mươi sáu'],
    [16_000, 'mười sáu nghìn'],
    [540_000, 'năm trăm bốn mươi nghìn'],
    [1_000_001, 'một triệu không trăm linh một'],
    [2_000_000_000, 'hai tỷ'],
  ])('%i is %s', (number, words) => {
    expect(spell(number)).toBe(words)
  })

  test('never says two numbers alike, nor leaves a gap', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999_999), (one, other) => {
        expect(spell(one)).toMatch(/^\S+( \S+)*$/)
        expect(spell(one) === spell(other)).toBe(one === other)
      }),
    )
  })

  test('what has no words stays in digits', () => {
    expect(spell(-1)).toBe('-1')
    expect(spell(1e12)).toBe('1000000000000')
  })
})

test('a birthday is written as the certificate has it', () => {
  expect(spellDay(Day.parse('2026-11-15'))).toBe('Ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu')
  expect(spellDay(Day.parse('2024-04-01'))).toBe('Ngày một, tháng tư, năm hai nghìn không trăm hai mươi tư')
})
