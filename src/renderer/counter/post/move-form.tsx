import { type KeyboardEvent, useRef, useState } from 'react'
import type { ParcelLine } from '#contract/post.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { ParcelStep } from '#domain/post/parcel.ts'
import { Action } from '../../parts/action.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { answers } from '../money/escapes.ts'
import { type TypedMove, freshMove, readMove } from './typed-move.ts'

type Props = {
  readonly line: ParcelLine
  readonly now: Instant
  readonly onMoved: (line: ParcelLine) => void
  readonly onLeave: () => void
}

const KINDS = ['delivered', 'tried', 'returning', 'lost'] as const satisfies readonly ParcelStep['kind'][]

/** What the Post says of one parcel: what happened by a digit, then who, how much or why, then Enter. */
export function MoveForm({ line, now, onMoved, onLeave }: Props) {
  const { words, say } = useWords()
  const [typed, setTyped] = useState(() => freshMove(line, now))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const form = useRef<HTMLDivElement>(null)
  const faultAt = (place: string): Fault | undefined => faults.find(({ field }) => field === place)
  const reach = (place: string): void => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-place="${place}"] input`)?.focus())
  }
  const first = (kind: TypedMove['kind']): string => (kind === 'delivered' ? 'receiver' : 'reason')
  const choose = (value: string): void => {
    const kind = KINDS.find(one => one === value) ?? typed.kind
    setTyped({ ...typed, kind })
    setFaults([])
  }
  const refused = (all: readonly Fault[]): void => {
    setFaults(all)
    const at = all[0]?.field
    if (at !== undefined) reach(at)
  }
  const keep = async (): Promise<void> => {
    const read = readMove(line, typed, now)
    if (!read.ok) return refused(read.faults)
    const moved = await ask('post.move', read.value)
    if (moved.ok) onMoved(moved.value)
    else refused(moved.faults)
  }
  const box = (place: 'receiver' | 'collected' | 'reason' | 'at') => (
    <TypedRow id={`move-${place}`} place={place} label={words.parcels[place]} fault={faultAt(place)}>
      {faultId => (
        <input
          className="field-box"
          id={`move-${place}`}
          value={typed[place]}
          maxLength={place === 'reason' ? 500 : 120}
          autoComplete="off"
          aria-invalid={faultId !== null}
          aria-describedby={faultId ?? undefined}
          onChange={event => setTyped({ ...typed, [place]: event.target.value })}
        />
      )}
    </TypedRow>
  )
  const hear = (event: KeyboardEvent): void => answers(onLeave, () => void keep())(event)
  const elsewhere = faults.filter(({ field }) => field === undefined || !['receiver', 'collected', 'reason', 'at'].includes(field))
  return (
    <div
      className="move-form"
      role="presentation"
      ref={element => {
        form.current = element
        if (element !== null && !element.contains(document.activeElement)) {
          element.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
        }
      }}
      onKeyDown={hear}
    >
      <span className="form-label" id="move-kind-label">
        {words.parcels.step}
      </span>
      <ChoiceChips
        id="move-kind"
        value={typed.kind}
        faultId={null}
        need
        choices={KINDS.map(value => ({ value, label: words.parcelStep[value] }))}
        onChoose={value => {
          choose(value)
          reach(first(KINDS.find(one => one === value) ?? typed.kind))
        }}
        onPoint={choose}
        onEnter={() => reach(first(typed.kind))}
      />
      {typed.kind === 'delivered' ? (
        <>
          {box('receiver')}
          {box('collected')}
        </>
      ) : (
        box('reason')
      )}
      {box('at')}
      {elsewhere.map(fault => (
        <FaultLine id="move-fault" key={fault.code} text={say(fault)} live />
      ))}
      <div className="sheet-actions">
        <Action tone="next" name={words.parcels.keep} shortcut="Enter" act={() => void keep()} />
        <Action name={words.parcels.leave} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}
