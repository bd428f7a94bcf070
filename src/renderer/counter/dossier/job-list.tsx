import type { Job } from '#contract/calls.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'

const tones = { waiting: 'job job-waiting', sending: 'job job-sending', unsure: 'job job-held', done: 'job job-done' } as const
const marks = { waiting: '○', sending: '▸', unsure: '▲', done: '✔' } as const

/** Each paper and how far it is: waiting and why, going in, out. */
export function JobList({ jobs }: { readonly jobs: readonly Job[] }) {
  const { words, sayCode } = useWords()
  return (
    <ul className="jobs" aria-label={words.job.list} aria-live="polite">
      {jobs.map(job => (
        <li className={job.state === 'waiting' && job.fault !== null ? 'job job-held' : tones[job.state]} key={job.id}>
          <span aria-hidden="true">{job.state === 'waiting' && job.fault !== null ? '▲' : marks[job.state]}</span>
          <span className="job-name">
            {words.paper[job.form]}
            {job.copy > 1 ? ` · ${put(words.job.copy, { copy: job.copy })}` : ''}
          </span>
          <span className="job-state">{job.fault !== null && job.state !== 'done' ? sayCode(job.fault) : words.job[job.state]}</span>
        </li>
      ))}
    </ul>
  )
}
