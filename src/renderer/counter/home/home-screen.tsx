import { type ChangeEvent, useRef, useState } from 'react'
import type { HomeView } from '#contract/home.ts'
import type { Applicant } from '#domain/dossier/dossier.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { dayText } from '#words/paper.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { listKeys } from '../../parts/list-item.tsx'
import { weekdayText } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { JobList } from '../dossier/job-list.tsx'
import { useJobs } from '../dossier/use-jobs.ts'
import type { Official } from '../start/sign-in.tsx'
import { actsOf, neighbour, routeNow } from './home-acts.ts'
import { RouteList } from './home-route.tsx'
import { HomeTasks, tasksOf } from './home-tasks.tsx'
import { SaidBand } from './said-band.tsx'
import type { Typed } from './typed-home.ts'
import { type HomeDeskOf, useHome } from './use-home.ts'
import { type VisitActs, VisitPanel } from './visit-panel.tsx'
import { VisitSheet } from './visit-sheet.tsx'

type Props = {
  readonly official: Official
  readonly on: boolean
  /** The citizen sits at the table at home: the same sitting as at the counter. */
  readonly onSit: (applicant: Applicant) => void
  readonly onLeave: () => void
}
type Sheet = 'ask' | 'plan' | 'end' | null

/** Who is visited at home, when, and what was found at the door? Tasks on the left, the day's routes on the right. */
export function HomeScreen({ official, on, onSit, onLeave }: Props) {
  const { words, say } = useWords()
  const home = useHome()
  const { view, chosen } = home
  const [sheet, setSheet] = useState<Sheet>(null)
  const [asking, setAsking] = useState<Typed | null>(null)
  const title = useArrival<HTMLHeadingElement>()
  const picker = useRef<HTMLInputElement>(null)
  useJobs(home.jobs, home.setJobs)
  const route = routeNow(view, chosen, official)
  const acts = actsOf(home, chosen, { open: setSheet, sit: onSit })
  const pick = (step: 1 | -1): void => {
    const next = neighbour(view, chosen?.visit.visit ?? null, step)
    if (next !== null) home.choose(next)
  }
  const tasks = view === null ? [] : tasksOf(view)
  const isOpen = chosen !== null && homeStanding(chosen.visit).state === 'open'
  const onRoute = (act: ((official: NonNullable<typeof route>['official']['id'], day: HomeView['day']) => Promise<void>) | null) =>
    act === null || route === null || view === null ? undefined : () => void act(route.official.id, view.day)
  const print = onRoute(home.print)
  const carry = onRoute(route?.isTaken === false ? home.carry : null)
  const outcome = onRoute(route?.isTaken === true ? home.outcome : null)
  const open = (): void => picker.current?.click()
  useKeys(
    {
      ...listKeys(
        'Alt',
        tasks.map(
          ({ row }) =>
            () =>
              home.choose(row.visit.visit),
        ),
      ),
      Esc: onLeave,
      F2: () => setSheet('ask'),
      PageUp: home.before,
      PageDown: home.after,
      ArrowUp: () => pick(-1),
      ArrowDown: () => pick(1),
      F4: acts.sit,
      F9: isOpen ? acts.plan : acts.end,
      'Alt+P': isOpen ? undefined : acts.plan,
      'Alt+D': isOpen ? acts.end : undefined,
      'Alt+N': acts.remind,
      'Alt+X': acts.settle,
      'Alt+ArrowUp': acts.up,
      'Alt+ArrowDown': acts.down,
      'Ctrl+P': print,
      'Alt+M': carry,
      'Alt+K': outcome,
      'Alt+O': open,
    },
    on && sheet === null,
  )
  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file === undefined) return
    const text = await file.text()
    await (file.name.toLowerCase().endsWith('.kvhome') ? home.file(text) : home.table(text))
  }
  const leave = (): void => setSheet(null)
  const after = async (refused: Promise<readonly Fault[]>): Promise<readonly Fault[]> => {
    const faults = await refused
    if (faults.length === 0) leave()
    return faults
  }
  return (
    <main className="page home">
      <nav className="home-tasks" aria-label={words.homeScreen.tasks}>
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {words.homeScreen.title}
        </h1>
        <Action name={words.homeScreen.make} shortcut="F2" act={() => setSheet('ask')} />
        <div className="home-scroll">
          {view === null ? null : <HomeTasks view={view} chosen={chosen?.visit.visit ?? null} onChoose={home.choose} />}
        </div>
        <Action name={words.homeScreen.file} shortcut="Alt+O" act={open} />
        <input
          className="unseen"
          type="file"
          accept=".kvhome,.csv,.txt"
          tabIndex={-1}
          aria-label={words.homeScreen.file}
          ref={picker}
          onChange={event => void read(event)}
        />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </nav>
      <section className="home-day">
        {view === null || sheet !== null ? null : <DayHead view={view} home={home} print={print} carry={carry} outcome={outcome} />}
        {home.faults.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        {home.said === null ? null : <SaidBand said={home.said} />}
        {home.jobs.length === 0 || sheet !== null ? null : <JobList jobs={home.jobs} />}
        {sheet === null || view === null ? (
          <Day view={view} home={home} acts={acts} />
        ) : (
          <VisitSheet
            sheet={sheet}
            view={view}
            home={home}
            official={official}
            asking={asking}
            on={on}
            onAsking={setAsking}
            onDone={after}
            onLeave={leave}
          />
        )}
      </section>
    </main>
  )
}

type HeadProps = {
  readonly view: HomeView
  readonly home: HomeDeskOf
  readonly print: (() => void) | undefined
  readonly carry: (() => void) | undefined
  readonly outcome: (() => void) | undefined
}

function DayHead({ view, home, print, carry, outcome }: HeadProps) {
  const { words } = useWords()
  const say = words.homeScreen
  return (
    <header className="home-head">
      <h2 className="sheet-title">
        {weekdayText(view.day, words.time)} {dayText(view.day)}
        {view.day === view.today ? ` · ${words.time.today}` : ''}
      </h2>
      <Action name={say.before} shortcut="PageUp" act={home.before} />
      <Action name={say.after} shortcut="PageDown" act={home.after} />
      {print === undefined ? null : <Action name={say.print} shortcut="Ctrl+P" act={print} />}
      {carry === undefined ? null : <Action name={say.carry} shortcut="Alt+M" act={carry} />}
      {outcome === undefined ? null : <Action name={say.outcome} shortcut="Alt+K" act={outcome} />}
    </header>
  )
}

function Day({ view, home, acts }: { readonly view: HomeView | null; readonly home: HomeDeskOf; readonly acts: VisitActs }) {
  const { words } = useWords()
  if (view === null) return null
  return (
    <>
      <div className="home-routes">
        {view.routes.length === 0 ? (
          <div className="home-empty">
            <p>{words.homeScreen.empty}</p>
            <p className="quiet">{words.homeScreen.emptyHow}</p>
          </div>
        ) : null}
        {view.routes.map(route => (
          <RouteList key={route.official.id} route={route} chosen={home.chosen?.visit.visit ?? null} onChoose={home.choose} />
        ))}
      </div>
      {home.chosen === null ? null : <VisitPanel row={home.chosen} acts={acts} />}
    </>
  )
}
