import { type Fault, inputFault } from '../kernel/result.ts'
import { type Condition, valuesIn } from './condition.ts'
import { TODAY } from './cross-check.ts'
import type { FeeItem } from './fee.ts'
import { factsLikeFields, printConditions, unprinted } from './printed.ts'
import { type Field, type FieldKind, type Group, type Procedure, countField } from './procedure.ts'

/** A place of the file with what is said there, and the fields that can be meant there, by the names used there. */
type Spot = { readonly at: string; readonly near: ReadonlyMap<string, Field> }

/**
 * What a procedure file says that no form could mean, though each word of it is known: a choice of nothing, a condition on a
 * value that cannot be chosen, a price for each of a name. Found before anybody sits in front of it.
 */
export function nonsenseIn(procedure: Procedure): readonly Fault[] {
  const fields = new Map(namedFields(procedure.form))
  return [
    ...procedure.form.flatMap(item => (item.kind === 'heading' ? [] : itemNonsense(item, { at: `form.${item.id}`, near: fields }))),
    ...procedure.form.flatMap(item => valuesUnknown(item.when, { at: `form.${item.id}.when`, near: fields })),
    ...procedure.papers.flatMap(paper => valuesUnknown(paper.when, { at: `papers.${paper.id}.when`, near: fields })),
    ...procedure.takesWhen.flatMap(({ when }, index) => valuesUnknown(when, { at: `takesWhen.${index}.when`, near: fields })),
    ...procedure.fee.flatMap(item => feeNonsense(item, { at: `fee.${item.id}`, near: fields })),
    ...procedure.checks.flatMap((check, index) => [
      ...valuesUnknown(check.when, { at: `checks.${index}.when`, near: fields }),
      ...(check.rule === 'differs' ? [] : noDays(check, `checks.${index}`, fields)),
    ]),
    ...twice(procedure.papers.map(({ id }) => id)).map(id => inputFault('catalog.twice', `papers.${id}`, { id })),
    ...twice(procedure.fee.map(({ id }) => id)).map(id => inputFault('catalog.twice', `fee.${id}`, { id })),
    ...printConditions(procedure).flatMap(({ at, when }) => valuesUnknown(when, { at, near: fields })),
    ...factsLikeFields(procedure).map(({ at, to }) => inputFault('catalog.twice', at, { id: to })),
    ...unprinted(procedure).map(id => inputFault('catalog.unprinted', `form.${id}`)),
    ...clashes(procedure.form).map(id => inputFault('catalog.twice', `form.${id}`, { id })),
    ...backwards(procedure),
  ]
}

/** Every field by the name other places call it: those of a group as `members.name` too. */
const namedFields = (form: Procedure['form']): readonly (readonly [string, Field])[] =>
  form.flatMap(item => {
    if (item.kind === 'heading') return []
    if (item.kind !== 'group') return [[item.id, item] as const]
    return [[item.id, countField(item)] as const, ...item.fields.map(field => [`${item.id}.${field.id}`, field] as const)]
  })

function itemNonsense(item: Field | Group, spot: Spot): readonly Fault[] {
  const span = item.min !== undefined && item.max !== undefined && item.min > item.max
  return [
    ...(span ? [inputFault('catalog.span', `${spot.at}.min`, { least: item.min ?? 0, most: item.max ?? 0 })] : []),
    ...(valuesIn(item.when).some(({ field }) => field === item.id) ? [inputFault('catalog.self', `${spot.at}.when`)] : []),
    ...(item.kind === 'group' ? rowNonsense(item, spot) : fieldNonsense(item, spot)),
  ]
}

function rowNonsense({ id: group, fields }: Group, { at, near }: Spot): readonly Fault[] {
  const inRow = new Map([...near, ...fields.map(field => [field.id, field] as const)])
  return [
    ...twice(fields.map(({ id }) => id)).map(id => inputFault('catalog.twice', `${at}.${id}`, { id })),
    ...fields.flatMap(field => [
      ...itemNonsense(field, { at: `form.${group}.${field.id}`, near: inRow }),
      ...valuesUnknown(field.when, { at: `form.${group}.${field.id}.when`, near: inRow }),
    ]),
  ]
}

