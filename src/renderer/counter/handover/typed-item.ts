import type { PostAsked } from '#contract/post.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { tidy } from '#domain/kernel/text.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { Description, HandoverItem } from '#domain/post/handover.ts'
import { type TrackingNumber, readTracking } from '#domain/post/tracking.ts'
import { wrongValue } from '#domain/procedure/check.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { leftDigits } from '../../parts/typed-text.ts'

export const describedParts = ['parcel', 'weight', 'postage', 'cod', 'fee', 'papers'] as const

/** What is typed of an item: every value a text. */
export type TypedItem = Readonly<Record<(typeof describedParts)[number], string>> & {
  readonly by: NonNullable<HandoverItem['postage']>['by']
}

export const typedOf = ({ parcel, weight, postage, cod, fee, papers }: HandoverItem): TypedItem => ({
  parcel: parcel ?? '',
  weight: weight === null ? '' : String(weight),
  postage: postage === null ? '' : String(postage.vnd),
  by: postage?.by ?? 'citizen',
  cod: String(cod),
  fee: String(fee),
  papers: String(papers),
})

/**
 * Reads what was typed of an item; faults stand at their boxes. `compared`: numbers that a hand has compared with the label,
 * so that a check digit which does not hold is not asked about again.
 */
export function readTypedItem(typed: TypedItem, compared: readonly string[]): Result<Description> {
  const parcel = parcelOf(typed.parcel, compared)
  const [weight, postage, cod, fee, papers] = [
    count('weight', typed.weight, GRAMS, 1),
    count('postage', typed.postage, DONG),
    count('cod', typed.cod, DONG),
    count('fee', typed.fee, DONG),
    count('papers', typed.papers, PAPERS),
  ]
  if (!parcel.ok || !weight.ok || !postage.ok || !cod.ok || !fee.ok || !papers.ok) {
    return refuse(...[parcel, weight, postage, cod, fee, papers].flatMap(read => (read.ok ? [] : read.faults)))
  }
  return ok({
    parcel: parcel.value,
    weight: weight.value,
    postage: postage.value === null ? null : { vnd: postage.value, by: typed.by },
    cod: cod.value ?? 0,
    fee: fee.value ?? 0,
    papers: papers.value ?? 0,
  })
}

export const broughtParts = ['owner', 'phone', 'number', 'address', 'papers', 'weight', 'fee', 'missing'] as const
export type BroughtPart = (typeof broughtParts)[number]

/** What is typed of something that the Post brings. `procedure`: the code of the chosen one, empty before. */
export type TypedBrought = Readonly<Record<BroughtPart | 'procedure', string>>

export const blankBrought: TypedBrought = {
  procedure: '',
  owner: '',
  phone: '',
  number: '',
  address: '',
  papers: '',
  weight: '',
  fee: '',
  missing: '',
}

/** Reads it. Procedure, owner and phone are needed: whom to call is known before the parcel is opened. Faults stand at their boxes. */
export function readTypedBrought(
  typed: TypedBrought,
  parcel: TrackingNumber | null,
  today: Day,
): Result<Omit<PostAsked['bring'], 'handover'>> {
  const [papers, weight, fee] = [
    count('papers', typed.papers, PAPERS),
    count('weight', typed.weight, GRAMS, 1),
    count('fee', typed.fee, DONG),
  ]
  const said = { owner: tidy(typed.owner), phone: tidy(typed.phone), address: tidy(typed.address), missing: tidy(typed.missing) }
  const faults = [
    ...(typed.procedure === '' ? [inputFault('field.missing', 'procedure')] : []),
    ...wrong('owner', 'name', said.owner, { need: true, most: 120, today }),
    ...wrong('phone', 'phone', said.phone, { need: true, most: 20, today }),
    ...wrong('number', 'citizen-number', typed.number, { need: false, most: 12, today }),
    ...wrong('address', 'text', said.address, { need: false, most: 400, today }),
    ...[papers, weight, fee].flatMap(read => (read.ok ? [] : read.faults)),
    ...wrong('missing', 'text', said.missing, { need: false, most: 500, today }),
  ]
  if (faults.length > 0 || !papers.ok || !weight.ok || !fee.ok) return refuse(...faults)
  return ok({
    owner: said.owner,
    parcel,
    papers: papers.value ?? 0,
    weight: weight.value,
    fee: fee.value ?? 0,
    brought: {
      procedure: typed.procedure,
      number: orNull(typed.number),
      phone: orNull(said.phone),
      address: orNull(said.address),
      missing: orNull(said.missing),
    },
  })
}

const [GRAMS, DONG, PAPERS] = [50_000, 1_000_000_000, 999]

const orNull = (text: string): string | null => (text === '' ? null : text)

function parcelOf(text: string, compared: readonly string[]): Result<TrackingNumber | null> {
  if (text.trim() === '') return ok(null)
  const read = readTracking(text)
  if (!read.ok) return read
  const { number, check } = read.value
  return check === 'right' || compared.includes(number) ? ok(number) : refuse(inputFault('parcel.number.confirm', 'parcel', { number }))
}

/** A whole number, `null` where nothing was typed; dots and gaps may stand in it. */
function count(field: string, text: string, most: number, least = 0): Result<number | null> {
  const digits = leftDigits(text)
  if (digits === '') return ok(null)
  if (!/^\d+$/.test(digits)) return refuse(inputFault('field.number', field))
  const value = Number(digits)
  if (value < least) return refuse(inputFault('field.number.small', field, { least }))
  return value > most ? refuse(inputFault('field.number.large', field, { most })) : ok(value)
}

type Rule = { readonly need: boolean; readonly most: number; readonly today: Day }

function wrong(id: string, kind: Field['kind'], value: string, { need, most, today }: Rule): readonly Fault[] {
  if (value === '') return need ? [inputFault('field.missing', id)] : []
  if (value.length > most) return [inputFault('field.long', id, { length: value.length, most })]
  const fault = wrongValue({ id, kind, label: '', from: [], need, past: false }, value, today)
  return fault === null ? [] : [fault]
}
