import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReadCard, readCard } from '#domain/card/card.ts'
import { Day } from '#domain/kernel/time.ts'
import { readable, refused, vectorsDay } from './vectors.ts'

const today = Day.parse(vectorsDay)

describe('a scan that can be read', () => {
  test.each(readable)('$id is read whole, with its repairs and warnings', ({ text, expected }) => {
    const { source, card, repairs, warnings, partial, extra } = expected
    expect(readCard(text, today)).toEqual({
      ok: true,
      value: { kind: 'citizen-card', source, card: { source, ...card }, repairs, warnings, partial, extra, raw: text },
    })
  })
})

describe('a scan that cannot be read', () => {
  test.each(refused)('$id names every field that is wrong', ({ text, expected }) => {
    expect(readCard(text, today)).toMatchObject({ ok: false, faults: expected })
  })

  test('a short number says how many digits there are', () => {
    expect(readCard('08719001234||Lê Lan|15011990|Nữ|Ấp 3|10052021', today)).toMatchObject({ faults: [{ data: { length: 11 } }] })
  })

  test('several wrong fields are all named at once', () => {
    const read = readCard('08719001234|||31021990|Khác|Ấp 3|99999999', today)
    expect(read.ok ? [] : read.faults.map(fault => fault.field)).toEqual(['number', 'name', 'birth', 'sex', 'issued'])
  })

  test('VssID is named', () => {
    expect(readCard('8712345678|Nguyễn Thị Hương Lan', today)).toMatchObject({ faults: [{ code: 'card.other.vssid' }] })
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '|',
    '087190012345',
    '15011990',
    'Nữ',
    'Nam',
    '&#7877;',
    '&#99999999;',
    '%E1',
    '%',
    '0225018701',
    'đ',
    '\u0301',
    '\uD800',
    'á»',
    'I',
    '<',
    '\n',
    ']Q1',
    '\uFEFF',
    '?',
    'Lan',
    '$',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map(all => all.join('')),
  )

  test('is read or refused, never thrown', () => {
    fc.assert(
      fc.property(texts, text => {
        const read = readCard(text, today)
        expect(read.ok ? ReadCard.safeParse(read.value).success : read.faults.length > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('as long as a message may be is answered without going back and forth', () => {
    for (const piece of ['|', '0', ' ', 'đ', '087190012345a', '0225', '&', 'á»', ' |', '|15011990', 'Nữ15011990', '\u0301']) {
      expect(readCard(`087190012345${piece.repeat(8192 / piece.length)}`, today)).toBeDefined()
      expect(readCard(piece.repeat(8192 / piece.length), today)).toBeDefined()
    }
  })
})
