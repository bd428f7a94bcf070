import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, tidy, upper } from '#domain/kernel/text.ts'

test('any order of vowel mark and tone composes to the same letter', () => {
  for (const text of ['ế', 'e\u0302\u0301', 'e\u0301\u0302']) expect(tidy(text)).toBe('ế')
  for (const text of ['ợ', 'o\u031B\u0323', 'o\u0323\u031B']) expect(tidy(text)).toBe('ợ')
  expect(tidy('Nguye\u0302\u0303n Thi\u0323 Ho\u0302\u0300ng A\u0301nh')).toBe('Nguyễn Thị Hồng Ánh')
})
test('invisible signs go, blanks of any kind become one', () => expect(tidy('\uFEFF Lê\u200B\u00A0 Thị\u00AD\tLan ')).toBe('Lê Thị Lan'))
test('tidying twice changes nothing more', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
      expect(tidy(tidy(text))).toBe(tidy(text))
    }),
  ))
test('folding forgets marks, case, apostrophes and where a tone was put', () => {
  expect(fold('Đặng Thị Hoà')).toBe(fold('ĐẶNG THỊ HÒA'))
  expect([fold("K'Brếu"), fold('H’Hen Niê'), fold('Ksor Ŭt')]).toEqual(['kbreu', 'hhen nie', 'ksor ut'])
})
test('capitals are Vietnamese', () => expect(upper('Nguyễn Thị Hường')).toBe('NGUYỄN THỊ HƯỜNG'))
