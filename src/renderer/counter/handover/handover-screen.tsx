import { useState } from 'react'
import type { Instant } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { ListItem, listKey, listKeys } from '../../parts/list-item.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useScans } from '../../parts/use-scans.tsx'
import { useWords } from '../../parts/use-words.tsx'
import type { Official } from '../start/sign-in.tsx'
import { HandoverItems } from './handover-items.tsx'
import { NewList } from './new-list.tsx'
import { SignedBand } from './signed-band.tsx'
import { Signatures, isSignerFault } from './signatures.tsx'
import { useHandover } from './use-handover.ts'

type Props = {
  readonly officials: readonly Official[]
  readonly official: Official
  readonly now: Instant
  readonly on: boolean
  readonly onLeave: () => void
}

/** What is still missing on this list? Scan, scan, scan; the count is huge; two signatures at the bottom. */
export function HandoverScreen({ officials, official, now, on, onLeave }: Props) {
  const { words, say } = useWords()
  const desk = useHandover()
  const { state, list } = desk
  const [opening, setOpening] = useState(false)
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
  useKeys({ ...listKeys('Alt', chooses), Esc: onLeave, F2: () => setOpening(true) }, on)
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
                side={`${put(words.handover.items, { count: one.count })} · ${one.signed === null ? words.handover.open : `✔ ${clockTime(one.signed)}`}`}
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
          <>
            <header className="handover-head">
              <div>
                <h2 className="sheet-title number">{list.code}</h2>
                <p>
                  {words.direction[list.direction]} · {list.partner}
                </p>
                <p className="quiet">{put(words.handover.openedAt, { time: clockTime(list.opened) })}</p>
              </div>
              <p className="handover-count" aria-live="polite">
                <span className="handover-number">{list.items.length}</span>
                <span>{words.handover.onList}</span>
              </p>
            </header>
            {state.faults
              .filter(fault => !isSignerFault(fault))
              .map(fault => (
                <Band tone="wrong" key={fault.code} live>
                  {say(fault)}
                </Band>
              ))}
            <HandoverItems
              key={list.id}
              list={list}
              on={on}
              outcome={state.outcome}
              onType={code => void desk.scan(code)}
              onRemove={desk.remove}
            />
            {list.signed === null ? (
              <Signatures
                key={`sign-${list.id}`}
                officials={officials}
                official={official}
                on={on && list.items.length > 0}
                faults={state.faults}
                onSign={desk.sign}
              />
            ) : (
              <SignedBand list={list} signed={list.signed} now={now} on={on} />
            )}
          </>
        ) : null}
      </section>
    </main>
  )
}
