import { useEffect, useRef } from 'react'
import type { Job } from '#contract/calls.ts'
import { ask, listen } from '../../hatch.ts'

/** How often waiting papers are asked for while any is not out yet; events come sooner, this catches what they miss. */
const LOOK_AGAIN_MS = 1500

/** Follows print jobs until every one is out: a job that no longer waits is done. */
export function useJobs(jobs: readonly Job[], onJobs: (jobs: Job[]) => void): void {
  const latest = useRef({ jobs, onJobs })
  useEffect(() => {
    latest.current = { jobs, onJobs }
  })
  const open = jobs.some(job => job.state !== 'done')
  useEffect(() => {
    if (!open) return undefined
    let gone = false
    const look = async (): Promise<void> => {
      const waiting = await ask('paper.waiting', {})
      if (gone || !waiting.ok) return
      const next = followed(latest.current.jobs, waiting.value)
      if (next.some((job, index) => differs(job, latest.current.jobs[index]))) latest.current.onJobs(next)
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    const deaf = listen('status', () => void look())
    return () => {
      gone = true
      clearInterval(timer)
      deaf()
    }
  }, [open])
}

/** The jobs as they stand now, given those that still wait. */
export const followed = (jobs: readonly Job[], waiting: readonly Job[]): Job[] =>
  jobs.map(job => waiting.find(one => one.id === job.id) ?? { ...job, state: 'done', fault: null })

const differs = (a: Job, b: Job | undefined): boolean => a.state !== b?.state || a.fault !== b.fault || a.copy !== b.copy
