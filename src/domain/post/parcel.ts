import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { DossierId, HandoverId, OfficialId } from '../kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Day, Instant, addDays, dayOf } from '../kernel/time.ts'
import { fold } from '../kernel/text.ts'
import type { HandoverSigned } from './handover.ts'

/**
 * Where a thing on a list is. `listed`: the list is not signed, so it is where it was. With the Post: `away`, `tried` (a
 * delivery failed), `returning`. `here`: the Post brought it to the office. `struck`: a later list says that it never
 * changed hands.
 */
export const ParcelState = z.enum(['listed', 'away', 'tried', 'returning', 'delivered', 'lost', 'returned', 'here', 'struck'])
export type ParcelState = z.output<typeof ParcelState>

const Text = z.string().trim().min(1).max(500)

/** What the Post says of a parcel that it has. */
export const ParcelStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tried'), reason: Text }),
  z.strictObject({
    kind: z.literal('delivered'),
    receiver: z.string().trim().min(1).max(120),
    /** The identity paper that was shown, where the Post says it. */
    shown: z.string().trim().max(60).nullable(),
    /** Đồng taken from the citizen. */
    collected: z.int().nonnegative().max(1_000_000_000),
  }),
  z.strictObject({ kind: z.literal('returning'), reason: Text }),
  z.strictObject({ kind: z.literal('lost'), reason: Text }),
])
export type ParcelStep = z.output<typeof ParcelStep>

/** Body of the entry `parcel.moved`, version 1. */
export const ParcelMoved = z.strictObject({
  handover: HandoverId,
  dossier: DossierId,
  step: ParcelStep,
  /** When it happened, by the Post, and when the office learnt of it. */
  at: Instant,
  told: Instant,
  state: ParcelState,
  /** `file`: from the Post's own status file. */
  from: z.enum(['hand', 'file']),
  official: z.strictObject({ id: OfficialId, name: z.string() }),
})
export type ParcelMoved = z.output<typeof ParcelMoved>

/** One thing on a list, signed or not, and what became of it. */
export const Parcel = z.strictObject({
  handover: HandoverId,
  dossier: DossierId,
  state: ParcelState,
  /** Since when it is so. */
  since: Instant,
  tries: z.int().nonnegative(),
  receiver: z.string().nullable(),
  reason: z.string().nullable(),
  /** Đồng taken on delivery, and the list that paid it in. */
  collected: z.int().nonnegative(),
  paidIn: HandoverId.nullable(),
})
export type Parcel = z.output<typeof Parcel>

const NEXT: Readonly<Record<ParcelStep['kind'], { readonly from: readonly ParcelState[]; readonly state: ParcelState }>> = {
  tried: { from: ['away', 'tried'], state: 'tried' },
  // What was thought lost, or on its way back, may still reach the citizen.
  delivered: { from: ['away', 'tried', 'returning', 'lost'], state: 'delivered' },
  returning: { from: ['away', 'tried', 'lost'], state: 'returning' },
  lost: { from: ['away', 'tried', 'returning'], state: 'lost' },
}

export const isWithPost = (state: ParcelState): boolean => state === 'away' || state === 'tried' || state === 'returning'

/** Takes down what the Post says of a parcel. Refused: one that it does not have, a time before the last known one or to come. */
export function moveParcel(
  parcel: Parcel,
  step: ParcelStep,
  { at, told, ...by }: Pick<ParcelMoved, 'at' | 'told' | 'from' | 'official'>,
): Result<ParcelMoved> {
  if (!NEXT[step.kind].from.includes(parcel.state)) return refuse(inputFault('parcel.state', 'state'))
  if (at < parcel.since) return refuse(inputFault('parcel.time.before', 'at'))
  if (at > told) return refuse(inputFault('parcel.time.future', 'at'))
  return ok({ handover: parcel.handover, dossier: parcel.dossier, step, at, told, state: NEXT[step.kind].state, ...by })
}

/** A parcel after it moved. */
export function parcelAfter(parcel: Parcel, { step, state, at }: Pick<ParcelMoved, 'step' | 'state' | 'at'>): Parcel {
  const moved = { ...parcel, state, since: at }
  if (step.kind === 'delivered') return { ...moved, receiver: step.receiver, collected: step.collected, reason: null }
  return { ...moved, reason: step.reason, tries: parcel.tries + (step.kind === 'tried' ? 1 : 0) }
}

/** Working days: to a receiver of the same province, and of another (TT 17/2017/TT-BTTTT Điều 7, without an appointment slip). */
const TRANSIT = { province: 2, other: 4 } as const
/** Between two invitations to a receiver who was not met (Điều 5). */
const INVITATION = 2

/**
 * The day by whose end something must be heard of a parcel with the Post, `null` for one that is not there: delivery in its
 * transit time; after a failed one the next invitation two working days later, at least two of them; then the way back
 * (TT 17/2017/TT-BTTTT Điều 5, Điều 7).
 */
export function deadlineOf(
  { state, since, tries }: Pick<Parcel, 'state' | 'since' | 'tries'>,
  address: string | null,
  { calendar, province }: { readonly calendar: Calendar; readonly province: string },
): Day | null {
  const transit = address === null || fold(address).includes(bare(province)) ? TRANSIT.province : TRANSIT.other
  if (state === 'away' || state === 'returning') return afterWorking(dayOf(since), transit, calendar)
  if (state !== 'tried') return null
  return afterWorking(dayOf(since), tries < 2 ? INVITATION : INVITATION + transit, calendar)
}

/** A province without what kind it is: addresses leave that out. */
const bare = (province: string): string => fold(province).replace(/^(tinh|thanh pho) /, '')

function afterWorking(from: Day, days: number, calendar: Calendar): Day {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (calendar.works(day)) left -= 1
  }
  return day
}

/** What a parcel is to be paid in for: cash taken on delivery that no list paid in yet, đồng. */
export const owedBy = ({ state, collected, paidIn }: Pick<Parcel, 'state' | 'collected' | 'paidIn'>): number =>
  state === 'delivered' && paidIn === null ? collected : 0

/**
 * What a signed list makes of the things on it. To the Post: they are away. From it: what it brought is here, and what it had
 * is back. A list that corrects another one strikes its things from both: they are where they were before. `rowsOf`: all
 * parcels a dossier ever was in.
 */
export const signedParcels = (list: HandoverSigned, rowsOf: (dossier: DossierId) => readonly Parcel[]): readonly Parcel[] =>
  list.items.flatMap(({ dossier, brought }) => {
    const rows = rowsOf(dossier)
    const inState = (some: readonly Parcel[], state: ParcelState): readonly Parcel[] =>
      some.map(one => ({ ...one, state, since: list.signed.at }))
    const own = rows.filter(({ handover }) => handover === list.id)
    if (list.corrects !== null) return struck(list.corrects.id)
    if (list.direction === 'to-post') return inState(own, 'away')
    if (brought !== null) return inState(own, 'here')
    return inState([...own, ...rows.filter(({ state }) => isWithPost(state) || state === 'lost')], 'returned')

    function struck(corrected: HandoverId): readonly Parcel[] {
      const mistaken = rows.filter(({ handover }) => handover === corrected)
      // What was said to be back is still with the Post: both rows came back in one moment.
      const sent = rows.filter(
        one =>
          one.state === 'returned' &&
          mistaken.some(({ state, handover, since }) => state === 'returned' && handover !== one.handover && since === one.since),
      )
      return [...inState([...own, ...mistaken], 'struck'), ...inState(sent, 'returning')]
    }
  })
