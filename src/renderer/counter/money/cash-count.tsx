import { useState } from 'react'
import type { DayMoney, MoneyAsked } from '#contract/money.ts'
import { NOTES, countedCash } from '#domain/money/day.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Official } from '../start/sign-in.tsx'
import { type TypedCounts, readAmount, readCount, readCounts } from './typed-count.ts'

type Props = {
  readonly day: DayMoney
  readonly official: Official
  readonly on: boolean
  readonly onClose: (closing: MoneyAsked['close']) => Promise<void>
}

/** Counts the till note by note; the difference stands there while it is typed, and a reason is asked only when there is one. */
export function CashCount({ day, official, on, onClose }: Props) {
  const { words } = useWords()
  const { dayMoney } = words
  const [opening, setOpening] = useState('')
  const [counts, setCounts] = useState<TypedCounts>({})
  const [taker, setTaker] = useState('')
  const [reason, setReason] = useState('')
  const start = readAmount(opening)
  const counted = readCounts(counts)
  const expected = start === null ? null : start + day.cash
  const difference = expected === null || counted === null ? null : countedCash(counted) - expected
  const close = (): void => {
    if (start !== null && counted !== null) void onClose({ day: day.day, opening: start, counted, taker, reason })
  }
  useKeys({ F9: close }, on)
  return (
    <section className="cash-count" aria-label={dayMoney.till}>
      <h2 className="form-heading">{dayMoney.till}</h2>
      <label className="cash-row">
        <span>{dayMoney.opening}</span>
        <input
          className="field-box number"
          value={opening}
          inputMode="numeric"
          aria-invalid={start === null}
          aria-describedby={start === null ? 'opening-fault' : undefined}
          onChange={event => setOpening(event.target.value)}
        />
      </label>
      {start === null ? (
        <p className="form-fault" id="opening-fault">
          ✖ {dayMoney.badAmount}
        </p>
      ) : null}
      <NoteTable counts={counts} onCount={(note, typed) => setCounts({ ...counts, [note]: typed })} />
      {counted === null ? (
        <p className="form-fault" role="alert">
          ✖ {dayMoney.badCount}
        </p>
      ) : null}
      <dl className="cash-sums" aria-live="polite">
        <div>
          <dt>{dayMoney.expected}</dt>
          <dd>{expected === null ? '?' : shown(expected)}</dd>
        </div>
        <div>
          <dt>{dayMoney.counted}</dt>
          <dd>{counted === null ? '?' : shown(countedCash(counted))}</dd>
        </div>
        <div className={difference === 0 ? 'cash-even' : 'cash-odd'}>
          <dt>{dayMoney.difference}</dt>
          <dd>{differenceText(difference, dayMoney.even)}</dd>
        </div>
      </dl>
      {difference === 0 ? null : (
        <label className="cash-row">
          <span>{dayMoney.reason}</span>
          <input className="field-box" value={reason} maxLength={500} onChange={event => setReason(event.target.value)} />
        </label>
      )}
      <p className="cash-row">
        <span>{dayMoney.collector}</span> <strong>{official.name}</strong>
      </p>
      <label className="cash-row">
        <span>{dayMoney.taker}</span>
        <input className="field-box" value={taker} maxLength={120} autoComplete="off" onChange={event => setTaker(event.target.value)} />
      </label>
      <Action tone="next" name={dayMoney.close} shortcut="F9" act={close} />
      <p className="quiet cash-final">{dayMoney.final}</p>
    </section>
  )
}

const shown = (vnd: number): string => (vnd < 0 ? `−${moneyText(-vnd)}` : moneyText(vnd))

function differenceText(difference: number | null, even: string): string {
  if (difference === null) return '✖ ?'
  return difference === 0 ? `✔ ${even}` : `▲ ${shown(difference)}`
}

type NoteProps = { readonly counts: TypedCounts; readonly onCount: (note: number, typed: string) => void }

function NoteTable({ counts, onCount }: NoteProps) {
  const { words } = useWords()
  return (
    <table className="money-table cash-notes">
      <thead>
        <tr>
          <th scope="col">{words.dayMoney.note}</th>
          <th scope="col">{words.dayMoney.sheets}</th>
          <th scope="col">{words.dayMoney.amount}</th>
        </tr>
      </thead>
      <tbody>
        {NOTES.map(note => {
          const count = readCount(counts[note] ?? '')
          return (
            <tr key={note}>
              <th scope="row">{moneyText(note)}</th>
              <td>
                <input
                  className="field-box number"
                  aria-label={put(words.dayMoney.countOf, { note: moneyText(note) })}
                  aria-invalid={count === null}
                  value={counts[note] ?? ''}
                  inputMode="numeric"
                  onChange={event => onCount(note, event.target.value)}
                />
              </td>
              <td>{count === null ? '?' : moneyText(note * count)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
