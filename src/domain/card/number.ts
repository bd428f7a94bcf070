import type { Day } from '../kernel/time.ts'
import type { Card, CardWarning } from './shape.ts'
import { isBirthPlace } from './province.ts'

/*
 * The 12 digits of a citizen number: place (3), century and sex (1), year (2), then six that say nothing
 * (NĐ 137/2015/NĐ-CP Điều 13). There is no check digit.
 */

export const sexOf = (number: string): Card['sex'] => (Number(number[3]) % 2 === 0 ? 'male' : 'female')

/** 1900, 2000 … 2300. */
export const centuryOf = (number: string): number => 1900 + 100 * Math.floor(Number(number[3]) / 2)

export const birthYearOf = (number: string): number => centuryOf(number) + Number(number.slice(4, 6))

type Facts = { readonly number: string; readonly birth: Day | null; readonly sex: Card['sex'] | null }

/**
 * Where a number and the rest of its card disagree. Warnings only: a sex registered anew or a corrected year of birth
 * leaves the number as it was.
 */
export function numberWarnings({ number, birth, sex }: Facts): readonly CardWarning[] {
  const warnings: CardWarning[] = []
  if (sex !== null && sex !== sexOf(number)) warnings.push({ code: 'card.number.sex', field: 'sex' })
  if (birth !== null && Number(birth.slice(0, 4)) !== birthYearOf(number)) warnings.push({ code: 'card.number.year', field: 'birth' })
  if (!isBirthPlace(number)) warnings.push({ code: 'card.number.province', field: 'number' })
  return warnings
}
