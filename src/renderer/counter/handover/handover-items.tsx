import { type Ref, useEffect, useRef, useState } from 'react'
import type { DossierId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Description, Handover } from '#domain/post/handover.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { HandoverRow, type RowAsk } from './handover-row.tsx'

type Props = {
  readonly list: Handover
  readonly on: boolean
  /** Of signing, each at its item: `items.<dossier>`. */
  readonly faults: readonly Fault[]
  /** What came with this list and is not written down yet. */
  readonly unwritten: ReadonlySet<DossierId>
  readonly onType: (code: string) => void
  readonly onDescribe: (dossier: DossierId, said: Description) => Promise<readonly Fault[]>
  readonly onRemove: (dossier: DossierId, reason: string) => Promise<void>
  readonly onReceive: (dossier: DossierId) => void
}

/** The growing list, newest on top. */
export function HandoverItems({ list, on, faults, unwritten, onType, onDescribe, onRemove, onReceive }: Props) {
  const { words } = useWords()
  const [asked, setAsked] = useState<{ readonly dossier: DossierId; readonly what: RowAsk } | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const open = list.signed === null
  const newest = list.items.at(-1)?.dossier ?? null
  const items = [...list.items].reverse()
  const next = items.findLast(({ dossier }) => unwritten.has(dossier))?.dossier ?? null
  const ask = (dossier: DossierId | null, what: RowAsk): void =>
    setAsked(dossier === null || (asked?.dossier === dossier && asked.what === what) ? null : { dossier, what })
  const end = (): void => {
    setAsked(null)
    box.current?.focus()
  }
  useKeys({ 'Alt+X': () => ask(newest, 'leave'), 'Alt+M': () => ask(newest, 'describe') }, on && open && newest !== null)
  useKeys({ F8: () => (next === null ? undefined : onReceive(next)) }, on && next !== null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <>
      {open ? <TypeBox boxRef={box} onType={onType} /> : null}
      <div className="handover-scroll">
        <table className="handover-items">
          <thead>
            <tr>
              <th>{words.handover.number}</th>
              <th>{words.handover.code}</th>
              <th>{words.handover.owner}</th>
              <th>{words.handover['of.parcel']}</th>
              <th className="row-figure">{words.handover.weight}</th>
              <th className="row-figure">{words.handover['of.postage']}</th>
              <th className="row-figure">{list.direction === 'to-post' ? words.handover['of.cod'] : words.handover.fee}</th>
              <th className="row-figure">{words.handover.papers}</th>
              <th>
                <span className="unseen">{words.handover.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <HandoverRow
                key={item.dossier}
                item={item}
                number={items.length - index}
                direction={list.direction}
                open={open}
                isNewest={item.dossier === newest}
                asks={asked?.dossier === item.dossier && open ? asked.what : null}
                fault={faults.find(({ field }) => field === `items.${item.dossier}`)}
                receive={
                  unwritten.has(item.dossier)
                    ? { shortcut: item.dossier === next ? 'F8' : undefined, act: () => onReceive(item.dossier) }
                    : null
                }
                onAsk={what => ask(item.dossier, what)}
                onDescribe={said => onDescribe(item.dossier, said)}
                onRemove={reason => {
                  end()
                  void onRemove(item.dossier, reason)
                }}
                onEnd={end}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

type BoxProps = { readonly boxRef: Ref<HTMLInputElement>; readonly onType: (code: string) => void }

function TypeBox({ boxRef, onType }: BoxProps) {
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="handover-type"
      onSubmit={event => {
        event.preventDefault()
        onType(typed)
        setTyped('')
      }}
    >
      <label className="pick-ask">
        <span>{words.handover.type}</span>
        <input
          className="field-box number"
          ref={boxRef}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
        />
      </label>
    </form>
  )
}
