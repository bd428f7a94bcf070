import type { Received } from '#contract/calls.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { moneyText } from '#words/paper.ts'
import { clockTime, dueText } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { JobList } from '../dossier/job-list.tsx'
import { ReprintRow } from '../dossier/reprint-row.tsx'
import { useJobs } from '../dossier/use-jobs.ts'
import { MoneyPanel } from '../money/money-panel.tsx'

type Props = {
  readonly received: Received
  readonly now: Instant
  readonly on: boolean
  readonly onJobs: (jobs: Received['jobs']) => void
  readonly onMore: () => void
  /** The next matter of a bundle, `null` where there is none. */
  readonly next: Procedure | null
  readonly onNext: (procedure: Procedure) => void
}

/** What is saved, printed and due: facts with their time. The key for the next citizen stands where it always stands. */
export function ReceivedPanel({ received, now, on, onJobs, onMore, next, onNext }: Props) {
  const { words } = useWords()
  const { dossier, saved, jobs } = received
  useJobs(jobs, onJobs)
  useKeys(next === null ? {} : { F8: () => onNext(next) }, on)
  return (
    <section className="received" aria-label={words.received.title}>
      <Band tone="good" live>
        <p className="received-saved">
          {put(words.received.saved, { time: clockTime(saved) })} · <strong className="number">{dossier.code}</strong>
        </p>
        <p className="received-due">
          {put(words.received.due, { due: dueText(dossier.due, now, words.time) })} ·{' '}
          {dossier.fee.total === 0 ? words.received.nothingToPay : put(words.received.pay, { money: moneyText(dossier.fee.total) })}
        </p>
      </Band>
      <MoneyPanel code={dossier.code} on={on} />
      <JobList jobs={jobs} />
      <ReprintRow code={dossier.code} forms={formsOf(jobs)} on={on} onJob={job => onJobs([...jobs, job])} />
      <div className="sheet-actions">
        {next === null ? null : <Action name={put(words.proxy.next, { procedure: next.name })} shortcut="F8" act={() => onNext(next)} />}
        <Action name={words.received.more} shortcut="F4" act={onMore} />
      </div>
      <p className="effort quiet">
        {put(words.received.effort, { keys: dossier.effort.keys, seconds: Math.round(dossier.effort.seconds) })}
      </p>
    </section>
  )
}

const formsOf = (jobs: Received['jobs']): Received['jobs'][number]['form'][] => [...new Set(jobs.map(job => job.form))]
