import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day, addDays } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { checkAnswers } from '#domain/procedure/check.ts'
import type { Condition } from '#domain/procedure/condition.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import { type Field, Procedure, fieldsOfForm } from '#domain/procedure/procedure.ts'
import { formSchema, plainAnswers } from '#domain/procedure/schema.ts'
import { aProcedure } from '#kit/sitting.ts'
import { answered, filled, shipped, shippedFiles } from '../../paper/shipped.ts'

/** After every date the generators make: "not after today" is the one thing a schema cannot say. */
const LAST_DAY = Day.parse('2199-12-31')

/** As strict as it can be: an unknown keyword, a type left open or a wrong schema throws. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, validateFormats: false })

const typed = (values: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }]))

/** What is said at a counter, what is said wrongly, and what nobody says. */
const anything = fc.constantFrom(
  '',
  'x',
  ' ',
  'yes',
  'no',
  'Đặng Thị Nở 2',
  'Nguyễn Thị H?a',
  'Nguyễn Th\uFFFD Hoa',
  '12',
  '0',
  '1234567',
  '-1',
  '2025-02-29',
  '2024-02-29',
  '0990-11-01',
  '1879-12-31',
  '31/02/1990',
  '29/02/2025',
  '01/01/1879',
  '1880',
  '1879',
  '90',
  '5/2030',
  '1-12-2027',
  '25 giờ 70 phút',
  '24:00',
  '14:60',
  '<<<>>>',
  '@@@',
  '   ',
  "K'Brếu",
  '09.12 345 678',
  '+84912345678',
  '12345678',
  '+1234567890123',
  'female',
  '123456789',
  '12345678901é',
)
const someDay = fc.integer({ min: 0, max: 60_000 }).map(days => addDays(Day.parse('1900-01-01'), days))
function fitting({ kind, choices = [] }: Field): fc.Arbitrary<string> {
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...choices.map(({ value }) => value))
    case 'sex':
      return fc.constantFrom('male', 'female')
    case 'date':
      return someDay
    case 'year':
      return fc.oneof(someDay, fc.constantFrom('1990', '15/01/1990', '1/1/2000', '29/02/2024'))
    case 'time':
      return fc.constantFrom('14:05', '14 giờ 05 phút', '0h', '23h59')
    case 'number':
      return fc.integer({ min: 0, max: 70 }).map(String)
    case 'citizen-number':
      return fc.constantFrom('087190012345', '123456789')
    case 'phone':
      return fc.constantFrom('0912345678', '0277 385 0001')
    case 'name':
    case 'text':
    case 'address':
      return fc.constantFrom('Nguyễn Thị Hương Lan', 'Ấp Thượng')
  }
}

/** A form half rightly, half wrongly filled, beginning from one that is complete. */
const saidOn = (procedure: Procedure): fc.Arbitrary<Answers> => {
  const complete = answered(procedure, filled(procedure))
  const fields = fieldsNow(procedure, { ...complete, ...typed(Object.fromEntries(groupsIn(procedure).map(id => [id, '2']))) })
  const changes = fields.map(field => fc.tuple(fc.constant(field.id), fc.oneof({ weight: 3, arbitrary: fitting(field) }, anything)))
  return fc
    .subarray(changes, { maxLength: 6 })
    .chain(chosen => fc.tuple(...chosen))
    .map(said => ({ ...complete, ...typed(Object.fromEntries(said)) }))
}

const groupsIn = ({ form }: Procedure): readonly string[] => form.filter(({ kind }) => kind === 'group').map(({ id }) => id)

const codes = shippedFiles().map(file => file.replace('.json', ''))

describe.each(codes)('the form of %s as JSON Schema', code => {
  const procedure = shipped(code)
  const schema = formSchema(procedure)
  const accepts = ajv.compile(schema)

  test('takes and refuses what the counter takes and refuses', () => {
    fc.assert(
      fc.property(saidOn(procedure), answers => {
        const faults = checkAnswers(procedure, answers, LAST_DAY).filter(({ code: what }) => what !== 'field.together')
        expect([accepts(plainAnswers(procedure, answers)), faults]).toEqual([faults.length === 0, faults])
      }),
      { numRuns: 300 },
    )
  })

  test('takes a complete form, and names each needed field that is taken away', () => {
    const complete = answered(procedure, filled(procedure))
    expect(accepts(plainAnswers(procedure, complete))).toBe(true)
    for (const field of fieldsOfForm(procedure).filter(({ need, when }) => need && when === undefined)) {
      expect(accepts(plainAnswers(procedure, { ...complete, ...typed({ [field.id]: '' }) }))).toBe(false)
      expect(JSON.stringify(accepts.errors)).toContain(`"missingProperty":"${field.id}"`)
    }
  })

  test('says its edition, and of every field its label and what is asked aloud', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:khong-viet:procedure:${procedure.code}:${procedure.edition}`,
      title: procedure.name,
      type: 'object',
      properties: Object.fromEntries(
        fieldsOfForm(procedure).map(({ id, label, ask }) => [id, { title: label, ...(ask === undefined ? {} : { description: ask }) }]),
      ),
    })
  })
})

describe('a condition', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const asking = (when: Condition) =>
    Procedure.parse({
      ...aProcedure(),
      papers: [],
      form: [
        { id: 'one', kind: 'choice', label: 'Một', choices },
        { id: 'two', kind: 'number', label: 'Hai' },
        { id: 'last', kind: 'text', label: 'Sau', need: true, when },
      ],
    })
  const conditions: readonly Condition[] = [
    { field: 'one', is: 'a' },
    { field: 'one', is: '' },
    { field: 'one', in: ['a', 'b'] },
    { field: 'one', in: ['', 'b'] },
    { field: 'one', filled: true },
    { field: 'one', filled: false },
    { field: 'two', is: '2' },
    {
      all: [
        { field: 'one', is: 'a' },
        { field: 'two', filled: true },
      ],
    },
    {
      any: [
        { field: 'one', is: 'a' },
        { field: 'two', in: ['1', '2'] },
      ],
    },
    { not: { any: [{ field: 'one', is: 'b' }, { not: { field: 'two', filled: true } }] } },
  ]
  const everything = ['', 'a', 'b'].flatMap(one => ['', '1', '2', '3'].flatMap(two => ['', 'said'].map(last => ({ one, two, last }))))

  test.each(conditions)('%j is the same in both', when => {
    const procedure = asking(when)
    const accepts = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(formSchema(procedure))
    for (const said of everything) {
      const taken = checkAnswers(procedure, typed(said), LAST_DAY).length === 0
      expect([said, accepts(plainAnswers(procedure, typed(said)))]).toEqual([said, taken])
    }
  })
})

test('names what a schema cannot say', () => {
  expect(formSchema(shipped('1.001193'))['$comment']).toMatch(/may not lie after the day of reception: .*child\.birth/)
})
