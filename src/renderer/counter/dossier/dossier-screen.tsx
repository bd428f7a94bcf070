import { useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { type Procedure, fieldsOfForm } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { dayText, moneyText } from '#words/paper.ts'
import { clockTime, dueText } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { MaskedNumber, useReveal } from '../../parts/use-reveal.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { shownValue } from '../form/shown-value.ts'
import { JobList } from './job-list.tsx'
import { ReprintRow } from './reprint-row.tsx'
import { useJobs } from './use-jobs.ts'

type Opened = Output<'dossier.open'>
type Props = {
  readonly code: string
  readonly procedures: readonly Procedure[]
  readonly now: Instant
  readonly on: boolean
  readonly onLeave: () => void
}

/** One received dossier: what was said, what was paid, when it is due, and its papers once more. */
export function DossierScreen({ code, procedures, now, on, onLeave }: Props) {
  const { words, say } = useWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  useEffect(() => {
    void ask('dossier.open', { code }).then(found => {
      setOpened(found.ok ? found.value : null)
      setFaults(found.ok ? [] : found.faults)
    })
  }, [code])
  useKeys({ Esc: onLeave }, on)
  return (
    <main className="page dossier">
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {opened === null ? null : (
        <Whole opened={opened} procedures={procedures} now={now} on={on} onJobs={jobs => setOpened({ ...opened, jobs })} />
      )}
      <div className="sheet-actions">
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </main>
  )
}

type WholeProps = Omit<Props, 'code' | 'onLeave'> & { readonly opened: Opened; readonly onJobs: (jobs: Opened['jobs']) => void }

function Whole({ opened: { dossier, jobs }, procedures, now, on, onJobs }: WholeProps) {
  const { words } = useWords()
  const title = useArrival<HTMLHeadingElement>()
  const revealed = useReveal()
  useJobs(jobs, onJobs)
  const procedure = procedures.find(one => one.code === dossier.procedure.code && one.edition === dossier.procedure.edition)
  const fields = procedure === undefined ? [] : fieldsOfForm(procedure).filter(field => dossier.answers[field.id] !== undefined)
  return (
    <>
      <h1 className="card-name" tabIndex={-1} ref={title}>
        {dossier.applicant.name}
      </h1>
      <p className="card-facts">
        <strong className="number">{dossier.code}</strong>
        {dossier.applicant.number === null ? null : <MaskedNumber number={dossier.applicant.number} />}
        {dossier.applicant.birth === null ? null : <span>{dayText(dossier.applicant.birth)}</span>}
      </p>
      <p>
        <strong>{dossier.procedure.name}</strong> <span className="number quiet">{dossier.procedure.code}</span>
      </p>
      <p>
        {put(words.dossier.received, {
          time: clockTime(dossier.received),
          day: dayText(dayOf(dossier.received)),
          official: dossier.official.name,
          counter: dossier.counter,
        })}
      </p>
      <p>
        {words.head.due} <strong>{dueText(dossier.due, now, words.time)}</strong> · {words.head.fee}{' '}
        <strong>{dossier.fee.total === 0 ? words.head.free : moneyText(dossier.fee.total)}</strong> · {words.returnBy[dossier.returnBy]}
      </p>
      <JobList jobs={jobs} />
      <ReprintRow code={dossier.code} forms={[...new Set(jobs.map(job => job.form))]} on={on} onJob={job => onJobs([...jobs, job])} />
      <h2 className="form-heading">{words.dossier.said}</h2>
      <dl className="said">
        {fields.map(field => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>{shownValue(field, dossier.answers[field.id]?.value ?? '', words, revealed)}</dd>
          </div>
        ))}
      </dl>
      <h2 className="form-heading">{words.form.papers}</h2>
      <ul className="said">
        {dossier.papers.map(paper => (
          <li key={paper.id}>
            {paper.name} · {words.paperNeed[paper.need]} · ×{paper.count}
          </li>
        ))}
      </ul>
    </>
  )
}
