import type { DossierReceived } from '../dossier/dossier.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { balanceOf, isMoved, shareOfPayment, shareOfRefund } from './balance.ts'
import {
  type FeeClaimed,
  type FeeCollected,
  type FeeReceipted,
  type FeeRefunded,
  type Method,
  type Payment,
  type PaymentId,
} from './payment.ts'

/** Everything a movement of money depends on. */
export type Till = {
  /** The dossier as it is now. */
  readonly dossier: Pick<DossierReceived, 'dossier' | 'code' | 'fee'>
  readonly payments: readonly Payment[]
  /** The day sheet that is open. */
  readonly sheet: Day
  readonly now: Instant
  readonly counter: string
  readonly official: FeeClaimed['official']
}

/** The citizen says the money was transferred. Refused when nothing is to pay, or such a transfer is waited for already. */
export function claim(payment: PaymentId, till: Till): Result<FeeClaimed> {
  const { toPay, waiting } = balanceOf(till.dossier.fee, till.payments)
  if (toPay === 0) return refuse(inputFault('money.nothing.due'))
  if (waiting.length > 0) return refuse(inputFault('money.claim.waiting'))
  return ok({ ...moved(payment, toPay, till) })
}

export type Taking = {
  /** A new id, or that of a claim: then the transfer it spoke of has come. */
  readonly payment: PaymentId
  readonly confirms: boolean
  readonly vnd: number
  readonly method: Method
  readonly receipt: string | null
}

/**
 * Money is there. Refused: more than is still to pay, anything once all is paid (which is also what stops a key pressed
 * twice), a claim that is not waiting.
 */
export function collect({ payment, confirms, vnd, method, receipt }: Taking, till: Till): Result<FeeCollected> {
  const { fee } = till.dossier
  const { toPay, waiting } = balanceOf(fee, till.payments)
  if (till.payments.some(one => one.payment === payment && isMoved(one))) return refuse(inputFault('money.twice'))
  if (toPay === 0) return refuse(inputFault('money.nothing.due'))
  if (confirms !== waiting.some(one => one.payment === payment)) return refuse(inputFault('money.claim.unknown'))
  if (vnd > toPay) return refuse(inputFault('money.over', 'vnd', { most: toPay }))
  return ok({
    ...moved(payment, vnd, till),
    method,
    receipt: receipt === null || receipt.trim() === '' ? null : receipt.trim(),
    items: [...shareOfPayment(fee, till.payments, vnd)],
    sheet: till.sheet,
  })
}

export type GivingBack = { readonly payment: PaymentId; readonly vnd: number; readonly method: Method; readonly reason: string }

/** Money goes back to the citizen. Refused: more than was paid, no reason. */
export function refund({ payment, vnd, method, reason }: GivingBack, till: Till): Result<FeeRefunded> {
  const { fee } = till.dossier
  const { paid } = balanceOf(fee, till.payments)
  if (vnd > paid) return refuse(inputFault('money.refund.over', 'vnd', { most: paid }))
  if (reason.trim() === '') return refuse(inputFault('money.reason.missing', 'reason'))
  const items = [...shareOfRefund(fee, till.payments, vnd)]
  return ok({ ...moved(payment, vnd, till), method, items, reason: reason.trim(), sheet: till.sheet })
}

/** Notes the number of the receipt of the State on a payment that was collected. A later one replaces an earlier one; both stay in the journal. */
export function noteReceipt(payment: PaymentId, receipt: string, till: Till): Result<FeeReceipted> {
  const found = till.payments.find(one => one.payment === payment)
  if (found?.state !== 'collected') return refuse(inputFault('money.payment.unknown', 'receipt'))
  if (receipt.trim() === '') return refuse(inputFault('money.receipt.missing', 'receipt'))
  return ok({ payment, dossier: till.dossier.dossier, receipt: receipt.trim(), official: till.official, at: till.now })
}

const moved = (payment: PaymentId, vnd: number, { dossier, counter, official, now }: Till): FeeClaimed => ({
  payment,
  dossier: dossier.dossier,
  code: dossier.code,
  vnd,
  counter,
  official,
  at: now,
})
