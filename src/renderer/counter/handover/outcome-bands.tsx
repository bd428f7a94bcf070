import type { TrackingNumber } from '#domain/post/tracking.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Outcome } from './handover-desk.ts'

type Props = {
  readonly outcome: Outcome | null
  readonly label: TrackingNumber | null
  readonly on: boolean
  /** The label in doubt is as it is printed. */
  readonly onSure: (text: string) => void
  readonly onForgetLabel: () => void
}

/** What the last scan came to, and the label that waits for its slip. */
export function OutcomeBands({ outcome, label, on, onSure, onForgetLabel }: Props) {
  const { words, say } = useWords()
  const again = outcome?.again ?? null
  useKeys({ F4: () => onSure(again ?? '') }, on && again !== null)
  useKeys({ 'Alt+L': onForgetLabel }, on && label !== null)
  return (
    <div className="handover-outcome" aria-live="assertive">
      {outcome === null || outcome.item === null ? null : (
        <Band tone="good">
          {put(words.handover.added, { name: outcome.item.owner, code: outcome.item.code ?? outcome.item.parcel ?? '' })}
        </Band>
      )}
      {outcome?.faults.map(fault => (
        <Band tone={outcome.sound === 'double' || again !== null ? 'warn' : 'wrong'} key={fault.code}>
          <span className="handover-say">
            {say(fault)}
            {again === null ? null : <Action name={words.handover.sure} shortcut="F4" act={() => onSure(again)} />}
          </span>
        </Band>
      ))}
      {label === null ? null : (
        <Band tone="plain">
          <span className="handover-say">
            {put(words.handover.waits, { parcel: label })}
            <Action tone="quiet" name={words.handover.forgetLabel} shortcut="Alt+L" act={onForgetLabel} />
          </span>
        </Band>
      )}
    </div>
  )
}
