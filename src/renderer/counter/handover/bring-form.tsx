import { useEffect, useState } from 'react'
import type { Input } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { TrackingNumber } from '#domain/post/tracking.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { TypedRow } from '../../parts/typed-row.tsx'
import { leftDigits, leftText } from '../../parts/typed-text.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { NumberBox } from '../form/number-box.tsx'
import { focusPlace, placeOf } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'
import { ProcedureChooser } from '../procedure/procedure-chooser.tsx'
import { type BroughtPart, type TypedBrought, broughtParts, readTypedBrought } from './typed-item.ts'

type Props = {
  readonly typed: TypedBrought
  readonly parcel: TrackingNumber | null
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly today: Day
  readonly on: boolean
  /** What is typed outlasts the form: it stands there again when the form is opened again. */
  readonly onType: (typed: TypedBrought) => void
  readonly onBring: (said: Omit<Input<'handover.bring'>, 'handover'>) => Promise<readonly Fault[]>
  readonly onLeave: () => void
}

/** What the Post brings that the office does not know yet: which procedure, whose, and what came with it. */
export function BringForm({ typed, parcel, procedures, favourites, today, on, onType, onBring, onLeave }: Props) {
  const { words, say } = useWords()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const procedure = procedures.find(({ code }) => code === typed.procedure)
  const chosen = procedure !== undefined
  useEffect(() => {
    if (chosen) focusPlace('owner')
  }, [chosen])
  const done = async (): Promise<void> => {
    const read = readTypedBrought(typed, parcel, today)
    const wrong = read.ok ? await onBring(read.value) : read.faults
    setFaults(wrong)
    const [first] = wrong
    if (first !== undefined) focusPlace(first.field?.replace('brought.', '') ?? 'owner')
  }
  useKeys({ Esc: onLeave, ...(chosen ? { F9: () => void done(), F2: () => onType({ ...typed, procedure: '' }) } : {}) }, on)
  const faultOf = (part: BroughtPart): Fault | undefined => faults.find(({ field }) => field?.replace('brought.', '') === part)
  const loose = faults.filter(({ field }) => !broughtParts.some(part => field?.replace('brought.', '') === part))
  const type = (part: BroughtPart, value: string): void => {
    onType({ ...typed, [part]: value })
    setFaults(faults.filter(({ field }) => field?.replace('brought.', '') !== part))
  }
  return (
    <div
      className="bring new-list"
      role="presentation"
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
        const place = broughtParts.findIndex(part => part === placeOf(event.target instanceof Element ? event.target : null))
        if (place < 0) return
        event.preventDefault()
        focusPlace(broughtParts[place + 1] ?? 'bring-done')
      }}
    >
      <h3 className="sheet-title">{words.handover.bring}</h3>
      <p className="quiet">
        {parcel === null ? words.handover.bringNoLabel : words.handover['of.parcel']} <strong className="number">{parcel}</strong>
      </p>
      {loose.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {procedure === undefined ? (
        <ProcedureChooser procedures={procedures} favourites={favourites} onChoose={({ code }) => onType({ ...typed, procedure: code })} />
      ) : (
        <>
          <p className="procedure-line">
            <strong>{procedure.name}</strong>
            <span className="number quiet">{procedure.code}</span>
            <Action tone="quiet" name={words.head.change} shortcut="F2" act={() => onType({ ...typed, procedure: '' })} />
          </p>
          {broughtParts.map(part => (
            <TypedRow key={part} id={`bring-${part}`} place={part} label={words.handover[`of.${part}`]} fault={faultOf(part)}>
              {faultId =>
                part === 'number' ? (
                  <NumberBox
                    id={`bring-${part}`}
                    value={typed[part]}
                    faultId={faultId}
                    need={false}
                    onType={value => type(part, leftDigits(value))}
                  />
                ) : (
                  <TextBox
                    id={`bring-${part}`}
                    value={typed[part]}
                    faultId={faultId}
                    need={part === 'owner' || part === 'phone'}
                    width={widths[part]}
                    digits={widths[part] !== 'whole'}
                    onType={value => type(part, value)}
                    onLeave={value => leftText(part === 'owner' ? 'name' : 'text', value)}
                  />
                )
              }
            </TypedRow>
          ))}
        </>
      )}
      <div className="sheet-actions" data-place="bring-done">
        {chosen ? <Action tone="next" name={words.handover.bringDone} shortcut="F9" act={() => void done()} /> : null}
        <Action name={words.money.leave} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}

const widths = {
  owner: 'whole',
  phone: 'date',
  number: 'date',
  address: 'whole',
  papers: 'short',
  weight: 'short',
  fee: 'date',
  missing: 'whole',
} as const
