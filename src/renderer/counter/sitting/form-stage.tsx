import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { fieldAt } from '#domain/procedure/group.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import type { FieldHands } from '../form/field-hands.ts'
import { Form } from '../form/form.tsx'
import { focusPlace, placeOf } from '../form/place.ts'
import { shakyParts } from '../citizen/card-doubt.ts'
import { FinishBar } from './finish-bar.tsx'
import { needCount, nextNeed, wrongNow } from './needs.ts'
import { ProcedureHead } from '../procedure/procedure-head.tsx'
import type { Sitting } from './sitting.ts'
import type { SittingDesk } from './sitting-desk.ts'
import { BeforeBand } from '../turn-away/before-band.tsx'
import { TurnAwaySheet } from '../turn-away/turn-away-sheet.tsx'
import { useTurning } from '../turn-away/use-turning.ts'

/** The draft is kept this long after the last change. */
const KEEP_AFTER_MS = 200

const NONE: readonly Fault[] = []

/** Another person's card filled its place in the form: the hand goes on to what no card tells. */
function useWhenGrown(count: number, act: () => void): void {
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) act()
    before.current = count
  })
}

type Props = {
  readonly desk: SittingDesk
  readonly sitting: Sitting
  readonly procedure: Procedure
  readonly draft: Draft
  readonly now: Instant
  readonly on: boolean
  /** Where the hand goes when the form appears: a line to be mended, else the first that needs something. */
  readonly start: string | null
  readonly onReadBack: () => void
}

/** The form of the sitting: asks only what is missing, keeps itself, ends with one key. */
export function FormStage({ desk, sitting, procedure, draft, now, on, start, onReadBack }: Props) {
  const today = dayOf(now)
  const [place, setPlace] = useState<string | null>(null)
  const [first] = useState(() => start ?? nextNeed(procedure, draft, today, null) ?? 'finish')
  useEffect(() => focusPlace(first), [first])
  useWhenGrown(draft.cards.length, () => focusPlace(nextNeed(procedure, draft, today, null) ?? 'finish'))
  useWhenSettled(sitting.revision, KEEP_AFTER_MS, () => void desk.keep())

  const hands = useMemo<FieldHands>(() => {
    const goOn = (from: string): string => {
      const { draft: latest } = desk.peek()
      const to = latest === null ? from : (nextNeed(procedure, latest, today, from) ?? 'finish')
      focusPlace(to)
      return to
    }
    const onward = (from: string): void => {
      const to = goOn(from)
      // What was just said may be what the office was waiting for: a place it fills is not stopped at.
      void desk.keep().then(() => {
        const { draft: latest } = desk.peek()
        const isFilled = latest !== null && (latest.answers[to]?.origin.from ?? 'typed') !== 'typed'
        if (isFilled && placeOf(document.activeElement) === to) goOn(from)
      })
    }
    return { answer: desk.answer, undo: desk.undo, onward }
  }, [desk, procedure, today])

  const finish = async (): Promise<void> => {
    const { activeElement } = document
    // What the hand just typed is tidied as it is left, before it is saved.
    if (activeElement instanceof HTMLElement) flushSync(() => activeElement.blur())
    const refused = await desk.finish()
    const at = refused.find(fault => fault.field !== undefined)?.field
    if (at !== undefined) focusPlace(at)
  }
  const turning = useTurning(desk, draft, on)
  useKeys({ F4: desk.chooseAgain, F5: desk.handIn, F8: onReadBack, F9: () => void finish() }, on && turning.kind === null)
  const faults = useMemo(
    () => [...sitting.faults, ...wrongNow(procedure, draft.answers, today, place)],
    [sitting.faults, procedure, draft.answers, today, place],
  )
  const read = sitting.citizen?.read ?? null
  const shaky = useMemo(() => shakyParts(read), [read])
  const asked = place === null ? undefined : fieldAt(procedure, place)

  if (turning.kind !== null) {
    const back = (): void => focusPlace(place ?? 'finish')
    return <TurnAwaySheet desk={desk} turning={turning} kind={turning.kind} procedure={procedure} draft={draft} on={on} onLeft={back} />
  }
  return (
    <div className="form-stage" role="presentation" onFocus={event => setPlace(placeOf(event.target))} onBlur={() => void desk.keep()}>
      {sitting.weighed === null ? null : (
        <ProcedureHead procedure={procedure} weighed={sitting.weighed} now={now} on={on} onChooseAgain={desk.chooseAgain} />
      )}
      {turning.before === null ? null : <BeforeBand before={turning.before} onComeBack={turning.comeBack} />}
      <div className="form-scroll">
        <Form
          procedure={procedure}
          draft={draft}
          faults={faults}
          warnings={sitting.weighed?.warnings ?? NONE}
          shaky={shaky}
          hands={hands}
          onTick={desk.tick}
          onPhone={desk.phone}
          onReturnBy={desk.returnBy}
          onProxyPaper={desk.proxyPaper}
          onHandIn={desk.handIn}
        />
      </div>
      <FinishBar
        sitting={sitting}
        asked={asked ?? null}
        needs={needCount(procedure, draft, today)}
        onReadBack={onReadBack}
        onFinish={() => void finish()}
        onTurn={turning.begin}
      />
    </div>
  )
}
