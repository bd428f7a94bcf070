import { useCallback, useEffect, useState } from 'react'
import type { Figures, Hall } from '#contract/queue.ts'
import { type Fault, failureFault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { servedTable, withNow } from './chart.ts'
import { helpSaid, isHelpWanted } from './help-said.ts'
import { LineChart } from './line-chart.tsx'
import { minutesSince } from './line.ts'
import { useHallNow } from './line-zone.tsx'
import { type QueueDesk, useQueue } from './queue-desk.ts'
import { Sittings } from './sittings.tsx'

type Props = {
  readonly queue: QueueDesk
  /** Those that are offered: their codes stand in the figures. */
  readonly procedures: readonly Pick<Procedure, 'code' | 'name'>[]
  readonly on: boolean
  readonly onLeave: () => void
}

/** However fast the line moves, its figures are read no oftener. */
const READ_AGAIN_MS = 2_000

/** Where should I send help? The answer first, then the figures it rests on. */
export function SupervisorScreen({ queue, procedures, on, onLeave }: Props) {
  const { words, say, language } = useWords()
  const { hallPage } = words
  const { view, faults: others } = useQueue(queue)
  const now = useHallNow(queue)
  const { figures, faults } = useFigures(queue)
  const title = useArrival<HTMLHeadingElement>()
  const open = (window: 'display' | 'kiosk') => () => void queue.open(window)
  useKeys({ Esc: onLeave, 'Alt+M': open('display'), 'Alt+K': open('kiosk') }, on)
  const hall = view?.hall ?? null
  const helps = figures?.help.filter(isHelpWanted).slice(0, 3) ?? []
  return (
    <main className="page hall-page">
      <header className="hall-head">
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {hallPage.title}
        </h1>
        <span className="quiet">{hall === null ? '' : put(hallPage.refreshed, { time: clockTime(now) })}</span>
        <Action name={hallPage.display} shortcut="Alt+M" act={open('display')} />
        <Action name={hallPage.kiosk} shortcut="Alt+K" act={open('kiosk')} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </header>
      {[...faults, ...others].map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {view?.standing.silent === true ? (
        <Band tone="warn" live>
          {say(failureFault('voice.silent'))}
        </Band>
      ) : null}
      {hall === null || figures === null ? null : (
        <>
          <section className="hall-help" aria-live="polite">
            <h2 className="zone-title">{hallPage.where}</h2>
            {helps.length === 0 ? <Band tone="good">{hallPage.calm}</Band> : null}
            {helps.map((help, index) => (
              <Band tone={index === 0 ? 'warn' : 'plain'} key={help.service}>
                {helpSaid(help, hall, { words: hallPage, language })}
              </Band>
            ))}
          </section>
          <HallCounts figures={figures} hall={hall} now={now} />
          <div className="hall-halves">
            <LineChart line={withNow(figures.line, hall)} hall={hall} on={on} />
            <div>
              <ServedByHour figures={figures} hall={hall} />
              <Sittings sittings={figures.procedures} procedures={procedures} />
            </div>
          </div>
        </>
      )}
    </main>
  )
}

/** The figures of today, read again when the line moved. */
function useFigures(queue: QueueDesk): { readonly figures: Figures | null; readonly faults: readonly Fault[] } {
  const [read, setRead] = useState<{ readonly figures: Figures | null; readonly faults: readonly Fault[] }>({ figures: null, faults: [] })
  const look = useCallback(
    () =>
      ask('queue.figures', { day: null }).then(found =>
        setRead(before => (found.ok ? { figures: found.value, faults: [] } : { ...before, faults: found.faults })),
      ),
    [],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    void look()
    const stop = queue.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        void look()
      }, READ_AGAIN_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queue, look])
  return read
}

type HallFigures = { readonly figures: Figures; readonly hall: Hall }

function HallCounts({ figures, hall, now }: HallFigures & { readonly now: Instant }) {
  const { words } = useWords()
  const since = hall.services.flatMap(({ since: first }) => (first === null ? [] : [first])).toSorted((a, b) => a - b)[0]
  const whole = (minutes: number | null): string => (minutes === null ? '–' : String(Math.round(minutes)))
  const counts = [
    ['waiting', String(hall.services.reduce((sum, { waiting }) => sum + waiting, 0))],
    ['longestNow', since === undefined ? '0' : String(minutesSince(since, now))],
    ['longest', whole(figures.longestWait)],
    ['meanWait', whole(figures.meanWait)],
    ['taken', String(figures.taken)],
    ['served', String(figures.served)],
    ['abandoned', String(figures.abandoned)],
    ['promised', figures.promised === null ? '–' : `${String(Math.round(figures.promised * 100))} %`],
  ] as const
  return (
    <dl className="hall-counts">
      {counts.map(([what, count]) => (
        <div key={what}>
          <dd>{count}</dd>
          <dt>{words.hallPage[what]}</dt>
        </div>
      ))}
    </dl>
  )
}

function ServedByHour({ figures, hall }: HallFigures) {
  const { words } = useWords()
  const { columns, rows } = servedTable(figures.hours)
  const nameOf = (counter: number): string => hall.counters.find(({ number }) => number === counter)?.name ?? String(counter)
  return (
    <section>
      <h2 className="zone-title" id="hall-hours">
        {words.hallPage.hours}
      </h2>
      {rows.length === 0 ? (
        <p className="quiet">{words.hallPage.none}</p>
      ) : (
        <table className="hall-table" aria-labelledby="hall-hours">
          <thead>
            <tr>
              <th scope="col">{words.hallPage.counter}</th>
              {columns.map(hour => (
                <th scope="col" key={hour}>
                  {put(words.hallPage.hour, { hour })}
                </th>
              ))}
              <th scope="col">{words.hallPage.sum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ counter, cells, total }) => (
              <tr key={counter}>
                <th scope="row">{nameOf(counter)}</th>
                {cells.map((served, index) => (
                  <td key={columns[index]}>{served}</td>
                ))}
                <td>
                  <strong>{total}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
