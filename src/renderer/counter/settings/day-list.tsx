import type { Ref } from 'react'
import { weekday } from '#domain/kernel/time.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { YearRow } from './typed-year.ts'

type Props = {
  readonly ref: Ref<HTMLFieldSetElement>
  readonly year: number
  readonly rows: readonly YearRow[]
  /** The day that is chosen; the first where it is not there. */
  readonly chosen: string | null
  readonly onChoose: (day: string) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** The days of a year, one a line: arrows choose, Enter changes, Delete takes away. */
export function DayList({ ref, year, rows, chosen, onChoose, onEdit, onRemove }: Props) {
  const { words } = useWords()
  const names = words.time.weekdays.split('|')
  const at = rows.find(({ day }) => day === chosen) ?? rows[0]
  const ends: Readonly<Record<string, YearRow | undefined>> = { Home: rows[0], End: rows.at(-1) }
  const acts: Readonly<Record<string, () => void>> = { Enter: onEdit, Delete: onRemove }
  return (
    <fieldset className="day-list" ref={ref}>
      <legend className="unseen">{put(words.calendarSet.days, { year })}</legend>
      {rows.length === 0 ? <p className="quiet day-none">{words.calendarSet.nothing}</p> : null}
      <div
        role="presentation"
        onKeyDown={event => {
          if (event.altKey || event.ctrlKey) return
          const end = ends[event.key]
          const act = end === undefined ? acts[event.key] : () => onChoose(end.day)
          if (act === undefined) return
          event.preventDefault()
          act()
        }}
      >
        {rows.map(({ day, kind, name, source }) => (
          <label key={day} className={`day-row day-${kind}`}>
            <input type="radio" className="unseen" name="calendar-day" checked={day === at?.day} onChange={() => onChoose(day)} />
            <span className="number">{dayText(day)}</span>
            <span>{names[weekday(day)]}</span>
            <span>{words.dayKind[kind]}</span>
            <span>
              {name}
              {source === undefined ? null : <span className="quiet"> · {source}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
