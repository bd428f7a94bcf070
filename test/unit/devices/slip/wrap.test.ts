import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrap } from '#devices/slip/wrap.ts'

/** Ten dots a letter. */
const measure = (text: string): number => Array.from(text).length * 10
const room = (letters: number) => ({ room: () => letters * 10, measure })

describe('wrapping', () => {
  test('a text that fits stays one line', () => {
    expect(wrap('Nguyễn Thị Hương', room(16))).toEqual(['Nguyễn Thị Hương'])
  })

  test('a long name breaks between words', () => {
    expect(wrap('Công Tằng Tôn Nữ Thị Hương', room(10))).toEqual(['Công Tằng', 'Tôn Nữ Thị', 'Hương'])
  })

  test('a word wider than the paper is broken, not cut off', () => {
    expect(wrap('a'.repeat(25), room(10))).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
  })

  test('a word that would fit on a line of its own is not broken for a short first line', () => {
    expect(wrap('Phương Thảo', { room: line => (line === 0 ? 30 : 110), measure })).toEqual(['', 'Phương Thảo'])
  })

  test('letters typed as base and marks are put together before they are measured', () => {
    expect(wrap('Nguyễn'.normalize('NFD'), room(6))).toEqual(['Nguyễn'])
  })

  test('line ends are kept, other control characters become spaces', () => {
    expect(wrap('một\r\nhai\tba\u0000bốn', room(20))).toEqual(['một', 'hai ba bốn'])
  })

  test('whatever the text, nothing is lost and nothing is too wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })),
        fc.integer({ min: 4, max: 40 }),
        (words, letters) => {
          const text = words.join(' ').replace(/\p{Cc}/gu, '')
          const lines = wrap(text, room(letters))
          const kept = text.toWellFormed().normalize('NFC').replace(/ /g, '')
          expect(lines.join('').replace(/ /g, '')).toBe(kept)
          for (const line of lines)
            expect(measure(line) <= letters * 10 || [...new Intl.Segmenter('vi').segment(line)].length === 1).toBe(true)
        },
      ),
    )
  })
})
