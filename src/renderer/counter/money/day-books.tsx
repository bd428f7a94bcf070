import type { DayMoney } from '#contract/money.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { ListItem, listKey, listKeys } from '../../parts/list-item.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly day: DayMoney; readonly on: boolean; readonly onOpen: (code: string) => void }

/** What the book says of a day: by method, by item, and the transfers nobody confirmed. */
export function DayBooks({ day, on, onOpen }: Props) {
  const { words } = useWords()
  const { dayMoney } = words
  const voided = day.payments.flatMap(payment => (payment.state === 'voided' ? [payment] : []))
  const opens = day.waiting.map(
    ({ code }) =>
      () =>
        onOpen(code),
  )
  useKeys(listKeys('Alt', opens), on)
  return (
    <section className="day-books" aria-label={dayMoney.books}>
      {day.payments.length === 0 ? <p className="quiet">{dayMoney.nothing}</p> : null}
      <table className="money-table">
        <caption>{dayMoney.methods}</caption>
        <thead>
          <tr>
            <th scope="col">{dayMoney.method}</th>
            <th scope="col">{dayMoney.count}</th>
            <th scope="col">{dayMoney.collected}</th>
            <th scope="col">{dayMoney.refunded}</th>
          </tr>
        </thead>
        <tbody>
          {day.methods.map(({ method, count, collected, refunded }) => (
            <tr key={method}>
              <th scope="row">{words.method[method]}</th>
              <td>{count}</td>
              <td>{moneyText(collected)}</td>
              <td>{moneyText(refunded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="money-table">
        <caption>{dayMoney.items}</caption>
        <thead>
          <tr>
            <th scope="col">{dayMoney.item}</th>
            <th scope="col">{dayMoney.vnd}</th>
          </tr>
        </thead>
        <tbody>
          {day.items.map(({ id, name, vnd }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{moneyText(vnd)}</td>
            </tr>
          ))}
          <tr className="money-total">
            <th scope="row">{dayMoney.total}</th>
            <td>{moneyText(day.total)}</td>
          </tr>
        </tbody>
      </table>
      {voided.length === 0 ? null : (
        <>
          <h2 className="form-heading">{dayMoney.voided}</h2>
          <ul className="money-moved">
            {voided.map(({ payment, code, vnd, method, voided: { reason, official, at } }) => (
              <li key={payment}>
                {put(dayMoney.voidedOne, {
                  code,
                  money: moneyText(vnd),
                  method: words.method[method],
                  time: clockTime(at),
                  official: official.name,
                  reason,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="form-heading">{dayMoney.waiting}</h2>
      {day.waiting.length === 0 ? <p className="quiet">{dayMoney.nobodyWaits}</p> : null}
      <ul className="day-waiting">
        {day.waiting.map(({ payment, code, vnd }, index) => (
          <li key={payment}>
            <ListItem name={code} isNumber side={moneyText(vnd)} shortcut={listKey('Alt', index)} act={() => onOpen(code)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
