import { useEffect, useState } from 'react'
import type { HallSettings } from '#contract/queue.ts'
import type { SettingsSheet } from '#contract/settings.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { ListItem, listKey, listKeys } from '../../parts/list-item.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { focusPlace } from '../form/place.ts'
import { type QueueDesk, useQueue } from '../queue/queue-desk.ts'
import type { Official } from '../start/sign-in.tsx'
import { BankSection } from './bank-section.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { FieldRows, type SectionProps } from './field-rows.tsx'
import { FormsSection } from './forms-section.tsx'
import { HallSection } from './hall-section.tsx'
import { type Section, type TypedSettings, readSettings, sectionFields, sectionOf, sections, typedOf } from './typed-settings.ts'
import { savedYear } from './typed-year.ts'

type Props = {
  readonly official: Official
  readonly queue: QueueDesk
  readonly now: Instant
  readonly on: boolean
  /** What was changed and not saved: it outlasts the screen and the official. */
  readonly unsaved: TypedSettings | null
  readonly onType: (typed: TypedSettings | null) => void
  readonly onLeave: () => void
}

/** The settings as they were read: by whom, and in which role of this machine's. */
type Opened = { readonly by: string; readonly role: HallSettings['role'] | undefined; readonly sheet: SettingsSheet }

/** How this office works: one key a section, one key to save all of it, and it counts from then on. */
export function SettingsScreen({ official, queue, now, on, unsaved, onType, onLeave }: Props) {
  const { words, say } = useWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const sheet = opened?.sheet ?? null
  const [section, setSection] = useState<Section>('office')
  const [year, setYear] = useState(Number(dayOf(now).slice(0, 4)))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [saved, setSaved] = useState<Instant | null>(null)
  const [busy, setBusy] = useState(false)
  const title = useArrival<HTMLHeadingElement>()
  // A machine leads or joins by its own call: what is saved afterwards must not take that back.
  const role = useQueue(queue).view?.standing.role
  useEffect(() => {
    void ask('settings.open', {}).then(found => {
      if (found.ok) setOpened({ by: official.id, role, sheet: found.value })
      setFaults(found.ok ? [] : found.faults)
    })
  }, [official.id, role])
  const refused = (found: readonly Fault[]): void => {
    const [first] = found
    setFaults(found)
    if (first?.field === undefined) return
    setSection(sectionOf(first.field))
    if (first.field === 'calendar.source') setYear(Number(first.data?.['year'] ?? year))
    setTimeout(() => focusPlace(first.field ?? ''))
  }
  /** Another section, and the hand on its first box, or on the list of days. */
  const turn = (to: Section): void => {
    setSection(to)
    setTimeout(() => {
      const first =
        document.querySelector('.day-list input:checked') ?? document.querySelector('.settings-sheet :is(input, [role="radio"])')
      if (first instanceof HTMLElement) first.focus()
    })
  }
  const save = async (): Promise<void> => {
    if (sheet === null || busy) return
    const read = readSettings(unsaved ?? typedOf(sheet), sheet)
    if (!read.ok) return refused(read.faults)
    setBusy(true)
    const kept = await ask('settings.keep', read.value)
    setBusy(false)
    if (!kept.ok) return refused(kept.faults)
    setOpened({ by: official.id, role, sheet: kept.value })
    setFaults([])
    setSaved(now)
    onType(null)
  }
  const type = (typed: TypedSettings): void => {
    setSaved(null)
    onType(typed)
  }
  const drop = (): void => {
    setFaults([])
    onType(null)
  }
  useKeys(
    {
      F9: () => void save(),
      Esc: onLeave,
      ...(unsaved === null ? {} : { 'Alt+Z': drop }),
      ...listKeys(
        'Alt',
        sections.map(one => () => turn(one)),
      ),
    },
    on,
  )
  return (
    <main className="page settings">
      <aside className="settings-sections">
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {words.settings.title}
        </h1>
        <nav aria-label={words.settings.title}>
          {sections.map((one, index) => (
            <ListItem
              key={one}
              name={words.settingsSection[one]}
              side={faults.some(({ field }) => field !== undefined && sectionOf(field) === one) ? '✖' : ''}
              shortcut={listKey('Alt', index)}
              isCurrent={section === one}
              act={() => turn(one)}
            />
          ))}
        </nav>
        {opened?.by === official.id && !opened.sheet.mayKeep ? <Band tone="warn">{words.settings.notYou}</Band> : null}
        {unsaved === null ? null : <Band tone="plain">{words.settings.unsaved}</Band>}
        {saved === null ? null : (
          <Band tone="good" live>
            {put(words.settings.saved, { time: clockTime(saved) })}
          </Band>
        )}
        {faults
          .filter(({ field }) => field === undefined)
          .map(fault => (
            <Band tone="wrong" key={fault.code} live>
              {say(fault)}
            </Band>
          ))}
        <p className="quiet">{words.settings.atOnce}</p>
        <Action tone="next" name={words.settings.save} shortcut="F9" off={sheet === null || busy} act={() => void save()} />
        {unsaved === null ? null : <Action name={words.settings.drop} shortcut="Alt+Z" act={drop} />}
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </aside>
      {sheet === null ? null : (
        <section className="settings-sheet" aria-label={words.settingsSection[section]}>
          <Sheet
            section={section}
            sheet={sheet}
            typed={unsaved ?? typedOf(sheet)}
            faults={faults}
            year={year}
            queue={queue}
            on={on}
            onYear={setYear}
            onFaults={setFaults}
            onType={type}
          />
        </section>
      )}
    </main>
  )
}

type SheetProps = {
  readonly section: Section
  readonly sheet: SettingsSheet
  readonly typed: TypedSettings
  readonly faults: readonly Fault[]
  readonly year: number
  readonly queue: QueueDesk
  readonly on: boolean
  readonly onYear: (year: number) => void
  readonly onFaults: (faults: readonly Fault[]) => void
  readonly onType: (typed: TypedSettings) => void
}

function Sheet({ section, sheet, typed, faults, year, queue, on, onYear, onFaults, onType }: SheetProps) {
  const { words } = useWords()
  if (section === 'calendar') {
    return (
      <CalendarSection
        sheet={sheet}
        year={year}
        typed={typed.years[year] ?? savedYear(sheet, year)}
        touched={typed.years[year] !== undefined}
        faults={faults}
        on={on}
        onYear={onYear}
        onType={next => {
          const { [year]: _before, ...others } = typed.years
          onFaults(faults.filter(({ field }) => field !== 'calendar.source'))
          onType({ ...typed, years: next === null ? others : { ...others, [year]: next } })
        }}
      />
    )
  }
  const fields: SectionProps = {
    sheet,
    fields: typed.fields,
    faults,
    onField: (field, value) => {
      onFaults(faults.filter(fault => fault.field !== field))
      onType({ ...typed, fields: { ...typed.fields, [field]: value } })
    },
  }
  const { id, number } = sheet.settings.counter
  return (
    <>
      <h2 className="sheet-title">{words.settingsSection[section]}</h2>
      {section === 'bank' ? <BankSection {...fields} /> : null}
      {section === 'hall' ? <HallSection {...fields} queue={queue} on={on} /> : null}
      {section === 'forms' ? <FormsSection {...fields} /> : null}
      {section === 'devices' ? <DevicesSection {...fields} /> : null}
      {section === 'office' || section === 'hours' ? <FieldRows {...fields} names={sectionFields[section]} /> : null}
      {section === 'office' ? <p className="quiet settings-fixed">{put(words.settings.fixed, { id, number })}</p> : null}
    </>
  )
}
