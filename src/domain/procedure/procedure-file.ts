import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { fieldsOf } from './condition.ts'
import { TODAY } from './cross-check.ts'
import type { FeeItem } from './fee.ts'
import { nonsenseIn } from './nonsense.ts'
import { printConditions, printNames } from './printed.ts'
import { type Field, type Group, Procedure, fieldsOfForm, sourcesOf } from './procedure.ts'
import { inVietnamese, reasonOf } from './reason.ts'

/**
 * Reads one procedure file. Refused whole, with a fault per wrong place: `field` is the path inside the file, `reason`
 * (in `data`) what the schema said.
 */
export function readProcedure(foreign: unknown): Result<Procedure> {
  const parsed = Procedure.safeParse(foreign, inVietnamese)
  if (!parsed.success) {
    return refuse(
      ...parsed.error.issues.map(issue => inputFault('catalog.invalid', issue.path.join('.') || '(file)', { reason: reasonOf(issue) })),
    )
  }
  const strays = strayReferences(parsed.data).map(({ at, to }) => inputFault('catalog.reference', at, { reason: to }))
  const faults = [...strays, ...nonsenseIn(parsed.data)]
  return faults.length > 0 ? refuse(...faults) : ok(parsed.data)
}

/** A place of the file that names a field, and the name. */
type Reference = { readonly at: string; readonly to: string }

const groupsOf = ({ form }: Procedure): readonly Group[] => form.filter(item => item.kind === 'group')

/** Conditions, sources, fees, checks and declarations that speak of a field which the form does not have. */
function strayReferences(procedure: Procedure): readonly Reference[] {
  const ids = new Set(fieldsOfForm(procedure).map(field => field.id))
  const inRows = new Set(groupsOf(procedure).flatMap(({ id, fields }) => fields.map(field => `${id}.${field.id}`)))
  const spoken = [
    ...procedure.form.flatMap(item => spokenIn(item, `form.${item.id}`)),
    ...procedure.papers.flatMap(paper => fieldsOf(paper.when).map(to => ({ at: `papers.${paper.id}.when`, to }))),
    ...procedure.fee.flatMap(item => feeFields(item).map(to => ({ at: `fee.${item.id}`, to }))),
    ...procedure.takesWhen.flatMap(({ when }, index) => fieldsOf(when).map(to => ({ at: `takesWhen.${index}.when`, to }))),
    ...procedure.checks.flatMap(({ when }, index) => fieldsOf(when).map(to => ({ at: `checks.${index}.when`, to }))),
    ...printConditions(procedure).flatMap(({ at, when }) => fieldsOf(when).map(to => ({ at, to }))),
  ]
  return [
    ...spoken.filter(({ to }) => !ids.has(to)),
    ...printNames(procedure).filter(({ to }) => procedure.form.every(({ id }) => id !== to)),
    ...groupsOf(procedure).flatMap(({ id, fields }) => {
      const own = new Set(fields.map(field => field.id))
      return fields.flatMap(field => spokenIn(field, `form.${id}.${field.id}`)).filter(({ to }) => !own.has(to) && !ids.has(to))
    }),
    ...procedure.fee.flatMap(item => strayRowFields(item, groupsOf(procedure))),
    ...procedure.checks.flatMap((check, index) =>
      [
        { at: `checks.${index}.field`, to: check.field },
        ...(check.other === TODAY ? [] : [{ at: `checks.${index}.other`, to: check.other }]),
      ].filter(({ to }) => !ids.has(to) && !inRows.has(to)),
    ),
    ...procedure.checks.flatMap((check, index) => strayRow(check.field, check.other, inRows, `checks.${index}.other`)),
  ]
}

/** A row may be held against its own row or the form, the form never against some row. */
const strayRow = (field: string, other: string, inRows: ReadonlySet<string>, at: string): readonly Reference[] =>
  inRows.has(other) && (!inRows.has(field) || groupOf(field, inRows) !== groupOf(other, inRows)) ? [{ at, to: other }] : []

const groupOf = (field: string, inRows: ReadonlySet<string>): string => (inRows.has(field) ? field.slice(0, field.indexOf('.')) : '')

/** The fields that the condition and the sources of an item speak of. */
function spokenIn(item: Pick<Field, 'when'> & Partial<Pick<Field, 'from'>>, at: string): readonly Reference[] {
  const from = item.from ?? []
  return [
    ...fieldsOf(item.when).map(to => ({ at: `${at}.when`, to })),
    ...sourcesOf({ from })
      .filter(source => source.startsWith('field.'))
      .map(source => ({ at: `${at}.from`, to: source.slice('field.'.length) })),
    ...from.flatMap(one => (typeof one === 'string' || 'within' in one ? [] : fieldsOf(one.when).map(to => ({ at: `${at}.from`, to })))),
  ]
}

function feeFields(item: FeeItem): readonly string[] {
  const quantities = item.amount.rule === 'each' ? [item.amount.field] : []
  const pages = item.amount.rule === 'pages' && item.amount.group === undefined ? [item.amount.pages, item.amount.copies] : []
  return [...quantities, ...pages, ...fieldsOf(item.when), ...item.free.flatMap(free => fieldsOf(free.when))]
}

/** A fee that is summed over rows names a group, and fields of it. */
function strayRowFields({ id, amount }: FeeItem, groups: readonly Group[]): readonly Reference[] {
  if (amount.rule !== 'pages' || amount.group === undefined) return []
  const group = groups.find(one => one.id === amount.group)
  if (group === undefined) return [{ at: `fee.${id}`, to: amount.group }]
  return [amount.pages, amount.copies]
    .filter(to => group.fields.every(field => field.id !== to))
    .map(to => ({ at: `fee.${id}`, to: `${group.id}.${to}` }))
}
