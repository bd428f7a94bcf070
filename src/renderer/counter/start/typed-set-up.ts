import type { Input } from '#contract/calls.ts'
import { OfficeSettings } from '#contract/settings.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Role } from '#domain/post/handover.ts'

/** The set-up as typed: every value a text, each under the place it has in the settings. */
export type TypedSetUp = Readonly<Record<SetUpField, string>>
export type TypedOfficial = { readonly name: string; readonly role: Role; readonly pin: string }

export type SetUpField = (typeof setUpFields)[number]
export const setUpFields = [
  'office.name',
  'office.authority',
  'office.unit',
  'office.commune',
  'office.province',
  'office.phone',
  'office.id',
  'agency',
  'counter.name',
  'counter.number',
  'printer',
  'pagePrinter',
  'scanner',
  'cityUrl',
] as const

export const blankSetUp: TypedSetUp = {
  'office.name': '',
  'office.authority': '',
  'office.unit': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  'office.commune': '',
  'office.province': '',
  'office.phone': '',
  'office.id': '',
  agency: '',
  'counter.name': 'Quầy 1',
  'counter.number': '1',
  printer: '',
  pagePrinter: 'system:',
  scanner: 'wedge',
  cityUrl: '',
}

/** The hours of NĐ offices keep unless they say otherwise; papers after 15:00 count from the next working day. */
const usualHours = { morning: { from: '07:00', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' }, cutOff: '15:00' }

/** Reads the set-up form. Each fault stands at the field that has to be mended, an official's at `officials.0.pin` and the like. */
export function readSetUp(typed: TypedSetUp, officials: readonly TypedOfficial[]): Result<Input<'office.setUp'>> {
  const number = Number(typed['counter.number'])
  const read = OfficeSettings.safeParse({
    office: {
      id: typed['office.id'].trim(),
      name: typed['office.name'].trim(),
      authority: typed['office.authority'].trim(),
      unit: typed['office.unit'].trim(),
      commune: typed['office.commune'].trim(),
      province: typed['office.province'].trim(),
      phone: typed['office.phone'].trim(),
    },
    agency: typed.agency.trim(),
    counter: { id: `${typed['office.id'].trim().toUpperCase()}.Q${typed['counter.number']}`, name: typed['counter.name'].trim(), number },
    hours: usualHours,
    printer: given(typed.printer),
    pagePrinter: given(typed.pagePrinter),
    scanner: given(typed.scanner),
    cityUrl: given(typed.cityUrl),
    favourites: [],
  })
  const named = officials.filter(official => official.name.trim() !== '')
  const faults = [...emptyFields(typed), ...(read.success ? [] : shapeFaults(read.error.issues)), ...officialFaults(officials)]
  const [first] = faults
  if (first !== undefined)
    return refuse(...faults.filter((fault, index) => faults.findIndex(other => other.field === fault.field) === index))
  if (!read.success) return refuse(inputFault('field.invalid', 'office.name'))
  return ok({ settings: read.data, officials: named.map(({ name, role, pin }) => ({ name: name.trim(), role, pin })) })
}

const needed: readonly SetUpField[] = [
  'office.name',
  'office.authority',
  'office.commune',
  'office.province',
  'office.id',
  'agency',
  'counter.name',
]

const emptyFields = (typed: TypedSetUp): readonly Fault[] =>
  needed.filter(field => typed[field].trim() === '').map(field => inputFault('field.missing', field))

const shapeFaults = (issues: readonly { readonly path: readonly PropertyKey[] }[]): readonly Fault[] =>
  issues.map(({ path }) => {
    const place = path.join('.')
    return inputFault('field.invalid', place === 'counter.id' ? 'office.id' : place)
  })

function officialFaults(officials: readonly TypedOfficial[]): readonly Fault[] {
  const faults = officials.flatMap(({ name, pin }, index) =>
    name.trim() === '' || /^\d{4,8}$/.test(pin) ? [] : [inputFault('field.invalid', `officials.${String(index)}.pin`)],
  )
  return officials.some(({ name }) => name.trim() !== '') ? faults : [inputFault('field.missing', 'officials.0.name'), ...faults]
}

const given = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
