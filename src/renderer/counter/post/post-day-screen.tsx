import { useRef, useState } from 'react'
import type { PostDay } from '#contract/post.ts'
import { type Holding, type PostClosed, differenceKey } from '#domain/post/reconcile.ts'
import { dayText, moneyText, timeText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useScans } from '../../parts/use-scans.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { DifferenceList } from './difference-list.tsx'
import { usePostDay } from './use-post-day.ts'

type Props = { readonly on: boolean; readonly onLeave: () => void }

const KNOWN_PLACES = ['office', 'post', 'citizen'] as const

/** Is everything somewhere? Scan what lies here; whatever is unclear needs a reason before the day is closed. */
export function PostDayScreen({ on, onLeave }: Props) {
  const { words, say } = useWords()
  const desk = usePostDay()
  const { day, counted, last } = desk
  const [typed, setTyped] = useState('')
  const box = useArrival<HTMLInputElement>()
  const page = useRef<HTMLElement>(null)
  const isOpen = day !== null && day.closed === null
  useScans(desk.scan, on && isOpen)
  const close = async (): Promise<void> => {
    const [first] = await desk.close()
    if (first?.field === undefined) return
    page.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(first.field)}"] input`)?.focus()
  }
  useKeys(
    {
      Esc: onLeave,
      F9: isOpen ? () => void close() : undefined,
      'Alt+X': isOpen && counted.length > 0 ? desk.takeBack : undefined,
    },
    on,
  )
  const keys = new Set((day?.differences ?? []).map(differenceKey))
  const here = (day?.holdings ?? []).filter(({ place }) => place === 'office')
  const isFound = ({ code, parcel }: Holding): boolean => [code, parcel].some(name => name !== null && counted.includes(name))
  return (
    <main className="page post-page" ref={page}>
      <header className="post-head">
        <h1 className="sheet-title">{day === null ? '' : put(words.postDay.title, { day: dayText(day.day) })}</h1>
        {isOpen ? <Action tone="next" name={words.postDay.close} shortcut="F9" act={() => void close()} /> : null}
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </header>
      {desk.faults
        .filter(({ field }) => field === undefined || !keys.has(field))
        .map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
      {day === null || day.closed === null ? (
        <div className="post-count">
          <form
            className="post-scan"
            onSubmit={event => {
              event.preventDefault()
              desk.scan(typed)
              setTyped('')
            }}
          >
            <label className="pick-ask">
              <span>{words.postDay.scan}</span>
              <input
                className="field-box number"
                ref={box}
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={event => setTyped(event.target.value)}
              />
            </label>
            <p className={last?.sound === 'foreign' ? 'post-wrong' : 'quiet'} aria-live="assertive">
              {last === null ? '' : put(words.postDay[last.sound], { name: last.name })}
            </p>
            {counted.length === 0 ? null : <Action tone="quiet" name={words.postDay.off} shortcut="Alt+X" act={desk.takeBack} />}
          </form>
          <p className="handover-count" aria-live="polite">
            <span className="handover-number">
              {here.filter(isFound).length}/{here.length}
            </span>
            <span>{words.postDay.found}</span>
          </p>
        </div>
      ) : (
        <ClosedPostDay closed={day.closed} />
      )}
      {day === null ? null : (
        <p className={day.owed > 0 ? 'post-late' : 'quiet'}>{put(words.postDay.owed, { money: moneyText(day.owed) })}</p>
      )}
      {day === null ? null : (
        <div className="post-columns">
          {KNOWN_PLACES.map(place => (
            <Column key={place} place={place} holdings={day.holdings} isFound={isFound} />
          ))}
          {day.closed === null ? (
            <section aria-label={words.postDay.unclear}>
              <h2 className="zone-title">
                {words.postDay.unclear} ({day.differences.length})
              </h2>
              {day.differences.length === 0 ? <p className="quiet">✔ {words.postDay.clear}</p> : null}
              <DifferenceList differences={day.differences} reasons={desk.reasons} faults={desk.faults} onReason={desk.give} />
            </section>
          ) : null}
        </div>
      )}
    </main>
  )
}

type ColumnProps = {
  readonly place: (typeof KNOWN_PLACES)[number]
  readonly holdings: PostDay['holdings']
  readonly isFound: (one: Holding) => boolean
}

function Column({ place, holdings, isFound }: ColumnProps) {
  const { words } = useWords()
  const all = holdings.filter(one => one.place === place)
  return (
    <section aria-label={words.postDay[place]}>
      <h2 className="zone-title">
        {words.postDay[place]} ({all.length})
      </h2>
      {all.length === 0 ? <p className="quiet">{words.postDay.none}</p> : null}
      <ul>
        {all.map(one => (
          <li key={`${one.handover ?? ''} ${one.dossier}`}>
            <strong>
              {isFound(one) ? '✔ ' : ''}
              {one.owner}
            </strong>
            <span className="number quiet">
              {one.code ?? one.parcel ?? ''}
              {one.deadline === null ? '' : ` · ${put(words.postDay.deadline, { day: dayText(one.deadline) })}`}
              {one.owed === 0 ? '' : ` · ${moneyText(one.owed)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The closed day as a fact: who, when, where everything was, and every reason. */
function ClosedPostDay({ closed }: { readonly closed: PostClosed }) {
  const { words } = useWords()
  return (
    <>
      <Band tone="good" live>
        {put(words.postDay.closed, { name: closed.official.name, time: timeText(closed.at) })}
        <br />
        {put(words.postDay.counts, closed.counts)}
      </Band>
      <ul className="said">
        {closed.differences.map(one => (
          <li key={differenceKey(one)}>
            <strong className="number">{one.name}</strong> · {put(words.difference[one.kind], { money: moneyText(Math.abs(one.vnd)) })}:{' '}
            {one.reason}
          </li>
        ))}
      </ul>
    </>
  )
}
