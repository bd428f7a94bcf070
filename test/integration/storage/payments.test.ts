import { describe, expect, it } from 'vitest'
import { claim, collect, noteReceipt, refund, voidPayment } from '#domain/money/collect.ts'
import { closeDay } from '#domain/money/day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { Store } from '#storage/store.ts'
import { got } from '#kit/basics.ts'
import { aDossierWith, aFee, aPaymentId, aTill } from '#kit/money.ts'
import { keep, tempStore } from '#kit/store.ts'

const fee = aFee(16_000)

/** A day on the journal: one dossier paid in cash, one by a transfer that was confirmed, one still waited for, one given back. */
function aDay(store: Store) {
  const dossiers = [3001, 3002, 3003, 3004].map(number => aDossierWith(fee, `000.00.20.H20-261123-${number}`))
  for (const dossier of dossiers) keep(store, dossier)
  const say = (...said: readonly Said[]): void => void got(store.commit('a', () => ok({ said, answer: null })))
  const tillOf = (dossier: (typeof dossiers)[number]) => aTill(fee, store.read.payments.of(dossier.dossier), { dossier })
  const take = (dossier: (typeof dossiers)[number], payment = aPaymentId(), confirms = false): void => {
    const taking = { payment, confirms, vnd: 16_000, method: confirms ? ('transfer' as const) : ('cash' as const), receipt: null }
    say({ kind: 'fee.collected', version: 1, subject: dossier.dossier, body: got(collect(taking, tillOf(dossier))) })
  }
  const claimIt = (dossier: (typeof dossiers)[number]) => {
    const payment = aPaymentId()
    say({ kind: 'fee.claimed', version: 1, subject: dossier.dossier, body: got(claim(payment, tillOf(dossier))) })
    return payment
  }
  const [cash, transferred, waiting, back] = dossiers
  if (cash === undefined || transferred === undefined || waiting === undefined || back === undefined) throw new Error('four dossiers')
  take(cash)
  take(transferred, claimIt(transferred), true)
  claimIt(waiting)
  take(back)
  const giving = { payment: aPaymentId(), vnd: 6_000, method: 'cash' as const, reason: 'Rút bớt bản sao' }
  say({ kind: 'fee.refunded', version: 1, subject: back.dossier, body: got(refund(giving, tillOf(back))) })
  const mistaken = aDossierWith(fee, '000.00.20.H20-261123-3005')
  keep(store, mistaken)
  take(mistaken)
  const wrong = store.read.payments.of(mistaken.dossier)[0]?.payment ?? aPaymentId()
  say({ kind: 'fee.voided', version: 1, subject: mistaken.dossier, body: got(voidPayment(wrong, 'Bấm nhầm phím', tillOf(mistaken))) })
  const paid = store.read.payments.of(cash.dossier)[0]
  if (paid === undefined) throw new Error('no payment')
  say({ kind: 'fee.receipted', version: 1, subject: cash.dossier, body: got(noteReceipt(paid.payment, 'AB/26P 0000123', tillOf(cash))) })
  return { dossiers: [...dossiers, mistaken], say, till: tillOf(cash), paid: paid.payment }
}

describe('payments in the store', () => {
  it('a confirmed transfer takes the place of its claim, and only what waits is waited for', () => {
    const store = tempStore()
    const { till } = aDay(store)
    const { payments } = store.read
    expect(payments.claims().map(({ code }) => code)).toEqual(['000.00.20.H20-261123-3003'])
    expect(payments.onSheet(till.sheet).map(({ state, method, vnd }) => `${state} ${method} ${vnd}`)).toEqual(
      expect.arrayContaining(['collected cash 16000', 'collected transfer 16000', 'refunded cash 6000']),
    )
    expect(payments.onSheet(till.sheet)).toHaveLength(5)
    expect(payments.onSheet(till.sheet).find(({ state }) => state === 'voided')).toMatchObject({
      was: 'collected',
      vnd: 16_000,
      voided: { reason: 'Bấm nhầm phím', official: { name: 'Nguyễn Thị An' } },
    })
    expect(payments.firstOpen()).toBe(till.sheet)
    store.close()
  })

  it('rebuilt from the journal, payments and closed days are the same', () => {
    const store = tempStore()
    const { dossiers, say, till, paid } = aDay(store)
    const { payments } = store.read
    const closing = { day: till.sheet, opening: 0, counted: [{ note: 1_000, count: 26 }], taker: 'Lê Thị Quỹ', reason: '' }
    const book = {
      payments: payments.onSheet(till.sheet),
      waiting: payments.claims(),
      lastClosed: payments.lastClosed(),
      firstOpen: payments.firstOpen(),
      now: till.now,
      office: 'Một cửa',
      counter: { name: 'Quầy 3', number: 3 },
      official: till.official,
    }
    const closed = got(closeDay(closing, book))
    say({ kind: 'day.closed', version: 1, subject: closed.day, body: closed })
    const seen = () => ({
      payments: dossiers.map(({ dossier }) => payments.of(dossier)),
      sheet: payments.onSheet(till.sheet),
      claims: payments.claims(),
      closed: [payments.closedDay(till.sheet), payments.closedAs(closed.code), payments.lastClosed(), payments.firstOpen()],
    })
    const before = seen()
    store.rebuild()
    expect(seen()).toEqual(before)
    expect(before.closed).toEqual([closed, closed, till.sheet, null])
    expect(before.payments.flat().find(({ payment }) => payment === paid)).toMatchObject({ receipt: 'AB/26P 0000123' })
    store.close()
  })
})
