import type { Input } from '#contract/calls.ts'
import type { ParcelLine } from '#contract/post.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { tidy } from '#domain/kernel/text.ts'
import { readMoneyCell, readTimeCell } from '#domain/post/cell.ts'
import type { ParcelStep } from '#domain/post/parcel.ts'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'

/** What the Post says of a parcel, as it is typed. */
export type TypedMove = {
  readonly kind: ParcelStep['kind']
  readonly receiver: string
  readonly collected: string
  readonly reason: string
  readonly at: string
}

export const freshMove = ({ item }: ParcelLine, now: Instant): TypedMove => ({
  kind: 'delivered',
  receiver: '',
  collected: String(item.cod),
  reason: '',
  at: `${dayText(dayOf(now))} ${clockTime(now)}`,
})

/**
 * Reads what was typed; faults stand at the field they are about. The time of now is typed to the minute, and a list may
 * have been signed in that minute: it means this very moment.
 */
export function readMove({ parcel }: ParcelLine, typed: TypedMove, now: Instant): Result<Input<'post.move'>> {
  const [receiver, reason, money, read] = [tidy(typed.receiver), tidy(typed.reason), readMoneyCell(typed.collected), readTimeCell(typed.at)]
  const isDelivered = typed.kind === 'delivered'
  const faults: Fault[] = []
  if (isDelivered && receiver === '') faults.push(inputFault('parcel.receiver.missing', 'receiver'))
  if (isDelivered && money === null) faults.push(inputFault('parcel.money.unread', 'collected'))
  if (!isDelivered && reason === '') faults.push(inputFault('parcel.reason.missing', 'reason'))
  if (read === null) faults.push(inputFault('parcel.time.unread', 'at'))
  if (faults.length > 0 || read === null) return refuse(...faults)
  const { handover, dossier } = parcel
  const at = now - read < 60_000 && read <= now ? now : read
  const key = { handover, dossier, at }
  if (typed.kind !== 'delivered') return ok({ ...key, step: { kind: typed.kind, reason } })
  return ok({ ...key, step: { kind: 'delivered', receiver, shown: null, collected: money ?? 0 } })
}
