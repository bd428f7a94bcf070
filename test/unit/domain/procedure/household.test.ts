import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { type Answers, valueIn } from '#domain/procedure/answer.ts'
import { type Earlier, type Known, fill } from '#domain/procedure/fill.ts'
import { TODAY, card, office, shipped } from '../../paper/shipped.ts'

const HERS = '087190012345'
const HIS = '087085006789'
const duc = { ...card, number: HIS, name: 'Trần Văn Đức', sex: 'male' as const, birth: Day.parse('1985-07-20') }
const typed = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }]))
const said = (day: string, values: Readonly<Record<string, string>>): Earlier => ({ day: Day.parse(day), answers: typed(values) })
/** He comes, with his card, and has no dossier of his own; these name him. */
const he = (...dossiers: readonly Earlier[]): Known => ({
  card: duc,
  earlier: [],
  about: number => dossiers.filter(({ answers }) => Object.values(answers).some(({ value }) => value === number)),
  office,
  today: TODAY,
})
const values = (answers: Answers, ...fields: readonly string[]): readonly string[] => fields.map(valueIn(answers))

const lan = { 'mother.name': 'Nguyễn Thị Hương Lan', 'mother.number': HERS, 'mother.birth': '1990', 'mother.ethnic': 'Khmer' }
const firstChild = said('2024-05-01', {
  ...lan,
  'requester.number': HERS,
  'child.name': 'Trần Gia Bảo',
  'father.name': 'Trần Văn Đức',
  'father.number': HIS,
  'marriage.number': '12',
  'marriage.book': '01/2020',
})
const wedding = said('2022-02-02', {
  'bride.name': 'Nguyễn Thị Hương Lan',
  'bride.number': HERS,
  'bride.birth': '1990-01-15',
  'groom.name': 'Trần Văn Đức',
  'groom.number': HIS,
})
const otherWoman = said('2025-06-06', { 'mother.name': 'Lê Thị Hoa', 'mother.number': '087192000001', 'father.number': HIS })

describe('the birth of the next child, when the father comes', () => {
  const birth = (known: Known, said: Readonly<Record<string, string>>): Answers => fill(shipped('1.001193'), known, typed(said))
  const next = { relation: 'father', 'child.name': 'Trần Minh Khang' }

  test('knows the mother from the dossier that she handed in', () => {
    const answers = birth(he(firstChild), next)
    expect(answers['mother.name']).toEqual({ value: 'Nguyễn Thị Hương Lan', origin: { from: 'earlier', day: '2024-05-01' } })
    expect(values(answers, 'mother.number', 'mother.birth', 'mother.ethnic', 'marriage.number')).toEqual([HERS, '1990', 'Khmer', '12'])
    expect(values(answers, 'father.name', 'child.name')).toEqual(['Trần Văn Đức', 'Trần Minh Khang'])
  })

  test('knows her from their wedding, her year from her day of birth', () => {
    expect(values(birth(he(wedding), next), 'mother.name', 'mother.number', 'mother.birth')).toEqual(['Nguyễn Thị Hương Lan', HERS, '1990'])
  })

  test('takes neither of two mothers, unless it is said which', () => {
    const known = he(otherWoman, firstChild)
    expect(values(birth(known, next), 'mother.name', 'mother.number', 'marriage.number')).toEqual(['', '', ''])
    expect(values(birth(known, { ...next, 'mother.number': HERS }), 'mother.name', 'marriage.book')).toEqual([
      'Nguyễn Thị Hương Lan',
      '01/2020',
    ])
  })

  test('never mixes two people: another mother’s name brings nothing of the first', () => {
    const answers = birth(he(firstChild), { ...next, 'mother.name': 'Lê Thị Hoa' })
    expect(values(answers, 'mother.number', 'mother.birth', 'marriage.number')).toEqual(['', '', ''])
  })

  test('takes nobody’s parents when a grandfather registers another child', () => {
    const answers = birth(he(firstChild), { relation: 'grandparent', 'child.name': 'Nguyễn An' })
    expect(values(answers, 'mother.name', 'father.name')).toEqual(['', ''])
    expect(valueIn(birth(he(firstChild), { relation: 'grandparent', 'child.name': 'Trần Gia Bảo' }))('mother.name')).toBe(
      'Nguyễn Thị Hương Lan',
    )
  })
})

test('who registers his own birth anew is not his own father', () => {
  expect(values(fill(shipped('1.004884'), he(firstChild)), 'mother.name', 'father.name', 'child.name')).toEqual(['', '', 'Trần Văn Đức'])
})

describe('the residence of a household', () => {
  const HEAD = '087060000009'
  const household = said('2025-01-01', {
    'requester.number': HERS,
    'head.name': 'Trần Văn Cả',
    'head.number': HEAD,
    'head.relation': 'Con dâu',
    dwelling: 'Số 1, Khóm An Thành',
    'members.1.number': HIS,
    'members.1.relation': 'Con đẻ',
  })

  test('is known to a member by his own relation to its head', () => {
    const answers = fill(shipped('1.004222'), he(household))
    expect(values(answers, 'head.name', 'head.number', 'head.relation', 'dwelling')).toEqual([
      'Trần Văn Cả',
      HEAD,
      'Con đẻ',
      'Số 1, Khóm An Thành',
    ])
    expect(answers['dwelling']?.origin).toEqual({ from: 'earlier', day: '2025-01-01' })
  })

  test('is known to its head, who is the head', () => {
    const his = said('2025-01-01', {
      'requester.number': HERS,
      'head.name': 'Trần Văn Đức',
      'head.number': HIS,
      'head.relation': 'Vợ',
      dwelling: 'Số 1',
    })
    expect(values(fill(shipped('1.004194'), he(his)), 'head.number', 'head.relation', 'dwelling')).toEqual([HIS, 'Chủ hộ', 'Số 1'])
  })

  test('is not the one he only owns, and another head brings nothing of it', () => {
    const owned = said('2025-01-01', { 'requester.number': HERS, 'head.name': 'A', dwelling: 'Số 9', 'owner.number': HIS })
    expect(values(fill(shipped('1.004222'), he(owned)), 'head.name', 'dwelling')).toEqual(['', ''])
    const answers = fill(shipped('1.004222'), he(household), typed({ 'head.name': 'Lê Văn Hai' }))
    expect(values(answers, 'head.number', 'head.relation', 'dwelling')).toEqual(['', '', ''])
  })

  test('of a child is not the relation of who hands in', () => {
    const answers = fill(shipped('1.004222'), he(household), typed({ forWhom: 'child' }))
    expect(values(answers, 'head.name', 'head.relation')).toEqual(['Trần Văn Cả', ''])
  })
})

test('one’s own dossiers never give the name of one man and the number of another', () => {
  const known: Known = {
    card,
    earlier: [
      said('2026-02-02', { 'mother.number': HERS, 'father.name': 'Lê Văn Hai' }),
      said('2024-02-02', { 'mother.number': HERS, 'father.name': 'Trần Văn Đức', 'father.number': HIS }),
    ],
    office,
    today: TODAY,
  }
  expect(values(fill(shipped('1.001193'), known, typed({ relation: 'mother' })), 'father.name', 'father.number')).toEqual(['', ''])
})
