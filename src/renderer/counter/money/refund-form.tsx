import { useState } from 'react'
import type { MoneyOf } from '#contract/money.ts'
import { Method } from '#domain/money/payment.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { answers } from './escapes.ts'
import { FaultLine } from '../../parts/fault-line.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { readAmount } from './typed-count.ts'
import type { MoneyDesk } from './use-money.ts'

type Props = { readonly desk: MoneyDesk; readonly money: MoneyOf; readonly onDone: () => void }

/** Gives money back, by the way it came unless another is chosen: how much, and why. What a correction made too much stands there already. */
export function RefundForm({ desk, money, onDone }: Props) {
  const { words } = useWords()
  const { refundBy, toGiveBack, paid } = money
  const [method, setMethod] = useState<Method>(refundBy?.method ?? 'cash')
  const [vnd, setVnd] = useState(String(Math.min(toGiveBack > 0 ? toGiveBack : paid, refundBy?.vnd ?? paid)))
  const [reason, setReason] = useState('')
  const box = useArrival<HTMLInputElement>()
  const amount = readAmount(vnd)
  const wrong = amount === null || amount === 0
  const choose = (chosen: string): void => setMethod(Method.options.find(one => one === chosen) ?? method)
  const give = async (): Promise<void> => {
    if (amount === null || amount === 0) return
    if (await desk.refund({ vnd: amount, method, reason })) onDone()
  }
  return (
    <div className="money-back" role="presentation" onKeyDown={answers(onDone, () => void give())}>
      <span className="money-back-name" id="refund-by-label">
        {words.money.refundBy}
      </span>
      <ChoiceChips
        id="refund-by"
        value={method}
        faultId={null}
        need
        choices={Method.options.map(one => ({ value: one, label: words.method[one] }))}
        onChoose={chosen => {
          choose(chosen)
          box.current?.focus()
        }}
        onPoint={choose}
        onEnter={() => box.current?.focus()}
      />
      {refundBy === null || refundBy.method === method ? null : (
        <Band tone="warn">{put(words.money.refundOther, { method: words.method[refundBy.method], other: words.method[method] })}</Band>
      )}
      {wrong ? <FaultLine id="refund-fault" text={words.dayMoney.badAmount} live /> : null}
      <div className="money-note">
        <label className="money-note-short">
          <span>{words.money.refundVnd}</span>
          <input
            className="field-box number"
            value={vnd}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={wrong}
            aria-describedby={wrong ? 'refund-fault' : undefined}
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
    </div>
  )
}
