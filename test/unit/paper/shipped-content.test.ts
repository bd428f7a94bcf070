import { describe, expect, test } from 'vitest'
import type { Card } from '#domain/card/card.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import { Day } from '#domain/kernel/time.ts'
import { type Answers, valueIn } from '#domain/procedure/answer.ts'
import { checkAnswers } from '#domain/procedure/check.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { fill, missingFields } from '#domain/procedure/fill.ts'
import { limitOf } from '#domain/procedure/limit.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { offeredOn } from '#office/catalog.ts'
import { TODAY, answered, card, filled, office, shipped, shippedFiles } from './shipped.ts'

const all = shippedFiles().map(file => shipped(file.replace('.json', '')))
const man: Card = { ...card, number: '087085006789', name: 'Trần Văn Đức', birth: Day.parse('1985-07-20'), sex: 'male' }
const typed = (value: string) => ({ value, origin: { from: 'typed' as const } })
const withBoth = (procedure: Procedure, said: Answers = {}): Answers =>
  fill(procedure, { card, others: [man], earlier: [], office, today: TODAY }, said)

test.each(all.map(one => [`${one.code} ${one.edition}`, one] as const))('%s says who signs what, and by which law', (_, { signs }) => {
  expect(signs.length).toBeGreaterThan(0)
})

test('a verification adds the days its law allows, and only where it allows one', () => {
  const days = offeredOn(all, TODAY).flatMap(({ code, verification }) =>
    verification === undefined ? [] : [`${code} ${verification.workingDays}`],
  )
  expect(days.toSorted()).toEqual([
    '1.000656 3',
    '1.000689 5',
    '1.000894 5',
    '1.001022 5',
    '1.004746 5',
    '1.004859 3',
    '1.004873 3',
    '1.004884 5',
    '1.005461 5',
  ])
})

test('what is only added is added the same day; many pages take two days more', () => {
  expect(limitOf(shipped('1.004859'), { request: typed('add') })).toEqual({ sameDay: true })
  expect(limitOf(shipped('1.004859'), { request: typed('correct') })).toEqual({ working: 3 })
  expect(limitOf(shipped('2.000815'), { many: typed('yes') })).toEqual({ working: 2 })
})

describe('the edition of a day', () => {
  test.each([
    ['2.000635', '2026-07-31', '2026-01'],
    ['2.000635', '2026-08-15', '2026-08'],
    ['1.001612', '2026-07-24', '2026-01'],
    ['1.001612', '2026-07-25', '2026-07'],
    ['3.000722', '2026-08-31', '2026-01'],
    ['3.000722', '2026-09-01', '2026-09'],
    ['1.000689', '2026-10-31', '2026-01'],
    ['1.000689', '2026-11-01', '2026-11'],
    ['1.000656', '2027-02-28', '2026-01'],
    ['1.000656', '2027-03-01', '2027-03'],
  ])('of %s on %s is %s', (code, day, edition) => {
    expect(
      offeredOn(all, Day.parse(day))
        .filter(one => one.code === code)
        .map(one => one.edition),
    ).toEqual([edition])
  })

  test('a death is certified and no longer extracted from March 2027 on', () => {
    expect([shipped('1.000656').result, shipped('1.000656@2027-03').result]).toEqual([
      'Trích lục khai tử (bản chính)',
      'Giấy chứng tử (bản chính)',
    ])
  })
})

describe('nobody is born before their parents', () => {
  test.each([
    ['1.001193', { relation: 'mother', 'child.birth': '1990-01-15' }, 'requester.birth'],
    ['1.001193', { relation: 'grandparent', 'child.birth': '2026-11-15', 'mother.birth': '16/11/2026' }, 'mother.birth'],
    ['1.000689', { relation: 'father', 'child.birth': '1980-01-01' }, 'requester.birth'],
    ['1.000689', { relation: 'other', 'child.birth': '2026-11-01', 'father.birth': '2026-11-02' }, 'father.birth'],
    ['3.000722', { relation: 'other', 'child.birth': '2026-11-01', 'mother.birth': '2026-11-02' }, 'mother.birth'],
    ['1.001022', { is: 'child', 'first.birth': '1985-01-01', 'second.birth': '1990-01-01' }, 'second.birth'],
    ['1.001022', { is: 'father', 'first.birth': '1991-01-01', 'second.birth': '1990-01-01' }, 'first.birth'],
    ['1.001022', { is: 'mother', 'first.birth': '1991-01-01', 'second.birth': '1990-01-01' }, 'first.birth'],
    ['1.004222', { forWhom: 'child', 'requester.birth': '1989-01-01' }, 'parent.birth'],
    ['1.004884', { 'child.birth': '1990-01-15', 'mother.birth': '1991' }, 'mother.birth'],
    ['BHYT-01', { relation: 'mother', 'child.birth': '1990-01-15' }, 'requester.birth'],
  ])('%s with %o names %s', (code, said, field) => {
    const answers = answered(shipped(code), filled(shipped(code), said))
    expect(checkAnswers(shipped(code), answers, TODAY).map(fault => fault.field)).toContain(field)
  })
})

