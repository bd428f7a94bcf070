import { useRef, useState } from 'react'
import type { SettingsSheet } from '#contract/settings.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { TextBox } from '../form/text-box.tsx'
import { DayForm } from './day-form.tsx'
import { DayList } from './day-list.tsx'
import { type TypedYear, proposedYear, withRow, withoutRow } from './typed-year.ts'

type Props = {
  readonly sheet: SettingsSheet
  readonly year: number
  readonly typed: TypedYear
  readonly touched: boolean
  readonly faults: readonly Fault[]
  readonly on: boolean
  readonly onYear: (year: number) => void
  /** `null`: as it was saved. */
  readonly onType: (typed: TypedYear | null) => void
}

/** The days nobody works in a year, and those that are worked for them: looked at, added, changed, taken away. */
export function CalendarSection({ sheet, year, typed, touched, faults, on, onYear, onType }: Props) {
  const { words } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, setForm] = useState<{ readonly instead: string | null } | null>(null)
  const list = useRef<HTMLFieldSetElement>(null)
  const row = typed.rows.find(({ day }) => day === chosen) ?? typed.rows[0]
  const known = sheet.years.find(({ calendar }) => calendar.year === year)
  /** Chooses a day, or the first, and puts the hand on it once it is drawn. */
  const goTo = (day: string | null): void => {
    setChosen(day)
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('input:checked')?.focus())
  }
  const done = (day: string | null): void => {
    setForm(null)
    goTo(day)
  }
  const edit = (): void => {
    if (row !== undefined) setForm({ instead: row.day })
  }
  const remove = (): void => {
    if (row === undefined) return
    const at = typed.rows.indexOf(row)
    onType(withoutRow(typed, row.day))
    goTo((typed.rows[at + 1] ?? typed.rows[at - 1])?.day ?? null)
  }
  const turn = (to: number): void => {
    setChosen(null)
    setForm(null)
    onYear(to)
  }
  const propose = (): void => onType(proposedYear(year, typed))
  const keys = {
    'Alt+N': () => setForm({ instead: null }),
    'Alt+E': edit,
    'Alt+O': propose,
    ...(touched ? { 'Alt+Y': () => onType(null) } : {}),
  }
  useKeys({ PageUp: () => turn(year - 1), PageDown: () => turn(year + 1), ...(form === null ? keys : {}) }, on)
  const fault = faults.find(({ field, data }) => field === 'calendar.source' && data?.['year'] === year)
  return (
    <>
      <header className="settings-year">
        <h2 className="sheet-title">{put(words.calendarSet.year, { year })}</h2>
        <Action name={words.calendarSet.before} shortcut="PageUp" act={() => turn(year - 1)} />
        <Action name={words.calendarSet.after} shortcut="PageDown" act={() => turn(year + 1)} />
      </header>
      {known === undefined ? (
        <Band tone="warn">{put(words.calendarSet.none, { year })}</Band>
      ) : (
        <p className="quiet">{known.own ? words.calendarSet.own : words.calendarSet.shipped}</p>
      )}
      {touched ? <Band tone="plain">{put(words.calendarSet.changed, { year })}</Band> : null}
      <TypedRow
        id="calendar-source"
        place="calendar.source"
        label={words.calendarSet.source}
        fault={fault}
        said={fault?.code === 'field.missing' ? words.settings.needed : undefined}
        look="settings-row settings-source"
        beside={<span className="form-hint">{words.calendarSet.sourceHint}</span>}
      >
        {faultId => (
          <TextBox
            id="calendar-source"
            value={typed.source}
            need={false}
            faultId={faultId}
            onType={source => onType({ ...typed, source })}
          />
        )}
      </TypedRow>
      <label className="settings-sure">
        <input type="checkbox" checked={typed.sure} onChange={event => onType({ ...typed, sure: event.target.checked })} />
        <span>{words.calendarSet.sure}</span>
      </label>
      {form === null ? (
        <div className="sheet-actions">
          <Action name={words.calendarSet.add} shortcut="Alt+N" act={() => setForm({ instead: null })} />
          <Action name={words.calendarSet.edit} shortcut="Alt+E" off={row === undefined} act={edit} />
          <Action name={words.calendarSet.remove} shortcut="Delete" off={row === undefined} act={remove} />
          <Action name={words.calendarSet.propose} shortcut="Alt+O" act={propose} />
          {touched ? <Action name={words.calendarSet.reset} shortcut="Alt+Y" act={() => onType(null)} /> : null}
        </div>
      ) : (
        <DayForm
          key={form.instead ?? 'new'}
          year={year}
          instead={typed.rows.find(({ day }) => day === form.instead) ?? null}
          others={typed.rows.filter(({ day }) => day !== form.instead)}
          onKeep={kept => {
            onType(withRow(form.instead === null ? typed : withoutRow(typed, form.instead), kept))
            done(kept.day)
          }}
          onLeave={() => done(chosen)}
        />
      )}
      <DayList ref={list} year={year} rows={typed.rows} chosen={chosen} onChoose={goTo} onEdit={edit} onRemove={remove} />
    </>
  )
}
