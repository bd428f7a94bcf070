import { useState } from 'react'
import type { MoneyOf } from '#contract/money.ts'
import { Action } from '../../parts/action.tsx'
import { answers } from './escapes.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { MoneyDesk } from './use-money.ts'

type Props = { readonly desk: MoneyDesk; readonly money: MoneyOf; readonly onDone: () => void }

/** The number of the State's receipt, on the last payment that has none, or on the last. */
export function ReceiptNote({ desk, money, onDone }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  const box = useArrival<HTMLInputElement>()
  const taken = money.payments.flatMap(payment => (payment.state === 'collected' ? [payment] : []))
  const target = taken.findLast(({ receipt }) => receipt === null) ?? taken.at(-1)
  const keep = async (): Promise<void> => {
    if (target !== undefined && (await desk.receipt({ payment: target.payment, receipt: typed }))) onDone()
  }
  return (
    <div className="money-note" role="presentation" onKeyDown={answers(onDone, () => void keep())}>
      <label>
        <span>{words.money.receiptAsk}</span>
        <input
          className="field-box"
          ref={box}
          value={typed}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
        />
      </label>
      <Action tone="next" name={words.money.keep} shortcut="Enter" act={() => void keep()} />
      <Action name={words.money.leave} shortcut="Esc" act={onDone} />
    </div>
  )
}
