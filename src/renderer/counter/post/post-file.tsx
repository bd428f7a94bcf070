import { useEffect, useRef, useState } from 'react'
import type { PostFileLooked, PostFileTaken } from '#contract/post.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { fold } from '#domain/kernel/text.ts'
import { type ColumnMapping, PostState } from '#domain/post/column-mapping.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { keyed } from '../../parts/keyed.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { TakenFile } from './taken-file.tsx'

type Props = { readonly file: File; readonly on: boolean; readonly onLeave: () => void }

/** A mapping that may still lack something. */
type Mapped = PostFileLooked['guess']

const FIELDS = ['number', 'state', 'at', 'receiver', 'reason', 'cod'] as const
const NEEDED: ReadonlySet<string> = new Set(['number', 'state', 'at'])
const MEANINGS = [...PostState.options, 'skip'] as const

/** Which column says what, and what the Post's own words mean: proposed, chosen by the keyboard, then taken down with one key. */
export function PostFile({ file, on, onLeave }: Props) {
  const { words, say } = useWords()
  const [bytes, setBytes] = useState<string | null>(null)
  const [looked, setLooked] = useState<PostFileLooked | null>(null)
  const [mapping, setMapping] = useState<Mapped>({ states: {} })
  const [taken, setTaken] = useState<PostFileTaken | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [missing, setMissing] = useState(false)
  const begin = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    void read(file).then(async text => {
      setBytes(text)
      const found = await ask('post.look', { bytes: text, state: null })
      setFaults(found.ok ? [] : found.faults)
      if (!found.ok) return
      setLooked(found.value)
      setMapping(found.value.guess)
    })
  }, [file])
  const isLooked = looked !== null
  useEffect(() => {
    if (isLooked) begin.current?.focus()
  }, [isLooked])
  const choose = async (field: (typeof FIELDS)[number], text: string): Promise<void> => {
    const { [field]: _before, ...rest } = mapping
    const column = text === '' ? null : Number(text)
    setMapping(column === null ? rest : { ...mapping, [field]: column })
    if (field !== 'state' || column === null || bytes === null) return
    const found = await ask('post.look', { bytes, state: column })
    if (!found.ok) return setFaults(found.faults)
    setLooked(found.value)
    setMapping(before => ({ ...before, state: column, states: { ...found.value.guess.states, ...before.states } }))
  }
  const mean = (word: string, text: string): void => {
    const means = MEANINGS.find(one => one === text)
    const others = Object.fromEntries(Object.entries(mapping.states).filter(([known]) => known !== fold(word)))
    setMapping({ ...mapping, states: means === undefined ? others : { ...others, [fold(word)]: means } })
  }
  const take = async (): Promise<void> => {
    const whole = wholeOf(mapping)
    setMissing(whole === null)
    if (whole === null || bytes === null) return
    const done = await ask('post.take', { bytes, mapping: whole })
    if (done.ok) setTaken(done.value)
    setFaults(done.ok ? [] : done.faults)
  }
  useKeys({ Esc: onLeave, F9: taken === null && looked !== null ? () => void take() : undefined }, on)
  const columns = looked === null ? 0 : Math.max(looked.head.length, ...looked.sample.map(row => row.length))
  const nameOf = (column: number): string => {
    const name = looked?.head[column] ?? ''
    return name.trim() === '' ? put(words.postFile.column, { number: column + 1 }) : name
  }
  return (
    <main className="page post-page">
      <header className="post-head">
        <h1 className="sheet-title">{put(words.postFile.title, { name: file.name })}</h1>
        <span className="quiet">{looked === null ? '' : put(words.postFile.rows, { count: looked.count })}</span>
        {taken === null && looked !== null ? <Action tone="next" name={words.postFile.take} shortcut="F9" act={() => void take()} /> : null}
        <Action name={words.parcels.leave} shortcut="Esc" act={onLeave} />
      </header>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {taken === null ? null : <TakenFile taken={taken} />}
      {looked === null || taken !== null ? null : (
        <div className="post-mapping">
          <section>
            <h2 className="zone-title">{words.postFile.columns}</h2>
            {FIELDS.map((field, index) => {
              const isMissing = missing && NEEDED.has(field) && mapping[field] === undefined
              return (
                <div className="form-row" key={field}>
                  <label className="form-label" htmlFor={`column-${field}`}>
                    {words.postFile[field]}
                  </label>
                  <select
                    className="field-box"
                    id={`column-${field}`}
                    ref={index === 0 ? begin : null}
                    value={mapping[field] ?? ''}
                    aria-invalid={isMissing}
                    aria-describedby={isMissing ? `column-${field}-fault` : undefined}
                    onChange={event => void choose(field, event.target.value)}
                  >
                    <option value="">{words.postFile.noColumn}</option>
                    {Array.from({ length: columns }, (_, column) => (
                      <option key={column} value={column}>
                        {nameOf(column)}
                      </option>
                    ))}
                  </select>
                  {isMissing ? <FaultLine id={`column-${field}-fault`} text={words.postFile.need} /> : null}
                </div>
              )
            })}
          </section>
          <section>
            <h2 className="zone-title">{words.postFile.words}</h2>
            {looked.words.map(({ word }, index) => (
              <div className="form-row" key={word}>
                <label className="form-label" htmlFor={`word-${String(index)}`}>
                  {word}
                </label>
                <select
                  className="field-box"
                  id={`word-${String(index)}`}
                  value={mapping.states[fold(word)] ?? ''}
                  onChange={event => mean(word, event.target.value)}
                >
                  <option value="">{words.postFile.notYet}</option>
                  {MEANINGS.map(means => (
                    <option key={means} value={means}>
                      {words.postFile[means]}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </section>
          <section className="post-sample">
            <h2 className="zone-title">{words.postFile.sample}</h2>
            <table className="handover-items">
              <thead>
                <tr>
                  {Array.from({ length: columns }, (_, column) => (
                    <th key={column}>{nameOf(column)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {keyed(looked.sample, row => row.join('|')).map(({ key, thing }) => (
                  <tr key={key}>
                    {keyed(thing, cell => cell).map(cell => (
                      <td key={cell.key}>{cell.thing}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </main>
  )
}

function wholeOf({ number, state, at, ...rest }: Mapped): ColumnMapping | null {
  return number === undefined || state === undefined || at === undefined ? null : { number, state, at, ...rest }
}

const read = (file: File): Promise<string> =>
  new Promise(resolve => {
    const reader = new FileReader()
    // What cannot be read is as good as empty: the office says so.
    reader.addEventListener('loadend', () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''))
    reader.readAsDataURL(file)
  })
