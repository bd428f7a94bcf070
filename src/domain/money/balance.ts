import type { Ended } from '../dossier/life.ts'
import type { Fee } from '../procedure/fee.ts'
import type { Claim, Method, Moved, PaidItem, Payment } from './payment.ts'

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
  /** Transfers the citizen spoke of that nobody confirmed or gave up: the money may still come, whatever was paid otherwise. */
  readonly waiting: readonly Claim[]
}

/**
 * `ended`: the dossier was stopped or refused. Nothing more is asked for then (nothing was done that a fee could pay, Luật
 * Phí và lệ phí 2015 Điều 3); of what was paid by then goes back what the notice says, and all of what came later.
 */
export function balanceOf(fee: Pick<Fee, 'total'>, payments: readonly Payment[], ended: Ended | null = null): Balance {
  const paid = paidOf(payments)
  const kept = ended === null ? fee.total : keptOf(fee, payments, ended)
  return {
    total: fee.total,
    paid,
    toPay: ended === null ? Math.max(fee.total - paid, 0) : 0,
    toGiveBack: Math.max(paid - kept, 0),
    waiting: payments.filter(payment => payment.state === 'claimed'),
  }
}

const paidOf = (payments: readonly Payment[]): number =>
  payments.reduce((sum, payment) => sum + (isMoved(payment) ? signed(payment) : 0), 0)

/** What the office keeps of the fee. */
const keptOf = ({ total }: Pick<Fee, 'total'>, payments: readonly Payment[], { at, refund }: Ended): number =>
  Math.min(total, Math.max(paidOf(payments.filter(payment => payment.at <= at)) - refund, 0))

export const isMoved = (payment: Payment): payment is Moved => payment.state !== 'claimed' && payment.state !== 'dropped'

/** What a payment adds to the till: below nought where it was given back, nothing where it was voided. */
export function signed({ state, vnd }: Pick<Moved, 'state' | 'vnd'>): number {
  if (state === 'voided') return 0
  return state === 'refunded' ? -vnd : vnd
}

/**
 * Which items an amount pays: those with something still open, in the order of the fee. What is above `toPay` (a transfer
 * of more than is asked by now) goes to the last item, from where it is given back first.
 */
export function shareOfPayment(fee: Fee, payments: readonly Payment[], vnd: number): readonly PaidItem[] {
  const paid = paidByItem(payments)
  const open = fee.lines.map(({ id, name, kind, vnd: asked }) => ({ id, name, kind, vnd: asked - (paid.get(id)?.vnd ?? 0) }))
  const share = taken(open, vnd)
  const last = open.at(-1) ?? [...paid.values()].at(-1) ?? UNASKED
  const above = vnd - sumOf(share)
  return above === 0 ? share : added([...share, { ...last, vnd: above }])
}

/** Where a transfer came for a dossier that asks for nothing by now. */
const UNASKED = { id: 'unasked', name: 'Tiền chuyển khoản thừa', kind: 'phi' } as const

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

/** How money goes back unless somebody decides otherwise: by the way the last of it came, and as much as came that way. `null` where nothing is held. */
export function methodToRefund(payments: readonly Payment[]): { readonly method: Method; readonly vnd: number } | null {
  const moved = payments.filter(isMoved)
  const held = (method: Method): number => moved.reduce((sum, one) => sum + (one.method === method ? signed(one) : 0), 0)
  const last = moved.findLast(({ state, method }) => state === 'collected' && held(method) > 0)
  return last === undefined ? null : { method: last.method, vnd: held(last.method) }
}

/** Whether more of some item was given back than was paid for it. */
export const isOverdrawn = (payments: readonly Payment[]): boolean => [...paidByItem(payments).values()].some(({ vnd }) => vnd < 0)

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
