import type { Job } from '#contract/calls.ts'
import type { DayClosed } from '#domain/money/day.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import { JobList } from '../dossier/job-list.tsx'
import { ReprintRow } from '../dossier/reprint-row.tsx'
import { useJobs } from '../dossier/use-jobs.ts'

type Props = {
  readonly sheet: DayClosed
  readonly jobs: readonly Job[]
  readonly on: boolean
  readonly onJobs: (jobs: readonly Job[]) => void
}

/** A day that is closed: who gave what to whom, and its sheet once more. */
export function ClosedDay({ sheet, jobs, on, onJobs }: Props) {
  const { words } = useWords()
  const { at, code, official, cash, taker, difference, reason } = sheet
  useJobs(jobs, onJobs)
  return (
    <section className="cash-count" aria-label={words.dayMoney.till}>
      <Band tone="good" live>
        {put(words.dayMoney.closed, { time: clockTime(at), code, official: official.name, money: moneyText(cash), taker })}
      </Band>
      {difference === 0 ? null : (
        <Band tone="warn">
          {put(words.dayMoney.closedReason, {
            money: `${difference < 0 ? '−' : ''}${moneyText(Math.abs(difference))}`,
            reason: reason ?? '',
          })}
        </Band>
      )}
      <JobList jobs={jobs} />
      <ReprintRow code={code} forms={['day-sheet']} on={on} onJob={job => onJobs([...jobs, job])} />
    </section>
  )
}
