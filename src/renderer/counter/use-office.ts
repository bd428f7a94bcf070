import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Status } from '#contract/events.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { type Clock, openClock } from '../clock.ts'
import { ask, listen } from '../hatch.ts'

type Hello = Output<'office.hello'>

const steady = (): number => performance.now()

/** The window's clock is set again after this long: a computer that slept must not tell an old time. */
const GREET_AGAIN_MS = 60_000

/** The office behind the hatch: what it said of itself, its status as it changes, its time. */
export function useOffice() {
  const [hello, setHello] = useState<Hello | null>(null)
  const [status, setStatus] = useState<Status | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [clock] = useState(() => openClock(steady))
  const hear = useCallback(
    (said: Result<Hello>): void => {
      setFaults(said.ok ? [] : said.faults)
      if (!said.ok) return
      clock.set(said.value.now)
      setHello(said.value)
      if (said.value.setUp) setStatus(said.value.status)
    },
    [clock],
  )
  useEffect(() => {
    void ask('office.hello', {}).then(hear)
    const greet = (): void => void ask('office.hello', {}).then(hear)
    const deaf = [listen('status', setStatus), listen('catalog', greet), listen('settings', greet)]
    const timer = setInterval(() => {
      void ask('office.hello', {}).then(said => {
        if (said.ok) clock.set(said.value.now)
      })
    }, GREET_AGAIN_MS)
    return () => {
      for (const stop of deaf) stop()
      clearInterval(timer)
    }
  }, [hear, clock])
  return { hello, status, faults, clock, greet: (): void => void ask('office.hello', {}).then(hear) }
}

/** The office's time, told anew each quarter of a minute. */
export function useNow(clock: Clock): Instant {
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 5000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
