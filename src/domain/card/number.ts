import type { Day } from '../kernel/time.ts'
import { birthProvinces } from './province.ts'
import { type Card, type Warning, warning } from './shape.ts'

export type NumberFacts = {
  /** Where the birth was registered; `null` when abroad, or when no province has the code. */
  readonly province: string | null
  readonly abroad: boolean
  readonly sex: Card['sex']
  readonly birthYear: number
}

/**
 * What the 12 digits of a citizen number say: place (3), century and sex (1), year (2), then six that say nothing
 * (NĐ 137/2015/NĐ-CP Điều 13). There is no check digit.
 */
export function readNumber(number: string): NumberFacts {
  const place = number.slice(0, 3)
  const era = Number(number[3])
  return {
    province: birthProvinces.get(place) ?? null,
    abroad: place >= '100',
    sex: era % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(era / 2) + Number(number.slice(4, 6)),
  }
}

/**
 * Where a number and the rest of its card disagree. Warnings only: a sex registered anew or a corrected year of birth
 * leaves the number as it was.
 */
export function numberWarnings({ number, birth, sex }: { number: string; birth: Day | null; sex: Card['sex'] | null }): readonly Warning[] {
  const facts = readNumber(number)
  const warnings: Warning[] = []
  if (sex !== null && sex !== facts.sex) warnings.push(warning('card.number.sex', 'sex'))
  if (birth !== null && Number(birth.slice(0, 4)) !== facts.birthYear) warnings.push(warning('card.number.year', 'birth'))
  if (facts.province === null && !facts.abroad) warnings.push(warning('card.number.province', 'number'))
  return warnings
}
