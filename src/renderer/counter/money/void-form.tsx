import { useState } from 'react'
import type { MoneyOf } from '#contract/money.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { type Words, useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { answers } from './escapes.ts'
import type { MoneyDesk } from './use-money.ts'

type Props = { readonly desk: MoneyDesk; readonly money: MoneyOf; readonly onDone: () => void }

/** Takes back what was written by mistake today: which, the newest at first, and why. */
export function VoidForm({ desk, money, onDone }: Props) {
  const { words } = useWords()
  const open = money.payments.filter(({ payment }) => money.voidable.includes(payment)).toReversed()
  const [chosen, setChosen] = useState(open[0]?.payment)
  const [reason, setReason] = useState('')
  const box = useArrival<HTMLInputElement>()
  const choose = (payment: string): void => setChosen(open.find(one => one.payment === payment)?.payment)
  const give = async (): Promise<void> => {
    if (chosen !== undefined && (await desk.void({ payment: chosen, reason }))) onDone()
  }
  return (
    <div className="money-back" role="presentation" onKeyDown={answers(onDone, () => void give())}>
      <span className="money-back-name" id="void-which-label">
        {words.money.voidWhich}
      </span>
      <ChoiceChips
        id="void-which"
        value={chosen ?? ''}
        faultId={null}
        need
        choices={open.map(one => ({ value: one.payment, label: nameOf(one, words) }))}
        onChoose={payment => {
          choose(payment)
          box.current?.focus()
        }}
        onPoint={choose}
        onEnter={() => box.current?.focus()}
      />
      <div className="money-note">
        <label>
          <span>{words.money.voidReason}</span>
          <input className="field-box" ref={box} value={reason} maxLength={500} onChange={event => setReason(event.target.value)} />
        </label>
        <Action tone="next" name={words.money.void} shortcut="Enter" act={() => void give()} />
        <Action name={words.money.leave} shortcut="Esc" act={onDone} />
      </div>
      <p className="quiet">{words.money.voidHow}</p>
    </div>
  )
}

function nameOf(payment: MoneyOf['payments'][number], words: Words['words']): string {
  const figures = { time: clockTime(payment.at), money: moneyText(payment.vnd) }
  if (payment.state === 'claimed' || payment.state === 'dropped') return put(words.money.voidClaim, figures)
  const method = words.method[payment.method]
  return payment.state === 'refunded' ? `${words.money.refund} ${figures.money} · ${method}` : put(words.money.took, { ...figures, method })
}
