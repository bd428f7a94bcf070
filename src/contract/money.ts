import { z } from 'zod'
import { Day, Instant } from '#domain/kernel/time.ts'
import { Counted, DayClosed, DaySum, MethodSum } from '#domain/money/day.ts'
import { Method, Payment, PaymentId, Vnd } from '#domain/money/payment.ts'
import { Fee } from '#domain/procedure/fee.ts'

/** A QR code as its dark modules, row by row, neighbours as one run: what a window draws. */
export const QrPicture = z.strictObject({
  modules: z.int().positive(),
  runs: z.array(z.strictObject({ row: z.int(), from: z.int(), length: z.int() })),
})
export type QrPicture = z.output<typeof QrPicture>

const Claim = Payment.options[0]

/** How a dossier stands with its money, and how a citizen can transfer what is left. */
export const MoneyOf = z.strictObject({
  code: z.string(),
  fee: Fee,
  paid: z.int(),
  toPay: z.int(),
  toGiveBack: z.int(),
  payments: z.array(Payment),
  waiting: z.array(Claim),
  /** What was written today and can still be voided. */
  voidable: z.array(PaymentId),
  /** The way money goes back unless somebody decides otherwise, and how much came that way. */
  refundBy: z.strictObject({ method: Method, vnd: z.int() }).nullable(),
  /** `null`: nothing is to pay, or no account is set. */
  transfer: z
    .strictObject({ bank: z.string(), account: z.string(), holder: z.string(), vnd: z.int(), note: z.string(), qr: QrPicture })
    .nullable(),
})
export type MoneyOf = z.output<typeof MoneyOf>

/** A day's money: what the book says, and the sheet once it is closed. */
export const DayMoney = z.strictObject({
  day: Day,
  now: Instant,
  methods: z.array(MethodSum),
  items: z.array(DaySum),
  total: z.int(),
  cash: z.int(),
  payments: z.array(Payment),
  waiting: z.array(Claim),
  closed: DayClosed.nullable(),
})
export type DayMoney = z.output<typeof DayMoney>

/** What goes in; `money.collect` with a `payment` confirms that claim. Empty texts are refused with a sentence, not here. */
export const MoneyAsked = {
  of: z.strictObject({ code: z.string() }),
  collect: z.strictObject({
    code: z.string(),
    payment: PaymentId.nullable(),
    vnd: Vnd,
    method: Method,
    receipt: z.string().max(40).nullable(),
  }),
  receipt: z.strictObject({ code: z.string(), payment: PaymentId, receipt: z.string().max(40) }),
  refund: z.strictObject({ code: z.string(), vnd: Vnd, method: Method, reason: z.string().max(500) }),
  void: z.strictObject({ code: z.string(), payment: PaymentId, reason: z.string().max(500) }),
  day: z.strictObject({ day: Day.nullable() }),
  close: z.strictObject({
    day: Day,
    opening: z.int().nonnegative(),
    counted: Counted,
    taker: z.string().max(120),
    reason: z.string().max(500),
  }),
}
export type MoneyAsked = { readonly [Name in keyof typeof MoneyAsked]: z.output<(typeof MoneyAsked)[Name]> }
