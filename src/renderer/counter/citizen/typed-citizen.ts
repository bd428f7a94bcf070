import type { Applicant } from '#domain/dossier/dossier.ts'
import { type Result, type Fault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { Day } from '#domain/kernel/time.ts'
import { tidy } from '#domain/kernel/text.ts'

/** The identity as typed: every value a text, a date as `keptDate` keeps it. */
export type TypedCitizen = Readonly<Record<'name' | 'number' | 'birth' | 'sex' | 'address', string>>

export const blankCitizen: TypedCitizen = { name: '', number: '', birth: '', sex: '', address: '' }

/** Reads an identity typed by hand. Only the name is needed; what is given must be possible. A fault stands at its field. */
export function readTypedCitizen(typed: TypedCitizen): Result<Applicant> {
  const birth = Day.safeParse(typed.birth)
  const faults: readonly (Fault | null)[] = [
    nameFault(tidy(typed.name)),
    typed.number === '' || /^\d{12}$|^\d{9}$/.test(typed.number)
      ? null
      : inputFault('field.number.citizen', 'number', { length: typed.number.length }),
    typed.birth === '' || birth.success ? null : inputFault('field.date.impossible', 'birth'),
  ]
  const wrong = faults.filter(fault => fault !== null)
  if (wrong.length > 0) return refuse(...wrong)
  return ok({
    name: tidy(typed.name),
    number: typed.number === '' ? null : typed.number,
    birth: birth.success ? birth.data : null,
    sex: sexOf(typed.sex),
    address: tidy(typed.address) === '' ? null : tidy(typed.address),
    phone: null,
  })
}

function nameFault(name: string): Fault | null {
  if (name === '') return inputFault('field.missing', 'name')
  return /\d/.test(name) ? inputFault('field.name.digit', 'name') : null
}

function sexOf(typed: string): Applicant['sex'] {
  if (typed === 'male' || typed === 'female') return typed
  return null
}
