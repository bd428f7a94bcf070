import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { checkAnswers } from '#domain/procedure/check.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { fill, isAsked, missingFields } from '#domain/procedure/fill.ts'
import { fieldAt, fieldsNow, formNow } from '#domain/procedure/group.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { fixedRange } from '#domain/dossier/code.ts'
import { foresee } from '#domain/dossier/receive.ts'
import { aDossier } from '#kit/dossier.ts'
import { aDraft, aProcedure } from '#kit/sitting.ts'
import { MORNING } from '../../paper/shipped.ts'

const TODAY = Day.parse('2026-11-23')
const typed = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }]))

const members = {
  id: 'members',
  kind: 'group',
  label: 'Người cùng chuyển',
  ask: 'Có mấy người cùng chuyển?',
  max: 4,
  row: 'Người thứ {n}',
  fields: [
    { id: 'name', kind: 'name', label: 'Họ tên', need: true },
    { id: 'address', kind: 'address', label: 'Nơi ở', from: ['field.head'] },
    { id: 'told', kind: 'text', label: 'Gọi là', from: ['field.name'] },
    { id: 'reason', kind: 'text', label: 'Vì sao', need: true, when: { field: 'name', is: 'Lan' } },
    { id: 'paper', kind: 'text', label: 'Giấy', when: { field: 'head', filled: true } },
  ],
}
const file = {
  ...aProcedure(),
  papers: [],
  form: [{ id: 'head', kind: 'address', label: 'Chủ hộ ở' }, members],
}
const household = Procedure.parse(file)
const desk = {
  now: MORNING,
  procedure: household,
  calendar: buildCalendar([], []),
  hours: OfficeHours.parse({ morning: { from: '07:00', to: '11:00' }, afternoon: { from: '13:00', to: '17:00' }, cutOff: '15:00' }),
  office: aDossier().office,
  agency: '000.00.20.H20',
  counter: 'Q3',
  official: aDossier().official,
  range: fixedRange(3),
  last: null,
  bookNumber: 1,
}
const ids = (answers: Answers): readonly string[] => formNow(household, answers).map(({ id }) => id)

describe('a group', () => {
  test('asks first how many, then each row under its own heading', () => {
    expect(ids({})).toEqual(['head', 'members'])
    expect(ids(typed({ members: '2' })).filter(id => id.startsWith('members'))).toEqual([
      'members',
      'members.1',
      ...['name', 'address', 'told', 'reason', 'paper'].map(id => `members.1.${id}`),
      'members.2',
      ...['name', 'address', 'told', 'reason', 'paper'].map(id => `members.2.${id}`),
    ])
    expect(formNow(household, typed({ members: '2' }))).toContainEqual({ id: 'members.2', kind: 'heading', label: 'Người thứ 2', row: 2 })
  })

  test('asks in a row what the same row calls for', () => {
    const answers = typed({ members: '2', 'members.1.name': 'Lan', 'members.2.name': 'Hoa' })
    expect(missingFields(household, answers).map(({ id }) => id)).toEqual(['members.1.reason'])
    const asked = fieldsNow(household, typed({ members: '1', head: 'Ấp 3' })).filter(field => isAsked(field, typed({ head: 'Ấp 3' })))
    expect(asked.map(({ id }) => id)).toContain('members.1.paper')
  })

  test('fills a row from the form, and from its own row', () => {
    const known = { card: null, earlier: [], office: { name: '', authority: '', commune: '', province: '' }, today: TODAY }
    expect(fill(household, known, typed({ members: '1', head: 'Ấp 3', 'members.1.name': 'Lan' }))).toMatchObject({
      'members.1.address': { value: 'Ấp 3' },
      'members.1.told': { value: 'Lan' },
    })
  })

  test('of more rows than it may have is refused at the count, and opens no more', () => {
    const answers = typed({ members: '7' })
    expect(checkAnswers(household, answers, TODAY)).toContainEqual(
      expect.objectContaining({ code: 'field.number.large', field: 'members', data: { most: 4 } }),
    )
    expect(ids(answers)).not.toContain('members.5')
  })

  test('keeps at reception as many rows as were said, whatever was typed before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (typedRows, said) => {
        const rows = Array.from({ length: Math.max(typedRows, said) }, (_, row) => [`members.${row + 1}.name`, `Người ${'ABCD'[row]}`])
        const draft = aDraft({ ...Object.fromEntries(rows), members: String(said) })
        const kept = Object.keys(foresee(draft, desk).answers).filter(id => id.endsWith('.name'))
        expect(kept).toEqual(Array.from({ length: said }, (_, row) => `members.${row + 1}.name`))
      }),
    )
  })

  test('finds the field of any row by its place', () => {
    expect(fieldAt(household, 'members.3.name')).toMatchObject({ id: 'members.3.name', label: 'Họ tên', need: true })
    expect(fieldAt(household, 'members')).toMatchObject({ kind: 'number', label: 'Người cùng chuyển' })
    expect(fieldAt(household, 'members.3')).toBeUndefined()
  })
})

