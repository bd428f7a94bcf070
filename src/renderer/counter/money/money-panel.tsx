import { useState } from 'react'
import type { MoneyOf } from '#contract/money.ts'
import { put } from '#words/say.ts'
import { moneyText } from '#words/paper.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { BankQr } from './bank-qr.tsx'
import { FeeLines } from './fee-lines.tsx'
import { ReceiptNote } from './receipt-note.tsx'
import { RefundForm } from './refund-form.tsx'
import { type MoneyDesk, useMoney } from './use-money.ts'
import { VoidForm } from './void-form.tsx'

/** What lies over the panel for a moment. */
type Over = 'qr' | 'receipt' | 'refund' | 'void' | null

type Props = { readonly code: string; readonly on: boolean }

/** What this dossier costs, what was paid, and one key for each way to pay the rest. Nothing to pay asks for no key. */
export function MoneyPanel({ code, on }: Props) {
  const { words, say } = useWords()
  const desk = useMoney(code)
  const { money, faults } = desk
  const [over, setOver] = useState<Over>(null)
  if (money === null || (money.fee.lines.length === 0 && money.payments.length === 0)) return null
  return (
    <section className="money" aria-label={words.money.title}>
      <FeeLines money={money} />
      <Standing money={money} />
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {over === 'receipt' ? <ReceiptNote desk={desk} money={money} onDone={() => setOver(null)} /> : null}
      {over === 'refund' ? <RefundForm desk={desk} money={money} onDone={() => setOver(null)} /> : null}
      {over === 'void' ? <VoidForm desk={desk} money={money} onDone={() => setOver(null)} /> : null}
      {over === null || over === 'qr' ? <Ways desk={desk} money={money} on={on && over === null} onOver={setOver} /> : null}
      {over === 'qr' && money.transfer !== null ? (
        <BankQr
          transfer={money.transfer}
          waits={money.waiting.length > 0}
          onArrived={async () => {
            if (await desk.collect('transfer')) setOver(null)
          }}
          onClaimed={async () => {
            if (await desk.claim()) setOver(null)
          }}
          onClose={() => setOver(null)}
        />
      ) : null}
    </section>
  )
}

function Standing({ money: { paid, toPay, toGiveBack, waiting } }: { readonly money: MoneyOf }) {
  const { words } = useWords()
  return (
    <>
      {toPay > 0 ? <p className="money-due">{put(words.money.toPay, { money: moneyText(toPay) })}</p> : null}
      {toPay === 0 && toGiveBack === 0 && paid > 0 ? (
        <Band tone="good" live>
          {put(words.money.paid, { money: moneyText(paid) })}
        </Band>
      ) : null}
      {toGiveBack > 0 ? (
        <Band tone="warn" live>
          {put(words.money.giveBack, { money: moneyText(toGiveBack) })}
        </Band>
      ) : null}
      {waiting.map(({ payment, vnd, at }) => (
        <Band tone="away" key={payment} live>
          {put(words.money.waiting, { money: moneyText(vnd), time: clockTime(at) })}
        </Band>
      ))}
    </>
  )
}

type WaysProps = {
  readonly desk: MoneyDesk
  readonly money: MoneyOf
  readonly on: boolean
  readonly onOver: (over: Over) => void
}

/** Every way money can move now, each with its key. */
function Ways({ desk, money, on, onOver }: WaysProps) {
  const { words } = useWords()
  const { toPay, paid, transfer, waiting, payments, voidable } = money
  const arrived = { key: 'Alt+C', name: words.money.arrived, act: () => void desk.collect('transfer') }
  const taken = payments.some(payment => payment.state === 'collected')
  const ways = [
    ...(toPay > 0
      ? [
          { key: 'Alt+M', name: put(words.money.cash, { money: moneyText(toPay) }), act: () => void desk.collect('cash') },
          ...(transfer === null ? [] : [{ key: 'Alt+Q', name: words.money.show, act: () => onOver('qr') }]),
          arrived,
          ...(waiting.length > 0 ? [] : [{ key: 'Alt+D', name: words.money.claimed, act: () => void desk.claim() }]),
          { key: 'Alt+H', name: words.money.card, act: () => void desk.collect('card') },
          { key: 'Alt+G', name: words.money.portal, act: () => void desk.collect('portal') },
          { key: 'Alt+P', name: words.money.post, act: () => void desk.collect('post') },
        ]
      : waiting.map(() => arrived)),
    ...(taken ? [{ key: 'Alt+L', name: words.money.receipt, act: () => onOver('receipt') }] : []),
    ...(paid > 0 ? [{ key: 'Alt+U', name: words.money.refund, act: () => onOver('refund') }] : []),
    ...(voidable.length > 0 ? [{ key: 'Alt+V', name: words.money.void, act: () => onOver('void') }] : []),
  ]
  useKeys(Object.fromEntries(ways.map(({ key, act }) => [key, act])), on)
  return (
    <div className="money-ways">
      {ways.map(({ key, name, act }) => (
        <Action key={key} name={name} shortcut={key} act={act} />
      ))}
      {toPay > 0 && transfer === null ? <p className="quiet">{words.money.noBank}</p> : null}
    </div>
  )
}
