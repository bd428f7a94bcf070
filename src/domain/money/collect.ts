import type { DossierReceived } from '../dossier/dossier.ts'
import type { Ended } from '../dossier/life.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { balanceOf, isMoved, isOverdrawn, shareOfPayment, shareOfRefund } from './balance.ts'
import {
  type FeeClaimed,
  type FeeCollected,
  type FeeReceipted,
  type FeeRefunded,
  type FeeVoided,
  type Method,
  type Payment,
  type PaymentId,
  voidedOf,
} from './payment.ts'

/** Everything a movement of money depends on. */
export type Till = {
  /** The dossier as it is now. */
  readonly dossier: Pick<DossierReceived, 'dossier' | 'code' | 'fee'>
  readonly payments: readonly Payment[]
  /** How the dossier ended without a result, `null` where it did not. */
  readonly ended: Ended | null
  /** The day sheet that is open. */
  readonly sheet: Day
  readonly now: Instant
  readonly counter: string
  readonly official: FeeClaimed['official']
}

/** The citizen says the money was transferred. Refused when nothing is to pay, or such a transfer is waited for already. */
export function claim(payment: PaymentId, till: Till): Result<FeeClaimed> {
  const { toPay, waiting } = balanceOf(till.dossier.fee, till.payments, till.ended)
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
 * twice), a claim that is not waiting. A transfer that was waited for is taken as it came, up to what was claimed: it lies
 * on the account whatever the dossier costs by now, and what is too much is shown as still to give back.
 */
export function collect({ payment, confirms, vnd, method, receipt }: Taking, till: Till): Result<FeeCollected> {
  const { fee } = till.dossier
  const { toPay, waiting } = balanceOf(fee, till.payments, till.ended)
  if (till.payments.some(one => one.payment === payment && isMoved(one))) return refuse(inputFault('money.twice'))
  const claimed = waiting.find(one => one.payment === payment)
  if (confirms !== (claimed !== undefined)) return refuse(inputFault('money.claim.unknown'))
  if (toPay === 0 && claimed === undefined) return refuse(inputFault('money.nothing.due'))
  const most = Math.max(toPay, claimed?.vnd ?? 0)
  if (vnd > most) return refuse(inputFault('money.over', 'vnd', { most }))
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

/**
 * What was written by mistake never happened: a key that was the wrong one, a transfer that was confirmed and did not
 * come, a claim nobody made. Only while it stands on the open sheet; once its day is closed or over, money goes back as a
 * refund. Refused: no reason, what was voided before, a payment of which something was given back already.
 */
export function voidPayment(payment: PaymentId, reason: string, till: Till): Result<FeeVoided> {
  const found = till.payments.find(one => one.payment === payment)
  if (found === undefined || found.state === 'voided' || found.state === 'dropped')
    return refuse(inputFault('money.void.unknown', 'reason'))
  if (reason.trim() === '') return refuse(inputFault('money.void.reason', 'reason'))
  if (isMoved(found) && found.sheet !== till.sheet) return refuse(inputFault('money.void.late', 'reason'))
  const said = { payment, dossier: till.dossier.dossier, reason: reason.trim(), official: till.official, at: till.now }
  const after = till.payments.map(one => (one === found ? voidedOf(found, said) : one))
  return isOverdrawn(after) ? refuse(inputFault('money.void.refunded', 'reason')) : ok(said)
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
