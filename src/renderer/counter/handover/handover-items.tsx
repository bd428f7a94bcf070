import { useEffect, useRef, useState } from 'react'
import type { DossierId } from '#domain/kernel/id.ts'
import type { Handover, HandoverItem } from '#domain/post/handover.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Outcome } from './handover-desk.ts'

type Props = {
  readonly list: Handover
  readonly outcome: Outcome | null
  readonly on: boolean
  readonly onType: (code: string) => void
  readonly onRemove: (dossier: DossierId, reason: string) => Promise<void>
}

/** The growing list, newest on top, and what the last scan came to. */
export function HandoverItems({ list, outcome, on, onType, onRemove }: Props) {
  const { words, say } = useWords()
  const [typed, setTyped] = useState('')
  const [leaving, setLeaving] = useState<DossierId | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const open = list.signed === null
  const newest = list.items.at(-1)?.dossier ?? null
  const askWhy = (dossier: DossierId | null): void => setLeaving(leaving === dossier ? null : dossier)
  useKeys({ 'Alt+X': () => askWhy(newest) }, on && open && newest !== null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <>
      {open ? (
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
              ref={box}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={event => setTyped(event.target.value)}
            />
          </label>
        </form>
      ) : null}
      <div className="handover-outcome" aria-live="assertive">
        {outcome?.item === null || outcome === null ? null : (
          <Band tone="good">
            {put(words.handover.added, { name: outcome.item.owner, code: outcome.item.code ?? outcome.item.parcel ?? '' })}
          </Band>
        )}
        {outcome?.faults.map(fault => (
          <Band tone={outcome.sound === 'double' ? 'warn' : 'wrong'} key={fault.code}>
            {say(fault)}
          </Band>
        ))}
      </div>
      <div className="handover-scroll">
        <table className="handover-items">
          <thead>
            <tr>
              <th>{words.handover.number}</th>
              <th>{words.handover.code}</th>
              <th>{words.handover.owner}</th>
              <th>{words.handover.procedure}</th>
              <th>{words.handover.papers}</th>
              <th>{words.handover.at}</th>
              <th>
                <span className="unseen">{words.handover.takeOff}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...list.items].reverse().map((item, index) => (
              <Row
                key={item.dossier}
                item={item}
                number={list.items.length - index}
                open={open}
                leaving={leaving === item.dossier}
                shortcut={item.dossier === newest ? 'Alt+X' : undefined}
                onAsk={() => askWhy(item.dossier)}
                onLeave={reason => {
                  setLeaving(null)
                  void onRemove(item.dossier, reason)
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

type RowProps = {
  readonly item: HandoverItem
  readonly number: number
  readonly open: boolean
  readonly leaving: boolean
  readonly shortcut: string | undefined
  readonly onAsk: () => void
  readonly onLeave: (reason: string) => void
}

function Row({ item, number, open, leaving, shortcut, onAsk, onLeave }: RowProps) {
  const { words } = useWords()
  const [reason, setReason] = useState('')
  return (
    <>
      <tr>
        <td className="number">{number}</td>
        <td className="number">{item.code}</td>
        <td>{item.owner}</td>
        <td>{item.procedure}</td>
        <td className="number">{item.papers}</td>
        <td className="number">{clockTime(item.added)}</td>
        <td>
          {open ? (
            <button
              type="button"
              className="row-off"
              aria-label={put(words.handover.takeOffOf, { code: item.code ?? item.owner })}
              aria-keyshortcuts={shortcut}
              onClick={onAsk}
            >
              {shortcut === undefined ? null : <KeyCap name={shortcut} />} ✕
            </button>
          ) : null}
        </td>
      </tr>
      {leaving ? (
        <tr>
          <td colSpan={7}>
            <form
              className="handover-why"
              onSubmit={event => {
                event.preventDefault()
                if (reason.trim() !== '') onLeave(reason.trim())
              }}
            >
              <label>
                <span>{words.handover.reason}</span> <WhyBox value={reason} onType={setReason} />
              </label>
              <Action
                name={words.handover.takeOff}
                shortcut="Enter"
                act={() => (reason.trim() === '' ? undefined : onLeave(reason.trim()))}
              />
            </form>
          </td>
        </tr>
      ) : null}
    </>
  )
}

function WhyBox({ value, onType }: { readonly value: string; readonly onType: (typed: string) => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return <input className="field-box" ref={box} value={value} maxLength={200} onChange={event => onType(event.target.value)} />
}