test.each(['1.001022', '1.000689'])('%s asks for the expert’s paper or the witnesses’, and needs the one that was said', code => {
  const procedure = shipped(code)
  expect(missingFields(procedure, filled(procedure)).map(({ id }) => id)).toContain('evidence')
  const needed = (value: string): readonly string[] =>
    papersNeeded(procedure, { answers: { evidence: typed(value) } })
      .filter(({ must }) => must)
      .map(({ id }) => id)
  expect(needed('expert')).toContain('proof')
  expect(needed('expert')).not.toContain('witness')
  expect(needed('witness')).toContain('witness')
  expect(needed('witness')).not.toContain('proof')
})

describe('a birth with a recognition', () => {
  const procedure = shipped('1.000689')
  const child = { 'child.name': typed('Trần Minh Khang'), 'child.birth': typed('2026-11-01'), 'child.sex': typed('male') }

  test.each([
    ['mother', 'father', 'Mẹ của trẻ được nhận'],
    ['mother', 'mother', 'Bản thân'],
    ['grandparent', 'father', 'Ông, bà của trẻ được nhận'],
  ])('asked for by the %s, of the %s, knows that relation', (relation, recognised, said) => {
    const value = valueIn(withBoth(procedure, { ...child, relation: typed(relation), is: typed(recognised) }))
    expect(value('recognition.relation')).toBe(said)
  })

  test('with both cards asks only for the child and the proof: the second form costs no question', () => {
    const answers = withBoth(procedure, { ...child, relation: typed('mother') })
    expect(missingFields(procedure, answers).map(({ id }) => id)).toEqual(['child.place', 'child.origin', 'evidence'])
    const value = valueIn(answers)
    expect([value('father.birth'), value('father.issued'), value('child.address')]).toEqual([man.birth, man.issued, card.address])
  })

  test('takes money for the copies of each of its two results', () => {
    const copies = { wantsCopy: typed('yes'), copies: typed('2'), 'recognition.wantsCopy': typed('yes'), 'recognition.copies': typed('3') }
    const lines = feeOf(procedure.fee, valueIn(withBoth(procedure, { ...child, ...copies })), TODAY).lines
    expect(lines.filter(({ id }) => id.endsWith('copies')).map(({ vnd }) => vnd)).toEqual([16_000, 24_000])
  })
})

describe('from two cards', () => {
  test('a couple that marries again is filled as one that marries', () => {
    const value = valueIn(withBoth(shipped('1.004746')))
    expect(['bride.name', 'groom.name', 'bride.number', 'groom.birth'].map(value)).toEqual([card.name, man.name, card.number, man.birth])
  })

  test.each(['1.001193', '1.000689', '3.000722'])('both parents of %s are filled, each with the kind and number of the card', code => {
    const value = valueIn(withBoth(shipped(code), { relation: typed('mother') }))
    expect(['mother.name', 'father.name', 'mother.number', 'father.number'].map(value)).toEqual([
      card.name,
      man.name,
      card.number,
      man.number,
    ])
    expect(['mother.paper', 'father.paper'].map(value)).toEqual(['Căn cước công dân', 'Căn cước công dân'])
  })

  test('whoever recognises a child, or takes a ward, is not asked for what the card says', () => {
    expect(valueIn(withBoth(shipped('1.001022')))('second.number')).toBe(card.number)
    expect(valueIn(withBoth(shipped('1.004837')))('guardian.number')).toBe(card.number)
  })
})

describe('residence of a newborn', () => {
  const procedure = shipped('1.004222')
  const child = { 'child.name': typed('Trần Minh Khang'), 'child.birth': typed('2026-11-01'), 'child.sex': typed('male') }
  const answers = fill(procedure, {
    card,
    earlier: [],
    office,
    today: TODAY,
    bundle: { day: TODAY, answers: child },
    preset: { forWhom: 'child' },
  })

  test('needs no number, and is declared by the parent of the card', () => {
    const value = valueIn(answers)
    expect(value('requester.name')).toBe('Trần Minh Khang')
    expect([value('declarant.name'), value('parent.name'), value('parent.number')]).toEqual([card.name, card.name, card.number])
    const missing = missingFields(procedure, answers).map(({ id }) => id)
    expect(missing.filter(id => id.endsWith('number') && !id.startsWith('head'))).toEqual([])
  })

  test('is followed by the health insurance, filled from it', () => {
    expect(procedure.next?.map(({ code }) => code)).toEqual(['BHYT-01'])
    const next = fill(shipped('BHYT-01'), { card, earlier: [], office, today: TODAY, bundle: { day: TODAY, answers } })
    const value = valueIn(next)
    expect([value('child.name'), value('child.birth'), value('child.sex'), value('requester.name')]).toEqual([
      'Trần Minh Khang',
      '2026-11-01',
      'male',
      card.name,
    ])
  })
})
