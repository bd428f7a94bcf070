import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Fact } from '#domain/journal/fact.ts'
import type { DossierId } from '#domain/kernel/id.ts'
import { Day } from '#domain/kernel/time.ts'
import { isMoved } from '#domain/money/balance.ts'
import { DayClosed } from '#domain/money/day.ts'
import { type Claim, type Moved, Payment, voidedOf } from '#domain/money/payment.ts'

/** Queries over payments and closed days. */
export function openPayments(db: Database) {
  const ofDossier = db.prepare('select body from payment where dossier = ? order by at, id').pluck()
  const onSheet = db.prepare('select body from payment where sheet = ? order by at, id').pluck()
  const waiting = db.prepare("select body from payment where state = 'claimed' order by at, id").pluck()
  const lastClosed = db.prepare('select max(day) from day_sheet').pluck()
  const firstAfter = db.prepare('select min(sheet) from payment where sheet > ?').pluck()
  const sheet = db.prepare('select body from day_sheet where day = ?').pluck()
  const byCode = db.prepare('select body from day_sheet where code = ?').pluck()

  const closed = (): Day | null => Day.nullable().parse(lastClosed.get() ?? null)

  return {
    of: (dossier: DossierId): readonly Payment[] => ofDossier.all(dossier).map(toPayment),
    /** What moved money on this day's sheet, in order. */
    onSheet: (day: Day): readonly Moved[] => onSheet.all(day).map(toPayment).filter(isMoved),
    /** Transfers that citizens spoke of and nobody confirmed. */
    claims: (): readonly Claim[] =>
      waiting
        .all()
        .map(toPayment)
        .filter(payment => payment.state === 'claimed'),
    lastClosed: closed,
    /** The earliest day with money on its sheet that is not closed. */
    firstOpen: (): Day | null => Day.nullable().parse(firstAfter.get(closed() ?? '') ?? null),
    closedDay: (day: Day): DayClosed | null => toSheet(sheet.get(day)),
    closedAs: (code: string): DayClosed | null => toSheet(byCode.get(code)),
  }
}

const toPayment = (text: unknown): Payment => Payment.parse(JSON.parse(z.string().parse(text)))
const toSheet = (text: unknown): DayClosed | null => (text === undefined ? null : DayClosed.parse(JSON.parse(z.string().parse(text))))

export type MoneyFact = Extract<Fact, { kind: `fee.${string}` | 'day.closed' }>

/** Brings one fact about money into the tables. A collection under the id of a claim takes its place. */
export function applyMoney(db: Database) {
  const put = db.prepare(`
    insert into payment values (@id, @dossier, @state, @sheet, @at, @body)
    on conflict (id) do update set state = excluded.state, sheet = excluded.sheet, at = excluded.at, body = excluded.body`)
  const receipt = db.prepare("update payment set body = json_set(body, '$.receipt', ?) where id = ?")
  const byId = db.prepare('select body from payment where id = ?').pluck()
  const close = db.prepare('insert into day_sheet values (@day, @code, @body)')
  const keep = (payment: Payment): void => {
    const { payment: id, dossier, state, at } = payment
    put.run({ id, dossier, state, at, sheet: isMoved(payment) ? payment.sheet : null, body: JSON.stringify(payment) })
  }
  return (fact: MoneyFact): void => {
    switch (fact.kind) {
      case 'fee.claimed':
        keep({ ...fact.body, state: 'claimed' })
        return
      case 'fee.collected':
        keep({ ...fact.body, state: 'collected' })
        return
      case 'fee.refunded':
        keep({ ...fact.body, state: 'refunded' })
        return
      case 'fee.receipted':
        receipt.run(fact.body.receipt, fact.body.payment)
        return
      case 'fee.voided':
        keep(voidedOf(toPayment(byId.get(fact.body.payment)), fact.body))
        return
      case 'day.closed':
        close.run({ day: fact.body.day, code: fact.body.code, body: JSON.stringify(fact.body) })
    }
  }
}
