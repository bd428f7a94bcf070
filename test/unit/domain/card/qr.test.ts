import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCard } from '#domain/card/card.ts'
import { Day } from '#domain/kernel/time.ts'

const today = Day.parse('2026-11-23')
const LAN = '087190012345|341987654|Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const LAN_CARD = {
  source: 'qr21',
  number: '087190012345',
  oldNumber: '341987654',
  name: 'Nguyễn Thị Hương Lan',
  birth: '1990-01-15',
  sex: 'female',
  address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
  issued: '2021-05-10',
  expires: null,
}

const bytes = (text: string) => [...new TextEncoder().encode(text)]
const LAYOUT = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const garblings: readonly (readonly [string, (text: string) => string])[] = [
  ['digit-layout', text => text.replace(/\d/g, digit => LAYOUT[Number(digit)] ?? '')],
  ['entities', text => text.replace(/[^\0-\x7F]/g, sign => `&#x${sign.codePointAt(0)?.toString(16)};`)],
  ['percent', text => encodeURIComponent(text).replaceAll('%7C', '|')],
  [
    'byte-numbers',
    text =>
      bytes(text)
        .map(byte => (byte < 128 ? String.fromCharCode(byte) : `0${byte}`))
        .join(''),
  ],
  ['mojibake', text => String.fromCharCode(...bytes(text))],
  [
    'mojibake',
    text =>
      bytes(text)
        .map(byte => (byte >= 0x80 && byte < 0xa0 ? CP1252[byte - 0x80] : String.fromCharCode(byte)))
        .join(''),
  ],
  ['nfd', text => text.normalize('NFD')],
]

describe('letters garbled by a scanner', () => {
  test.each(garblings)('%s is undone to the letter', (code, garble) => {
    expect(readCard(garble(LAN), today)).toMatchObject({ ok: true, value: { card: LAN_CARD, repairs: [code], warnings: [] } })
  })

  test.each(garblings)('%s is undone for any Vietnamese name', (_, garble) => {
    const letters = Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵÁÀẤĐÊÔƯỨỶ')
    const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map(all => `A${all.join('')}`)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), words => {
        const name = words.join(' ')
        const read = readCard(garble(LAN.replace('Nguyễn Thị Hương Lan', name)), today)
        expect(read.ok && read.value.card).toEqual({ ...LAN_CARD, name })
      }),
    )
  })

  test('digits of an address come back from the keyboard layout, words made of the same letters stay', () => {
    const address = '45/7 Đường số 3, Phường 4, đê 89, Quận 8'
    const text = LAN.replace('Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp', address).replace(/\d/g, digit => LAYOUT[Number(digit)] ?? '')
    expect(readCard(text, today)).toMatchObject({ value: { card: { ...LAN_CARD, address } } })
    expect(readCard(text.replace('đê \u0301\u0323', 'đê').normalize('NFC'), today)).toMatchObject({
      value: { card: { ...LAN_CARD, address: address.replace(' 89', '') } },
    })
  })

  test('a tone typed before its vowel mark is put in order', () => {
    expect(readCard(LAN.replace('ễ', 'e\u0303\u0302'), today)).toMatchObject({ value: { card: LAN_CARD, repairs: ['nfd'] } })
  })

  test('a number that could be bytes is left a number', () => {
    const text = '079301960187|022501870133|Lê Ngọc Ánh|30062001|Nữ|Tổ 0196, Quận 8|02042022'
    expect(readCard(text, today)).toMatchObject({
      value: { card: { number: '079301960187', oldNumber: '022501870133', address: 'Tổ 0196, Quận 8' }, repairs: [] },
    })
  })

  test('lost letters stay visible and are never guessed', () => {
    for (const name of ['Nguy\uFFFDn', 'Nguyn Th Hng Lan', 'KhaV259nC226n', 'Th?']) {
      expect(readCard(LAN.replace('Nguyễn Thị Hương Lan', name), today)).toMatchObject({
        value: { card: { name }, warnings: [{ code: 'card.name.lost', field: 'name' }] },
      })
    }
  })

  test('short names of ethnic groups are whole', () => {
    for (const name of ["K'Brếu", "H'Hen Niê", 'Y Thành', 'Ô', 'A Lăng', 'Ksor Ŭt'])
      expect(readCard(LAN.replace('Nguyễn Thị Hương Lan', name), today)).toMatchObject({ value: { card: { name }, warnings: [] } })
  })
})

describe('separators', () => {
  test.each([';', '\t', '||', ' ', '~'])('“%s” instead of “|” is read by the number, the dates and the sex', sign => {
    const read = readCard(LAN.replaceAll('|', sign), today)
    expect(read).toMatchObject({ value: { source: 'qr21', card: LAN_CARD, warnings: [{ code: 'card.separators', field: 'text' }] } })
  })

  test('two cards in one scan give the first, never a mix', () => {
    const second = '087085006789||TRẦN VĂN ĐỨC|20071985|Nam|An Lộc|12082021'
    for (const between of ['', '\r\n', '\r\n]Q1']) {
      expect(readCard(LAN + between + second, today)).toMatchObject({
        value: { card: LAN_CARD, warnings: [{ code: 'card.glued', field: 'text' }] },
      })
    }
  })
})

describe('a scan that was cut', () => {
  test('is partial from the birth day on, wherever it ends', () => {
    const from = LAN.indexOf('15011990') + 8
    for (let end = from; end < LAN.length; end += 1) {
      expect(readCard(LAN.slice(0, end), today)).toMatchObject({
        value: { partial: true, card: { ...LAN_CARD, address: null, issued: null } },
      })
    }
  })

  test('is refused before', () => {
    for (let end = 0; end < LAN.indexOf('15011990') + 8; end += 1) expect(readCard(LAN.slice(0, end), today).ok).toBe(false)
  })
})
