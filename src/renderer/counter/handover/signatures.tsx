import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Input } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import type { Official } from '../start/sign-in.tsx'

type Signers = Omit<Input<'handover.sign'>, 'handover' | 'paidIn'>
type Props = {
  readonly officials: readonly Official[]
  readonly official: Official
  readonly on: boolean
  readonly faults: readonly Fault[]
  /** Answers with what was wrong, nothing when both have signed. */
  readonly onSign: (signers: Signers) => Promise<readonly Fault[]>
}

/** Both sides sign in one act, each with a PIN of their own. Before it the screen says that nothing changes after it. */
export function Signatures({ officials, official, on, faults, onSign }: Props) {
  const { words } = useWords()
  const givers = officials.filter(one => one.role !== 'postal')
  const takers = officials.filter(one => one.role === 'postal')
  const [giver, setGiver] = useState<Official | undefined>(givers.find(one => one.id === official.id) ?? givers[0])
  const [taker, setTaker] = useState<Official | undefined>(takers.find(one => one.id === official.id) ?? takers[0])
  const [pins, setPins] = useState({ giver: '', taker: '' })
  const [busy, setBusy] = useState(false)
  const firstPin = useRef<HTMLInputElement>(null)
  const secondPin = useRef<HTMLInputElement>(null)
  const sign = async (): Promise<void> => {
    if (giver === undefined || taker === undefined || busy) return
    if (pins.giver === '') return firstPin.current?.focus()
    if (pins.taker === '') return secondPin.current?.focus()
    setBusy(true)
    const wrong = await onSign({ official: { id: giver.id, pin: pins.giver }, clerk: { id: taker.id, pin: pins.taker } })
    setBusy(false)
    if (wrong.length === 0) return
    // Who signed rightly need not type again.
    const giverWrong = wrong.some(fault => fault.field?.startsWith('official') === true)
    setPins(giverWrong ? { ...pins, giver: '' } : { ...pins, taker: '' })
    ;(giverWrong ? firstPin : secondPin).current?.focus()
  }
  useKeys({ F9: () => void sign() }, on)
  const signOnEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void sign()
  }
  const faultOf = (side: string): Fault | undefined => faults.find(fault => fault.field?.startsWith(side) === true)
  return (
    <div className="signatures">
      <Side
        name={words.handover.officialSide}
        id="sign-official"
        people={givers}
        chosen={giver}
        fault={faultOf('official')}
        onChoose={setGiver}
      >
        <input
          className="field-box sign-pin"
          type="password"
          ref={firstPin}
          value={pins.giver}
          aria-label={words.handover.officialPin}
          aria-invalid={faultOf('official') !== undefined}
          autoComplete="off"
          onKeyDown={signOnEnter}
          onChange={event => setPins({ ...pins, giver: event.target.value })}
        />
      </Side>
      <Side name={words.handover.clerkSide} id="sign-clerk" people={takers} chosen={taker} fault={faultOf('clerk')} onChoose={setTaker}>
        <input
          className="field-box sign-pin"
          type="password"
          ref={secondPin}
          value={pins.taker}
          aria-label={words.handover.clerkPin}
          aria-invalid={faultOf('clerk') !== undefined}
          autoComplete="off"
          onKeyDown={signOnEnter}
          onChange={event => setPins({ ...pins, taker: event.target.value })}
        />
      </Side>
      <div className="sign-end">
        <Action
          tone={pins.giver !== '' && pins.taker !== '' ? 'next' : 'plain'}
          name={words.handover.sign}
          shortcut="F9"
          off={!on || busy}
          act={() => void sign()}
        />
        <p className="quiet">{words.handover.final}</p>
      </div>
    </div>
  )
}

/** A fault of one of the two who sign: it stands in their box. */
export const isSignerFault = ({ field }: Fault): boolean => field?.startsWith('official') === true || field?.startsWith('clerk') === true

type SideProps = {
  readonly name: string
  readonly id: string
  readonly people: readonly Official[]
  readonly chosen: Official | undefined
  readonly fault: Fault | undefined
  readonly onChoose: (official: Official | undefined) => void
  readonly children: ReactNode
}

function Side({ name, id, people, chosen, fault, onChoose, children }: SideProps) {
  const { words, say } = useWords()
  const choose = (value: string): void => onChoose(people.find(one => one.id === value))
  return (
    <fieldset className="sign-side">
      <legend className="zone-title" id={`${id}-label`}>
        {name}
      </legend>
      {people.length === 0 ? <p className="quiet">{words.handover.nobody}</p> : null}
      <ChoiceChips
        id={id}
        value={chosen?.id ?? ''}
        faultId={null}
        need
        choices={people.map(one => ({ value: one.id, label: one.name }))}
        onChoose={choose}
        onPoint={choose}
      />
      <span className="sign-pin-row">
        <span aria-hidden="true">{words.signIn.pin}</span>
        {children}
      </span>
      {fault === undefined ? null : (
        <p className="form-fault" role="alert">
          <span aria-hidden="true">✖ </span>
          {say(fault)}
        </p>
      )}
    </fieldset>
  )
}
