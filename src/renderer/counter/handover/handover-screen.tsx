import { useState } from 'react'
import type { Weighed } from '#contract/calls.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { ListItem, listKey, listKeys } from '../../parts/list-item.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useScans } from '../../parts/use-scans.tsx'
import { useWords } from '../../parts/use-words.tsx'
import type { Official } from '../start/sign-in.tsx'
import { NewList } from './new-list.tsx'
import { OpenList } from './open-list.tsx'
import { type TypedBrought, blankBrought } from './typed-item.ts'
import { useHandover } from './use-handover.ts'

type Props = {
  readonly officials: readonly Official[]
  readonly official: Official
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly now: Instant
  readonly on: boolean
  /** What the Post brought is to be written down. */
  readonly onReceive: (weighed: Weighed) => void
  readonly onLeave: () => void
}

/** What is still missing on this list? Scan, scan, scan; the count is huge; two signatures at the bottom. */
export function HandoverScreen({ officials, official, procedures, favourites, now, on, onReceive, onLeave }: Props) {
  const { words } = useWords()
  const desk = useHandover()
  const { state, list } = desk
  const [opening, setOpening] = useState(false)
  const [typed, setTyped] = useState<TypedBrought>(blankBrought)
  useScans(text => void desk.scan(text), list !== null && list.signed === null)
  const lists = state.lines.slice(0, 12)
  const choose = (id: (typeof lists)[number]['id']): void => {
    setOpening(false)
    desk.choose(id)
  }
  const chooses = lists.map(
    ({ id }) =>
      () =>
        choose(id),
  )
  const isTyping = state.brings !== null && !opening
  useKeys({ ...listKeys('Alt', chooses), Esc: onLeave, ...(isTyping ? {} : { F2: () => setOpening(true) }) }, on)
  const making = opening || (state.chosen === null && state.lines.every(one => one.signed !== null))
  return (
    <main className="page handover">
      <nav className="handover-lists" aria-label={words.handover.lists}>
        <h1 className="sheet-title">{words.handover.title}</h1>
        <Action name={words.handover.make} shortcut="F2" act={() => setOpening(true)} />
        <ul>
          {lists.map((one, index) => (
            <li key={one.id}>
              <ListItem
                name={one.code}
                isNumber
                isCurrent={one.id === state.chosen}
                side={`${one.corrects === null ? '' : '▲ '}${put(words.handover.items, { count: one.count })} · ${one.signed === null ? words.handover.open : `✔ ${clockTime(one.signed)}`}`}
                shortcut={listKey('Alt', index)}
                act={() => choose(one.id)}
              />
            </li>
          ))}
        </ul>
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </nav>
      <section className="handover-list">
        {making ? (
          <NewList
            on={on}
            onOpen={async input => {
              await desk.open(input)
              setOpening(false)
            }}
            onLeave={list === null ? onLeave : () => setOpening(false)}
          />
        ) : null}
        {!making && list !== null ? (
          <OpenList
            key={list.id}
            desk={desk}
            list={list}
            officials={officials}
            official={official}
            procedures={procedures}
            favourites={favourites}
            typed={typed}
            now={now}
            on={on}
            onType={next => setTyped(next ?? blankBrought)}
            onReceive={onReceive}
          />
        ) : null}
      </section>
    </main>
  )
}
