import { expect, test } from 'vitest'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import { foreignFile } from '../../paper/shipped.ts'

const FILE = foreignFile('2.000815.json')
const broken = (part: Readonly<Record<string, unknown>>): unknown => ({ ...(typeof FILE === 'object' ? FILE : {}), ...part })
const form = (part: object) => ({ form: [{ id: 'one', kind: 'text', label: 'Một', ...part }] })

test.each([
  ['a limit below one', { takes: { working: -3 } }, 'takes.working', /Quá nhỏ.*>0/],
  ['a limit that is none', { takes: { sameDay: false } }, 'takes', /sameDay: .*true/],
  ['a name that is a number', { name: 3 }, 'name', /^phải là chữ/],
  ['a result nobody wrote', { result: undefined }, 'result', /^thiếu mục này; phải là chữ/],
  ['a member nobody knows', { colour: 1 }, '(file)', /colour/],
  ['a kind of field nobody knows', form({ kind: 'nam' }), 'form.0.kind', /heading \| group \| name \| text/],
  ['a source nobody knows', form({ from: ['card.nme'] }), 'form.0.from.0', /card\.name/],
  ['a declaration without an oath', { declaration: { title: 'TỜ KHAI', law: 'x' } }, 'declaration', /^oath: thiếu mục này/],
  ['one of several without an oath', { declaration: [{ title: 'TỜ KHAI', law: 'x' }] }, 'declaration', /^0\.oath: thiếu mục này/],
  ['a condition with a slip of the pen', form({ when: { field: 'one', iss: 'x' } }), 'form.0.when', /iss/],
])('%s is named with what would do', (_, part, field, reason) => {
  const read = readProcedure(broken(part))
  expect(read).toMatchObject({ ok: false, faults: [{ code: 'catalog.invalid', field, data: { reason: expect.stringMatching(reason) } }] })
})
