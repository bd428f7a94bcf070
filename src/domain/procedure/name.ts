import { isNameThinned } from '../card/letters.ts'
import { type Fault, inputFault } from '../kernel/result.ts'

/** What stands in a name beside letters: `K'Brếu`, `Nguyễn V. A`, a double name. */
export const NAME_PATTERN = "^(?=.*\\p{L})[\\p{L}\\p{M} '’ʼ‘`´.,-]*$"

const NAME = new RegExp(NAME_PATTERN, 'u')

/** Why this cannot be a person's name: a digit, a mark in place of a letter that was lost on the way, a sign, or no letter at all. */
export function wrongName(name: string, place: string): Fault | null {
  if (/[?\uFFFD]/.test(name)) return inputFault('field.name.lost', place)
  if (/\d/.test(name)) return inputFault('field.name.digit', place)
  return NAME.test(name) ? null : inputFault('field.name.sign', place)
}

/**
 * Whether a letter seems to be gone: `Hng` for Hồng, `Nguyn` for Nguyễn. Never certain, as the names of other peoples of the
 * country have syllables of their own (`K'Brếu`, `Ksor`, `Y Thành`): it is looked at once more and refuses nothing.
 */
export const seemsThinned = (name: string): boolean =>
  isNameThinned(name) ||
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[ .,'’ʼ‘`´-]+/)
    .some(word => /^nguy?n$|^[^aeiouyhk]$/i.test(word))
