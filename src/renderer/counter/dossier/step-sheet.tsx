import { useEffect, useState } from 'react'
import type { Opened } from '#contract/calls.ts'
import { type Step, type StepName, stepForm as paperOf } from '#domain/dossier/move.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { holds } from '#domain/procedure/condition.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { FieldHands } from '../form/field-hands.ts'
import { FormField } from '../form/form-field.tsx'
import { focusPlace } from '../form/place.ts'
import { type TypedStep, readTypedStep, stepForm } from './typed-step.ts'

type Props = {
  readonly step: StepName
  readonly law: string
  readonly opened: Opened
  readonly on: boolean
  /** Answers with what was refused. */
  readonly onStep: (step: Step) => Promise<readonly Fault[]>
  readonly onMend: (reason: string) => Promise<readonly Fault[]>
  readonly onLeave: () => void
}

/** One step: what it asks, what it prints, the article it rests on, and one key that takes it. */
export function StepSheet({ step, law, opened, on, onStep, onMend, onLeave }: Props) {
  const { words, say } = useWords()
  const asked = { opened, words }
  const { fields, start } = stepForm(step, asked)
  const [typed, setTyped] = useState<TypedStep>(start)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const shown = fields.filter(field => holds(field.when, id => typed[id] ?? ''))
  const places = shown.map(field => field.id)
  // The owner stands there already: one more F9 gives the result out.
  const [first] = useState(() => (step === 'return' ? undefined : places.find(place => (typed[place] ?? '') === '')) ?? 'step-done')
  useEffect(() => focusPlace(first), [first])

  const done = async (): Promise<void> => {
    const refused = await take()
    setFaults(refused)
    const place = refused[0]?.field
    if (place !== undefined) focusPlace(place)
  }
  const take = async (): Promise<readonly Fault[]> => {
    if (step === 'correct') return onMend(typed['reason'] ?? '')
    const read = readTypedStep(step, typed, asked)
    return read.ok ? onStep(read.value) : read.faults
  }
  const hands: FieldHands = {
    answer: (field, value) => {
      setTyped(before => ({ ...before, [field]: value }))
      setFaults(before => before.filter(fault => fault.field !== field))
    },
    undo: (field, answer) => setTyped(before => ({ ...before, [field]: answer?.value ?? '' })),
    onward: place => focusPlace(places[places.indexOf(place) + 1] ?? 'step-done'),
  }
  useKeys({ F9: () => void done(), Esc: onLeave }, on)
  const paper = step === 'correct' ? 'receipt' : paperOf[step]
  const homeless = faults.filter(fault => fault.field === undefined || !places.includes(fault.field))

  return (
    <section className="step-sheet" aria-label={words.step[step]}>
      <div
        className="step-fields"
        role="presentation"
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
          const place = event.target instanceof Element ? event.target.closest('[data-place]')?.getAttribute('data-place') : null
          if (place === null || place === undefined || place === 'step-done') return
          event.preventDefault()
          hands.onward(place)
        }}
      >
        <h2 className="sheet-title">{words.step[step]}</h2>
        <p className="quiet">{law}</p>
        {shown.map(field => (
          <FormField
            key={field.id}
            field={field}
            answer={(typed[field.id] ?? '') === '' ? undefined : { value: typed[field.id] ?? '', origin: { from: 'typed' } }}
            fault={faults.find(fault => fault.field === field.id)}
            doubtful={false}
            hands={hands}
          />
        ))}
        {homeless.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        {isFar(step, typed, opened) ? <Band tone="warn">{put(words.life.far, { day: dayText(opened.farthest) })}</Band> : null}
        {paper === null ? null : <p className="quiet">{put(words.life.prints, { paper: words.paper[paper] })}</p>}
        {step === 'refuse' || step === 'stop' || step === 'return' ? <p className="quiet">{words.life.final}</p> : null}
        <div className="sheet-actions" data-place="step-done">
          <Action tone="next" name={step === 'correct' ? words.life.mend : words.life.do} shortcut="F9" act={() => void done()} />
          <Action name={words.life.leave} shortcut="Esc" act={onLeave} />
        </div>
      </div>
    </section>
  )
}

/** A new day that was perhaps mistyped: promised anyway if the official means it. */
const isFar = (step: StepName, typed: TypedStep, { farthest }: Opened): boolean =>
  step === 'extend' && /^\d{4}-\d{2}-\d{2}$/.test(typed['until'] ?? '') && (typed['until'] ?? '') > farthest
