import { Fragment, useCallback, useEffect, useRef, useState } from 'react'
import type { ParcelLine } from '#contract/post.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { fold } from '#domain/kernel/text.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { dayText, moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { type Words, useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { MoveForm } from './move-form.tsx'
import { PostFile } from './post-file.tsx'

type Props = { readonly now: Instant; readonly on: boolean; readonly onLeave: () => void }

/** What of ours is with the Post, and what is to be done about it? Tasks first; one row is current, Enter opens it. */
export function ParcelsScreen({ now, on, onLeave }: Props) {
  const { words, say } = useWords()
  const [lines, setLines] = useState<readonly ParcelLine[] | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const box = useArrival<HTMLInputElement>()
  const hear = useCallback((found: Result<ParcelLine[]>): void => {
    if (found.ok) setLines(found.value)
    setFaults(found.ok ? [] : found.faults)
  }, [])
  useEffect(() => void ask('post.parcels', {}).then(hear), [hear])
  const look = (): void => void ask('post.parcels', {}).then(hear)
  const parts = fold(typed).split(' ')
  const shown = (lines ?? []).filter(line => {
    const text = fold(textOf(line, words))
    return parts.every(part => text.includes(part))
  })
  const current = Math.min(at, shown.length - 1)
  const go = (step: number): void => setAt(Math.max(0, Math.min(current + step, shown.length - 1)))
  const here = shown[current]
  const openRow = (): void => {
    if (here === undefined) return
    setDone(null)
    setOpen(keyOf(here))
  }
  const closeRow = (): void => {
    setOpen(null)
    box.current?.focus()
  }
  useKeys(
    { Esc: onLeave, ArrowDown: () => go(1), ArrowUp: () => go(-1), Enter: openRow, F4: () => picker.current?.click() },
    on && open === null && file === null,
  )
  if (file !== null) {
    return (
      <PostFile
        file={file}
        on={on}
        onLeave={() => {
          setFile(null)
          look()
        }}
      />
    )
  }
  return (
    <main className="page post-page">
      <header className="post-head">
        <h1 className="sheet-title">{words.parcels.title}</h1>
        <label className="post-filter">
          <span>{words.parcels.filter}</span>
          <input
            className="field-box"
            ref={box}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={event => {
              setTyped(event.target.value)
              setAt(0)
            }}
          />
        </label>
        <Action name={words.parcels.import} shortcut="F4" act={() => picker.current?.click()} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
        <input
          type="file"
          ref={picker}
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={words.parcels.import}
          onChange={event => {
            setFile(event.target.files?.[0] ?? null)
            event.target.value = ''
          }}
        />
      </header>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {done === null ? null : (
        <Band tone="good" live>
          {done}
        </Band>
      )}
      {lines !== null && shown.length === 0 ? (
        <p className="quiet">{lines.length === 0 ? words.parcels.none : words.parcels.noneFound}</p>
      ) : null}
      <div className="post-scroll">
        <table className="handover-items">
          <thead>
            <tr>
              {(['task', 'what', 'state', 'deadline', 'money'] as const).map(name => (
                <th key={name}>{words.parcels[name]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              <Fragment key={keyOf(line)}>
                <tr
                  ref={index === current ? element => element?.scrollIntoView({ block: 'nearest' }) : null}
                  className={index === current ? 'post-current' : undefined}
                  aria-current={index === current || undefined}
                  onClick={() => setAt(index)}
                  onDoubleClick={openRow}
                >
                  <td className={line.task === null ? 'quiet' : 'post-task'}>{words.parcelTask[line.task ?? 'none']}</td>
                  <td>
                    <strong>{line.item.owner}</strong>
                    <br />
                    <span className="number quiet">{[line.item.code, line.item.parcel].filter(name => name !== null).join(' · ')}</span>
                  </td>
                  <td className={line.parcel.state === 'lost' ? 'post-wrong' : undefined}>
                    {stateText(line, words)}
                    {line.parcel.reason === null ? null : <span className="quiet"> · {line.parcel.reason}</span>}
                  </td>
                  <td className={isLate(line, now) ? 'post-late' : undefined}>{deadlineText(line, now, words)}</td>
                  <td className="number">
                    {line.item.cod > 0 ? moneyText(line.item.cod) : ''}
                    {line.owed > 0 ? <span className="post-late"> {put(words.parcels.owed, { money: moneyText(line.owed) })}</span> : null}
                  </td>
                </tr>
                {open === keyOf(line) ? (
                  <tr>
                    <td colSpan={5}>
                      <MoveForm
                        line={line}
                        now={now}
                        onLeave={closeRow}
                        onMoved={moved => {
                          setDone(put(words.parcels.kept, { name: moved.item.owner, state: stateText(moved, words) }))
                          closeRow()
                          look()
                        }}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {here === undefined ? null : (
        <div className="sheet-actions">
          <Action tone="next" name={words.parcels.open} shortcut="Enter" act={openRow} />
        </div>
      )}
    </main>
  )
}

const keyOf = ({ parcel }: ParcelLine): string => `${parcel.handover} ${parcel.dossier}`

const stateText = ({ parcel }: ParcelLine, { parcelState }: Words['words']): string =>
  put(parcelState[parcel.state], { count: parcel.tries, name: parcel.receiver ?? '' })

const textOf = (line: ParcelLine, words: Words['words']): string =>
  [line.item.owner, line.item.code, line.item.parcel, stateText(line, words), words.parcelTask[line.task ?? 'none']].join(' ')

const isLate = ({ deadline }: ParcelLine, now: Instant): boolean => deadline !== null && deadline < dayOf(now)

function deadlineText(line: ParcelLine, now: Instant, { parcels }: Words['words']): string {
  if (line.deadline === null) return ''
  const day = dayText(line.deadline)
  return isLate(line, now) ? `▲ ${put(parcels.late, { day })}` : day
}
