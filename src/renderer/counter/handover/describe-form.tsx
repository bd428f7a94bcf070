import { useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import type { Description, Direction, HandoverItem } from '#domain/post/handover.ts'
import { Action } from '../../parts/action.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { answers } from '../money/escapes.ts'
import { type TypedItem, readTypedItem, typedOf } from './typed-item.ts'

type Props = {
  readonly item: HandoverItem
  readonly direction: Direction
  readonly onSave: (said: Description) => Promise<readonly Fault[]>
  readonly onLeave: () => void
}

/** What a hand says of an item under its row: Enter keeps it, and a fault stands at its box. */
export function DescribeForm({ item, direction, onSave, onLeave }: Props) {
  const { words, say } = useWords()
  const [typed, setTyped] = useState<TypedItem>(typedOf(item))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [compared, setCompared] = useState<readonly string[]>(item.parcel === null ? [] : [item.parcel])
  const first = useArrival<HTMLInputElement>()
  const parts = ['parcel', 'weight', 'postage', direction === 'to-post' ? 'cod' : 'fee', 'papers'] as const
  const type = (part: Partial<TypedItem>): void => {
    setTyped({ ...typed, ...part })
    setFaults(faults.filter(({ field }) => field === undefined || !(field in part)))
  }
  const save = async (): Promise<void> => {
    const read = readTypedItem(typed, compared)
    const wrong = read.ok ? await onSave(read.value) : read.faults
    setFaults(wrong)
    // A check digit in doubt is asked about once: the next Enter says that the label was compared.
    setCompared([...compared, ...wrong.flatMap(({ code, data }) => (code === 'parcel.number.confirm' ? [String(data?.['number'])] : []))])
    if (wrong.length === 0) onLeave()
  }
  const by = (value: string): void => type({ by: value === 'agency' ? 'agency' : 'citizen' })
  return (
    <div className="describe" role="presentation" onKeyDown={answers(onLeave, () => void save())}>
      {parts.map(part => (
        <label key={part} className={`describe-${part}`}>
          <span>{words.handover[`of.${part}`]}</span>
          <input
            className="field-box number"
            ref={part === 'parcel' ? first : undefined}
            value={typed[part]}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={faults.some(({ field }) => field === part)}
            onChange={event => type({ [part]: event.target.value })}
          />
        </label>
      ))}
      <div>
        <span id="postage-by-label">{words.handover.postageBy}</span>
        <ChoiceChips
          id="postage-by"
          value={typed.by}
          faultId={null}
          need={false}
          choices={(['citizen', 'agency'] as const).map(value => ({ value, label: words.handover[`by.${value}`] }))}
          onChoose={by}
          onPoint={by}
          onEnter={() => void save()}
        />
      </div>
      <div className="describe-end">
        <Action tone="next" name={words.handover.keep} shortcut="Enter" act={() => void save()} />
        <Action name={words.money.leave} shortcut="Esc" act={onLeave} />
      </div>
      {faults.map(fault => (
        <FaultLine key={`${fault.code} ${fault.field ?? ''}`} id={`describe-${fault.field ?? 'fault'}`} text={say(fault)} live />
      ))}
    </div>
  )
}
