import { z } from 'zod'
import { readSlip } from '../dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '../kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Day, Instant } from '../kernel/time.ts'
import { TrackingNumber, readSenderSlip } from './tracking.ts'

/** Whose hands a thing is in, by the journal. */
export const Place = z.enum(['office', 'post', 'citizen', 'lost'])
export type Place = z.output<typeof Place>

/** One thing that travels, and where the journal has it. */
export const Holding = z.strictObject({
  dossier: DossierId,
  /** The list it went or came with last; `null` for what waits to be handed over. */
  handover: HandoverId.nullable(),
  code: z.string().nullable(),
  owner: z.string(),
  parcel: TrackingNumber.nullable(),
  place: Place,
  since: Instant,
  /** By when something must be heard of it from the Post. */
  deadline: Day.nullable(),
  /** What was to be taken on delivery, what was taken, what of that was not paid in yet, đồng. */
  cod: z.int().nonnegative(),
  collected: z.int().nonnegative(),
  owed: z.int().nonnegative(),
})
export type Holding = z.output<typeof Holding>

/** What the Post's own file says that does not fit: a parcel we never gave it, another end than the one we know, other money. */
export const Misfit = z.strictObject({
  number: TrackingNumber,
  state: z.string(),
  at: Instant,
  why: z.enum(['unknown', 'twice']),
})
export type Misfit = z.output<typeof Misfit>

/** Body of the entry `post.told`, version 1. */
export const PostTold = z.strictObject({ told: Instant, misfits: z.array(Misfit).min(1) })

/**
 * What is not as it should be, one thing each, by name.
 * `missing`: should lie here, and was not found. `extra`: lies here, though the journal has it elsewhere. `foreign`: lies
 * here, and is none of ours. `lost`: the Post lost it. `silent`: nothing was heard of it in time. `unknown`: the Post speaks
 * of a parcel we never gave it. `twice`: it speaks of another end of one that had ended. `cash`: it took another sum than
 * was to be taken. `unpaid`: what it took before today is not paid in.
 */
export const DifferenceKind = z.enum(['missing', 'extra', 'foreign', 'lost', 'silent', 'unknown', 'twice', 'cash', 'unpaid'])
export type DifferenceKind = z.output<typeof DifferenceKind>

export const Difference = z.strictObject({
  kind: DifferenceKind,
  dossier: DossierId.nullable(),
  /** What people call it by: the dossier's code, else its parcel's number, else what was scanned. */
  name: z.string(),
  owner: z.string().nullable(),
  parcel: TrackingNumber.nullable(),
  /** Đồng, where it is about money. */
  vnd: z.int(),
})
export type Difference = z.output<typeof Difference>

export type PostFacts = {
  readonly day: Day
  readonly holdings: readonly Holding[]
  /** What was found lying in the office: slips or labels as a scanner or a hand says them, in any order, any number of times. */
  readonly counted: readonly string[]
  readonly misfits: readonly Misfit[]
  /** The first instant of `day`. */
  readonly dawn: Instant
}

/** Compares where things should be with what was counted and what the Post says. Every difference is named once; an empty answer means that all is where it should be. */
export function reconcile({ day, holdings, counted, misfits, dawn }: PostFacts): readonly Difference[] {
  const found = new Set(counted.map(calledBy).filter(text => text !== ''))
  const names = (one: Holding): readonly string[] => [one.code, one.parcel].flatMap(name => name ?? [])
  const isFound = (one: Holding): boolean => names(one).some(name => found.has(name))
  const ours = new Set(holdings.flatMap(names))
  const here = holdings.filter(({ place }) => place === 'office')
  const away = holdings.filter(({ place }) => place !== 'office')
  return [
    ...here.filter(one => !isFound(one)).map(one => named('missing', one)),
    ...away.filter(isFound).map(one => named('extra', one)),
    ...[...found].filter(name => !ours.has(name)).map(foreign),
    ...away.filter(({ place }) => place === 'lost').map(one => named('lost', one)),
    ...away.filter(one => one.deadline !== null && one.deadline < day && !isFound(one)).map(one => named('silent', one)),
    ...away.filter(isOtherCash).map(one => named('cash', one, one.collected - one.cod)),
    ...away.filter(({ owed, since }) => owed > 0 && since < dawn).map(one => named('unpaid', one, one.owed)),
    ...misfits.map(misfit => spoken(misfit, holdings)),
  ]
}

/** The name that a thing is known by, of what a hand scanned or typed: its slip, whichever of them it has, or its label. */
export function calledBy(text: string): string {
  const slip = readSlip(text)
  if (slip !== null) return slip.code
  const read = readSenderSlip(text)
  if (!read.ok) return text.trim().toUpperCase()
  const { dossier, parcel } = read.value
  return parcel === null ? dossier : parcel.number
}

const isOtherCash = ({ place, cod, collected }: Holding): boolean => place === 'citizen' && collected !== cod

const named = (kind: DifferenceKind, { dossier, code, parcel, owner }: Holding, vnd = 0): Difference => ({
  kind,
  dossier,
  name: code ?? parcel ?? owner,
  owner,
  parcel,
  vnd,
})

const foreign = (name: string): Difference => ({ kind: 'foreign', dossier: null, name, owner: null, parcel: null, vnd: 0 })

function spoken({ number, why }: Misfit, holdings: readonly Holding[]): Difference {
  const known = holdings.find(({ parcel }) => parcel === number)
  return known === undefined ? { ...foreign(number), kind: why, parcel: number } : named(why, known)
}

/** How a day of the Post ended: where everything was, what was not where it should be, and why that is accepted. */
export const PostClosed = z.strictObject({
  day: Day,
  at: Instant,
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  counts: z.record(Place, z.int().nonnegative()),
  /** Đồng: taken on delivery and not paid in yet. */
  owed: z.int().nonnegative(),
  differences: z.array(Difference.extend({ reason: z.string() })),
})
export type PostClosed = z.output<typeof PostClosed>

export type Closing = {
  readonly day: Day
  readonly today: Day
  readonly now: Instant
  readonly official: PostClosed['official']
  readonly holdings: readonly Holding[]
  readonly differences: readonly Difference[]
  /** Why each difference is accepted, by `differenceKey`. */
  readonly reasons: Readonly<Record<string, string>>
  readonly isClosed: boolean
}

export const differenceKey = ({ kind, name }: Pick<Difference, 'kind' | 'name'>): string => `${kind} ${name}`

/** Closes a day of the Post. Refused: a day closed before or to come, a difference that nobody gave a reason for; its fault stands at that difference. */
export function closePostDay({ day, today, now, official, holdings, differences, reasons, isClosed }: Closing): Result<PostClosed> {
  if (isClosed) return refuse(inputFault('post.day.closed'))
  if (day > today) return refuse(inputFault('post.day.future'))
  const explained = differences.map(one => ({ ...one, reason: (reasons[differenceKey(one)] ?? '').trim() }))
  const silent = explained.filter(({ reason }) => reason === '')
  if (silent.length > 0) return refuse(...silent.map(one => inputFault('post.day.reason', differenceKey(one))))
  const count = (place: Place): number => holdings.filter(one => one.place === place).length
  return ok({
    day,
    at: now,
    official,
    counts: { office: count('office'), post: count('post'), citizen: count('citizen'), lost: count('lost') },
    owed: holdings.reduce((sum, one) => sum + one.owed, 0),
    differences: explained,
  })
}
