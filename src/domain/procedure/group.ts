import { type Answers, valueIn } from './answer.ts'
import { type Condition, renamed } from './condition.ts'
import { type Field, type Group, type Heading, type Procedure, type Source, countField } from './procedure.ts'
import { rowCount, rowId } from './row.ts'

/** The small heading above one row of a group. */
export type RowHeading = Heading & { readonly row: number }
export type FormLine = Heading | RowHeading | Field

/**
 * The form as it stands for given answers, each group as its question and as many rows as were said. What counts only
 * under a condition is there too: `isAsked` says whether it does.
 */
export const formNow = ({ form }: Procedure, answers: Answers): readonly FormLine[] =>
  form.flatMap(item => (item.kind === 'group' ? groupLines(item, answers) : [item]))

/** The fields of the form for given answers, those of every row included. */
export const fieldsNow = (procedure: Procedure, answers: Answers): readonly Field[] =>
  formNow(procedure, answers).filter(item => item.kind !== 'heading')

/** The field that is answered under this id, in whatever row. */
export const fieldAt = ({ form }: Procedure, place: string): Field | undefined => {
  const [, group, row, id] = /^(.+)\.([1-9]\d*)\.(.+)$/.exec(place) ?? []
  for (const item of form) {
    if (item.kind === 'group' && item.id === group)
      return rowFields(item, Number(row)).find(field => field.id === rowId(group, Number(row), id ?? ''))
    if (item.kind !== 'heading' && item.id === place) return item.kind === 'group' ? countField(item) : item
  }
  return undefined
}

/** The numbers of the rows a group has now. More than its most are refused at the count, and not opened. */
export const rowsOf = ({ id, max }: Pick<Group, 'id' | 'max'>, answers: Answers): readonly number[] =>
  Array.from({ length: Math.min(rowCount(valueIn(answers)(id)), max) }, (_, index) => index + 1)

const groupLines = (group: Group, answers: Answers): readonly FormLine[] => [
  countField(group),
  ...rowsOf(group, answers).flatMap(row => [rowHeading(group, row), ...rowFields(group, row)]),
]

const rowHeading = ({ id, row: label, when }: Group, row: number): RowHeading => ({
  id: `${id}.${row}`,
  kind: 'heading',
  label: label.replace('{n}', String(row)),
  row,
  ...(when === undefined ? {} : { when }),
})

/** The fields of one row, by the ids they are answered under. */
export function rowFields(group: Group, row: number): readonly Field[] {
  const own = new Set(group.fields.map(field => field.id))
  const named = (field: string): string => (own.has(field) ? rowId(group.id, row, field) : field)
  return group.fields.map(({ id, from, when, ...field }) => {
    const asked = both(group.when, when === undefined ? undefined : renamed(when, named))
    return {
      ...field,
      id: rowId(group.id, row, id),
      from: from.map(item => {
        if (typeof item === 'string') return sourceInRow(item, named)
        if ('within' in item) return { ...item, within: { ...item.within, field: named(item.within.field) } }
        return { from: sourceInRow(item.from, named), when: renamed(item.when, named) }
      }),
      ...(asked === undefined ? {} : { when: asked }),
    }
  })
}

const sourceInRow = (source: Source, named: (field: string) => string): Source =>
  source.startsWith('field.') ? `field.${named(source.slice('field.'.length))}` : source

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  if (one === undefined) return other
  return other === undefined ? one : { all: [one, other] }
}
