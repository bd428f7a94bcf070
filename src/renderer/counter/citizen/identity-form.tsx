import { useEffect, useState } from 'react'
import type { Applicant } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FieldHands } from '../form/field-hands.ts'
import { focusPlace } from '../form/place.ts'
import { type TypedCitizen, blankCitizen, readTypedCitizen } from './typed-citizen.ts'

const order = ['name', 'number', 'birth', 'sex', 'address'] as const
const kinds = { name: 'name', number: 'citizen-number', birth: 'date', sex: 'sex', address: 'address' } as const

type Props = { readonly on: boolean; readonly onDone: (applicant: Applicant) => void; readonly onLeave: () => void }

/** Without a card: the identity as the citizen says it, or as the e-ID shows it. Enter goes on, and at the end it is done. */
export function IdentityForm({ on, onDone, onLeave }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState<TypedCitizen>(blankCitizen)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  useEffect(() => focusPlace('name'), [])

  const done = (): void => {
    const read = readTypedCitizen(typed)
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
    onward: place => focusPlace(order[order.findIndex(one => one === place) + 1] ?? 'typed-done'),
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
      {order.map(part => {
        const field: Field = { id: part, kind: kinds[part], label: words.identity[part], from: [], need: part === 'name', past: true }
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