describe('a mistake in a file is named inside a group too', () => {
  const withGroup = (part: object): unknown => ({ ...file, form: [file.form[0], { ...members, ...part }] })
  const field = { id: 'name', kind: 'name', label: 'Họ tên' }
  test.each([
    ['a kind nobody knows', withGroup({ fields: [{ ...field, kind: 'nam' }] }), 'catalog.invalid', 'form.1.fields.0.kind'],
    ['a row without its number', withGroup({ row: 'Người' }), 'catalog.invalid', 'form.1.row'],
    [
      'a condition on no field',
      withGroup({ fields: [{ ...field, when: { field: 'x', is: '1' } }] }),
      'catalog.reference',
      'form.members.name.when',
    ],
    ['a source from no field', withGroup({ fields: [{ ...field, from: ['field.x'] }] }), 'catalog.reference', 'form.members.name.from'],
    ['an id given twice', withGroup({ fields: [field, field] }), 'catalog.twice', 'form.members.name'],
    [
      'a check on no field',
      { ...file, checks: [{ field: 'members.x', rule: 'differs', other: 'head', say: 'x' }] },
      'catalog.reference',
      'checks.0.field',
    ],
    [
      'a check of the form against some row',
      { ...file, checks: [{ field: 'head', rule: 'differs', other: 'members.name', say: 'x' }] },
      'catalog.reference',
      'checks.0.other',
    ],
    [
      'a rule nobody knows',
      { ...file, checks: [{ field: 'head', rule: 'after', other: 'head', say: 'x' }] },
      'catalog.invalid',
      'checks.0.rule',
    ],
    ['a fee over no group', { ...file, fee: [pagesOver('x')] }, 'catalog.reference', 'fee.certify'],
    ['a fee over no field of the group', { ...file, fee: [pagesOver('members')] }, 'catalog.reference', 'fee.certify'],
  ])('%s', (_, foreign, code, place) => {
    const read = readProcedure(foreign)
    expect(read.ok ? [] : read.faults).toContainEqual(expect.objectContaining({ code, field: place }))
  })
})

function pagesOver(group: string) {
  const amount = { rule: 'pages', group, pages: 'pages', copies: 'copies', first: 2, firstVnd: 2000, nextVnd: 1000, max: 200_000 }
  return { id: 'certify', name: 'Chứng thực', kind: 'phi', law: 'Thông tư số 226/2016/TT-BTC Điều 4', amount }
}

describe('the fee of several originals', () => {
  const { fee } = Procedure.parse({ ...file, fee: [pagesOver('originals')] })
  const cost = (rows: readonly (readonly [number, number])[], said = rows.length): number => {
    const values = Object.fromEntries(
      rows.flatMap(([pages, copies], row) => [
        [`originals.${row + 1}.pages`, String(pages)],
        [`originals.${row + 1}.copies`, String(copies)],
      ]),
    )
    return feeOf(fee, id => ({ ...values, originals: String(said) })[id] ?? '', Day.parse('2026-11-23')).total
  }

  test.each([
    [[[40, 1]], 42_000],
    [
      [
        [1, 2],
        [3, 1],
      ],
      9_000,
    ],
    [
      [
        [250, 3],
        [2, 1],
      ],
      604_000,
    ],
    [[[5, 0]], 0],
  ])('of %j is %i đ', (rows, total) => {
    expect(cost(rows.map(([pages = 0, copies = 0]) => [pages, copies] as const))).toBe(total)
  })

  test('is the sum of each alone, and a row that is not said costs nothing', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), rows => {
        expect(cost(rows)).toBe(rows.reduce((sum, one) => sum + cost([one]), 0))
        expect(cost(rows, Math.max(rows.length - 1, 0))).toBe(cost(rows.slice(0, -1)))
      }),
    )
  })
})
