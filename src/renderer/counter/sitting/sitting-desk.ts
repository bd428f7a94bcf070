import { useSyncExternalStore } from 'react'
import type { Scanned, Weighed } from '#contract/calls.ts'
import type { Applicant, Draft, Effort } from '#domain/dossier/dossier.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import type { DossierId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '../../clock.ts'
import { ask } from '../../hatch.ts'
import { citizenOfCard, citizenOfDraft, citizenOfHand } from '../citizen/citizen.ts'
import { changeSitting } from './change-sitting.ts'
import type { TypedTurn } from '../turn-away/typed-turn.ts'
import type { EffortMeter } from './effort.ts'
import { openForms } from './open-forms.ts'
import { type Change, type Citizen, type Sitting, emptySitting } from './sitting.ts'

export type SittingParts = {
  readonly clock: Clock
  readonly meter: EffortMeter
  /** Something was saved, kept or dropped: lists and counts are to be read again. */
  readonly onSaved: () => void
}

/** The sitting at this counter and everything that can be done with it. What is done never changes, so parts that only act are not drawn again. */
export function openSittingDesk(parts: SittingParts) {
  let sitting = emptySitting
  /** Counts who sits here: an answer for somebody who has left finds nobody. */
  let turn = 0
  const watchers = new Set<() => void>()
  const change = (what: Change): void => {
    sitting = changeSitting(sitting, what)
    for (const watch of watchers) watch()
  }
  const fail = (faults: readonly Fault[]): void => change({ kind: 'faults', faults })
  const withEffort = (draft: Draft): Draft => ({ ...draft, effort: parts.meter.read() })

  const begin = (effort?: Effort): number => {
    parts.meter.begin(effort)
    turn += 1
    return turn
  }
  const seat = (citizen: Citizen): void => {
    begin()
    change({ kind: 'seated', citizen })
  }

  /** Writes what is on the screen before it leaves the screen. */
  const keepNow = async (): Promise<void> => {
    const { draft, stage } = sitting
    if (draft === null || stage === 'done') return
    await ask('draft.keep', { draft: withEffort(draft) })
    parts.onSaved()
  }

  /** Keeps the draft, unless that was done since it changed last, and takes over what the office makes of it. */
  const keep = async (): Promise<void> => {
    const { draft, stage, revision, weighedRevision } = sitting
    if (draft === null || stage === 'done' || revision === weighedRevision) return
    const asked = turn
    const kept = await ask('draft.keep', { draft: withEffort(draft) })
    if (asked !== turn) return
    if (kept.ok) change({ kind: 'weighed', weighed: kept.value, asked: draft, revision, at: parts.clock.now() })
    else fail(kept.faults)
  }

  /** A draft without a single typed value is nobody's work: it does not stay behind in the list. */
  const dropUntouched = async (draft: Draft): Promise<void> => {
    const typed = Object.values(draft.answers).some(answer => answer.origin.from === 'typed')
    if (!typed) await ask('draft.drop', { id: draft.id })
  }

  const forms = openForms({
    clock: parts.clock,
    peek: () => sitting,
    change,
    fail,
    seat,
    withEffort,
    turn: () => turn,
    onSaved: parts.onSaved,
  })

  const resume = async (id: DossierId): Promise<void> => {
    await keepNow()
    const resumed = await ask('draft.resume', { id })
    if (!resumed.ok) return fail(resumed.faults)
    const { draft } = resumed.value
    begin(draft.effort)
    change({ kind: 'opened', weighed: resumed.value, citizen: citizenOfDraft(draft, parts.clock.now()) })
  }

  return {
    /** A card that was read. */
    card: (scanned: Extract<Scanned, { kind: 'card' }>): void => void forms.card(citizenOfCard(scanned, parts.clock.now())),
    /** A scan that is no card. The sitting stays as it is. */
    refuseScan: (faults: readonly Fault[], raw: string): void => change({ kind: 'refused', refusal: { faults, raw } }),
    forgetRefusal: (): void => change({ kind: 'refused', refusal: null }),
    /** The other person's card becomes the card of this sitting. */
    takeOther: (): void => {
      const { other, draft } = sitting
      if (other === null) return
      if (draft === null) return seat(other)
      void forms.open(draft.procedure.code, other, { instead: draft })
    },
    ignoreOther: (): void => change({ kind: 'other', citizen: null }),
    typeCitizen: (): void => {
      begin()
      change({ kind: 'typing' })
    },
    typed: (applicant: Applicant): void => change({ kind: 'seated', citizen: citizenOfHand(applicant, parts.clock.now()) }),
    /** The next citizen: what is open is kept, nothing is asked. The other person's card, if one waits, is the next. */
    next: (): void => {
      const { other } = sitting
      void keepNow()
      if (other !== null) return seat(other)
      begin()
      change({ kind: 'cleared' })
    },
    chooseAgain: (): void => {
      const { citizen, stage } = sitting
      if (citizen === null) return
      if (stage === 'done') seat(citizen)
      else change({ kind: 'choosing', on: true })
    },
    /** Who sits here hands in for somebody else, who is the next to be scanned or typed. */
    handIn: (): void => {
      const { citizen } = sitting
      if (citizen === null) return
      void keepNow()
      begin()
      change({ kind: 'represented', by: citizen.applicant })
    },
    /** The next matter of the same citizen in the same sitting, filled from the dossier just received. */
    follow: (procedure: Procedure): void => {
      const { citizen, received } = sitting
      if (citizen === null || received === null) return
      seat(citizen)
      void forms.open(procedure.code, citizen, { after: received.dossier.code })
    },
    keepProcedure: (): void => {
      if (sitting.draft !== null) change({ kind: 'choosing', on: false })
    },
    choose: (procedure: Procedure): void => {
      const { citizen, draft } = sitting
      if (citizen === null) return
      if (draft?.procedure.code === procedure.code && !isReplaced(sitting)) return change({ kind: 'choosing', on: false })
      // The wrong procedure was mended, or this one ended: it is still the same matter.
      if (draft !== null && (draft.corrects !== null || isReplaced(sitting)))
        return void forms.open(procedure.code, citizen, { instead: draft })
      if (draft !== null)
        void keepNow()
          .then(() => dropUntouched(draft))
          .then(parts.onSaved)
      void forms.open(procedure.code, citizen)
    },
    resume,
    /** The citizen is back: what was typed on the earlier day takes the place of a form in which nothing was typed yet. */
    comeBack: async (id: DossierId): Promise<void> => {
      const { draft } = sitting
      await resume(id)
      if (draft !== null && sitting.draft?.id === id) await dropUntouched(draft)
      parts.onSaved()
    },
    /** A received dossier opened to be mended. */
    mend: async (weighed: Weighed): Promise<void> => {
      await keepNow()
      begin()
      change({ kind: 'opened', weighed, citizen: citizenOfDraft(weighed.draft, parts.clock.now()) })
    },
    answer: (field: string, value: string): void => change({ kind: 'answered', field, answer: { value, origin: { from: 'typed' } } }),
    /** Puts back what stood in the field before, with its origin. */
    undo: (field: string, answer: Answer | undefined): void => change({ kind: 'answered', field, answer }),
    tick: (paper: string, count: number): void => change({ kind: 'ticked', paper, count }),
    phone: (phone: string): void => change({ kind: 'changed', draft: {}, phone: phone === '' ? null : phone }),
    returnBy: (returnBy: Draft['returnBy']): void => change({ kind: 'changed', draft: { returnBy } }),
    proxyPaper: (paper: string): void => {
      const proxy = sitting.draft?.proxy ?? null
      if (proxy !== null) change({ kind: 'changed', draft: { proxy: { ...proxy, paper } } })
    },
    /** These lines were read aloud, and the citizen said that they are so. */
    heard: (fields: readonly string[]): void => change({ kind: 'heard', fields, at: parts.clock.now() }),
    readBack: (confirmed: boolean): void => change({ kind: 'changed', draft: { readBack: confirmed ? parts.clock.now() : null } }),
    keep,
    /** Saves and numbers. Answers with what was refused, nothing when it is saved. */
    finish: async (): Promise<readonly Fault[]> => {
      const { draft, busy } = sitting
      if (draft === null || busy !== null) return []
      change({ kind: 'busy', busy: 'finishing' })
      const asked = turn
      await keep()
      const whole = sitting.draft
      if (asked !== turn || whole === null) return []
      const finished = await ask('dossier.finish', { draft: withEffort(whole) })
      parts.onSaved()
      if (asked !== turn) return []
      if (!finished.ok) {
        fail(finished.faults)
        return finished.faults
      }
      change({ kind: 'received', received: finished.value })
      return []
    },
    /** What was typed of a sheet that was left, by draft and sheet: it stands there again when both are opened again. */
    typedTurns: new Map<string, TypedTurn>(),
    /** What is typed of Mẫu số 02 or 03; `null` when its sheet is closed. */
    turning: (turning: Turning | null): void => change({ kind: 'turning', turning }),
    /** Turns the citizen away with a paper. Answers with what was refused, nothing when it is written. */
    turnAway: async (turning: Turning): Promise<readonly Fault[]> => {
      const { draft, busy } = sitting
      if (draft === null || busy !== null) return []
      change({ kind: 'busy', busy: 'finishing' })
      const asked = turn
      await keep()
      const whole = sitting.draft
      if (asked !== turn || whole === null) return []
      const turned = await ask('visit.turnAway', { draft: withEffort(whole), turning })
      parts.onSaved()
      if (asked !== turn) return []
      change(turned.ok ? { kind: 'turned', turned: turned.value } : { kind: 'busy', busy: null })
      return turned.ok ? [] : turned.faults
    },
    jobs: (jobs: NonNullable<Sitting['received']>['jobs']): void => change({ kind: 'jobs', jobs }),
    /** Puts the draft back as it was when a scan began to type into it. */
    restore: ({ draft, stage }: Sitting): void => {
      if (draft !== null && stage === 'form') change({ kind: 'restored', draft })
    },
    peek: (): Sitting => sitting,
    watch: (watcher: () => void): (() => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}
export type SittingDesk = ReturnType<typeof openSittingDesk>

export const useSitting = (desk: SittingDesk): Sitting => useSyncExternalStore(desk.watch, desk.peek)

/** A plain value out of the sitting: who asks is drawn again only when that value changes. */
export const useSittingPart = <Part extends string | boolean | null>(desk: SittingDesk, part: (sitting: Sitting) => Part): Part =>
  useSyncExternalStore(desk.watch, () => part(desk.peek()))

/** The edition ended while the draft lay open: what was typed goes to what takes its place. */
const isReplaced = ({ faults, weighed }: Sitting): boolean =>
  [...faults, ...(weighed?.warnings ?? [])].some(({ code }) => code === 'dossier.procedure.replaced')