function fieldNonsense(field: Field, { at, near }: Spot): readonly Fault[] {
  const choices = (field.choices ?? []).map(({ value }) => value)
  const defaults = field.from.flatMap(item => {
    if (typeof item === 'string') return constantIn(item)
    return 'within' in item ? [item.then, item.else] : constantIn(item.from)
  })
  return [
    ...(field.kind === 'choice' && choices.length === 0 ? [inputFault('catalog.choices', `${at}.choices`)] : []),
    ...twice(choices).map(id => inputFault('catalog.twice', `${at}.choices`, { id })),
    ...defaults.flatMap(value => unknownValue(value, field, `${at}.from`)),
    ...field.from.flatMap(item => {
      if (typeof item === 'string') return []
      if ('when' in item) return valuesUnknown(item.when, { at: `${at}.from`, near })
      return kindIn(item.within.field, ['date'], near, `${at}.from`)
    }),
  ]
}

const constantIn = (source: string): readonly string[] => (source.startsWith('=') ? [source.slice(1)] : [])

function feeNonsense({ amount, when, free, from, until }: FeeItem, { at, near }: Spot): readonly Fault[] {
  const counts = amount.rule === 'each' ? [amount.field] : []
  const row = amount.rule === 'pages' && amount.group !== undefined ? `${amount.group}.` : ''
  const pages = amount.rule === 'pages' ? [`${row}${amount.pages}`, `${row}${amount.copies}`] : []
  return [
    ...[...counts, ...pages].flatMap(field => kindIn(field, ['number'], near, `${at}.amount`)),
    ...valuesUnknown(when, { at: `${at}.when`, near }),
    ...free.flatMap(exemption => valuesUnknown(exemption.when, { at: `${at}.free`, near })),
    ...[{ from, until }, ...free]
      .filter(isBackwards)
      .map(period => inputFault('catalog.period', `${at}.until`, { from: period.from ?? '' })),
  ]
}

/** Days that are compared stand in fields that hold days. */
function noDays({ field, other }: { readonly field: string; readonly other: string }, at: string, near: Spot['near']): readonly Fault[] {
  const days: readonly FieldKind[] = ['date', 'year']
  return [...kindIn(field, days, near, `${at}.field`), ...(other === TODAY ? [] : kindIn(other, days, near, `${at}.other`))]
}

/** A field that is not there is named elsewhere. */
function kindIn(id: string, kinds: readonly FieldKind[], near: Spot['near'], at: string): readonly Fault[] {
  const kind = near.get(id)?.kind
  return kind === undefined || kinds.includes(kind) ? [] : [inputFault('catalog.kind', at, { field: id, kind, wanted: kinds.join(', ') })]
}

const valuesUnknown = (condition: Condition | undefined, { at, near }: Spot): readonly Fault[] =>
  valuesIn(condition).flatMap(({ field: id, values }) => {
    const field = near.get(id)
    return field === undefined ? [] : values.filter(value => value !== '').flatMap(value => unknownValue(value, field, at))
  })

function unknownValue(value: string, { id, kind, choices = [] }: Field, at: string): readonly Fault[] {
  const known = kind === 'sex' ? ['male', 'female'] : choices.map(choice => choice.value)
  if ((kind !== 'choice' && kind !== 'sex') || known.length === 0 || known.includes(value)) return []
  return [inputFault('catalog.value', at, { value, field: id, known: known.join(', ') })]
}

/** Ids of the form that are given twice, or that a field of a group is called by. */
function clashes(form: Procedure['form']): readonly string[] {
  const rows = form.flatMap(item => (item.kind === 'group' ? item.fields.map(field => `${item.id}.${field.id}`) : []))
  return twice([...rows, ...form.map(({ id }) => id)])
}

function backwards({ effectiveFrom, repealedFrom }: Procedure): readonly Fault[] {
  if (repealedFrom === undefined || repealedFrom > effectiveFrom) return []
  return [inputFault('catalog.repealed', 'repealedFrom', { from: effectiveFrom })]
}

const isBackwards = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): boolean =>
  from !== undefined && until !== undefined && until < from

const twice = (ids: readonly string[]): readonly string[] => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
