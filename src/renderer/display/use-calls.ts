import { useEffect, useRef, useState } from 'react'
import type { QueueView } from '#contract/queue.ts'
import type { Clock } from '../clock.ts'
import { type Heard, type Memory, hearCalls } from './heard-calls.ts'

export type CallSpeaker = {
  readonly say: (calls: readonly Heard[]) => void
  /** Only these numbers are at a counter: what was to be said of others is not true any more. */
  readonly keepOnly: (numbers: ReadonlySet<string>) => void
}

/** The calls of the hall, the newest first; new ones are said aloud. */
export function useCalls(view: QueueView | null, clock: Clock, { say, keepOnly }: CallSpeaker): readonly Heard[] {
  const memory = useRef<Memory>(new Map())
  const [calls, setCalls] = useState<readonly Heard[]>([])
  useEffect(() => {
    if (view === null) return
    const heard = hearCalls(memory.current, view.hall, clock.now())
    memory.current = heard.memory
    setCalls(heard.calls)
    keepOnly(new Set(view.hall.counters.flatMap(({ holds }) => holds)))
    say(heard.fresh)
  }, [view, clock, say, keepOnly])
  return calls
}
