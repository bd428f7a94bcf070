import { useEffect, useState } from 'react'
import type { Job } from '#contract/calls.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Handover } from '#domain/post/handover.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask, listen } from '../../hatch.ts'
import { JobList } from '../dossier/job-list.tsx'
import { followed } from '../dossier/use-jobs.ts'
import { ReprintRow } from '../dossier/reprint-row.tsx'

type Props = {
  readonly list: Handover
  readonly signed: NonNullable<Handover['signed']>
  readonly now: Instant
  readonly on: boolean
  /** Opens the list that mends this one. */
  readonly onCorrect: () => void
}

/** A signed list: by whom, when, and that it stays as it is. */
export function SignedBand({ list, signed, now, on, onCorrect }: Props) {
  const { words } = useWords()
  const mayCorrect = list.corrects === null && list.items.length > 0
  useKeys({ 'Alt+C': onCorrect }, on && mayCorrect)
  const [jobs, setJobs] = useState<readonly Job[]>([])
  useEffect(() => {
    const look = (): void =>
      void ask('paper.waiting', {}).then(found => {
        if (!found.ok) return
        const ours = found.value.filter(job => job.code === list.code)
        setJobs(known => [...followed(known, ours), ...ours.filter(job => known.every(one => one.id !== job.id))])
      })
    look()
    return listen('status', look)
  }, [list.code])
  const day = dayOf(signed.at) === dayOf(now) ? '' : ` ${dayText(dayOf(signed.at))}`
  return (
    <footer className="signed">
      <Band tone="good" live>
        <p>
          <strong>{put(words.handover.signed, { time: `${clockTime(signed.at)}${day}`, count: list.items.length })}</strong>
        </p>
        <p>
          {words.handover.officialSide}: {signed.official.name} · {words.handover.clerkSide}: {signed.clerk.name}
        </p>
        <p>{words.handover.closed}</p>
      </Band>
      <JobList jobs={jobs} />
      {mayCorrect ? <Action name={words.handover.correct} shortcut="Alt+C" act={onCorrect} /> : null}
      <ReprintRow code={list.code} forms={['handover']} on={on} onJob={job => setJobs([...jobs, job])} />
    </footer>
  )
}
