import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Day, type Instant, addDays, instantAt } from '#domain/kernel/time.ts'
import { balanceOf, isMoved, isOverdrawn } from '#domain/money/balance.ts'
import { type Till, claim, collect, refund, voidPayment } from '#domain/money/collect.ts'
import { type Closing, type DayBook, type DayClosed, NOTES, closeDay, countedCash, sheetOf, sumsOf } from '#domain/money/day.ts'
import { Method, type Payment, voidedOf } from '#domain/money/payment.ts'
import { got } from '#kit/basics.ts'
import { aFee, aPaymentId, aTill } from '#kit/money.ts'

/** One thing that can happen at a counter with money; `at` picks among what is there. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      method: fc.constantFrom(...Method.options),
      part: fc.double({ min: 0.1, max: 1, noNaN: true }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('claim' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('confirm' as const), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('void' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      method: fc.constantFrom(...Method.options),
      part: fc.double({ min: 0.1, max: 1, noNaN: true }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mend' as const), vnd: fc.integer({ min: 0, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tomorrow' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type Books = { readonly day: Day; readonly vnd: number; readonly payments: readonly Payment[]; readonly closed: readonly DayClosed[] }
const MONDAY = aTill(aFee(0)).sheet
const noon = (day: Day): Instant => instantAt(day, 12 * 60)

const tillOf = ({ day, vnd, payments, closed }: Books): Till =>
  aTill(aFee(vnd), payments, { now: noon(day), sheet: sheetOf(noon(day), closed.at(-1)?.day ?? null) })

/** What is done; what is refused changes nothing. */
function step(books: Books, done: Act): Books {
  const till = tillOf(books)
  const { payments } = books
  const replaced = (payment: Payment): Books => ({
    ...books,
    payments: [...payments.filter(one => one.payment !== payment.payment), payment],
  })
  switch (done.kind) {
    case 'take': {
      const vnd = Math.ceil(balanceOf(till.dossier.fee, payments).toPay * done.part)
      const taken = collect({ payment: aPaymentId(), confirms: false, vnd, method: done.method, receipt: null }, till)
      return taken.ok ? replaced({ ...taken.value, state: 'collected' }) : books
    }
    case 'claim': {
      const said = claim(aPaymentId(), till)
      return said.ok ? replaced({ ...said.value, state: 'claimed' }) : books
    }
    case 'confirm': {
      const one = balanceOf(till.dossier.fee, payments).waiting[0]
      if (one === undefined) return books
      const taken = collect({ payment: one.payment, confirms: true, vnd: one.vnd, method: 'transfer', receipt: null }, till)
      expect(taken.ok, 'a transfer that came always enters the books').toBe(true)
      return replaced({ ...got(taken), state: 'collected' })
    }
    case 'void': {
      const one = payments[done.at % Math.max(payments.length, 1)]
      const gone = one === undefined ? null : voidPayment(one.payment, 'Ghi nhầm', till)
      return one !== undefined && gone?.ok === true ? replaced(voidedOf(one, gone.value)) : books
    }
    case 'refund': {
      const vnd = Math.ceil(balanceOf(till.dossier.fee, payments).paid * done.part)
      if (vnd === 0) return books
      return replaced({ ...got(refund({ payment: aPaymentId(), vnd, method: done.method, reason: 'Trả lại' }, till)), state: 'refunded' })
    }
    case 'mend':
      return { ...books, vnd: done.vnd * 500 }
    case 'close':
      return close(books)
    case 'tomorrow':
      return { ...books, day: addDays(books.day, 1) }
  }
}

/** Closes the earliest open day as an honest official would: what should be in the till is counted, with a reason where that cannot be. */
function close(books: Books): Books {
  const closed = books.closed.at(-1)?.day ?? null
  const moved = books.payments.filter(isMoved)
  const open = moved
    .map(({ sheet }) => sheet)
    .filter(sheet => closed === null || sheet > closed)
    .toSorted()
  const day = open[0] ?? books.day
  const onSheet = moved.filter(({ sheet }) => sheet === day)
  const { cash } = sumsOf(onSheet)
  const book: DayBook = {
    payments: onSheet,
    waiting: balanceOf(aFee(books.vnd), books.payments).waiting,
    lastClosed: closed,
    firstOpen: open[0] ?? null,
    now: noon(books.day),
    office: 'Một cửa',
    counter: { name: 'Quầy 3', number: 3 },
    official: tillOf(books).official,
  }
  const counted = inNotes(Math.max(cash, 0))
  const closing: Closing = {
    day,
    opening: 0,
    counted,
    taker: 'Lê Thị Quỹ',
    reason: cash === countedCash(counted) ? '' : 'Trả lại nhiều hơn thu',
  }
  if (closing.reason !== '') expect(closeDay({ ...closing, reason: ' ' }, book).ok, 'a difference needs a reason').toBe(false)
  const done = closeDay(closing, book)
  return done.ok ? { ...books, closed: [...books.closed, done.value] } : books
}

const inNotes = (vnd: number): Closing['counted'] => {
  let left = vnd
  return NOTES.map(note => {
    const count = Math.floor(left / note)
    left -= note * count
    return { note, count }
  })
}

it('keeps the till equal to the books to the đồng, whatever is taken, claimed, confirmed, voided, given back, mended and closed', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), acts => {
      let books: Books = { day: MONDAY, vnd: 16_000, payments: [], closed: [] }
      for (const done of acts) {
        const before = books
        books = step(before, done)
        const moved = books.payments.filter(isMoved)
        const cashIn = moved.filter(one => one.state === 'collected' && one.method === 'cash').reduce((sum, { vnd }) => sum + vnd, 0)
        const cashOut = moved.filter(one => one.state === 'refunded' && one.method === 'cash').reduce((sum, { vnd }) => sum + vnd, 0)
        const sums = sumsOf(moved)
        expect(sums.cash).toBe(cashIn - cashOut)
        expect(sums.methods.reduce((sum, one) => sum + one.collected - one.refunded, 0)).toBe(sums.total)
        expect(sums.items.reduce((sum, { vnd }) => sum + vnd, 0)).toBe(sums.total)
        expect(isOverdrawn(books.payments)).toBe(false)
        const { paid, toPay, toGiveBack } = balanceOf(aFee(books.vnd), books.payments)
        expect(paid).toBe(sums.total)
        expect(paid + toPay - toGiveBack).toBe(books.vnd)
        for (const sheet of books.closed) {
          const onSheet = sumsOf(moved.filter(one => one.sheet === sheet.day))
          expect({ total: onSheet.total, expected: sheet.opening + onSheet.cash }).toEqual({ total: sheet.total, expected: sheet.expected })
          expect(sheet.difference === 0 || sheet.reason !== null).toBe(true)
        }
      }
    }),
    { numRuns: 300 },
  )
})
