import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fold } from '#domain/kernel/text.ts'
import { ok } from '#domain/kernel/result.ts'
import { people } from '#cli/bench/people.ts'
import { got } from '#kit/basics.ts'
import { aDossier } from '#kit/dossier.ts'
import { keep, tempStore } from '#kit/store.ts'

const CODE = '000.00.20.H20-261123-'
const PAGE = 20

const store = tempStore()
const dossiers = [
  ...[...people(300, 5)].map(person => ({ ...person, name: person.name })),
  { name: 'K’Brếu Y Thành', number: '066090012345', phone: '0905111222' },
  { name: 'Nguyễn Nguyễn', number: '001090054321', phone: '' },
  { name: 'Ô', number: '001090054322', phone: '0912345678' },
  { name: 'Nguyễn Phúc Bảo Châu Hoàng Minh Thị Kim Ngọc Ánh Dương', number: '001190054323', phone: '' },
].map((person, n) => {
  const dossier = aDossier({ code: `${CODE}${3001 + n}`, name: person.name, number: person.number })
  return { ...dossier, applicant: { ...dossier.applicant, phone: person.phone === '' ? null : person.phone } }
})
for (const dossier of dossiers) keep(store, dossier)
afterAll(() => store.close())

/** What a search must find, by looking at every dossier: all words, the last and single letters begun, digits anywhere; newest first. */
function scanned(text: string): readonly string[] {
  const words = wordsOf(text)
  const digits = words.filter(word => /^\d+$/.test(word))
  const letters = words.filter(word => !/^\d+$/.test(word))
  const found = dossiers.filter(({ applicant: { name, number, phone } }) => {
    const named = wordsOf(name)
    const isNamed = letters.every((word, index) =>
      index === letters.length - 1 || word.length === 1 ? named.some(one => one.startsWith(word)) : named.includes(word),
    )
    return isNamed && digits.every(run => [number ?? '', phone ?? ''].some(one => one.includes(run)))
  })
  return found
    .toReversed()
    .slice(0, PAGE)
    .map(({ code }) => code)
}

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(' ')
    .filter(word => word !== '')
const codes = (text: string): readonly string[] => store.read.dossiers.find(text).map(({ code }) => code)

const someone = fc.constantFrom(...dossiers.map(({ applicant }) => applicant))
const words = someone.chain(({ name }) =>
  fc.shuffledSubarray(
    wordsOf(name).filter((word, n, all) => all.indexOf(word) === n),
    { minLength: 1 },
  ),
)

test('words of a name in any order, the last one begun, find exactly whom a look at every dossier finds', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 7 }), (some, length) => {
      const typed = [...some.slice(0, -1), (some.at(-1) ?? '').slice(0, length)].join(' ')
      expect(codes(typed)).toEqual(scanned(typed))
    }),
    { numRuns: 400 },
  )
})

test('a word typed twice is a whole one, not the beginning of another', () => {
  for (const text of ['ngo ngo', 'ngo n', 'n ngo', 'nguyen nguyen', 'y y', 'n v h', 'n v hu']) expect(codes(text)).toEqual(scanned(text))
})

test('names are found with their marks and without', () => {
  for (const { applicant } of dossiers) {
    expect(codes(applicant.name)).toEqual(scanned(applicant.name))
    expect(codes(fold(applicant.name))).toEqual(scanned(applicant.name))
  }
})

test('any three or more digits of a number or a phone, alone or beside a word, find exactly their owners', () => {
  const run = someone.chain(({ number, phone }) =>
    fc
      .constantFrom(...[number ?? '', phone ?? ''].filter(one => one !== ''))
      .chain(digits =>
        fc
          .integer({ min: 3, max: digits.length })
          .chain(length => fc.integer({ min: 0, max: digits.length - length }).map(at => digits.slice(at, at + length))),
      ),
  )
  fc.assert(
    fc.property(run, fc.option(words.map(([first]) => first ?? '')), (digits, word) => {
      const typed = word === null ? digits : `${word} ${digits}`
      expect(codes(typed)).toEqual(scanned(typed))
    }),
    { numRuns: 400 },
  )
})

test('the beginning of a code finds the newest of that beginning', () => {
  expect(codes(CODE).at(0)).toBe(`${CODE}${3000 + dossiers.length}`)
  expect(codes(`${CODE}3007`)).toEqual([`${CODE}3007`])
})

test('what nobody is called and no number holds finds nobody', () => {
  for (const text of ['qwvz', 'qwvz zyx', '99999999', 'nguyen qwvz', '', '12', ' ']) expect(codes(text)).toEqual([])
})

test('a corrected name is found, the old one no more', () => {
  const own = tempStore()
  const dossier = aDossier()
  keep(own, dossier)
  const now = { ...dossier, applicant: { ...dossier.applicant, name: 'Lê Ngọc Ánh' } }
  const body = {
    dossier: dossier.dossier,
    code: dossier.code,
    slip: 2,
    reason: 'Sai tên',
    changed: ['applicant.name'],
    now,
    at: dossier.received,
    official: dossier.official,
  }
  got(own.commit('a', () => ok({ said: [{ kind: 'dossier.corrected', version: 1, subject: dossier.dossier, body }], answer: null })))
  for (let time = 0; time < 2; time += 1) {
    expect(own.read.dossiers.find('huong lan')).toEqual([])
    expect(own.read.dossiers.find('ngoc anh')).toHaveLength(1)
    expect(own.read.dossiers.find('2345')).toHaveLength(1)
    own.rebuild()
  }
  own.close()
})
