import { useState } from 'react'
import type { MoneyOf } from '#contract/money.ts'
import { Action } from '../../parts/action.tsx'
import { escapes } from './escapes.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import { readAmount } from './typed-count.ts'
import type { MoneyDesk } from './use-money.ts'

type Props = { readonly desk: MoneyDesk; readonly money: MoneyOf; readonly onDone: () => void }

/** Gives money back in cash: how much, and why. What a correction made too much stands there already. */
export function RefundForm({ desk, money, onDone }: Props) {
  const { words } = useWords()
  const [vnd, setVnd] = useState(String(money.toGiveBack > 0 ? money.toGiveBack : money.paid))
  const [reason, setReason] = useState('')
  const box = useArrival<HTMLInputElement>()
  const amount = readAmount(vnd)
  const give = async (): Promise<void> => {
    if (amount === null || amount === 0) return
    if (await desk.refund({ vnd: amount, method: 'cash', reason })) onDone()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void give()
      }}
    >
      <div className="money-note" role="presentation" onKeyDown={escapes(onDone)}>
        <label className="money-note-short">
          <span>{words.money.refundVnd}</span>
          <input
            className="field-box number"
            value={vnd}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={amount === null || amount === 0}
            onChange={event => setVnd(event.target.value)}
          />
        </label>
        <label>
          <span>{words.money.refundReason}</span>
          <input className="field-box" ref={box} value={reason} maxLength={500} onChange={event => setReason(event.target.value)} />
        </label>
        <Action tone="next" name={words.money.refund} shortcut="Enter" act={() => void give()} />
        <Action name={words.money.leave} shortcut="Esc" act={onDone} />
      </div>
    </form>
  )
}
