import type { HallHello } from '#contract/hall-window.ts'
import type { QueueView } from '#contract/queue.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { wallWords as words } from '#words/wall.ts'
import { clockTime, weekdayText } from '../parts/say-figures.ts'
import { useHall, useSeconds } from '../use-hall.ts'
import { Called } from './called.tsx'
import { LastCalls } from './last-calls.tsx'
import { Notices } from './notices.tsx'
import { useCalls } from './use-calls.ts'
import { useVoice } from './use-voice.ts'
import { Waiting } from './waiting.tsx'

type Greeted = Extract<HallHello, { setUp: true }>

/** A call is new for so long: time enough to stand up and look again. */
const NEW_MS = 20_000
const LAST = 4

/** The window on the wall of the hall: whose turn is it? */
export function Wall() {
  const { hello, view, lost, clock } = useHall()
  const greeted = hello?.setUp === true ? hello : null
  const voice = useVoice(greeted?.voice ?? null, clock)
  const calls = useCalls(view, clock, voice)
  const now = useSeconds(clock)
  if (hello === null) return null
  if (greeted === null || view === null) return <main className="wall-still">{words.noSetUp}</main>
  const [newest, ...before] = calls
  const isNew = (heard: Instant): boolean => now - heard < NEW_MS
  return (
    <main className="wall">
      <Head office={greeted.office} now={now} />
      <Called call={newest ?? null} isNew={newest !== undefined && isNew(newest.heard)} />
      <LastCalls calls={before.slice(0, LAST)} isNew={isNew} />
      <Waiting services={view.hall.services} />
      <Foot greeted={greeted} view={view} silent={voice.fault !== null} lost={lost} />
    </main>
  )
}

const Head = ({ office, now }: { readonly office: Greeted['office']; readonly now: Instant }) => (
  <header className="wall-head">
    <h1 className="wall-office">{office.name}</h1>
    <div className="wall-time">
      <span className="wall-day">
        {weekdayText(dayOf(now), words)} {dayText(dayOf(now))}
      </span>
      <time className="wall-clock">{clockTime(now)}</time>
    </div>
  </header>
)

type FootProps = { readonly greeted: Greeted; readonly view: QueueView; readonly silent: boolean; readonly lost: boolean }

/** One line of notices, and quietly what is not as it should be. */
function Foot({ greeted, view, silent, lost }: FootProps) {
  const { joined, since } = view.standing
  const signs = [
    ...(silent ? [words.silent] : []),
    ...(lost ? [words.lost] : []),
    ...(joined ? [] : [since === null ? words.away : put(words.awaySince, { time: clockTime(since) })]),
  ]
  return (
    <footer className="wall-foot">
      {signs.map(sign => (
        <p className="wall-sign" key={sign}>
          <span aria-hidden="true">○ </span>
          {sign}
        </p>
      ))}
      <Notices notices={greeted.notices.length === 0 ? [silent ? words.watch : words.please] : greeted.notices} />
    </footer>
  )
}
