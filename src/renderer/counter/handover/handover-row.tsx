import { useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import type { Description, Direction, HandoverItem } from '#domain/post/handover.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import { answers } from '../money/escapes.ts'
import { DescribeForm } from './describe-form.tsx'

/** What is asked under a row. */
export type RowAsk = 'describe' | 'leave'

type Props = {
  readonly item: HandoverItem
  readonly number: number
  readonly direction: Direction
  readonly open: boolean
  /** The newest one answers keys. */
  readonly isNewest: boolean
  readonly asks: RowAsk | null
  /** Why it kept both sides from signing. */
  readonly fault: Fault | undefined
  /** Writes down what the Post brought, where that waits; with its key. */
  readonly receive: { readonly shortcut: string | undefined; readonly act: () => void } | null
  readonly onAsk: (what: RowAsk) => void
  readonly onDescribe: (said: Description) => Promise<readonly Fault[]>
  readonly onRemove: (reason: string) => void
  readonly onEnd: () => void
}

/** One thing that changes hands, and under it what is asked or wrong. */
export function HandoverRow(props: Props) {
  const { item, number, direction, open, isNewest, asks, fault, receive, onAsk, onDescribe, onRemove, onEnd } = props
  const { words, say } = useWords()
  const money = direction === 'to-post' ? item.cod : item.fee
  const named = { code: item.code ?? item.owner }
  return (
    <>
      <tr aria-invalid={fault !== undefined || undefined}>
        <td className="number">{number}</td>
        <td className="row-code">
          <span className="number">{item.code ?? words.handover.noCode}</span>
          <span className="row-second">{words.handover[`content.${item.content}`]}</span>
        </td>
        <td className="row-owner">
          {item.owner}
          <span className="row-second row-procedure" title={item.procedure}>
            {item.procedure}
          </span>
          {item.brought === null || item.brought.missing === null ? null : (
            <span className="row-second row-missing">▲ {put(words.handover.missing, { what: item.brought.missing })}</span>
          )}
        </td>
        <td className="number">{item.parcel ?? '–'}</td>
        <td className="number row-figure">{item.weight === null ? '–' : `${String(item.weight)} g`}</td>
        <td className="number row-figure">
          {item.postage === null ? '–' : moneyText(item.postage.vnd)}
          {item.postage === null ? null : <span className="row-second">{words.handover[`by.${item.postage.by}`]}</span>}
        </td>
        <td className="number row-figure">{money === 0 ? '–' : moneyText(money)}</td>
        <td className="number row-figure">{item.papers}</td>
        <td className="row-acts">
          {receive === null ? null : <Action name={words.handover.receive} shortcut={receive.shortcut} act={receive.act} />}
          {open ? (
            <>
              <button
                type="button"
                className="row-off"
                aria-label={put(words.handover.describeOf, named)}
                aria-keyshortcuts={isNewest ? 'Alt+M' : undefined}
                onClick={() => onAsk('describe')}
              >
                {isNewest ? <KeyCap name="Alt+M" /> : null} ✎
              </button>
              <button
                type="button"
                className="row-off"
                aria-label={put(words.handover.takeOffOf, named)}
                aria-keyshortcuts={isNewest ? 'Alt+X' : undefined}
                onClick={() => onAsk('leave')}
              >
                {isNewest ? <KeyCap name="Alt+X" /> : null} ✕
              </button>
            </>
          ) : null}
        </td>
      </tr>
      {fault === undefined && asks === null ? null : (
        <tr>
          <td colSpan={9}>
            {fault === undefined ? null : <FaultLine id={`row-${item.dossier}`} text={say(fault)} live />}
            {asks === 'describe' ? <DescribeForm item={item} direction={direction} onSave={onDescribe} onLeave={onEnd} /> : null}
            {asks === 'leave' ? <WhyForm onLeave={onEnd} onGive={onRemove} /> : null}
          </td>
        </tr>
      )}
    </>
  )
}

function WhyForm({ onGive, onLeave }: { readonly onGive: (reason: string) => void; readonly onLeave: () => void }) {
  const { words } = useWords()
  const [reason, setReason] = useState('')
  const box = useArrival<HTMLInputElement>()
  const give = (): void => {
    if (reason.trim() !== '') onGive(reason.trim())
  }
  return (
    <div className="handover-why" role="presentation" onKeyDown={answers(onLeave, give)}>
      <label>
        <span>{words.handover.reason}</span>{' '}
        <input className="field-box" ref={box} value={reason} maxLength={200} onChange={event => setReason(event.target.value)} />
      </label>
      <Action name={words.handover.takeOff} shortcut="Enter" act={give} />
      <Action name={words.money.leave} shortcut="Esc" act={onLeave} />
    </div>
  )
}
