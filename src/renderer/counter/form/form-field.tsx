import { memo, useRef } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { useWords } from '../../parts/use-words.tsx'
import { FieldControl } from './field-control.tsx'
import type { FieldHands } from './field-hands.ts'
import { MissingMark, OriginMark } from './origin-mark.tsx'

type Props = {
  readonly field: Field
  readonly answer: Answer | undefined
  readonly fault: Fault | undefined
  /** To be looked at once more; said only where nothing is wrong. */
  readonly warning?: Fault | undefined
  readonly doubtful: boolean
  readonly hands: FieldHands
}

/** One thing the form asks: label, control, origin, and what is wrong with it. Drawn again only when its own answer changes. */
export const FormField = memo(function FormField({ field, answer, fault, warning, doubtful, hands }: Props) {
  const { say } = useWords()
  const before = useRef<Answer | undefined>(undefined)
  const id = `field-${field.id}`
  const faultId = `${id}-fault`
  const isMissing = fault?.code === 'field.missing'
  const missing = field.need && (answer?.value ?? '') === ''
  return (
    <div
      className={missing ? 'form-row form-row-need' : 'form-row'}
      role="presentation"
      data-place={field.id}
      onFocus={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) before.current = answer
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || answer === before.current) return
        event.preventDefault()
        hands.undo(field.id, before.current)
      }}
    >
      <label className="form-label" id={`${id}-label`} htmlFor={id}>
        {field.label}
      </label>
      <FieldControl
        field={field}
        id={id}
        value={answer?.value ?? ''}
        faultId={fault === undefined ? null : faultId}
        agreed={answer?.origin.from === 'earlier'}
        hands={hands}
      />
      {isMissing ? <MissingMark id={faultId} /> : <OriginMark answer={answer} need={field.need} doubtful={doubtful} />}
      {fault === undefined && warning !== undefined ? (
        <output className="form-fault form-warning" htmlFor={id}>
          <span aria-hidden="true">▲ </span>
          {say(warning)}
        </output>
      ) : null}
      {fault === undefined || isMissing ? null : (
        <p className="form-fault" id={faultId}>
          <span aria-hidden="true">✖ </span>
          {say(fault)}
        </p>
      )}
    </div>
  )
})
