import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { DossierId, OfficialId } from '../kernel/id.ts'
import { missingCase } from '../kernel/missing-case.ts'
import { Day, Instant } from '../kernel/time.ts'
import { FeeLine } from '../procedure/fee.ts'

export const PaymentId = z.uuidv7().brand('PaymentId')
export type PaymentId = z.output<typeof PaymentId>

/** How money came. `portal`: paid in the national portal; `post`: the Post took it along with the dossier. */
export const Method = z.enum(['cash', 'transfer', 'card', 'portal', 'post'])
export type Method = z.output<typeof Method>

/** Whole đồng, always the positive amount that moved. */
export const Vnd = z.int().positive()

/** Symbol and number of the receipt of the State (biên lai, TT 303/2016/TT-BTC Điều 4): this program's slips are none. */
export const ReceiptNumber = z.string().trim().min(1).max(40)

/** The share of one fee item in a payment: phí and lệ phí are counted apart (Luật Phí và lệ phí 2015 Điều 3). */
export const PaidItem = z.strictObject({ ...FeeLine.pick({ id: true, name: true, kind: true }).shape, vnd: Vnd })
export type PaidItem = z.output<typeof PaidItem>

const By = z.strictObject({ id: OfficialId, name: z.string() })
const moved = { payment: PaymentId, dossier: DossierId, code: DossierCode, vnd: Vnd, counter: z.string(), official: By, at: Instant }

/** Body of the entry `fee.claimed`, version 1: the citizen says it was transferred. It waits for reconciliation: nothing is paid. */
export const FeeClaimed = z.strictObject(moved)
export type FeeClaimed = z.output<typeof FeeClaimed>

/** Body of the entry `fee.collected`, version 1: the money is there. Under the id of a claim, it confirms that claim. */
export const FeeCollected = z.strictObject({
  ...moved,
  method: Method,
  receipt: ReceiptNumber.nullable(),
  items: z.array(PaidItem).min(1),
  /** The day whose sheet it stands on: the day it came, or the next after one that was closed. */
  sheet: Day,
})
export type FeeCollected = z.output<typeof FeeCollected>

/** Body of the entry `fee.refunded`, version 1. */
export const FeeRefunded = z.strictObject({ ...FeeCollected.omit({ receipt: true }).shape, reason: z.string().trim().min(1).max(500) })
export type FeeRefunded = z.output<typeof FeeRefunded>

/** Body of the entry `fee.receipted`, version 1: the number of the receipt, noted after the money was taken. */
export const FeeReceipted = z.strictObject({ payment: PaymentId, dossier: DossierId, receipt: ReceiptNumber, official: By, at: Instant })
export type FeeReceipted = z.output<typeof FeeReceipted>

/** Body of the entry `fee.voided`, version 1: it was written by mistake and never happened. The entry it voids stays in the journal. */
export const FeeVoided = z.strictObject({
  payment: PaymentId,
  dossier: DossierId,
  reason: z.string().trim().min(1).max(500),
  official: By,
  at: Instant,
})
export type FeeVoided = z.output<typeof FeeVoided>

const voided = FeeVoided.pick({ reason: true, official: true, at: true })

/** A payment as it stands now. */
export const Payment = z.discriminatedUnion('state', [
  FeeClaimed.extend({ state: z.literal('claimed') }),
  FeeCollected.extend({ state: z.literal('collected') }),
  FeeRefunded.extend({ state: z.literal('refunded') }),
  /** Voided on its own day: it keeps its place on the sheet and counts for nothing. `was`: what it had been written as. */
  FeeCollected.extend({ state: z.literal('voided'), was: z.enum(['collected', 'refunded']), voided }),
  /** A claim that was voided: no transfer is waited for. */
  FeeClaimed.extend({ state: z.literal('dropped'), voided }),
])
export type Payment = z.output<typeof Payment>
export type Claim = Extract<Payment, { state: 'claimed' }>
/** A payment that stands on a day's sheet: one that moved money, or was written as one by mistake. */
export type Moved = Exclude<Payment, { state: 'claimed' | 'dropped' }>

/** A payment after it was voided. What was voided already stays as it is. */
export function voidedOf(payment: Payment, { reason, official, at }: FeeVoided): Payment {
  const why = { reason, official, at }
  switch (payment.state) {
    case 'claimed':
      return { ...payment, state: 'dropped', voided: why }
    case 'collected':
      return { ...payment, state: 'voided', was: 'collected', voided: why }
    case 'refunded': {
      const { reason: _gone, ...moved } = payment
      return { ...moved, state: 'voided', was: 'refunded', receipt: null, voided: why }
    }
    case 'voided':
    case 'dropped':
      return payment
    default:
      return missingCase(payment)
  }
}
