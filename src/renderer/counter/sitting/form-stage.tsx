import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Draft } from '#domain/dossier/dossier.ts'
import { type Day, type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useSettled } from '../../parts/use-settled.ts'
import type { FieldHands } from '../form/field-hands.ts'
import { Form } from '../form/form.tsx'
import { focusPlace, placeOf } from '../form/place.ts'
import { FinishBar } from './finish-bar.tsx'
import { needCount, nextNeed, wrongNow } from './needs.ts'
import { ProcedureHead } from './procedure-head.tsx'
import type { SittingDesk } from './use-sitting.ts'

/** The draft is kept this long after the last change. */
const KEEP_AFTER_MS = 200

type Props = {
  readonly desk: SittingDesk
  readonly procedure: Procedure
  readonly draft: Draft
  readonly now: Instant
  readonly on: boolean
  /** Where the hand goes when the form appears: a line to be mended, else the first that needs something. */
  readonly start: string | null
  readonly onReadBack: () => void
}

/** The form of the sitting: asks only what is missing, keeps itself, ends with one key. */
export function FormStage({ desk, procedure, draft, now, on, start, onReadBack }: Props) {
  const { sitting } = desk
  const today = dayOf(now)
  const [place, setPlace] = useState<string | null>(null)
  useKept(desk)
  useFocusOn(desk, procedure, draft, today, start)

  const hands = useMemo<FieldHands>(() => {
    const onward = (from: string): void => {
      const { draft: latest } = desk.peek()
      if (latest !== null) focusPlace(nextNeed(procedure, latest, today, from) ?? 'finish')
    }
    return { answer: desk.answer, undo: desk.undo, onward }
    // The acts of a desk never change; `desk` itself does with every keystroke.
  }, [procedure, today, desk.answer, desk.undo, desk.peek])

  const finish = (): void => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) flushSync(() => activeElement.blur())
    void desk.finish()
  }
  useKeys({ F4: desk.chooseAgain, F8: onReadBack, F9: finish }, on)
  const faults = useMemo(
    () => [...sitting.faults, ...wrongNow(procedure, draft.answers, today, place)],
    [sitting.faults, procedure, draft.answers, today, place],
  )
  const asked = procedure.form.find(row => row.id === place)

  return (
    <div className="form-stage" onFocus={event => setPlace(placeOf(event.target))}>
      {sitting.weighed === null ? null : (
        <ProcedureHead procedure={procedure} weighed={sitting.weighed} now={now} on={on} onChooseAgain={desk.chooseAgain} />
      )}
      <div className="form-scroll">
        <Form
          procedure={procedure}
          draft={draft}
          faults={faults}
          shakyCard={isShaky(desk)}
          hands={hands}
          onTick={desk.tick}
          onPhone={desk.phone}
          onReturnBy={desk.returnBy}
        />
      </div>
      <FinishBar
        sitting={sitting}
        asked={asked === undefined || asked.kind === 'heading' ? null : asked}
        needs={needCount(procedure, draft, today)}
        onReadBack={onReadBack}
        onFinish={finish}
      />
    </div>
  )
}

const isShaky = ({ sitting: { citizen } }: SittingDesk): boolean => {
  const read = citizen?.read ?? null
  return read !== null && (read.partial || read.repairs.length > 0 || read.warnings.length > 0)
}

function useKept(desk: SittingDesk): void {
  const { sitting, keep } = desk
  const settled = useSettled(sitting.revision, KEEP_AFTER_MS)
  useEffect(() => void keep(), [settled, keep])
}

/** The hand goes to the first need when a form opens, and to the first fault when the office refused. */
function useFocusOn(desk: SittingDesk, procedure: Procedure, draft: Draft, today: Day, start: string | null): void {
  const { faults } = desk.sitting
  const first = useRef({ procedure, draft, today, start })
  useEffect(() => {
    const { procedure, draft, today, start } = first.current
    focusPlace(start ?? nextNeed(procedure, draft, today, null) ?? 'finish')
  }, [draft.id])
  useEffect(() => {
    const at = faults.find(fault => fault.field !== undefined)?.field
    if (at !== undefined) focusPlace(at)
    // Only when a refusal arrives, not when the official mends one of its faults.
  }, [faults.length > 0])
}
