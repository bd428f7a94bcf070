import { useEffect, useState } from 'react'
import type { Opened, Weighed } from '#contract/calls.ts'
import type { Step } from '#domain/dossier/move.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { MaskedNumber, useReveal } from '../../parts/use-reveal.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { shownValue } from '../form/shown-value.ts'
import { DueLine } from './due-line.tsx'
import { JobList } from './job-list.tsx'
import { LifeHistory } from './life-history.tsx'
import { LifePanel } from './life-panel.tsx'
import { ReprintRow } from './reprint-row.tsx'
import { useJobs } from './use-jobs.ts'
import { MoneyPanel } from '../money/money-panel.tsx'

type Props = {
  readonly code: string
  readonly now: Instant
  readonly on: boolean
  /** Where the citizen showed a slip that another took the place of. */
  readonly replaced: { readonly slip: number; readonly now: number } | null
  /** A mistake is to be mended: the form opens at the desk. */
  readonly onMend: (weighed: Weighed) => void
  readonly onLeave: () => void
}

/** One received dossier: what was said, what was paid, when it is due, and its papers once more. */
export function DossierScreen({ code, now, on, replaced, onMend, onLeave }: Props) {
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
  const step = async (taken: Step): Promise<readonly Fault[]> => {
    const moved = await ask('dossier.step', { code, step: taken })
    if (moved.ok) setOpened(moved.value)
    return moved.ok ? [] : moved.faults
  }
  const mend = async (reason: string): Promise<readonly Fault[]> => {
    const weighed = await ask('dossier.correct', { code, reason })
    if (weighed.ok) onMend(weighed.value)
    return weighed.ok ? [] : weighed.faults
  }
  return (
    <main className="page dossier">
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {replaced === null ? null : <Band tone="warn">{put(words.life.replaced, replaced)}</Band>}
      {opened === null ? null : (
        <Whole
          opened={opened}
          now={now}
          on={on}
          onJobs={jobs => setOpened({ ...opened, jobs })}
          onStep={step}
          onMend={mend}
          onPaid={paid => setOpened({ ...opened, paid })}
        />
      )}
      <div className="sheet-actions">
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </main>
  )
}

type WholeProps = Pick<Props, 'now' | 'on'> & {
  readonly opened: Opened
  readonly onJobs: (jobs: Opened['jobs']) => void
  readonly onStep: (step: Step) => Promise<readonly Fault[]>
  readonly onMend: (reason: string) => Promise<readonly Fault[]>
  readonly onPaid: (paid: number) => void
}

function Whole({ opened, now, on, onJobs, onStep, onMend, onPaid }: WholeProps) {
  const { words } = useWords()
  const { dossier, jobs, procedure } = opened
  const title = useArrival<HTMLHeadingElement>()
  const revealed = useReveal()
  const [reprinting, setReprinting] = useState(false)
  useJobs(jobs, onJobs)
  const fields = procedure === null ? [] : fieldsNow(procedure, dossier.answers).filter(field => dossier.answers[field.id] !== undefined)
  return (
    <div className="dossier-whole">
      <div className="dossier-said">
        <h1 className="card-name" tabIndex={-1} ref={title}>
          {dossier.applicant.name}
        </h1>
        <p className="card-facts">
          <strong className="number">{dossier.code}</strong>
          {dossier.applicant.number === null ? null : <MaskedNumber number={dossier.applicant.number} />}
          {dossier.applicant.birth === null ? null : <span>{dayText(dossier.applicant.birth)}</span>}
          <strong className={`state state-${opened.state}`}>{words.state[opened.state]}</strong>
          {opened.slip === 1 ? null : <span>{put(words.life.slipNow, { slip: opened.slip })}</span>}
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
        <DueLine opened={opened} now={now} on={on} />
        <MoneyPanel key={`money-${dossier.fee.total}-${opened.slip}-${opened.state}`} code={dossier.code} on={on} />
        <JobList jobs={jobs} />
        <ReprintRow
          code={dossier.code}
          forms={[...new Set(jobs.map(job => job.form))]}
          on={on}
          onOpen={setReprinting}
          onJob={job => onJobs([...jobs, job])}
        />
        <LifeHistory history={opened.history} />
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
          {opened.papers.map(paper => (
            <li key={paper.id}>
              {paper.name} · {words.paperNeed[paper.need]} · ×{paper.count}
            </li>
          ))}
        </ul>
      </div>
      <LifePanel opened={opened} on={on} digitsTaken={reprinting} onStep={onStep} onMend={onMend} onPaid={onPaid} />
    </div>
  )
}
