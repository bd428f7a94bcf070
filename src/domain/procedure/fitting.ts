import { missingCase } from '../kernel/missing-case.ts'
import { Day } from '../kernel/time.ts'
import type { Field } from './procedure.ts'

/**
 * A value from another form as this field can hold it, `null` where it cannot: the day of birth of one form is the year of
 * birth of the next, and a choice that this form does not have is no answer to it.
 */
export function fitting(field: Field, value: string): string | null {
  const day = Day.safeParse(value)
  switch (field.kind) {
    case 'date':
      return day.success ? value : null
    case 'choice':
      return field.choices?.some(choice => choice.value === value) === true ? value : null
    case 'sex':
      return ['male', 'female'].includes(value) ? value : null
    case 'number':
      return /^\d{1,6}$/.test(value) ? value : null
    case 'citizen-number':
      return isCitizenNumber(value) ? value : null
    case 'year':
    case 'text':
      return day.success && /(^|\.)birth$/.test(field.id) ? birthText(field.label, value) : value
    case 'time':
    case 'name':
    case 'address':
    case 'phone':
      return value
    default:
      return missingCase(field.kind)
  }
}

export const isCitizenNumber = (text: string): boolean => /^\d{9}$|^\d{12}$/.test(text)

/** Forms that ask for a year of birth say so; the others have the whole day, written as on paper. */
const birthText = (label: string, day: string): string =>
  label.startsWith('Năm sinh') ? day.slice(0, 4) : day.split('-').toReversed().join('/')
