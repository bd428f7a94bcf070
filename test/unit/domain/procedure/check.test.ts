import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day, addDays } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { checkAnswers, warnAnswers } from '#domain/procedure/check.ts'
import { CrossCheck, keepsTo } from '#domain/procedure/cross-check.ts'
import { otherName, warnOfNames } from '#domain/procedure/other-name.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { aProcedure } from '#kit/sitting.ts'
import { answered, filled, shipped } from '../../paper/shipped.ts'

const TODAY = Day.parse('2026-11-24')
const typed = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }]))
const complete = (code: string, said: Readonly<Record<string, string>>): Answers => answered(shipped(code), filled(shipped(code), said))
const wrong = (code: string, said: Readonly<Record<string, string>>) => checkAnswers(shipped(code), complete(code, said), TODAY)
const unlikely = (code: string, said: Readonly<Record<string, string>>) => warnAnswers(shipped(code), complete(code, said), TODAY)
const at = (field: string, code = 'field.together') => expect.objectContaining({ field, code })

const birth = { relation: 'mother', 'child.birth': '2026-11-15', 'mother.birth': '1990', 'father.name': 'Trần Văn Đức' }

describe('what cannot be is refused at its field', () => {
  test.each([
    ['a father born after the child', '1.001193', { ...birth, 'father.birth': '2026-11-16' }, 'father.birth'],
    ['a mother born after the child', '1.001193', { ...birth, 'mother.birth': '16/11/2026' }, 'mother.birth'],
    [
      'one number for father and mother',
      '1.001193',
      { ...birth, 'father.number': '087190012345', 'mother.number': '087190012345' },
      'father.number',
    ],
    ['a bride of seventeen', '1.000894', { 'bride.birth': '2008-11-25' }, 'bride.birth'],
    ['a groom of nineteen', '1.000894', { 'groom.birth': '2006-11-25' }, 'groom.birth'],
    ['one number for bride and groom', '1.000894', { 'bride.number': '087190012345', 'groom.number': '087190012345' }, 'groom.number'],
    ['a death before the birth', '1.000656', { 'deceased.birth': '20/01/1950', 'death.day': '1949-12-31' }, 'death.day'],
    ['a notice of death before the death', '1.000656', { 'death.day': '2026-11-20', 'notice.day': '2026-11-19' }, 'notice.day'],
    ['a registration before the birth', '2.000635', { 'registered.day': '1989-12-31' }, 'registered.day'],
    ['the same person twice among who moves along', '1.004222', twoMembers('087195000001'), 'members.2.number'],
    ['who declares among who moves along', '1.004222', { members: '1', 'members.1.number': '087190012345' }, 'members.1.number'],
  ])('%s', (_, code, said, field) => {
    expect(wrong(code, said)).toEqual([at(field)])
  })

  test('with the law that says so', () => {
    const [fault] = wrong('1.000894', { 'bride.birth': '2010-01-01' })
    expect(fault?.data?.['say']).toMatch(/chưa đủ 18 tuổi.*Luật Hôn nhân và gia đình.*Điều 8/)
  })
})

function twoMembers(number: string) {
  return { members: '2', 'members.1.number': number, 'members.2.number': number }
}

describe('what can be is not refused', () => {
  test.each([
    ['a bride on her eighteenth birthday', '1.000894', { 'bride.birth': '2008-11-24', 'groom.birth': '2006-11-24' }],
    ['a father of whom nobody knows the year', '1.001193', { ...birth, 'father.birth': '' }],
    [
      'a child of the year the mother was born, where only years are known',
      '1.001193',
      { ...birth, 'child.birth': '1990-12-30', 'mother.birth': '1990' },
    ],
    ['a father who is not asked for', '1.001193', { ...birth, 'father.name': '', 'father.birth': '2030' }],
  ])('%s', (_, code, said) => {
    expect(wrong(code, said)).toEqual([])
  })
})

describe('what is unlikely is looked at once more and blocks nothing', () => {
  test.each([
    ['a mother nine years older than the child', { ...birth, 'mother.birth': '2017' }, 'mother.birth'],
    ['a mother of sixty', { ...birth, 'mother.birth': '1966' }, 'child.birth'],
    ['a birth said to be in time after seventy days', { ...birth, 'child.birth': '2026-09-10', inTime: 'yes' }, 'child.birth'],
  ])('%s', (_, said, field) => {
    expect(wrong('1.001193', said)).toEqual([])
    expect(unlikely('1.001193', said)).toEqual([at(field, 'field.unlikely')])
  })

  test('a mother of thirty is nothing to look at', () => expect(unlikely('1.001193', birth)).toEqual([]))
})

