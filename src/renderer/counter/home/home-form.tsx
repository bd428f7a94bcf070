import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { FieldHands } from '../form/field-hands.ts'
import { FormField } from '../form/form-field.tsx'
import { focusPlace, placeOf } from '../form/place.ts'
import { type HomeForm, type Typed, askedNow } from './typed-home.ts'

type Props = {
  readonly title: string
  readonly how: string
  readonly form: HomeForm
  /** What was typed before it was left, where that is kept. */
  readonly kept?: Typed | null
  readonly on: boolean
  readonly onType?: (typed: Typed) => void
  /** Answers with what was refused; nothing when it is written. */
  readonly onDone: (typed: Typed) => Promise<readonly Fault[]>
  readonly onLeave: () => void
}

/** A few fields under one another: Enter goes on, F9 saves, Esc leaves. */
export function HomeSheet({ title, how, form, kept = null, on, onType, onDone, onLeave }: Props) {
  const { words, say } = useWords()
  const [typed, setTyped] = useState<Typed>(kept ?? form.start)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const places = askedNow(form, typed).map(({ id }) => id)
  const [first] = useState(() => places.find(place => (typed[place] ?? '') === '') ?? places[0] ?? 'home-done')
  useEffect(() => focusPlace(first), [first])

  const done = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const refused = await onDone(typed)
    setBusy(false)
    setFaults(refused)
    const place = refused.find(({ field }) => field !== undefined && places.includes(field))?.field
    if (place !== undefined) focusPlace(place)
  }
  const onward = (place: string): void => {
    // A choice opens other fields: what is asked is read when the hand goes on.
    const boxes = [...document.querySelectorAll('.home-sheet [data-place]')].map(box => box.getAttribute('data-place') ?? '')
    focusPlace(boxes[boxes.indexOf(place) + 1] ?? 'home-done')
  }
  const type = (next: Typed, field: string): void => {
    setTyped(next)
    onType?.(next)
    setFaults(before => before.filter(fault => fault.field !== field))
  }
  const hands: FieldHands = {
    answer: (field, value) => type({ ...typed, [field]: value }, field),
    undo: (field, answer) => type({ ...typed, [field]: answer?.value ?? '' }, field),
    onward,
  }
  useKeys({ F9: () => void done(), Esc: onLeave }, on)
  const homeless = faults.filter(({ field }) => field === undefined || !places.includes(field))
  return (
    <section className="home-sheet" aria-label={title}>
      <h2 className="sheet-title">{title}</h2>
      <p className="quiet">{how}</p>
      <div className="home-fields" role="presentation" onKeyDown={enterGoesOn(onward)}>
        {askedNow(form, typed).map(field => (
          <FormField
            key={field.id}
            field={field}
            answer={(typed[field.id] ?? '') === '' ? undefined : { value: typed[field.id] ?? '', origin: { from: 'typed' } }}
            fault={faults.find(fault => fault.field === field.id)}
            doubtful={false}
            hands={hands}
          />
        ))}
      </div>
      {homeless.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      <div className="sheet-actions" data-place="home-done">
        <Action tone="next" name={words.homeScreen.save} shortcut="F9" act={() => void done()} />
        <Action name={words.homeScreen.leaveForm} shortcut="Esc" act={onLeave} />
      </div>
    </section>
  )
}

const enterGoesOn =
  (onward: (place: string) => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    const place = event.target instanceof Element ? placeOf(event.target) : null
    if (place === null) return
    event.preventDefault()
    onward(place)
  }
