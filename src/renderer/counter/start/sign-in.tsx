import { useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'

export type Official = Output<'official.signIn'>

type Props = {
  readonly officials: readonly Official[]
  readonly notice: string | null
  readonly onSignedIn: (official: Official) => void
}

/** Who are you? One digit names the official, the PIN proves it. Used for the first sign-in and for a change alike. */
export function SignIn({ officials, notice, onSignedIn }: Props) {
  const [chosen, setChosen] = useState<Official | null>(null)
  return chosen === null ? (
    <Names officials={officials} notice={notice} onChoose={setChosen} />
  ) : (
    <Pin official={chosen} notice={notice} onBack={() => setChosen(null)} onSignedIn={onSignedIn} />
  )
}

function Names({
  officials,
  notice,
  onChoose,
}: {
  readonly officials: readonly Official[]
  readonly notice: string | null
  readonly onChoose: (official: Official) => void
}) {
  const { words } = useWords()
  const first = useArrival<HTMLButtonElement>()
  return (
    <div
      className="sign-in"
      role="presentation"
      onKeyDown={event => {
        const meant = officials[Number(event.key) - 1]
        if (meant !== undefined) {
          event.preventDefault()
          onChoose(meant)
        }
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        const buttons = [...event.currentTarget.querySelectorAll('button')]
        buttons[buttons.findIndex(button => button === document.activeElement) + step]?.focus()
      }}
    >
      <p className="quiet">{words.signIn.how}</p>
      <Notice notice={notice} />
      <ul className="sign-names">
        {officials.map((official, index) => (
          <li key={official.id}>
            <button type="button" className="sign-name" ref={index === 0 ? first : null} onClick={() => onChoose(official)}>
              <KeyCap name={String(index + 1)} />
              <span className="sign-who">{official.name}</span>
              <span className="quiet">{words.role[official.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PinProps = {
  readonly official: Official
  readonly notice: string | null
  readonly onBack: () => void
  readonly onSignedIn: (official: Official) => void
}

function Pin({ official, notice, onBack, onSignedIn }: PinProps) {
  const { words, say } = useWords()
  const [pin, setPin] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const box = useArrival<HTMLInputElement>()
  const enter = async (): Promise<void> => {
    if (busy || pin === '') return
    setBusy(true)
    const signed = await ask('official.signIn', { id: official.id, pin })
    setBusy(false)
    if (signed.ok) return onSignedIn(signed.value)
    setPin('')
    setFaults(signed.faults)
    box.current?.focus()
  }
  return (
    <form
      className="sign-in"
      onSubmit={event => {
        event.preventDefault()
        void enter()
      }}
    >
      <p className="sign-chosen">{official.name}</p>
      <Notice notice={notice} />
      <label className="pick-ask">
        <span>{words.signIn.pin}</span>
        <input
          className="field-box sign-pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          ref={box}
          aria-invalid={faults.length > 0}
          aria-describedby="pin-fault"
          onChange={event => setPin(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            // Back to the names, not out of what they lie in.
            event.preventDefault()
            event.stopPropagation()
            onBack()
          }}
        />
      </label>
      <div id="pin-fault">
        {faults.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
      </div>
      <div className="sheet-actions">
        <Action tone="next" name={words.signIn.enter} shortcut="Enter" off={busy} act={() => void enter()} />
        <Action name={words.signIn.back} shortcut="Esc" act={onBack} />
      </div>
    </form>
  )
}

const Notice = ({ notice }: { readonly notice: string | null }) =>
  notice === null ? null : (
    <Band tone="warn" live>
      {notice}
    </Band>
  )
