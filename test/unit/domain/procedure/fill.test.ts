import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { type Earlier, type Known, fill, fillGaps } from '#domain/procedure/fill.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import { sampleFor } from '#kit/complete.ts'
import { MORNING, TODAY, card, office, shipped, shippedFiles } from '../../paper/shipped.ts'

const HIS = '087085006789'
const typed = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }]))
const said = (day: string, values: Readonly<Record<string, string>>): Earlier => ({ day: Day.parse(day), answers: typed(values) })
const known = (part: Partial<Known> = {}): Known => ({ card, earlier: [], office, today: TODAY, ...part })
const procedures = shippedFiles().map(name => shipped(name.replace('.json', '')))

describe('a default', () => {
  const about = (number: string): readonly Earlier[] =>
    number === HIS ? [said('2026-03-01', { 'groom.number': HIS, 'groom.ethnic': 'Hoa' })] : []

  test('gives way at once to what an earlier dossier says of the person whose number stands below it', () => {
    const answers = fill(shipped('1.001193'), known({ about }), typed({ 'father.name': 'Trần Văn Đức', 'father.number': HIS }))
    expect(answers['father.ethnic']).toEqual({ value: 'Hoa', origin: { from: 'earlier', day: '2026-03-01' } })
  })

  test('opens the sources that hang on it', () => {
    expect(fill(shipped('2.000635'), known())['subject.number']).toEqual({ value: card.number, origin: { from: 'card' } })
  })
})

/** A few fields of a shipped form with something typed, and dossiers that name the same people in other places. */
const somethingTyped = fc
  .tuple(fc.constantFrom(...procedures), fc.infiniteStream(fc.boolean()), fc.boolean())
  .map(([procedure, picks, household]) => {
    const fields = fieldsNow(procedure, {}).filter(() => picks.next().value === true)
    const dossier = said('2026-05-05', {
      'mother.number': card.number,
      'mother.ethnic': 'Hoa',
      'father.number': HIS,
      'father.name': 'Trần Văn Đức',
      'head.number': HIS,
      'head.name': 'Trần Văn Đức',
      dwelling: 'Khóm 1',
    })
    const about = (number: string): readonly Earlier[] => (household && [card.number, HIS].includes(number) ? [dossier] : [])
    return { procedure, about, before: typed(Object.fromEntries(fields.map(field => [field.id, sampleFor(field)]))) }
  })

describe('filling again', () => {
  test('changes nothing, whatever was typed', () => {
    fc.assert(
      fc.property(somethingTyped, ({ procedure, about, before }) => {
        const once = fill(procedure, known({ about }), before)
        expect(fill(procedure, known({ about }), once)).toEqual(once)
        expect(fillGaps(procedure, known({ about }), once)).toEqual(once)
      }),
      { numRuns: 150 },
    )
  })

  test('never touches what was typed', () => {
    fc.assert(
      fc.property(somethingTyped, ({ procedure, about, before }) => {
        expect(fill(procedure, known({ about }), before)).toMatchObject(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a value that follows from another', () => {
  const birth = shipped('1.001193')

  test('follows it when it changes, and is nobody’s typing', () => {
    const one = fillGaps(birth, known(), typed({ 'requester.address': 'Khóm 1' }))
    expect(one['mother.address']).toEqual({ value: 'Khóm 1', origin: { from: 'rule' } })
    const two = fillGaps(birth, known(), { ...one, ...typed({ 'requester.address': 'Khóm 2' }) })
    expect(two['mother.address']?.value).toBe('Khóm 2')
  })

  test('in time is counted from the day of birth, and counted again when that changes, until somebody says otherwise', () => {
    const late = fillGaps(birth, known(), typed({ 'child.birth': '2026-01-05' }))
    expect(late['inTime']?.value).toBe('no')
    const heard: Answers = { ...late, inTime: { value: 'no', origin: { from: 'rule' }, heard: MORNING } }
    expect(fillGaps(birth, known(), { ...heard, ...typed({ 'child.birth': '2026-11-01' }) })['inTime']?.value).toBe('yes')
    const own = fillGaps(birth, known(), { ...late, ...typed({ 'child.birth': '2026-11-01', inTime: 'no' }) })
    expect(own['inTime']).toEqual({ value: 'no', origin: { from: 'typed' } })
  })

  test('the card goes to the other parent when it turns out to be his', () => {
    const hers = fillGaps(birth, known(), typed({ relation: 'mother' }))
    expect(hers['mother.number']?.value).toBe(card.number)
    const his = fillGaps(birth, known(), { ...hers, ...typed({ relation: 'father' }) })
    expect(his['mother.number']).toBeUndefined()
    expect(his['father.number']?.value).toBe(card.number)
  })
})

describe('without a card', () => {
  const person = { name: 'Nguyễn Thị Hương Lan', number: null, birth: Day.parse('1990-01-15'), sex: 'female' as const, address: 'Ấp 3' }

  test('a form takes what the citizen said of herself, and nobody types it twice', () => {
    const answers = fill(shipped('1.000894'), known({ card: null, person: { ...person, byCard: false } }))
    expect(answers['bride.name']).toEqual({ value: person.name, origin: { from: 'rule' } })
    expect(answers['groom.name']).toBeUndefined()
  })

  test('what a card once said is still the card’s', () => {
    const answers = fill(shipped('2.000815'), known({ card: null, person: { ...person, byCard: true } }))
    expect(answers['requester.birth']).toEqual({ value: '1990-01-15', origin: { from: 'card' } })
    expect(answers['requester.number']).toBeUndefined()
  })
})

test('who hands in for the citizen is known from the sitting', () => {
  expect(fill(shipped('1.000656'), known({ byProxy: true }))['proxy']?.value).toBe('yes')
  expect(fill(shipped('1.000656'), known())['proxy']?.value).toBe('no')
})
