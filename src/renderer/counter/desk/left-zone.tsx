import { useEffect, useRef } from 'react'
import type { Hit, Output } from '#contract/calls.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { ListItem, listKey, listKeys } from '../../parts/list-item.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { LineZone } from '../queue/line-zone.tsx'
import { type QueueDesk, useQueue } from '../queue/queue-desk.ts'
import { type SittingDesk, useSittingPart } from '../sitting/sitting-desk.ts'

export type DayLists = {
  readonly counts: Output<'day.counts'> | null
  readonly drafts: Output<'draft.list'>
  readonly recent: readonly Hit[]
}

type Props = DayLists & {
  readonly on: boolean
  readonly desk: SittingDesk
  readonly queue: QueueDesk
  /** How many may go first in a row. */
  readonly k: number
  readonly onOpen: (code: string) => void
  readonly onNext: () => void
  readonly onList: () => void
  readonly onDayEnd: () => void
}

/** The left of the counter: who waits, the day in figures, what is half done, what was received last, and the key for the next one. */
export function LeftZone({ counts, drafts, recent, on, desk, queue, k, onOpen, onNext, onList, onDayEnd }: Props) {
  // The draft on the desk is not offered again; when the sitting is over, the next citizen is the one thing to do.
  const open = useSittingPart(desk, sitting => sitting.draft?.id ?? null)
  const done = useSittingPart(desk, sitting => sitting.stage === 'done')
  const seated = useSittingPart(desk, sitting => sitting.stage !== 'empty' || sitting.handsIn !== null)
  const { held, view } = useQueue(queue)
  const isAwaited = !seated && held === null && (view?.hall.tickets.some(({ state }) => state === 'waiting') ?? false)
  const { words } = useWords()
  const kept = drafts.filter(draft => draft.id !== open).slice(0, 9)
  const last = recent.slice(0, held === null && !isAwaited ? 6 : 3)
  const resumes = kept.map(draft => () => void desk.resume(draft.id))
  const opens = last.map(hit => () => onOpen(hit.code))
  useKeys({ ...listKeys('Alt', resumes), ...listKeys('Ctrl', opens), F2: onNext }, on)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (done) next.current?.focus()
  }, [done])
  return (
    <nav className="zone zone-left" aria-label={words.left.title}>
      <div className="left-scroll">
        <LineZone queue={queue} k={k} seated={seated} on={on} onList={onList} onDayEnd={onDayEnd} />
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
                  <ListItem
                    name={draft.name}
                    side={clockTime(draft.kept)}
                    shortcut={listKey('Alt', index)}
                    act={() => void desk.resume(draft.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {recent.length === 0 ? null : (
          <section className="left-list left-recent">
            <h2 className="zone-title">{words.left.recent}</h2>
            <ul>
              {last.map((hit, index) => (
                <li key={hit.id}>
                  <ListItem
                    name={hit.name}
                    side={
                      <span className="number">
                        {hit.code.slice(-4)} · {clockTime(hit.received)}
                      </span>
                    }
                    shortcut={listKey('Ctrl', index)}
                    act={() => onOpen(hit.code)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="left-next">
        <Action
          tone={done || isAwaited ? 'next' : 'plain'}
          name={held === null ? words.queue.next : put(words.queue.doneNext, { number: held.ticket.number })}
          shortcut="F2"
          act={onNext}
          ref={next}
        />
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
