import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Before } from '#contract/calls.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { TurnedAway, Turning } from '#domain/dossier/turn-away.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { ask } from '../../hatch.ts'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import type { TypedTurn } from './typed-turn.ts'

/** Turning the citizen of a draft away: which sheet is open, and what was said last time. */
export type TurningDesk = {
  readonly kind: Turning['kind'] | null
  readonly before: TurnedAway | null
  /** Opens a sheet; not given while a received dossier is mended. */
  readonly begin: ((kind: Turning['kind']) => void) | undefined
  /** Opens what was typed on the earlier day; not given where it is on the desk, or is gone. */
  readonly comeBack: (() => void) | undefined
  /** What was typed before the sheet was left. */
  readonly typed: TypedTurn | null
  /** Keeps what is typed; `null` once it is on paper. */
  readonly keep: (typed: TypedTurn | null) => void
  readonly leave: () => void
}

/** Alt+B and Alt+K open the sheets, Alt+O what was typed on the earlier day. */
export function useTurning(desk: SittingDesk, draft: Draft, on: boolean): TurningDesk {
  const before = useBefore(draft)
  const [kind, setKind] = useState<Turning['kind'] | null>(null)
  const begin = draft.corrects === null ? setKind : undefined
  const comeBack = before?.resumable === true ? (): void => void desk.comeBack(before.visit.draft) : undefined
  useKeys({ 'Alt+B': () => begin?.('supplement'), 'Alt+K': () => begin?.('refuse'), 'Alt+O': comeBack }, on && kind === null)
  return {
    kind,
    before: before?.visit ?? null,
    begin,
    comeBack,
    typed: desk.typedTurns.get(`${draft.id} ${kind ?? ''}`) ?? null,
    keep: typed => {
      const sheet = `${draft.id} ${kind ?? ''}`
      if (typed === null) desk.typedTurns.delete(sheet)
      else desk.typedTurns.set(sheet, typed)
    },
    // The form is drawn before the hand goes back to it.
    leave: () => flushSync(() => setKind(null)),
  }
}

/** What the office knows of an earlier visit of this draft's citizen in this matter. */
function useBefore(draft: Draft): Before | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly before: Before | null } | null>(null)
  useWhenSettled(draft.id, 0, () => {
    void ask('visit.before', { draft }).then(answer => {
      if (answer.ok) setKnown({ of: draft.id, before: answer.value })
    })
  })
  return known !== null && known.of === draft.id ? known.before : null
}
