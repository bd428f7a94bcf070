import { type Condition, fieldsOf } from './condition.ts'
import { DESK, type Declaration, type Printed, type PrintedFact } from './declaration.ts'
import type { Procedure } from './procedure.ts'

/** A condition of a declaration, and its place in the file. */
type Placed = { readonly at: string; readonly when: Condition | undefined }

/** A place of the file that names something of the form, and the name. */
type Named = { readonly at: string; readonly to: string }

/** What a declaration's line names of the form, `null` where it has words of its own. */
const namedBy = (one: Printed): string | null => {
  if (typeof one === 'string') return one
  return 'field' in one ? one.field : null
}

/** Every condition of the declarations: of their lines, and of who signs beside the requester. */
export const printConditions = (procedure: Procedure): readonly Placed[] =>
  placed(procedure).flatMap(({ at, declaration: { prints = [], beside = [] } }) => [
    ...prints.flatMap((one, index) => (typeof one === 'string' ? [] : [{ at: `${at}.prints.${index}`, when: one.when }])),
    ...beside.map(({ when }, index) => ({ at: `${at}.beside.${index}`, when })),
  ])

/** What the declarations name of the form, whether the form has it or not. */
export const printNames = (procedure: Procedure): readonly Named[] =>
  placed(procedure).flatMap(({ at, declaration: { prints = [], beside = [] } }) => [
    ...prints.flatMap((one, index) => {
      const to = namedBy(one)
      return to === null ? [] : [{ at: `${at}.prints.${index}`, to }]
    }),
    ...beside.map(({ name }, index) => ({ at: `${at}.beside.${index}`, to: name })),
  ])

/** Facts of the declarations that bear the name of a field: nobody knew which of the two is printed. */
export const factsLikeFields = (procedure: Procedure): readonly Named[] =>
  placed(procedure).flatMap(({ at, declaration: { prints = [] } }) =>
    prints.flatMap((one, index) =>
      isFact(one) && procedure.form.some(({ id }) => id === one.id) ? [{ at: `${at}.prints.${index}`, to: one.id }] : [],
    ),
  )

/** What is asked above the desk's own section and stands on none of the declarations, nor decides what does. */
export function unprinted(procedure: Procedure): readonly string[] {
  const { form, declaration } = procedure
  if (declaration === null || declaration.some(({ prints }) => prints === undefined)) return []
  const named = new Set([...printNames(procedure).map(({ to }) => to), ...printConditions(procedure).flatMap(({ when }) => fieldsOf(when))])
  const desk = form.findIndex(({ id }) => id === DESK)
  return form.slice(0, desk === -1 ? undefined : desk).flatMap(item => (item.kind === 'heading' || named.has(item.id) ? [] : [item.id]))
}

const placed = ({ declaration }: Procedure): readonly { readonly at: string; readonly declaration: Declaration }[] =>
  (declaration ?? []).map((one, index) => ({ at: `declaration.${index}`, declaration: one }))

const isFact = (one: Printed): one is PrintedFact => typeof one !== 'string' && 'id' in one
