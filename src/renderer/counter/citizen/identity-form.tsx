import { useEffect, useState } from 'react'
import type { Applicant } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FieldHands } from '../form/field-hands.ts'
import { focusPlace } from '../form/place.ts'
import { type TypedCitizen, blankCitizen, citizenField, citizenParts, readTypedCitizen } from './typed-citizen.ts'

type Props = { readonly on: boolean; readonly today: Day; readonly onDone: (applicant: Applicant) => void; readonly onLeave: () => void }

/** Without a card: the identity as the citizen says it, or as the e-ID shows it. Enter goes on, and at the end it is done. */
export function IdentityForm({ on, today, onDone, onLeave }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState<TypedCitizen>(blankCitizen)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  useEffect(() => focusPlace('name'), [])

  const done = (): void => {
    const read = readTypedCitizen(typed, today)
    if (read.ok) return onDone(read.value)
    setFaults(read.faults)
    focusPlace(read.faults[0]?.field ?? 'name')
  }
  useKeys({ F9: done, Esc: onLeave }, on)
  const hands: FieldHands = {
    answer: (field, value) => {
      setTyped(before => ({ ...before, [field]: value }))
      setFaults(before => before.filter(fault => fault.field !== field))
    },
    undo: (field, answer) => setTyped(before => ({ ...before, [field]: answer?.value ?? '' })),
    onward: place => focusPlace(citizenParts[citizenParts.findIndex(one => one === place) + 1] ?? 'typed-done'),
  }
  return (
    <div
      className="identity-form"
      role="presentation"
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
        const place = event.target instanceof Element ? event.target.closest('[data-place]')?.getAttribute('data-place') : null
        if (place === null || place === undefined || place === 'typed-done') return
        event.preventDefault()
        hands.onward(place)
      }}
    >
      <h1 className="sheet-title">{words.identity.title}</h1>
      <p className="quiet">{words.identity.how}</p>
      {citizenParts.map(part => {
        const field = citizenField(part, words.identity[part])
        const answer = typed[part] === '' ? undefined : { value: typed[part], origin: { from: 'typed' as const } }
        return (
          <FormField
            key={part}
            field={field}
            answer={answer}
            fault={faults.find(fault => fault.field === part)}
            doubtful={false}
            hands={hands}
          />
        )
      })}
      <div className="sheet-actions" data-place="typed-done">
        <Action tone="next" name={words.identity.done} shortcut="F9" act={done} />
        <Action name={words.identity.leave} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}
