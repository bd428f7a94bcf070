import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { OfficialId } from '../kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Day, Instant, addDays, dayOf } from '../kernel/time.ts'
import { added, signed, sumOf } from './balance.ts'
import { type Claim, Method, type Moved, PaidItem } from './payment.ts'

/** The notes in use in Việt Nam, đồng, largest first; coins were taken out of use. */
export const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200] as const

export const Counted = z.array(z.strictObject({ note: z.int().positive(), count: z.int().nonnegative().max(99_999) }))
export type Counted = z.output<typeof Counted>

/** One method's share of a day: what came in and what went back, đồng. */
export const MethodSum = z.strictObject({ method: Method, count: z.int(), collected: z.int(), refunded: z.int() })
export type MethodSum = z.output<typeof MethodSum>

/** What a list of payments comes to, đồng. Items and methods close to the same total. */
export type Sums = {
  readonly methods: readonly MethodSum[]
  readonly items: readonly DaySum[]
  readonly total: number
  readonly cash: number
}

/** Below nought where more went back than came in. */
export const DaySum = PaidItem.extend({ vnd: z.int() })
export type DaySum = z.output<typeof DaySum>

/** Body of the entry `day.closed`, version 1: the money of one counter and one day, counted and handed over. */
export const DayClosed = z.strictObject({
  day: Day,
  /** What people call the sheet by: `BK-261123-3`. */
  code: z.string(),
  office: z.string(),
  counter: z.string(),
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  /** Who takes the money: the treasurer need not be known to this program. */
  taker: z.string().min(1).max(120),
  opening: z.int().nonnegative(),
  counted: Counted,
  methods: z.array(MethodSum),
  items: z.array(DaySum),
  total: z.int(),
  /** Cash that should be there, cash that is there, and the second less the first. */
  expected: z.int(),
  cash: z.int().nonnegative(),
  difference: z.int(),
  reason: z.string().max(500).nullable(),
  waiting: z.array(z.strictObject({ code: DossierCode, vnd: z.int().positive() })),
  at: Instant,
})
export type DayClosed = z.output<typeof DayClosed>

/** Sums by method and by item. What was voided counts nowhere. */
export function sumsOf(all: readonly Moved[]): Sums {
  const payments = all.filter(({ state }) => state !== 'voided')
  const methods = Method.options.flatMap(method => {
    const of = payments.filter(payment => payment.method === method)
    const [collected, refunded] = (['collected', 'refunded'] as const).map(state => sumOf(of.filter(payment => payment.state === state)))
    return of.length === 0 ? [] : [{ method, count: of.length, collected: collected ?? 0, refunded: refunded ?? 0 }]
  })
  const items = added(payments.flatMap(payment => payment.items.map(item => ({ ...item, vnd: signed({ ...payment, vnd: item.vnd }) }))))
  const total = payments.reduce((sum, payment) => sum + signed(payment), 0)
  const cash = payments.reduce((sum, payment) => sum + (payment.method === 'cash' ? signed(payment) : 0), 0)
  return { methods, items, total, cash }
}

const isNote = (note: number): boolean => NOTES.some(known => known === note)

export const countedCash = (counted: Counted): number => counted.reduce((sum, { note, count }) => sum + note * count, 0)

/** The sheet that money of this moment stands on: today's, or the day after the last that was closed. */
export function sheetOf(now: Instant, lastClosed: Day | null): Day {
  const today = dayOf(now)
  return lastClosed === null || lastClosed < today ? today : addDays(lastClosed, 1)
}

/** What is known when a day is to be closed. */
export type DayBook = {
  readonly payments: readonly Moved[]
  readonly waiting: readonly Claim[]
  readonly lastClosed: Day | null
  /** The earliest day with money on it that is not closed. */
  readonly firstOpen: Day | null
  readonly now: Instant
  readonly office: string
  readonly counter: { readonly name: string; readonly number: number }
  readonly official: DayClosed['official']
}

export type Closing = Pick<DayClosed, 'day' | 'opening' | 'counted'> & { readonly taker: string; readonly reason: string }

/**
 * Closes the money of a day. Refused: a day closed before, one still to come, one after a day with money that is not
 * closed, a note that does not exist or stands there twice, cash that differs without a reason, no name of who takes the
 * money.
 */
export function closeDay({ day, opening, counted, taker, reason }: Closing, book: DayBook): Result<DayClosed> {
  if (book.lastClosed !== null && day <= book.lastClosed) return refuse(inputFault('money.day.closed', 'day', { day }))
  if (day > dayOf(book.now)) return refuse(inputFault('money.day.future', 'day', { day }))
  if (book.firstOpen !== null && book.firstOpen < day) return refuse(inputFault('money.day.earlier', 'day', { day: book.firstOpen }))
  const strange = counted.find(({ note }, index) => !isNote(note) || counted.findIndex(other => other.note === note) !== index)
  if (strange !== undefined) return refuse(inputFault('money.day.note', 'counted', { note: strange.note }))
  const sums = sumsOf(book.payments)
  const expected = opening + sums.cash
  const cash = countedCash(counted)
  const difference = cash - expected
  if (difference !== 0 && reason.trim() === '') return refuse(inputFault('money.day.reason', 'reason', { difference }))
  if (taker.trim() === '') return refuse(inputFault('money.day.taker', 'taker'))
  return ok({
    day,
    code: `BK-${day.slice(2).replaceAll('-', '')}-${book.counter.number}`,
    office: book.office,
    counter: book.counter.name,
    official: book.official,
    taker: taker.trim(),
    opening,
    counted: counted.filter(({ count }) => count > 0),
    methods: [...sums.methods],
    items: [...sums.items],
    total: sums.total,
    expected,
    cash,
    difference,
    reason: reason.trim() === '' ? null : reason.trim(),
    waiting: book.waiting.map(({ code, vnd }) => ({ code, vnd })),
    at: book.now,
  })
}
