import type { TurnedAwayNow } from '#contract/calls.ts'
import { turnForm } from '#domain/dossier/turn-away.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import { JobList } from '../dossier/job-list.tsx'
import { ReprintRow } from '../dossier/reprint-row.tsx'
import { useJobs } from '../dossier/use-jobs.ts'
import { paperNumberText, wantedText } from './typed-turn.ts'

type Props = {
  readonly turned: TurnedAwayNow
  readonly on: boolean
  readonly onJobs: (jobs: TurnedAwayNow['jobs']) => void
  readonly onMore: () => void
}

/** Nothing was received: what was written instead, and what became of the form. The key for the next citizen stands where it always stands. */
export function TurnedAwayPanel({ turned: { visit, jobs }, on, onJobs, onMore }: Props) {
  const { words } = useWords()
  const { turn } = words
  const { step, paper, paperNumber, at } = visit
  const form = turnForm(step.kind)
  useJobs(jobs, onJobs)
  return (
    <section className="received" aria-label={turn.doneTitle}>
      <Band tone="good" live>
        <p className="received-saved">
          {put(turn.asked, { paper: words.paper[form], number: paperNumberText(paperNumber), time: clockTime(at) })} ·{' '}
          <strong className="number">{paper}</strong>
        </p>
        <p className="received-due">{step.kind === 'supplement' ? turn.kept : turn.dropped}</p>
      </Band>
      <p className="turn-said">{step.kind === 'supplement' ? wantedText(step.wanted, words) : step.reason}</p>
      <JobList jobs={jobs} />
      <ReprintRow code={paper} forms={[form]} on={on} onJob={job => onJobs([...jobs, job])} />
      <div className="sheet-actions">
        <Action name={words.received.more} shortcut="F4" act={onMore} />
      </div>
    </section>
  )
}
