import { missingCase } from '../kernel/missing-case.ts'
import { type Answers, valueIn } from './answer.ts'
import { TIME_PATTERN } from './clock-time.ts'
import { type Condition, fieldsOf } from './condition.ts'
import { rowFields } from './group.ts'
import { NAME_PATTERN } from './name.ts'
import type { Field, Group, Procedure } from './procedure.ts'
import { DAY_PATTERN, SPAN_PATTERN } from './span.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** A field, or a group as the list of its rows. */
type Item = Field | Group

const itemsOf = ({ form }: Procedure): readonly Item[] => form.filter(item => item.kind !== 'heading')

/**
 * The form of a procedure as JSON Schema 2020-12. It takes `plainAnswers` exactly where `checkAnswers` takes the answers,
 * but for what `$comment` names. What only counts under a condition stands in `allOf` as `if`/`then`, so that a value
 * nobody asks for now never refuses the rest.
 */
export function formSchema(procedure: Procedure): JsonSchema {
  const fields = itemsOf(procedure)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:khong-viet:procedure:${procedure.code}:${procedure.edition}`,
    $comment: unsaid(fields, procedure.checks),
    title: procedure.name,
    ...objectSchema(fields),
  }
}

function objectSchema(fields: readonly Item[]): JsonSchema {
  const allOf = conditional(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [field.id, field.when === undefined ? fieldSchema(field) : described(field)])),
    required: needed(fields.filter(field => field.when === undefined)),
    ...(allOf.length === 0 ? {} : { allOf }),
  }
}

type PlainRow = { readonly [field: string]: string | number }

/** The values of a form as plain JSON, `{ field: value }`: numbers as numbers, groups as lists of rows, what was not said left out. */
export const plainAnswers = (procedure: Procedure, answers: Answers): { readonly [field: string]: string | number | readonly PlainRow[] } =>
  Object.fromEntries(
    itemsOf(procedure).flatMap(item => {
      const value = valueIn(answers)(item.id)
      if (value === '') return []
      return [[item.id, item.kind === 'group' && DIGITS.test(value) ? plainRows(item, Number(value), answers) : plainValue(item, value)]]
    }),
  )

/** One row more than a group may have says as well as a thousand that there are too many. */
const plainRows = (group: Group, count: number, answers: Answers): readonly PlainRow[] =>
  Array.from({ length: Math.min(count, group.max + 1) }, (_, index) =>
    Object.fromEntries(
      rowFields(group, index + 1).flatMap((field, at) => {
        const value = valueIn(answers)(field.id)
        return value === '' ? [] : [[group.fields[at]?.id ?? field.id, plainValue(field, value)]]
      }),
    ),
  )

const plainValue = (field: Pick<Item, 'kind'>, value: string): string | number =>
  field.kind === 'number' && DIGITS.test(value) ? Number(value) : value

/** More digits than these no count of copies, pages or people has. */
const DIGITS = /^\d{1,6}$/
const LARGEST = 999_999

/** What a schema has no words for, said where who reads it will look. */
function unsaid(items: readonly Item[], checks: Procedure['checks']): string {
  const past = items.flatMap(pastIn)
  const days = past.length === 0 ? '' : ` A date that may not lie after the day of reception: ${past.join(', ')}.`
  const together = checks.filter(({ weight }) => weight === 'fault').map(({ field, rule, other }) => `${field} ${rule} ${other}`)
  const pairs = together.length === 0 ? '' : ` What two answers must be to each other: ${together.join(', ')}.`
  return `Not expressed here: where a value comes from, papers and fees.${days}${pairs}`
}

function pastIn(item: Item): readonly string[] {
  if (item.kind === 'group') return item.fields.flatMap(pastIn).map(id => `${item.id}.${id}`)
  return item.past ? [item.id] : []
}

/** One `if`/`then` for each condition, with all the fields that hang on it. */
function conditional(fields: readonly Item[]): readonly JsonSchema[] {
  const conditions = new Map<string, { readonly when: Condition; readonly fields: Item[] }>()
  for (const field of fields) {
    if (field.when === undefined) continue
    const key = JSON.stringify(field.when)
    const group = conditions.get(key) ?? { when: field.when, fields: [] }
    group.fields.push(field)
    conditions.set(key, group)
  }
  return [...conditions.values()].map(({ when, fields: asked }) => ({
    if: conditionSchema(when, fields),
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: { properties: Object.fromEntries(asked.map(field => [field.id, fieldSchema(field)])), required: needed(asked) },
  }))
}

const needed = (fields: readonly Item[]): readonly string[] => fields.filter(isNeeded).map(field => field.id)

const isNeeded = (item: Item): boolean => item.need || (item.kind === 'group' && item.min > 0)

/** A condition as a schema: an answer that was not given is a property that is not there. */
function conditionSchema(condition: Condition, fields: readonly Item[]): JsonSchema {
  if ('is' in condition) return valueSchema(condition.field, [condition.is], fields)
  if ('in' in condition) return valueSchema(condition.field, condition.in, fields)
  if ('filled' in condition) return condition.filled ? present(condition.field) : absent(condition.field)
  if ('all' in condition) return { allOf: condition.all.map(part => conditionSchema(part, fields)) }
  if ('any' in condition) return { anyOf: condition.any.map(part => conditionSchema(part, fields)) }
  if ('not' in condition) return { not: conditionSchema(condition.not, fields) }
  return missingCase(condition)
}

function valueSchema(id: string, values: readonly string[], fields: readonly Item[]): JsonSchema {
  const field = fields.find(one => one.id === id)
  const plain = values.filter(value => value !== '').map(value => (field === undefined ? value : plainValue(field, value)))
  if (plain.length === 0) return absent(id)
  const given = { properties: { [id]: field?.kind === 'group' ? countSchema(values) : oneOfThese(plain) }, required: [id] }
  return values.includes('') ? { anyOf: [given, absent(id)] } : given
}

const oneOfThese = (plain: readonly (string | number)[]): JsonSchema => (plain.length === 1 ? { const: plain[0] } : { enum: plain })

/** So many rows. */
const countSchema = (counts: readonly string[]): JsonSchema => ({
  anyOf: counts.filter(count => DIGITS.test(count)).map(count => ({ type: 'array', minItems: Number(count), maxItems: Number(count) })),
})

const present = (id: string): JsonSchema => ({ properties: { [id]: true }, required: [id] })
const absent = (id: string): JsonSchema => ({ not: present(id) })

/** What a form tool shows of a field whether it is asked now or not. */
const described = ({ label, ask, kind }: Item): JsonSchema => ({
  title: label,
  ...(ask === undefined ? {} : { description: ask }),
  type: JSON_TYPES[kind] ?? 'string',
})

/** A number, or a number of rows, that is none stays the text it was typed as. */
const JSON_TYPES: { readonly [kind: string]: readonly string[] | undefined } = {
  number: ['integer', 'string'],
  group: ['array', 'string'],
}

/** Everything that holds for a field while it is asked: the same rules as `checkAnswers`, in the words of the standard. */
const fieldSchema = (item: Item): JsonSchema => ({ ...described(item), ...(item.kind === 'group' ? rowsSchema(item) : kindSchema(item)) })

const rowsSchema = ({ min, max, fields }: Group): JsonSchema => ({
  type: 'array',
  minItems: min,
  maxItems: max,
  items: objectSchema(fields.map(field => inRow(field, fields))),
})

/** What hangs on a field outside its row is not expressed: it is then neither wanted nor refused. */
function inRow(field: Field, row: readonly Field[]): Field {
  if (fieldsOf(field.when).every(id => row.some(one => one.id === id))) return field
  return { ...field, need: false }
}

function kindSchema({ kind, choices = [], min, max }: Field): JsonSchema {
  switch (kind) {
    case 'date':
      return { format: 'date', pattern: `^${DAY_PATTERN}$` }
    case 'year':
      return { pattern: `^\\s*${SPAN_PATTERN}\\s*$` }
    case 'time':
      return { pattern: `^\\s*${TIME_PATTERN}\\s*$` }
    case 'number':
      return { type: 'integer', minimum: Math.max(min ?? 0, 0), maximum: Math.min(max ?? LARGEST, LARGEST) }
    case 'choice':
      return { enum: choices.map(({ value }) => value), oneOf: choices.map(({ value, label }) => ({ const: value, title: label })) }
    case 'sex':
      return { enum: ['male', 'female'] }
    case 'citizen-number':
      return { pattern: '^(\\d{12}|\\d{9})$' }
    case 'phone':
      return { pattern: '^[ .]*(\\+[ .]*)?(\\d[ .]*){9,12}$' }
    case 'name':
      return { pattern: NAME_PATTERN }
    case 'text':
    case 'address':
      return { minLength: 1, pattern: '^[^\\uFFFD]*$' }
    default:
      return missingCase(kind)
  }
}
