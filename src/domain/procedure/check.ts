import { type Fault, inputFault } from '../kernel/result.ts'
import { Day } from '../kernel/time.ts'
import { type Answers, valueIn } from './answer.ts'
import { readTime } from './clock-time.ts'
import { holds } from './condition.ts'
import { type CrossCheck, TODAY, keepsTo } from './cross-check.ts'
import { isAsked, missingFields } from './fill.ts'
import { fieldsNow, rowsOf } from './group.ts'
import type { Field, Procedure } from './procedure.ts'
import { seemsThinned, wrongName } from './name.ts'
import { rowId } from './row.ts'
import { EARLIEST, type Span, spanOf } from './span.ts'

/** Everything that is wrong with the answers of a form, at its field: what is missing, what cannot be, what cannot stand together. */
export const checkAnswers = (procedure: Procedure, answers: Answers, today: Day): readonly Fault[] => [
  ...missingFields(procedure, answers).map(field => inputFault('field.missing', field.id)),
  ...fieldsNow(procedure, answers).flatMap(field => {
    const value = valueIn(answers)(field.id)
    const fault = value === '' || !isAsked(field, answers) ? null : wrongValue(field, value, today)
    return fault === null ? [] : [fault]
  }),
  ...broken(procedure, answers, today, 'fault').map(({ field, say }) => inputFault('field.together', field, { say })),
]

/** What is unlikely and may be so all the same: to be looked at once more. It refuses nothing. */
export const warnAnswers = (procedure: Procedure, answers: Answers, today: Day): readonly Fault[] => [
  ...broken(procedure, answers, today, 'warning').map(({ field, say }) => inputFault('field.unlikely', field, { say })),
  ...fieldsNow(procedure, answers)
    .filter(field => field.kind === 'name' && isAsked(field, answers) && seemsThinned(valueIn(answers)(field.id)))
    .map(field => inputFault('field.name.thin', field.id)),
]

/** The checks of a procedure that the answers do not keep to, each at its field. */
function broken(procedure: Procedure, answers: Answers, today: Day, weight: CrossCheck['weight']) {
  const asked = new Set(
    fieldsNow(procedure, answers)
      .filter(field => isAsked(field, answers))
      .map(({ id }) => id),
  )
  const valueOf = (field: string): string => (asked.has(field) ? valueIn(answers)(field) : '')
  return procedure.checks
    .filter(check => check.weight === weight && holds(check.when, valueIn(answers)))
    .flatMap(check => pairsOf(check, procedure, answers).map(pair => ({ check, ...pair })))
    .filter(({ check, field, other }) => !keepsTo(check, valueOf(field), other === TODAY ? today : valueOf(other)))
    .map(({ check: { say, law }, field }) => ({ field, say: law === undefined ? say : `${say} (${law})` }))
}

/** The two fields of a check: as they are named, or those of each row of a group. */
function pairsOf({ field, other }: CrossCheck, { form }: Procedure, answers: Answers): readonly { field: string; other: string }[] {
  const group = form.find(item => item.kind === 'group' && field.startsWith(`${item.id}.`))
  if (group?.kind !== 'group') return [{ field, other }]
  const inRow = (id: string, row: number): string =>
    id.startsWith(`${group.id}.`) ? rowId(group.id, row, id.slice(group.id.length + 1)) : id
  const rows = rowsOf(group, answers)
  if (field !== other) return rows.map(row => ({ field: inRow(field, row), other: inRow(other, row) }))
  // Held against itself, a field of a row is held against the rows above it.
  return rows.flatMap(row => rows.slice(0, row - 1).map(above => ({ field: inRow(field, row), other: inRow(other, above) })))
}

/** Why this cannot be the answer to a field of this kind, by itself. */
export function wrongValue(field: Field, value: string, today: Day): Fault | null {
  switch (field.kind) {
    case 'date':
      return Day.safeParse(value).success ? wrongDays(field, spanOf(value), today) : inputFault('field.date.impossible', field.id)
    case 'year':
      return spanOf(value) === null ? inputFault('field.year.impossible', field.id) : wrongDays(field, spanOf(value), today)
    case 'time':
      return readTime(value) === null ? inputFault('field.time.impossible', field.id) : null
    case 'number':
      return wrongNumber(field, value)
    case 'choice':
      return field.choices?.some(choice => choice.value === value) ? null : inputFault('field.choice', field.id)
    case 'sex':
      return ['male', 'female'].includes(value) ? null : inputFault('field.choice', field.id)
    case 'citizen-number':
      return /^\d{12}$|^\d{9}$/.test(value) ? null : inputFault('field.number.citizen', field.id, { length: value.length })
    case 'phone':
      return /^\+?\d{9,12}$/.test(value.replace(/[ .]/g, '')) ? null : inputFault('field.phone', field.id)
    case 'name':
      return wrongName(value, field.id)
    case 'text':
    case 'address':
      return LOST_LETTER.test(value) ? inputFault('field.text.lost', field.id) : null
  }
}

/** What stands in a text where a letter could not be read. */
const LOST_LETTER = /\uFFFD/

/** Of a year the whole of it has to be impossible. */
function wrongDays({ id, past }: Field, span: Span | null, today: Day): Fault | null {
  if (span === null) return null
  if (span.last < EARLIEST) return inputFault('field.date.old', id)
  return past && span.first > today ? inputFault('field.date.future', id) : null
}

function wrongNumber(field: Field, value: string): Fault | null {
  if (!/^\d{1,6}$/.test(value)) return inputFault('field.number', field.id)
  const number = Number(value)
  if (field.min !== undefined && number < field.min) return inputFault('field.number.small', field.id, { least: field.min })
  if (field.max !== undefined && number > field.max) return inputFault('field.number.large', field.id, { most: field.max })
  return null
}
