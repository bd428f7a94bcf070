import { missingCase } from '../kernel/missing-case.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Instant, dayOf, instantAt } from '../kernel/time.ts'
import type { PostState } from './column-mapping.ts'
import type { Parcel, ParcelStep } from './parcel.ts'
import type { Misfit } from './reconcile.ts'
import type { StatusRow } from './status-file.ts'

/** A parcel we gave the Post, as it stands now. `signed`: when it left with its list; `cod`: đồng that list bids to take. */
type Given = { readonly parcel: Parcel; readonly signed: Instant; readonly cod: number }

/** What a row of the Post's file comes to. `known`: nothing new is in it. */
type Weighed =
  | { readonly kind: 'known' }
  | { readonly kind: 'misfit'; readonly why: Misfit['why'] }
  | { readonly kind: 'move'; readonly step: ParcelStep; readonly at: Instant }

/**
 * Weighs a row against what the journal has of its parcel, `null` where we never gave it. What is older than what we know is
 * history, unless it ends a parcel that has not ended; another, later end of one that has ended is never chosen. Refused: a
 * moment to come, a delivery to nobody.
 */
export function weighStatus(row: StatusRow, given: Given | null, now: Instant): Result<Weighed> {
  const { state, number } = row
  if (row.at > now) return refuse(inputFault('parcel.time.future', 'at'))
  if (given === null) return ok({ kind: 'misfit', why: 'unknown' })
  if (state === 'with-post') return ok(KNOWN)
  const { parcel, signed, cod } = given
  const at = momentOf(row.at, signed)
  const isSame = parcel.state === state || (parcel.state === 'returned' && state === 'returning')
  if (at < signed || (isSame && (at === parcel.since || state === 'returning' || state === 'lost'))) return ok(KNOWN)
  const hasEnded = ENDED.has(parcel.state)
  const isBefore = at < parcel.since || (at === parcel.since && hasEnded)
  if (isBefore) return ok(state === 'delivered' && parcel.state !== 'delivered' ? { kind: 'misfit', why: 'twice' } : KNOWN)
  if (hasEnded) return ok({ kind: 'misfit', why: 'twice' })
  const step = stepOf(state, row, cod)
  if (step === null) return refuse(inputFault('post.row.receiver', 'receiver', { number }))
  return ok({ kind: 'move', step, at })
}

/** In the order in which they happened: of one moment a failed delivery first, and a delivery last. */
export const inTime = (rows: readonly StatusRow[]): readonly StatusRow[] =>
  rows.toSorted((one, other) => one.at - other.at || ORDER.indexOf(one.state) - ORDER.indexOf(other.state))

const KNOWN = { kind: 'known' } as const
const ENDED: ReadonlySet<Parcel['state']> = new Set(['delivered', 'returned', 'here'])
const ORDER: readonly PostState[] = ['with-post', 'tried', 'returning', 'lost', 'delivered']

/** A day without a time begins before its list was signed on that day: it means after. */
function momentOf(at: Instant, signed: Instant): Instant {
  const day = dayOf(at)
  return at === instantAt(day, 0) && day === dayOf(signed) ? signed : at
}

/** A reason that the Post leaves out is its own word for the state. Where it is silent about money, it took what its list bids. */
function stepOf(state: Exclude<PostState, 'with-post'>, { receiver, reason, word, cod }: StatusRow, bidden: number): ParcelStep | null {
  switch (state) {
    case 'delivered':
      return receiver === null ? null : { kind: 'delivered', receiver, shown: null, collected: cod ?? bidden }
    case 'tried':
    case 'returning':
    case 'lost':
      return { kind: state, reason: reason ?? word }
    default:
      return missingCase(state)
  }
}
