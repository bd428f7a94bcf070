import { useEffect, useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { focusPlace } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'
import { answers } from '../money/escapes.ts'

type Typed = { readonly code: string; readonly meet: string }
type Props = { readonly onPair: (typed: Typed) => Promise<readonly Fault[]>; readonly onLeave: () => void }

/** The code of the office and one machine of it: this machine belongs to that office from then on. */
export function PairForm({ onPair, onLeave }: Props) {
  const { words, say } = useWords()
  const { hallSet } = words
  const [typed, setTyped] = useState<Typed>({ code: '', meet: '' })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => focusPlace('code'), [])
  const pair = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const refused = await onPair({ code: typed.code.trim(), meet: typed.meet.trim() })
    setBusy(false)
    setFaults(refused)
    const at = refused[0]?.field
    if (at !== undefined) focusPlace(at)
  }
  const rows = [
    { name: 'code', label: hallSet.pairCode, hint: undefined },
    { name: 'meet', label: hallSet.pairMeet, hint: hallSet.pairMeetHint },
  ] as const
  return (
    <div className="hall-pairing" role="presentation" onKeyDown={answers(onLeave, () => void pair())}>
      <h3 className="sheet-title">{hallSet.pair}</h3>
      {rows.map(({ name, label, hint }) => (
        <TypedRow
          key={name}
          id={`pair-${name}`}
          place={name}
          label={label}
          look="settings-row"
          fault={faults.find(({ field }) => field === name)}
          beside={hint === undefined ? undefined : <span className="form-hint">{hint}</span>}
        >
          {faultId => (
            <TextBox id={`pair-${name}`} value={typed[name]} faultId={faultId} need onType={text => setTyped({ ...typed, [name]: text })} />
          )}
        </TypedRow>
      ))}
      {faults
        .filter(({ field }) => rows.every(({ name }) => name !== field))
        .map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
      {busy ? <output>{hallSet.pairing}</output> : null}
      <div className="sheet-actions">
        <Action tone="next" name={hallSet.pairDo} shortcut="Enter" off={busy} act={() => void pair()} />
        <Action name={hallSet.leadNot} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}
