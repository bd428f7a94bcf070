import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { fold } from '#domain/kernel/text.ts'
import { KeyCap } from '../../parts/key-cap.tsx'

export type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly id: string
  readonly value: string
  readonly faultId: string | null
  readonly need: boolean
  readonly choices: readonly Choice[]
  /** By its digit or first letter: chosen, and the hand goes on. */
  readonly onChoose: (value: string) => void
  /** By arrow or mouse: chosen, and the hand stays. */
  readonly onPoint: (value: string) => void
  /** Enter: the hand goes on with what stands there. */
  readonly onEnter?: () => void
}

/** A few choices side by side: one digit chooses and goes on. */
export const ChoiceChips = ({ id, value, faultId, need, choices, onChoose, onPoint, onEnter }: Props) => (
  <RadioGroup
    className="chips"
    id={id}
    value={value}
    aria-labelledby={`${id}-label`}
    aria-describedby={faultId ?? undefined}
    aria-required={need}
    aria-invalid={faultId !== null}
    onValueChange={chosen => onPoint(chosen)}
    onKeyDown={event => {
      // A radio of the library swallows Enter, so the form around it would never hear of it.
      if (event.key === 'Enter') return onEnter?.()
      if (event.ctrlKey || event.altKey || event.key.length !== 1 || event.key === ' ') return
      const meant = choices[Number(event.key) - 1] ?? choices.find(choice => fold(choice.label).startsWith(fold(event.key)))
      if (meant === undefined) return
      event.preventDefault()
      onChoose(meant.value)
    }}
  >
    {choices.map((choice, index) => (
      <Radio.Root className="chip" key={choice.value} value={choice.value} aria-label={choice.label}>
        <KeyCap name={String(index + 1)} />
        {choice.label}
      </Radio.Root>
    ))}
  </RadioGroup>
)
