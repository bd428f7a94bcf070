import { describe, expect, test } from 'vitest'
import { readCard } from '#domain/card/card.ts'
import { crossCheck } from '#domain/card/cross-check.ts'
import { checkDigit } from '#domain/card/mrz.ts'
import { Day } from '#domain/kernel/time.ts'
import { readable } from './vectors.ts'

const today = Day.parse('2026-11-23')
const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const ZONE = ['IDVNM1900123457087190012345<<8', '9001158F3001156VNM<<<<<<<<<<<6', 'NGUYEN<<THI<HUONG<LAN<<<<<<<<<']
const codes = (text: string): readonly string[] => {
  const read = readCard(text, today)
  return read.ok ? read.value.warnings.map(({ code }) => code) : ['refused']
}

describe('a wrong number is never read from a machine readable zone', () => {
  test.each(['087', '001', '579', '301', '805'])('whichever single sign is misread, born in %s', place => {
    const upper = `1900123457${place}190012345<<`
    const line = upper + checkDigit(`${place}190012345<<`)
    const lower = '9001158F3001156VNM<<<<<<<<<<<'
    const zone = `IDVNM${line}\n${lower}${checkDigit(line + lower.slice(0, 7) + lower.slice(8, 15) + lower.slice(18))}\n${ZONE[2]}`
    for (let at = 0; at < 61; at += 1) {
      for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<') {
        const read = readCard(zone.slice(0, at) + sign + zone.slice(at + 1), today)
        if (read.ok) expect(read.value.card).toMatchObject({ number: `${place}190012345`, birth: '1990-01-15', expires: '2030-01-15' })
      }
    }
  })
})

test('a zone reads the same in one line, in small letters, with blanks, and with K for the fillers of the name', () => {
  const whole = readCard(ZONE.join('\n'), today)
  const others = [
    ZONE.join(''),
    ZONE.join('\n').toLowerCase(),
    ZONE.join('\n').replaceAll('<<', ' <<'),
    ZONE.join('\n').replace('LAN<<<<<<<<<', 'LANKKKKKKKKK'),
  ]
  for (const text of others) expect(readCard(text, today)).toMatchObject({ value: { card: whole.ok ? whole.value.card : null } })
})

describe('letters that were lost are never passed over', () => {
  test.each(['Nguyn Th Hng Lan', 'NguyĂªn Lan', 'TrâÌn Lan', 'KhaV259nC226n', 'Th? Lan'])('in the name %s', name =>
    expect(codes(LAN.replace('Nguyễn Thị Hương Lan', name))).toContain('card.name.lost'),
  )
  test.each(['Th\u0085ng Lạc', 'Th»ng Lạc', 'Th…ng Lạc', 'Ph432417ng S417n', 'Th?ng'])('in the address %s', place =>
    expect(codes(LAN.replace('Thường Lạc', place))).toContain('card.address.lost'),
  )
  test('when all marks are gone', () => {
    const text = '087085006789||Nguyen Van Nam|20071985|Nam|So 12, Khom An Thanh, Hong Ngu, Dong Thap|12082021'
    expect(codes(text)).toEqual(['card.name.lost', 'card.address.lost'])
  })
  test('inside a word that a line end broke', () => {
    expect(codes(LAN.replace('Nguyễn', 'Ngu\r\nyễn'))).toEqual(['card.name.lost'])
    expect(codes(LAN.replace('15011990', '1501\r\n1990'))).toEqual([])
  })
})

test('Caps Lock is undone', () => {
  const text = [...LAN].map(sign => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())).join('')
  expect(readCard(text, today)).toMatchObject({ value: { repairs: ['caps'], card: { name: 'Nguyễn Thị Hương Lan' }, warnings: [] } })
})

test('a cancelled number and a parent’s name behind the issue date are parts of the same card', () => {
  const text = '087218000456||Võ Minh Khôi|02092018|Nam|Khóm 1|20012025|087190099999||Võ Văn Ánh|'
  expect(readCard(text, today)).toMatchObject({ value: { extra: ['087190099999', '', 'Võ Văn Ánh', ''], warnings: [] } })
})

describe('the two sides of a card', () => {
  const cards = new Map(readable.map(({ id, text }) => [id, readCard(text, today)]))
  const sides = (qr: string, mrz: string) => {
    const [front, back] = [cards.get(qr), cards.get(mrz)]
    return front?.ok === true && back?.ok === true ? crossCheck(front.value.card, back.value.card) : null
  }
  test.each([
    ['Q01', 'M01'],
    ['Q02', 'M02'],
    ['Q03', 'M03'],
    ['Q04', 'M06'],
    ['Q05', 'M05'],
  ])('%s and %s agree', (qr, mrz) => expect(sides(qr, mrz)).toEqual([]))
  test('of two people do not', () => expect(sides('Q01', 'M02')).toEqual(['number', 'birth', 'sex', 'name']))
})
