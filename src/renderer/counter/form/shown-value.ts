import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { maskedNumber } from '#words/paper.ts'
import { shownDate } from '../../parts/typed-date.ts'

/** A kept value as a person reads it: a choice by its label, a date as it is said, a number masked unless `whole`. */
export function shownValue(
  field: Field,
  value: string,
  words: { readonly sex: Readonly<Record<'male' | 'female', string>> },
  whole: boolean,
): string {
  switch (field.kind) {
    case 'choice':
      return field.choices?.find(choice => choice.value === value)?.label ?? value
    case 'sex':
      return value === 'male' || value === 'female' ? words.sex[value] : value
    case 'date':
    case 'year':
      return shownDate(value)
    case 'citizen-number':
      return whole ? value : maskedNumber(value)
    case 'name':
    case 'text':
    case 'address':
    case 'number':
    case 'time':
    case 'phone':
      return value
    default:
      return missingCase(field.kind)
  }
}
