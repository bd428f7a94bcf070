import type { Applicant } from '#domain/dossier/dossier.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { tidy } from '#domain/kernel/text.ts'
import { Day } from '#domain/kernel/time.ts'
import { wrongValue } from '#domain/procedure/check.ts'
import type { Field } from '#domain/procedure/procedure.ts'

/** The identity as typed: every value a text, a date as `keptDate` keeps it. */
export type TypedCitizen = Readonly<Record<'name' | 'number' | 'birth' | 'sex' | 'address', string>>
export type TypedPart = keyof TypedCitizen

export const blankCitizen: TypedCitizen = { name: '', number: '', birth: '', sex: '', address: '' }

export const citizenParts = ['name', 'number', 'birth', 'sex', 'address'] as const satisfies readonly TypedPart[]
const kinds = { name: 'name', number: 'citizen-number', birth: 'date', sex: 'sex', address: 'address' } as const

/** A part of the identity as a field of a form, so that the same rules hold for both. */
export const citizenField = (part: TypedPart, label: string): Field => ({
  id: part,
  kind: kinds[part],
  label,
  from: [],
  need: part === 'name',
  past: true,
})

/** So many letters the papers have room for. */
const MOST: Partial<Record<TypedPart, number>> = { name: 120, address: 400 }

/** Reads an identity typed by hand. Only the name is needed; what is given must be possible. A fault stands at its field. */
export function readTypedCitizen(typed: TypedCitizen, today: Day): Result<Applicant> {
  const said = { ...typed, name: tidy(typed.name), address: tidy(typed.address) }
  const wrong = citizenParts.map(part => wrongPart(part, said[part], today)).filter(fault => fault !== null)
  if (wrong.length > 0) return refuse(...wrong)
  const birth = Day.safeParse(said.birth)
  return ok({
    name: said.name,
    number: said.number === '' ? null : said.number,
    birth: birth.success ? birth.data : null,
    sex: sexOf(said.sex),
    address: said.address === '' ? null : said.address,
    phone: null,
  })
}

function wrongPart(part: TypedPart, value: string, today: Day): Fault | null {
  if (value === '') return part === 'name' ? inputFault('field.missing', part) : null
  const most = MOST[part]
  if (most !== undefined && value.length > most) return inputFault('field.long', part, { length: value.length, most })
  return wrongValue(citizenField(part, ''), value, today)
}

function sexOf(typed: string): Applicant['sex'] {
  if (typed === 'male' || typed === 'female') return typed
  return null
}
