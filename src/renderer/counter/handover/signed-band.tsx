import { useEffect, useState } from 'react'
import type { Job } from '#contract/calls.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Handover } from '#domain/post/handover.ts'
import { put } from '#words/say.ts'
import { Band } from '../../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask, listen } from '../../hatch.ts'
import { JobList } from '../dossier/job-list.tsx'
import { followed } from '../dossier/use-jobs.ts'
import { ReprintRow } from '../dossier/reprint-row.tsx'

type Props = { readonly list: Handover; readonly signed: NonNullable<Handover['signed']>; readonly now: Instant; readonly on: boolean }

/** A signed list: by whom, when, and that it stays as it is. */
export function SignedBand({ list, signed, now, on }: Props) {
  const { words } = useWords()
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
      <ReprintRow code={list.code} forms={['handover']} on={on} onJob={job => setJobs([...jobs, job])} />
    </footer>
  )
}
