import { describe, expect, test } from 'vitest'
import { readCard } from '#domain/card/card.ts'
import { checkDigit } from '#domain/card/mrz.ts'
import { Day } from '#domain/kernel/time.ts'

const today = Day.parse('2026-11-23')
const LAN = ['IDVNM1900123457087190012345<<8', '9001158F3001156VNM<<<<<<<<<<<6', 'NGUYEN<<THI<HUONG<LAN<<<<<<<<<'] as const
const put = (line: string, at: number, sign: string) => line.slice(0, at) + sign + line.slice(at + 1)

describe('check digits', () => {
  test('follow the worked example of ICAO 9303', () => {
    expect([checkDigit('D23145890'), checkDigit('740812'), checkDigit('120415')]).toEqual(['7', '2', '9'])
  })

  test('find every single misread digit, whichever field it is in', () => {
    const [one, two, three] = LAN
    for (let at = 5; at < 27; at += 1) {
      const wrong = put(one, at, String((Number(one[at]) + 1) % 10))
      expect(readCard([wrong, two, three].join('\n'), today).ok, `line 1, ${at}`).toBe(false)
    }
    for (const at of [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 29]) {
      const wrong = put(two, at, String((Number(two[at]) + 1) % 10))
      expect(readCard([one, wrong, three].join('\n'), today).ok, `line 2, ${at}`).toBe(false)
    }
  })

  test('the last sign of line 1 alone refuses nothing, and asks to compare', () => {
    for (const sign of '01579<X') {
      const read = readCard([put(LAN[0], 29, sign), LAN[1], LAN[2]].join('\n'), today)
      expect(read).toMatchObject({
        value: { card: { number: '087190012345' }, warnings: [{ code: 'card.name.plain' }, { code: 'card.mrz.compare', field: 'number' }] },
      })
    }
  })
})

test('line ends of any kind are the same three lines', () => {
  for (const end of ['\n', '\r\n', '\r', '\n\n'])
    expect(readCard(`\uFEFF${LAN.join(end)}${end}`, today)).toMatchObject({ ok: true, value: { source: 'mrz' } })
})

test('the card of another country is named', () => {
  expect(readCard('I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<', today)).toMatchObject({
    faults: [{ code: 'card.other.foreign' }],
  })
})
