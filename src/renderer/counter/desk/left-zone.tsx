import { useEffect, useRef } from 'react'
import type { Hit, Output } from '#contract/calls.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { type SittingDesk, useSittingPart } from '../sitting/sitting-desk.ts'

export type DayLists = {
  readonly counts: Output<'day.counts'> | null
  readonly drafts: Output<'draft.list'>
  readonly recent: readonly Hit[]
}

type Props = DayLists & { readonly on: boolean; readonly desk: SittingDesk; readonly onOpen: (code: string) => void }

/** The left of the counter: the day in figures, what is half done, what was received last, and the key for the next one. */
export function LeftZone({ counts, drafts, recent, on, desk, onOpen }: Props) {
  // The draft on the desk is not offered again; when the sitting is over, the next citizen is the one thing to do.
  const open = useSittingPart(desk, sitting => sitting.draft?.id ?? null)
  const done = useSittingPart(desk, sitting => sitting.stage === 'done')
  const { words } = useWords()
  const kept = drafts.filter(draft => draft.id !== open).slice(0, 9)
  useKeys(Object.fromEntries(kept.map((draft, index) => [`Alt+${String(index + 1)}`, () => void desk.resume(draft.id)])), on)
  useKeys({ F2: desk.next }, on)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (done) next.current?.focus()
  }, [done])
  return (
    <nav className="zone zone-left" aria-label={words.left.title}>
      <section>
        <h2 className="zone-title">{words.left.today}</h2>
        <dl className="counts">
          <Count name={words.left.received} count={counts?.received} />
          <Count name={words.left.late} count={counts?.late} warn={(counts?.late ?? 0) > 0} />
        </dl>
      </section>
      {kept.length === 0 ? null : (
        <section className="left-list">
          <h2 className="zone-title">{words.left.drafts}</h2>
          <ul>
            {kept.map((draft, index) => (
              <li key={draft.id}>
                <button
                  type="button"
                  className="left-item"
                  aria-keyshortcuts={`Alt+${String(index + 1)}`}
                  onClick={() => void desk.resume(draft.id)}
                >
                  <span className="left-name">{draft.name}</span>
                  <span className="left-side">
                    <KeyCap name={`Alt+${String(index + 1)}`} /> {clockTime(draft.kept)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {recent.length === 0 ? null : (
        <section className="left-list left-recent">
          <h2 className="zone-title">{words.left.recent}</h2>
          <ul>
            {recent.slice(0, 6).map(hit => (
              <li key={hit.id}>
                <button type="button" className="left-item" onClick={() => onOpen(hit.code)}>
                  <span className="left-name">{hit.name}</span>
                  <span className="left-side number">
                    {hit.code.slice(-4)} · {clockTime(hit.received)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="left-next">
        <Action tone={done ? 'next' : 'plain'} name={words.left.next} shortcut="F2" act={desk.next} ref={next} />
      </div>
    </nav>
  )
}

const Count = ({ name, count, warn = false }: { readonly name: string; readonly count: number | undefined; readonly warn?: boolean }) => (
  <div className={warn ? 'count count-warn' : 'count'}>
    <dd>{count ?? '–'}</dd>
    <dt>
      {warn ? <span aria-hidden="true">▲ </span> : null}
      {name}
    </dt>
  </div>
)