describe('a name', () => {
  const form = Procedure.parse({ ...aProcedure(), papers: [], form: [{ id: 'name', kind: 'name', label: 'Họ tên' }] })
  const said = (name: string) => checkAnswers(form, typed({ name }), TODAY)
  test.each(['Nguy?n Thị Lan', 'Nguy\uFFFDn Thị Lan'])('with a lost letter is refused: %s', name =>
    expect(said(name)).toEqual([at('name', 'field.name.lost')]),
  )
  test('with a digit is refused', () => expect(said('Nguyễn Th1 Lan')).toEqual([at('name', 'field.name.digit')]))
  test.each(["Y'Nuê H'Đơk", 'Nguyễn Phượng Trường Thuyền Khuyến Ngưỡng Quỳnh Hoàng Đặng Bưởi N', 'Lò Văn-A'])('may be %s', name =>
    expect(said(name)).toEqual([]),
  )
})

test('no copies at all are refused where one is needed', () =>
  expect(wrong('2.000815', { 'originals.1.copies': '0' })).toEqual([at('originals.1.copies', 'field.number.small')]))

describe('two days', () => {
  const check = (part: object) => CrossCheck.parse({ field: 'a', other: 'b', say: 'x', ...part })
  const someDay = fc.integer({ min: 0, max: 50_000 }).map(days => addDays(Day.parse('1900-01-01'), days))
  test('keep to a rule by their years wherever some days of those years would', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.constantFrom('before', 'not-before'), (one, two, rule) => {
        if (keepsTo(check({ rule }), one, two)) expect(keepsTo(check({ rule }), one.slice(0, 4), two.slice(0, 4))).toBe(true)
        expect(keepsTo(check({ rule: 'before' }), one, two)).toBe(!keepsTo(check({ rule: 'not-before' }), one, two))
      }),
    )
  })
  test.each([
    ['2008-02-29', '2026-02-28', false],
    ['2008-02-29', '2026-03-01', true],
    ['2008-03-01', '2026-03-01', true],
  ])('born on %s, eighteen on %s: %s', (born, day, full) =>
    expect(keepsTo(check({ rule: 'at-least-age', years: 18 }), born, day)).toBe(full),
  )
})

describe('a number that bore another name', () => {
  const earlier = (name: string, day = '2026-01-05') => ({
    code: '000.00.20.H20-260105-3001',
    day: Day.parse(day),
    answers: typed({ 'mother.name': name, 'mother.number': '087190012345' }),
  })
  test.each([
    ['the same name', 'nguyễn thị hương  lan', 'Nguyễn Thị Hương Lan', false],
    ['the lines of a card without marks', 'NGUYEN THI HUONG LAN', 'Nguyễn Thị Hương Lan', false],
    ['another mark', 'Nguyễn Thị Hương Lân', 'Nguyễn Thị Hương Lan', true],
    ['another person', 'Trần Văn Đức', 'Nguyễn Thị Hương Lan', true],
  ])('%s', (_, now, before, warns) => expect(otherName('087190012345', now, [earlier(before)]) !== null).toBe(warns))

  test('is not said again once the newest dossier has the new name', () =>
    expect(otherName('087190012345', 'Nguyễn Thị Lan', [earlier('Nguyễn Thị Lan'), earlier('Nguyễn Thị Hương Lan')])).toBeNull())

  test('is named at the number, by dossier and day, and never by the other name', () => {
    const procedure = shipped('1.004222')
    const answers = typed({ members: '1', 'members.1.name': 'Trần Văn Đức', 'members.1.number': '087190012345' })
    const warnings = warnOfNames(procedure, answers, () => [earlier('Nguyễn Thị Hương Lan')])
    expect(warnings).toEqual([
      {
        kind: 'input',
        code: 'field.number.other-name',
        field: 'members.1.number',
        data: { code: '000.00.20.H20-260105-3001', day: '05/01/2026' },
      },
    ])
  })
})
