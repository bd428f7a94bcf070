import { describe, expect, test } from 'vitest'
import { readProcedure } from '#domain/procedure/procedure-file.ts'

const text = { id: 'who', kind: 'text', label: 'Ai' }
const choices = [
  { value: 'self', label: 'Bản thân' },
  { value: 'other', label: 'Người khác' },
]
const choice = { id: 'for', kind: 'choice', label: 'Cho', choices }
const number = { id: 'copies', kind: 'number', label: 'Số bản', min: 1, max: 9 }
const day = { id: 'since', kind: 'date', label: 'Từ ngày' }
const name = { id: 'name', kind: 'name', label: 'Tên' }
const form = [text, choice, number, day, name]
const file = {
  code: '9.000001',
  name: 'Thủ tục',
  edition: '2026-01',
  effectiveFrom: '2026-01-01',
  sector: { code: 'HT', name: 'Hộ tịch' },
  law: ['x'],
  takes: { sameDay: true },
  result: 'x',
  comes: 'x',
  declaration: null,
  form,
}
const fee = (part: object) => ({ id: 'fee', name: 'Phí', kind: 'phi', law: 'x', amount: { rule: 'fixed', vnd: 1 }, ...part })
const paper = { id: 'card', name: 'Thẻ', need: 'shown' }
const group = (part: object) => ({ id: 'people', kind: 'group', label: 'Những người', fields: [name, choice], ...part })
// oxlint-disable-next-line unicorn/no-thenable -- the word of the catalogue's files
const afterName = { within: { field: 'name', days: 1 }, then: 'a', else: 'b' }
const faultsOf = (part: object) => {
  const read = readProcedure({ ...file, ...part })
  return read.ok ? [] : read.faults.map(({ code, field }) => `${code} ${field ?? ''}`)
}

const declares = (...prints: readonly unknown[]) => ({
  declaration: [{ title: 'TỜ KHAI', law: 'x', oath: 'x', prints: ['who', 'for', 'copies', 'since', 'name', ...prints] }],
})

test('a file that means something is taken', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf(declares({ heading: 'Thôi' }, { id: 'sex', label: 'Giới tính', value: 'Nam' }, { field: 'who', label: 'Ai?' }))).toEqual(
    [],
  )
})

test('a single declaration is a list of one, and a list may not be empty', () => {
  const one = { title: 'TỜ KHAI', law: 'x', oath: 'x' }
  expect(readProcedure({ ...file, declaration: one })).toMatchObject({ ok: true, value: { declaration: [one] } })
  expect(readProcedure({ ...file, declaration: [one, one] })).toMatchObject({ ok: true, value: { declaration: [one, one] } })
  expect(faultsOf({ declaration: [] })).toEqual(['catalog.invalid declaration'])
  expect(faultsOf({ declaration: [one, one, one, one] })).toEqual(['catalog.invalid declaration'])
})

