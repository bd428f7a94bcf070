import type { MoneyOf } from '#contract/money.ts'
import type { Payment } from '#domain/money/payment.ts'
import { put } from '#words/say.ts'
import { moneyText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { type Words, useWords } from '../../parts/use-words.tsx'

/** Each item with its amount or the reason it is free, its law beside it, and each payment with its time. */
export function FeeLines({ money: { fee, payments } }: { readonly money: MoneyOf }) {
  const { words } = useWords()
  return (
    <>
      <h2 className="form-heading">{words.money.title}</h2>
      <ul className="money-lines">
        {fee.lines.map(({ id, name, quantity, vnd, law, exempt }) => (
          <li key={id}>
            <span>
              {name} {quantity > 1 ? put(words.money.quantity, { count: quantity }) : ''} <span className="quiet money-law">{law}</span>
            </span>
            <strong>{exempt === null ? moneyText(vnd) : put(words.money.exempt, { reason: exempt })}</strong>
          </li>
        ))}
      </ul>
      {payments.length === 0 ? null : (
        <ul className="money-moved">
          {payments.map(payment => (
            <li key={payment.payment}>{paymentText(payment, words)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One payment as a line; a claim says that it waits. */
function paymentText(payment: Payment, words: Words['words']): string {
  const figures = { time: clockTime(payment.at), money: moneyText(payment.vnd) }
  if (payment.state === 'claimed') return put(words.money.waiting, figures)
  if (payment.state === 'dropped') return put(words.money.dropped, { ...figures, reason: payment.voided.reason })
  const method = words.method[payment.method]
  if (payment.state === 'voided') {
    const { reason, official, at } = payment.voided
    return put(words.money.voided, { ...figures, method, reason, official: official.name, when: clockTime(at) })
  }
  if (payment.state === 'refunded') return put(words.money.gave, { ...figures, method, reason: payment.reason })
  const receipt = payment.receipt === null ? '' : ` · ${put(words.money.receiptNo, { receipt: payment.receipt })}`
  return put(words.money.took, { ...figures, method }) + receipt
}
