import type { Fee } from '../procedure/fee.ts'
import type { Claim, Moved, PaidItem, Payment } from './payment.ts'

/**
 * How a dossier stands with its money, in whole đồng. Always counted from the fee as it is now, so a correction of the
 * dossier shows at once as something still to pay or to give back.
 */
export type Balance = {
  readonly total: number
  /** Confirmed, less what was given back. */
  readonly paid: number
  readonly toPay: number
  readonly toGiveBack: number
  /** Transfers the citizen spoke of that nobody confirmed, while there is still something to pay. */
  readonly waiting: readonly Claim[]
}

export function balanceOf(fee: Pick<Fee, 'total'>, payments: readonly Payment[]): Balance {
  const paid = payments.reduce((sum, payment) => sum + (isMoved(payment) ? signed(payment) : 0), 0)
  const toPay = Math.max(fee.total - paid, 0)
  return {
    total: fee.total,
    paid,
    toPay,
    toGiveBack: Math.max(paid - fee.total, 0),
    waiting: toPay === 0 ? [] : payments.filter(payment => payment.state === 'claimed'),
  }
}

export const isMoved = (payment: Payment): payment is Moved => payment.state !== 'claimed'

/** What a payment adds to the till, below nought where it was given back. */
export const signed = ({ state, vnd }: Pick<Moved, 'state' | 'vnd'>): number => (state === 'refunded' ? -vnd : vnd)

/** Which items an amount of at most `toPay` pays: those with something still open, in the order of the fee. */
export function shareOfPayment(fee: Fee, payments: readonly Payment[], vnd: number): readonly PaidItem[] {
  const paid = paidByItem(payments)
  const open = fee.lines.map(line => ({ id: line.id, name: line.name, kind: line.kind, vnd: line.vnd - (paid.get(line.id)?.vnd ?? 0) }))
  return taken(open, vnd)
}

/** Which items an amount of at most `paid` gives back: first what was paid above the fee as it is now, then the rest. */
export function shareOfRefund(fee: Fee, payments: readonly Payment[], vnd: number): readonly PaidItem[] {
  const paid = [...paidByItem(payments).values()]
  const asked = new Map(fee.lines.map(line => [line.id, line.vnd]))
  const above = paid.map(item => ({ ...item, vnd: item.vnd - (asked.get(item.id) ?? 0) }))
  const first = taken(above, vnd)
  const given = new Map(first.map(item => [item.id, item.vnd]))
  const left = paid.map(item => ({ ...item, vnd: item.vnd - (given.get(item.id) ?? 0) }))
  return added([...first, ...taken(left, vnd - sumOf(first))])
}

export const sumOf = (things: readonly { readonly vnd: number }[]): number => things.reduce((sum, { vnd }) => sum + vnd, 0)

/** Items of one id as one, in the order they first appear; what comes to nothing is left out. */
export function added(items: readonly PaidItem[]): readonly PaidItem[] {
  const all = new Map<string, PaidItem>()
  for (const item of items) all.set(item.id, { ...item, vnd: item.vnd + (all.get(item.id)?.vnd ?? 0) })
  return [...all.values()].filter(({ vnd }) => vnd !== 0)
}

function paidByItem(payments: readonly Payment[]): ReadonlyMap<string, PaidItem> {
  const items = payments
    .filter(isMoved)
    .flatMap(payment => payment.items.map(item => ({ ...item, vnd: signed({ ...payment, vnd: item.vnd }) })))
  return new Map(added(items).map(item => [item.id, item]))
}

/** `vnd` taken from the first to the last, from each no more than it has. */
function taken(from: readonly PaidItem[], vnd: number): readonly PaidItem[] {
  let left = vnd
  return from.flatMap(item => {
    const part = Math.min(Math.max(item.vnd, 0), left)
    left -= part
    return part === 0 ? [] : [{ ...item, vnd: part }]
  })
}