describe('refused at its place', () => {
  test.each([
    ['a choice of nothing', { form: [{ ...choice, choices: [] }] }, 'catalog.choices form.for.choices'],
    ['a choice without choices', { form: [{ id: 'for', kind: 'choice', label: 'Cho', need: true }] }, 'catalog.choices form.for.choices'],
    ['one value twice', { form: [{ ...choice, choices: [...choices, ...choices.slice(0, 1)] }] }, 'catalog.twice form.for.choices'],
    ['a default nobody can choose', { form: [{ ...choice, from: ['=nobody'] }] }, 'catalog.value form.for.from'],
    ['a default of no sex', { form: [{ id: 'sex', kind: 'sex', label: 'X', from: ['=nam'] }] }, 'catalog.value form.sex.from'],
    [
      'a default under a condition',
      { form: [...form, { ...choice, id: 'too', from: [{ from: '=none', when: { field: 'for', is: 'self' } }] }] },
      'catalog.value form.too.from',
    ],
    [
      'a condition on a value nobody can choose',
      { form: [...form, { ...text, id: 'x', when: { not: { any: [{ field: 'for', in: ['self', 'nobody'] }] } } }] },
      'catalog.value form.x.when',
    ],
    ['the same at a paper', { papers: [{ ...paper, when: { field: 'for', is: 'nobody' } }] }, 'catalog.value papers.card.when'],
    ['the same at a fee', { fee: [fee({ when: { field: 'for', is: 'nobody' } })] }, 'catalog.value fee.fee.when'],
    [
      'the same at an exemption',
      { fee: [fee({ free: [{ when: { field: 'for', is: 'nobody' }, law: 'x', reason: 'x' }] })] },
      'catalog.value fee.fee.free',
    ],
    [
      'the same at a limit',
      { takesWhen: [{ when: { field: 'for', is: 'nobody' }, takes: { working: 1 } }] },
      'catalog.value takesWhen.0.when',
    ],
    [
      'the same in a row',
      { form: [group({ fields: [choice, { ...text, when: { field: 'for', is: 'nobody' } }] })] },
      'catalog.value form.people.who.when',
    ],
    ['a paper twice', { papers: [paper, paper] }, 'catalog.twice papers.card'],
    ['a fee twice', { fee: [fee({}), fee({})] }, 'catalog.twice fee.fee'],
    ['a field twice', { form: [text, text] }, 'catalog.twice form.who'],
    ['a group and a field of one name', { form: [group({}), { ...text, id: 'people' }] }, 'catalog.twice form.people'],
    ['a field of the name of a row’s field', { form: [group({}), { ...text, id: 'people.name' }] }, 'catalog.twice form.people.name'],
    ['a price for each of a text', { fee: [fee({ amount: { rule: 'each', field: 'who', vnd: 1 } })] }, 'catalog.kind fee.fee.amount'],
    [
      'pages counted in a name',
      { fee: [fee({ amount: { rule: 'pages', pages: 'name', copies: 'copies', first: 2, firstVnd: 2, nextVnd: 1, max: 9 } })] },
      'catalog.kind fee.fee.amount',
    ],
    ['a least above the most', { form: [{ ...number, min: 9, max: 1 }] }, 'catalog.span form.copies.min'],
    ['a group of more than its most', { form: [group({ min: 5, max: 2 })] }, 'catalog.span form.people.min'],
    ['days compared in a name', { checks: [{ field: 'name', rule: 'before', other: 'since', say: 'x' }] }, 'catalog.kind checks.0.field'],
    [
      'an age on a number',
      { checks: [{ field: 'since', rule: 'at-least-age', years: 1, other: 'copies', say: 'x' }] },
      'catalog.kind checks.0.other',
    ],
    ['a term counted from a name', { form: [name, { ...text, from: [afterName] }] }, 'catalog.kind form.who.from'],
    ['a declaration that prints what is not asked', declares('colour'), 'catalog.reference declaration.0.prints.5'],
    ['the same under other words', declares({ field: 'colour', label: 'Màu' }), 'catalog.reference declaration.0.prints.5'],
    [
      'a line of a declaration for a field that is not there',
      declares({ heading: 'Thôi', when: { field: 'colour', filled: true } }),
      'catalog.reference declaration.0.prints.5',
    ],
    [
      'a line for a value nobody can choose',
      declares({ heading: 'Thôi', when: { field: 'for', is: 'nobody' } }),
      'catalog.value declaration.0.prints.5',
    ],
    ['a fact that is asked too', declares({ id: 'who', label: 'Ai', value: 'x' }), 'catalog.twice declaration.0.prints.5'],
    [
      'a hand of nobody',
      { declaration: [{ title: 'TỜ KHAI', law: 'x', oath: 'x', beside: [{ who: 'Ý kiến', name: 'colour' }] }] },
      'catalog.reference declaration.0.beside.0',
    ],
    [
      'what is asked and stands on no declaration',
      { declaration: [{ title: 'TỜ KHAI', law: 'x', oath: 'x', prints: ['who', 'for', 'copies', 'since'] }] },
      'catalog.unprinted form.name',
    ],
    ['a repeal before the beginning', { repealedFrom: '2025-12-31' }, 'catalog.repealed repealedFrom'],
    ['a field that waits for itself', { form: [{ ...text, when: { field: 'who', filled: true } }] }, 'catalog.self form.who.when'],
    [
      'a field of a row that waits for itself',
      { form: [group({ fields: [{ ...name, when: { field: 'name', filled: true } }] })] },
      'catalog.self form.people.name.when',
    ],
    ['a period that ends before it begins', { fee: [fee({ from: '2026-02-01', until: '2026-01-01' })] }, 'catalog.period fee.fee.until'],
  ])('%s', (_, part, fault) => expect(faultsOf(part)).toEqual([fault]))
})
