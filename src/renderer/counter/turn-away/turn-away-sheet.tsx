import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { tidy } from '#domain/kernel/text.ts'
import { Field, type Procedure } from '#domain/procedure/procedure.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { FieldHands } from '../form/field-hands.ts'
import { FormField } from '../form/form-field.tsx'
import { focusPlace } from '../form/place.ts'
import { type TypedTurn, placeAt, readTurn, turnAtFirst, withCount, withName } from './typed-turn.ts'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import { BeforeBand } from './before-band.tsx'
import type { TurningDesk } from './use-turning.ts'
import { WantedTable } from './wanted-table.tsx'

type Props = {
  readonly desk: SittingDesk
  readonly turning: TurningDesk
  readonly kind: Turning['kind']
  readonly procedure: Procedure
  readonly draft: Draft
  readonly on: boolean
  /** The form is there again. */
  readonly onLeft: () => void
}

/**
 * Mẫu số 02 or 03 at reception, on one sheet: what is missing stands there already, F9 prints. A second request of the same
 * matter is said in amber first, and F9 has to be pressed once more.
 */
export function TurnAwaySheet({ desk, turning, kind, procedure, draft, on, onLeft }: Props) {
  const { words, say } = useWords()
  const { turn } = words
  const [typed, setTyped] = useState<TypedTurn>(() => turnAtFirst(kind, procedure, draft, turning.typed))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const papers = typed.papers
  const [first] = useState(() => (kind === 'refuse' ? 'reason' : placeAt(papers, papers.length - 1)))
  useEffect(() => focusPlace(first), [first])
  useEffect(() => {
    const read = readTurn(kind, typed, false)
    if (read.ok) desk.turning(read.value)
  }, [desk, kind, typed])
  useEffect(() => () => desk.turning(null), [desk])

  const once = faults.find(({ code }) => code === 'visit.supplement.once')
  const change = (next: TypedTurn, place: string): void => {
    turning.keep(next)
    setTyped(next)
    setFaults(before => before.filter(fault => fault.field !== place && fault.code !== 'visit.nothing'))
  }
  const done = async (): Promise<void> => {
    const read = readTurn(kind, typed, once !== undefined)
    const refused = read.ok ? await desk.turnAway(read.value) : read.faults
    if (read.ok && refused.length === 0) turning.keep(null)
    setFaults(refused)
    const place = refused.find(({ field }) => field !== undefined)?.field
    if (place !== undefined) focusPlace(place)
  }
  const leave = (): void => {
    turning.leave()
    onLeft()
  }
  useKeys({ F9: () => void done(), Esc: leave }, on)
  const places = new Set([...papers.map((_, at) => placeAt(papers, at)), 'reason'])
  const homeless = faults.filter(fault => fault !== once && (fault.field === undefined || !places.has(fault.field)))
  const hands: FieldHands = {
    answer: (_, value) => change({ ...typed, reason: value }, 'reason'),
    undo: (_, answer) => change({ ...typed, reason: answer?.value ?? '' }, 'reason'),
    onward: () => focusPlace('turn-done'),
  }

  return (
    <section className="turn-sheet" aria-label={kind === 'supplement' ? turn.supplementTitle : turn.refuseTitle}>
      <div className="turn-boxes" role="presentation" onKeyDown={enterGoesOn}>
        <h2 className="sheet-title">{kind === 'supplement' ? turn.supplementTitle : turn.refuseTitle}</h2>
        <p className="quiet">{kind === 'supplement' ? turn.supplementHow : turn.refuseHow}</p>
        {turning.before === null ? null : <BeforeBand before={turning.before} />}
        {papers.length === 0 ? null : (
          <WantedTable
            papers={papers}
            faults={faults}
            onCount={(at, column, count) => change(withCount(typed, at, column, count), placeAt(papers, at))}
            onName={(at, name) => change(withName(typed, at, name), placeAt(papers, at))}
          />
        )}
        <FormField
          field={reasonField(turn.reason)}
          answer={tidy(typed.reason) === '' ? undefined : { value: typed.reason, origin: { from: 'typed' } }}
          fault={faults.find(({ field }) => field === 'reason')}
          doubtful={false}
          hands={hands}
        />
        {homeless.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        {once === undefined ? null : (
          <Band tone="warn" live>
            {say(once)}
          </Band>
        )}
        <div className="sheet-actions" data-place="turn-done">
          <Action tone="next" name={once === undefined ? turn.do : turn.again} shortcut="F9" act={() => void done()} />
          <Action name={turn.leave} shortcut="Esc" act={leave} />
        </div>
      </div>
    </section>
  )
}

const reasonField = (label: string): Field => Field.parse({ id: 'reason', kind: 'text', label, need: true })

/** Enter goes from box to box, at last to the button that prints. */
function enterGoesOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input.field-box')]
  const next = boxes[boxes.indexOf(event.target) + 1]
  if (next === undefined) return focusPlace('turn-done')
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
}
