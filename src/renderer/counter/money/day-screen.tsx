import { useCallback, useEffect, useState } from 'react'
import type { Job } from '#contract/calls.ts'
import type { DayMoney, MoneyAsked } from '#contract/money.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { type Day, addDays, dayOf } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { dayText } from '#words/paper.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import type { Official } from '../start/sign-in.tsx'
import { CashCount } from './cash-count.tsx'
import { ClosedDay } from './closed-day.tsx'
import { DayBooks } from './day-books.tsx'

type Props = {
  readonly official: Official
  readonly on: boolean
  readonly onOpen: (code: string) => void
  readonly onLeave: () => void
}

/** Does the money agree? The book on the left, the till on the right; one key closes the day and prints its sheet. */
export function DayScreen({ official, on, onOpen, onLeave }: Props) {
  const { words, say } = useWords()
  const [day, setDay] = useState<DayMoney | null>(null)
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const title = useArrival<HTMLHeadingElement>()
  const hear = useCallback((found: Result<DayMoney>): void => {
    if (found.ok) setDay(found.value)
    setFaults(found.ok ? [] : found.faults)
  }, [])
  useEffect(() => void ask('money.day', { day: null }).then(hear), [hear])
  const look = (at: Day): void => {
    setJobs([])
    void ask('money.day', { day: at }).then(hear)
  }
  const close = async (closing: MoneyAsked['close']): Promise<void> => {
    const closed = await ask('money.close', closing)
    if (closed.ok) {
      setDay(closed.value.day)
      setJobs([closed.value.job])
    }
    setFaults(closed.ok ? [] : closed.faults)
  }
  const before = day === null ? undefined : () => look(addDays(day.day, -1))
  const after = day === null || day.day >= dayOf(day.now) ? undefined : () => look(addDays(day.day, 1))
  useKeys({ Esc: onLeave, PageUp: before, PageDown: after }, on)
  return (
    <main className="page day-money">
      <header className="day-money-head">
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {day === null ? '' : put(words.dayMoney.title, { day: dayText(day.day) })}
        </h1>
        <Action name={words.dayMoney.before} shortcut="PageUp" off={before === undefined} act={() => before?.()} />
        <Action name={words.dayMoney.after} shortcut="PageDown" off={after === undefined} act={() => after?.()} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </header>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {day === null ? null : (
        <div className="day-money-halves">
          <DayBooks day={day} on={on} onOpen={onOpen} />
          {day.closed === null ? (
            <CashCount key={day.day} day={day} official={official} on={on} onClose={close} />
          ) : (
            <ClosedDay sheet={day.closed} jobs={jobs} on={on} onJobs={setJobs} />
          )}
        </div>
      )}
    </main>
  )
}
