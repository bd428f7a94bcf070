import { useEffect, useState } from 'react'
import type { Job } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { Day, type Instant, dayOf } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { keptDate, shownDate } from '../../parts/typed-date.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { JobList } from '../dossier/job-list.tsx'
import { useJobs } from '../dossier/use-jobs.ts'
import { focusPlace } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'

type Props = { readonly now: Instant; readonly on: boolean; readonly onLeave: () => void }

/** The follow-up book of any days: how many dossiers, printed as pages, or saved for a spreadsheet. */
export function BookScreen({ now, on, onLeave }: Props) {
  const { words, say } = useWords()
  const today = dayOf(now)
  const [typed, setTyped] = useState({ first: `${today.slice(0, 7)}-01`, last: String(today) })
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [saved, setSaved] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const span = spanOf(typed)
  const count = useCount(span)
  useEffect(() => focusPlace('first'), [])
  useJobs(jobs, setJobs)
  const print = async (): Promise<void> => {
    if (span === null) return focusPlace('last')
    const job = await ask('book.print', span)
    if (job.ok) setJobs([...jobs, job.value])
    return setFaults(job.ok ? [] : job.faults)
  }
  const save = async (): Promise<void> => {
    if (span === null) return focusPlace('last')
    const book = await ask('book.save', span)
    setSaved(book.ok ? book.value.file : null)
    return setFaults(book.ok ? [] : book.faults)
  }
  useKeys({ F9: () => void print(), 'Ctrl+S': () => void save(), Esc: onLeave }, on)
  return (
    <main className="page book">
      <h1 className="sheet-title">{words.paper.book}</h1>
      {(['first', 'last'] as const).map(end => (
        <div className="form-row" data-place={end} key={end}>
          <label className="form-label" htmlFor={end}>
            {words.book[end]}
          </label>
          <TextBox
            id={end}
            value={shownDate(typed[end])}
            faultId={null}
            need
            width="date"
            hint={words.form.dateHint}
            onType={text => setTyped({ ...typed, [end]: keptDate(text) })}
          />
        </div>
      ))}
      <p aria-live="polite">{span === null ? words.book.span : put(words.book.count, { count: count ?? '…' })}</p>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {saved === null ? null : (
        <Band tone="good" live>
          {put(words.book.saved, { file: saved })}
        </Band>
      )}
      <JobList jobs={jobs} />
      <div className="sheet-actions">
        <Action tone="next" name={words.book.print} shortcut="F9" off={span === null || count === 0} act={() => void print()} />
        <Action name={words.book.save} shortcut="Ctrl+S" off={span === null || count === 0} act={() => void save()} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </main>
  )
}

/** Two days in their order, or nothing yet. */
function spanOf(typed: { readonly first: string; readonly last: string }): { readonly first: Day; readonly last: Day } | null {
  const [first, last] = [Day.safeParse(typed.first), Day.safeParse(typed.last)]
  return first.success && last.success && first.data <= last.data ? { first: first.data, last: last.data } : null
}

/** How many dossiers the span holds; an answer to another span is thrown away. */
function useCount(span: { readonly first: Day; readonly last: Day } | null): number | null {
  const [counted, setCounted] = useState<{ readonly of: string; readonly count: number } | null>(null)
  const name = span === null ? '' : `${span.first} ${span.last}`
  useEffect(() => {
    const [first, last] = name.split(' ').map(day => Day.safeParse(day))
    if (first?.success !== true || last?.success !== true) return
    void ask('book.count', { first: first.data, last: last.data }).then(found => {
      if (found.ok) setCounted({ of: name, count: found.value.count })
    })
  }, [name])
  return counted?.of === name ? counted.count : null
}
