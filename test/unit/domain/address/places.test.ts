import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPlaces } from '#domain/address/places.ts'
import { PlacesFile } from '#domain/address/places-file.ts'
import { joinAddress } from '#domain/address/renew.ts'
import { fold } from '#domain/kernel/text.ts'

const file = PlacesFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../resources/catalog/places.json'), 'utf8')))
const places = openPlaces(file)
const near = 'tỉnh Đồng Tháp'
const texts = (typed: string): readonly string[] => places.find(typed, near, 8).map(({ text }) => text)

const communes = file.communes.map(([, name, at]) => `${name}, ${file.provinces[at]?.[1]}`)
const olds = file.olds.map(([name, at, ...now]) => {
  const [district, province] = file.districts[at] ?? ['', 0]
  const parts = [name, district, file.oldProvinces[province] ?? ''].filter(part => part !== '')
  return { name, parts, now: now.map(number => communes[number] ?? '') }
})
const bare = (part: string): string => part.replace(/^(phường|xã|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) /, '')

test('the table holds the 34 provinces and 3,321 communes of 2025 and names its source', () => {
  expect([file.provinces.length, file.communes.length, file.oldProvinces.length]).toEqual([34, 3321, 63])
  expect(file.licence).toBe('MIT')
  expect(new Set(communes).size).toBe(3321)
})

test('a commune is found without diacritics, in any order of words, with short kinds', () => {
  for (const typed of ['hong ngu', 'p hong ngu', 'p.hong ngu dong thap', 'dong thap hong ngu', 'Hồng Ngự', 'ngu hong t dong thap']) {
    expect(texts(typed), typed).toContain('phường Hồng Ngự, tỉnh Đồng Tháp')
  }
  expect(texts('hong ngu')[0]).toBe('phường Hồng Ngự, tỉnh Đồng Tháp')
  expect(texts('sai gon tp ho chi minh')[0]).toBe('phường Sài Gòn, thành phố Hồ Chí Minh')
  expect(texts('tinh dong thap')[0]).toBe('tỉnh Đồng Tháp')
})

test('a commune of before is found by its district and says what it was', () => {
  expect(places.find('thuong lac h hong ngu', near, 8)[0]).toEqual({
    text: 'phường Thường Lạc, tỉnh Đồng Tháp',
    was: 'xã Thường Lạc, huyện Hồng Ngự, tỉnh Đồng Tháp',
  })
  expect(places.find('tt thuong thoi tien', near, 8)[0]?.text).toBe('xã Thường Phước, tỉnh Đồng Tháp')
})

test('every commune of today is found by its whole name', () => {
  const missed = communes.filter(commune => !places.find(fold(commune.replace(',', ' ')), near, 8).some(({ text }) => text === commune))
  expect(missed).toEqual([])
})

test('every unit of before is renewed as it is written on a card: whole, without kinds, without marks', () => {
  for (const write of [
    (parts: readonly string[]) => parts.join(', '),
    (parts: readonly string[]) => parts.map(bare).join(', '),
    (parts: readonly string[]) => fold(parts.join('; ')).toUpperCase(),
  ]) {
    const missed = olds.filter(({ parts, name, now }) => {
      if (name === '') return false
      const { kind, candidates } = places.renew(write(['Tổ 5', ...parts]))
      return (kind !== 'renewed' && kind !== 'split') || now.some(commune => !candidates.some(text => text.endsWith(commune)))
    })
    expect(missed.map(({ parts }) => write(parts))).toEqual([])
  }
})

test('a unit of before that is written whole is never guessed: one successor renews, several are a choice', () => {
  const wrong = olds.filter(({ parts, now }) => {
    const { kind, candidates } = places.renew(parts.join(', '))
    return kind !== (now.length === 1 ? 'renewed' : 'split') || candidates.join() !== now.join()
  })
  expect(wrong.map(({ parts }) => parts.join(', '))).toEqual([])
})

test('house, street and hamlet stay as they were written', () => {
  expect(places.renew('Số 12/3A đường Ng. Huệ, ấp 2, Xã Thường Lạc, H. Hồng Ngự, Đồng Tháp.')).toEqual({
    kind: 'renewed',
    rest: 'Số 12/3A đường Ng. Huệ, ấp 2',
    candidates: ['phường Thường Lạc, tỉnh Đồng Tháp'],
  })
})

test('an address of today is new, and its names get their marks', () => {
  expect(places.renew('Ap 3, xa Thuong Phuoc, tinh Dong Thap')).toEqual({
    kind: 'new',
    rest: 'Ap 3',
    candidates: ['xã Thường Phước, tỉnh Đồng Tháp'],
  })
})

test('a bare name that is a commune of before or a hamlet of today is a choice', () => {
  expect(places.renew('An Lạc, Hồng Ngự, Đồng Tháp')).toEqual({
    kind: 'split',
    rest: '',
    candidates: ['phường Thường Lạc, tỉnh Đồng Tháp', 'An Lạc, phường Hồng Ngự, tỉnh Đồng Tháp'],
  })
})

test('a hamlet before a bare name leaves no doubt that the name is a commune of before', () => {
  expect(places.renew('Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp')).toEqual({
    kind: 'renewed',
    rest: 'Ấp 3',
    candidates: ['phường Thường Lạc, tỉnh Đồng Tháp'],
  })
})

test('a name whose marks or kind are not those of the table is a choice, not an answer', () => {
  expect(places.renew('Xã Thường Lác, Huyện Hồng Ngự, Đồng Tháp').kind).toBe('split')
  expect(places.renew('Phường Thường Lạc, Huyện Hồng Ngự, Đồng Tháp').kind).toBe('split')
})

test('an island district without communes is renewed', () => {
  expect(places.renew('Khu 5, huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu').candidates).toEqual(['đặc khu Côn Đảo, thành phố Hồ Chí Minh'])
})

test('what is no address of the country is unknown and stays whole', () => {
  for (const text of ['', ',', 'Đồng Tháp', 'số 5 Rue de Rivoli, Paris', 'Ấp 3']) {
    expect(places.renew(text)).toEqual({ kind: 'unknown', rest: text, candidates: [] })
  }
})

test('renewing twice changes nothing', () => {
  const rest = fc.constantFrom('', 'Tổ 5', 'Số 1, An Lạc', '12 Lê Lợi, khóm 3', 'Phường 1')
  fc.assert(
    fc.property(fc.constantFrom(...olds), rest, fc.constantFrom('whole', 'bare', 'plain'), ({ parts }, before, way) => {
      const written = { whole: parts, bare: parts.map(bare), plain: parts.map(fold) }[way] ?? parts
      const first = places.renew(joinAddress(before, written.join(', ')))
      for (const candidate of first.candidates) {
        const renewed = joinAddress(first.rest, candidate)
        const second = places.renew(renewed)
        expect(second.kind).toBe('new')
        expect(second.candidates.map(place => joinAddress(second.rest, place))).toEqual([renewed])
      }
    }),
    { numRuns: 2000 },
  )
})

test('no text breaks it, and nothing typed is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(places.find(text, near, 8).length).toBeLessThanOrEqual(8)
      const { kind, rest } = places.renew(text)
      if (kind === 'unknown') expect(rest).toBe(text)
    }),
  )
})
