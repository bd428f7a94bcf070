import { useWords } from '../../parts/use-words.tsx'

export type BoxProps = {
  readonly id: string
  readonly value: string
  readonly faultId: string | null
  readonly need: boolean
  readonly width?: 'whole' | 'date' | 'short'
  readonly digits?: boolean
  readonly hint?: string
  /** What may be typed, with an example. */
  readonly hintLong?: string
  readonly onType: (typed: string) => void
  /** What is kept when the official leaves the box. */
  readonly onLeave?: (typed: string) => string
  readonly onArrive?: () => void
}

/** One line of text. Spelling help and suggestions are off: names are not words, and nothing of a citizen is remembered. */
export function TextBox({
  id,
  value,
  faultId,
  need,
  width = 'whole',
  digits = false,
  hint,
  hintLong,
  onType,
  onLeave,
  onArrive,
}: BoxProps) {
  const { words } = useWords()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <span className={`form-box form-box-${width}`}>
      <input
        className="field-box"
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        inputMode={digits ? 'numeric' : 'text'}
        aria-required={need}
        aria-invalid={faultId !== null}
        aria-describedby={[faultId, hintId].filter(part => part !== null && part !== undefined).join(' ') || undefined}
        onChange={event => onType(event.target.value)}
        onFocus={onArrive}
        onBlur={event => {
          const left = onLeave?.(event.target.value) ?? event.target.value
          if (left !== event.target.value) onType(left)
        }}
      />
      {hint === undefined ? null : (
        <span className="form-hint" id={hintId} title={hintLong ?? words.form.dateHintLong}>
          {hint}
        </span>
      )}
    </span>
  )
}
