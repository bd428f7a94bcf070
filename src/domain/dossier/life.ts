import type { Instant } from '../kernel/time.ts'
import type { DossierReceived } from './dossier.ts'
import type { DossierMoved, Happening, State } from './move.ts'

/** A time in which the limit did not run. */
export type Pause = { readonly from: Instant; readonly to: Instant }

/** How a dossier stands: its reception and all that happened since, folded. */
export type Life = {
  readonly state: State
  /** When its limit began to run: at reception, or when the papers became complete. */
  readonly since: Instant
  readonly due: Instant
  readonly dueSure: boolean
  readonly supplements: number
  readonly extensions: number
  /** Working days that a verification added to the limit. */
  readonly verified: number
  /** Pauses that are over, of the limit that runs now. */
  readonly pauses: readonly Pause[]
  /** What an apology promised for the limit that runs now, moved on by the pauses after it. */
  readonly promised: Instant | null
  /** Since when it is paused and where it stood then, `null` while it is not. */
  readonly paused: { readonly from: Instant; readonly state: State } | null
  /** Since when its limit does not run: while papers are awaited, or while it is paused. */
  readonly stopped: Instant | null
  /** Which slip holds: 1 until a correction, or until completed papers began another limit. */
  readonly slip: number
  /** When the last thing happened. Nothing can happen before it. */
  readonly last: Instant
  /** How it ended without a result, and what was to be given back then. */
  readonly ended: Ended | null
}

/** A dossier that was stopped or refused: since when, and what the notice says is given back of the fees. */
export type Ended = { readonly at: Instant; readonly refund: number }

export const lifeOf = (dossier: DossierReceived, history: readonly Happening[]): Life =>
  history.reduce(after, {
    state: 'received',
    since: dossier.received,
    due: dossier.due,
    dueSure: dossier.dueSure,
    supplements: 0,
    extensions: 0,
    verified: 0,
    pauses: [],
    promised: null,
    paused: null,
    stopped: null,
    slip: 1,
    last: dossier.received,
    ended: null,
  })

function after(life: Life, happening: Happening): Life {
  if (happening.kind === 'moved') return moved(life, happening.moved)
  const { slip, now, at } = happening.corrected
  return { ...life, slip, due: now.due, dueSure: now.dueSure, last: at }
}

function moved(life: Life, move: DossierMoved): Life {
  const { step, at, state, due, dueSure } = move
  const next: Life = { ...life, state, due, dueSure, paused: null, stopped: null, last: at }
  switch (step.kind) {
    case 'supplement':
      return { ...next, supplements: life.supplements + 1, stopped: at }
    case 'complete':
      return { ...next, since: at, pauses: [], promised: null, slip: life.slip + 1 }
    case 'pause':
      return { ...next, paused: { from: at, state: life.state }, stopped: at }
    case 'resume':
      return { ...next, pauses: pausesAfter(life, at), promised: life.promised === null ? null : due }
    case 'extend':
      return { ...next, extensions: life.extensions + 1, promised: due }
    case 'verify':
      return { ...next, verified: life.verified + (move.verification?.workingDays ?? 0) }
    case 'refuse':
      return { ...next, ended: { at, refund: 0 } }
    case 'stop':
      return { ...next, ended: { at, refund: step.refund } }
    case 'forward':
    case 'ready':
    case 'return':
      return next
  }
}

const pausesAfter = ({ pauses, paused }: Life, to: Instant): readonly Pause[] =>
  paused === null ? pauses : [...pauses, { from: paused.from, to }]
