import { useCallback, useEffect, useState } from 'react'
import type { HallHello } from '#contract/hall-window.ts'
import type { QueueView } from '#contract/queue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { type Clock, openClock } from './clock.ts'
import { ask, listen } from './hatch.ts'

/** The window's clock is set again after this long: a computer that slept must not tell an old time. */
const GREET_AGAIN_MS = 60_000
/** An office that did not answer is asked again. */
const TRY_AGAIN_MS = 3_000

const steady = (): number => performance.now()

/** The hall behind the hatch: what it said of itself, the line as it changes, its time. `lost`: it does not answer. */
export function useHall() {
  const [hello, setHello] = useState<HallHello | null>(null)
  const [view, setView] = useState<QueueView | null>(null)
  const [lost, setLost] = useState(false)
  const [clock] = useState(() => openClock(steady))
  const hear = useCallback(
    (said: Result<HallHello>): void => {
      setLost(!said.ok)
      if (!said.ok) return
      clock.set(said.value.now)
      setHello(said.value)
      if (said.value.setUp) setView(said.value.view)
    },
    [clock],
  )
  useEffect(() => {
    void ask('hall.hello', {}).then(hear)
    const again = (): void => void ask('hall.hello', {}).then(hear)
    const deaf = [listen('queue', setView), listen('settings', again), listen('catalog', again)]
    const timer = setInterval(again, lost ? TRY_AGAIN_MS : GREET_AGAIN_MS)
    return () => {
      for (const stop of deaf) stop()
      clearInterval(timer)
    }
  }, [hear, lost])
  return { hello, view, lost, clock }
}

/** The hall's time, told anew each second. */
export function useSeconds(clock: Clock): Instant {
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 1_000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
