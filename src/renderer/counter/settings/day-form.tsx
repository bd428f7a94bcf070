import { useEffect, useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { keptDate, shownDate } from '../../parts/typed-date.ts'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { focusPlace } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'
import { answers } from '../money/escapes.ts'
import { type TypedDay, type YearRow, dayKinds, readDay } from './typed-year.ts'

type Props = {
  readonly year: number
  /** The day that is being changed; `null` for a new one. */
  readonly instead: YearRow | null
  readonly others: readonly YearRow[]
  readonly onKeep: (row: YearRow) => void
  readonly onLeave: () => void
}

/** One day: when, what kind, and what it is called. */
export function DayForm({ year, instead, others, onKeep, onLeave }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState<TypedDay>(instead ?? { day: '', kind: 'holiday', name: '' })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  useEffect(() => focusPlace('calendar.day'), [])
  const type = (part: Partial<TypedDay>): void => {
    setTyped(before => ({ ...before, ...part }))
    setFaults([])
  }
  const keep = (): void => {
    const read = readDay(typed, year, others)
    if (read.ok) return onKeep(read.value)
    setFaults(read.faults)
    focusPlace(read.faults[0]?.field ?? 'calendar.day')
  }
  const choose = (chosen: string): void => type({ kind: dayKinds.find(kind => kind === chosen) ?? typed.kind })
  const faultAt = (field: string): Fault | undefined => faults.find(fault => fault.field === field)
  return (
    <div className="day-form" role="presentation" onKeyDown={answers(onLeave, keep)}>
      <TypedRow
        id="calendar-day"
        place="calendar.day"
        label={words.calendarSet.day}
        fault={faultAt('calendar.day')}
        look="settings-row"
        beside={<span className="form-hint">{words.calendarSet.dayHint}</span>}
      >
        {faultId => (
          <TextBox
            id="calendar-day"
            width="date"
            value={shownDate(typed.day)}
            need={false}
            faultId={faultId}
            onType={value => type({ day: keptDate(value) })}
          />
        )}
      </TypedRow>
      <TypedRow id="calendar-kind" place="calendar.kind" label={words.calendarSet.kind} look="settings-row settings-source" chips>
        {faultId => (
          <ChoiceChips
            id="calendar-kind"
            value={typed.kind}
            faultId={faultId}
            need={false}
            choices={dayKinds.map(kind => ({ value: kind, label: words.dayKind[kind] }))}
            onChoose={chosen => {
              choose(chosen)
              focusPlace('calendar.name')
            }}
            onPoint={choose}
            onEnter={keep}
          />
        )}
      </TypedRow>
      {typed.kind === 'closed' ? null : (
        <TypedRow
          id="calendar-name"
          place="calendar.name"
          label={words.calendarSet.name}
          fault={faultAt('calendar.name')}
          look="settings-row"
          beside={<span className="form-hint">{words.calendarSet.nameHint}</span>}
        >
          {faultId => (
            <TextBox id="calendar-name" value={typed.name} need={false} faultId={faultId} onType={value => type({ name: value })} />
          )}
        </TypedRow>
      )}
      <div className="sheet-actions">
        <Action tone="next" name={words.calendarSet.keep} shortcut="Enter" act={keep} />
        <Action name={words.calendarSet.leave} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}
