import { useCallback, useEffect, useState } from 'react'
import type { CallName, Input, Job, Output } from '#contract/calls.ts'
import type { HomeRow, HomeView } from '#contract/home.ts'
import type { HomeVisitId } from '#domain/home/home-visit.ts'
import type { OfficialId } from '#domain/kernel/id.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { type Day, addDays } from '#domain/kernel/time.ts'
import { ask } from '../../hatch.ts'
import { isOutcome, saveFile } from './home-files.ts'

/** What was done last, for the line that says so. */
export type HomeSaid =
  | { readonly kind: 'asked'; readonly name: string }
  | { readonly kind: 'carried' | 'outcome'; readonly file: Output<'home.carry'> }
  | { readonly kind: 'opened'; readonly route: Output<'home.open'> }
  | { readonly kind: 'imported'; readonly brought: Output<'home.import'> }
  | { readonly kind: 'joined'; readonly counts: Output<'home.join'> }

/** Visits at home as this counter has them, and everything that can be done with them. */
export function useHome() {
  const [view, setView] = useState<HomeView | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [chosen, setChosen] = useState<HomeVisitId | null>(null)
  const [said, setSaid] = useState<HomeSaid | null>(null)
  const [jobs, setJobs] = useState<readonly Job[]>([])

  const hear = useCallback((found: Result<HomeView>): void => {
    if (found.ok) setView(found.value)
    else setFaults(found.faults)
  }, [])
  useEffect(() => void ask('home.view', { day: null }).then(hear), [hear])
  const look = async (day: Day | null): Promise<void> => hear(await ask('home.view', { day }))

  /** Asks, and looks again: the board and the route follow from what was written. */
  const act = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> => {
    setSaid(null)
    const done = await ask(name, input)
    if (done.ok) await look(view?.day ?? null)
    return done
  }
  const say = <T>(done: Result<T>, then: (value: T) => void): void => {
    setFaults(done.ok ? [] : done.faults)
    if (done.ok) then(done.value)
  }
  const show = (day: Day): void => {
    setFaults([])
    setSaid(null)
    void look(day)
  }

  return {
    view,
    faults,
    said,
    jobs,
    setJobs,
    chosen: rowOf(view, chosen),
    choose: (visit: HomeVisitId): void => {
      setFaults([])
      setChosen(visit)
    },
    before: (): void => (view === null ? undefined : show(addDays(view.day, -1))),
    after: (): void => (view === null ? undefined : show(addDays(view.day, 1))),
    ask: async (request: Input<'home.ask'>['request']): Promise<readonly Fault[]> => {
      const asked = await act('home.ask', { request })
      if (!asked.ok) return asked.faults
      setChosen(asked.value.visit)
      setSaid({ kind: 'asked', name: request.name })
      return []
    },
    plan: async (plan: Input<'home.plan'>): Promise<readonly Fault[]> => {
      const planned = await ask('home.plan', plan)
      if (!planned.ok) return planned.faults
      setSaid(null)
      await look(plan.day)
      return []
    },
    end: async (end: Input<'home.end'>): Promise<readonly Fault[]> => {
      const ended = await act('home.end', end)
      return ended.ok ? [] : ended.faults
    },
    remind: async (visit: HomeVisitId): Promise<void> => say(await act('home.remind', { visit }), () => undefined),
    move: async (visit: HomeVisitId, by: 1 | -1): Promise<void> => say(await act('home.move', { visit, by }), () => undefined),
    settle: async (input: Input<'home.settle'>): Promise<void> => say(await act('home.settle', input), () => undefined),
    print: async (official: OfficialId, day: Day): Promise<void> =>
      say(await act('home.print', { day, official }), job => setJobs([...jobs, job])),
    carry: async (official: OfficialId, day: Day): Promise<void> =>
      say(await act('home.carry', { day, official }), file => {
        saveFile(file)
        setSaid({ kind: 'carried', file })
      }),
    outcome: async (official: OfficialId, day: Day): Promise<void> =>
      say(await act('home.outcome', { day, official }), file => {
        saveFile(file)
        setSaid({ kind: 'outcome', file })
      }),
    /** The table of a web form. */
    table: async (text: string): Promise<void> =>
      say(await act('home.import', { text }), brought => setSaid({ kind: 'imported', brought })),
    /** A file that came on a stick: a route that goes along, or outcomes that come back. */
    file: async (sealed: string): Promise<void> => {
      if (isOutcome(sealed)) return say(await act('home.join', { sealed }), counts => setSaid({ kind: 'joined', counts }))
      const opened = await act('home.open', { sealed })
      say(opened, route => setSaid({ kind: 'opened', route }))
      if (opened.ok) await look(opened.value.day)
    },
  }
}
export type HomeDeskOf = ReturnType<typeof useHome>

function rowOf(view: HomeView | null, visit: HomeVisitId | null): HomeRow | null {
  if (view === null || visit === null) return null
  const rows = [...view.routes.flatMap(({ stops }) => stops), ...view.open, ...view.missed, ...view.differing, ...view.remind]
  return rows.find(row => row.visit.visit === visit) ?? null
}
