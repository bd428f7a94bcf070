import { type Fault, inputFault } from '../kernel/result.ts'
import { Day } from '../kernel/time.ts'
import { type Answers, valueIn } from './answer.ts'
import { isAsked, missingFields } from './fill.ts'
import { type Field, type Procedure, fieldsOfForm } from './procedure.ts'

/** Everything that is wrong with the answers of a form, at its field: what is missing, then what cannot be. */
export const checkAnswers = (procedure: Procedure, answers: Answers, today: Day): readonly Fault[] => [
  ...missingFields(procedure, answers).map(field => inputFault('field.missing', field.id)),
  ...fieldsOfForm(procedure).flatMap(field => {
    const value = valueIn(answers)(field.id)
    const fault = value === '' || !isAsked(field, answers) ? null : wrongValue(field, value, today)
    return fault === null ? [] : [fault]
  }),
]

function wrongValue(field: Field, value: string, today: Day): Fault | null {
  switch (field.kind) {
    case 'date':
      if (!Day.safeParse(value).success) return inputFault('field.date.impossible', field.id)
      return field.past && value > today ? inputFault('field.date.future', field.id) : null
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
      return /\d/.test(value) ? inputFault('field.name.digit', field.id) : null
    case 'text':
    case 'address':
      return null
  }
}

function wrongNumber(field: Field, value: string): Fault | null {
  if (!/^\d{1,6}$/.test(value)) return inputFault('field.number', field.id)
  const number = Number(value)
  if (field.min !== undefined && number < field.min) return inputFault('field.number.small', field.id, { least: field.min })
  if (field.max !== undefined && number > field.max) return inputFault('field.number.large', field.id, { most: field.max })
  return null
}
