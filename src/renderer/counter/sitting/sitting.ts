import type { crossCheck } from '#domain/card/cross-check.ts'
import type { Received, Scanned, TurnedAwayNow, Weighed } from '#contract/calls.ts'
import type { Applicant, Draft } from '#domain/dossier/dossier.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

type CardScan = Extract<Scanned, { kind: 'card' }>

/** Where the two sides of a card do not agree; empty where they do. */
export type Differing = ReturnType<typeof crossCheck>

/** Who sits in front of the counter, and how one knows. */
export type Citizen = {
  readonly applicant: Applicant
  readonly identity: Draft['identity']
  /** `null` where it was typed by hand. */
  readonly read: CardScan['read'] | null
  /** The card was scanned when the draft was begun, and not now. */
  readonly kept: boolean
  /** Fields in which the two sides of the card do not agree; `null` while only one was read. */
  readonly differs: Differing | null
  readonly earlier: CardScan['citizen']['earlier']
  readonly since: Instant
}

/** A scan that was refused. The raw text stays at hand. */
export type Refusal = { readonly faults: readonly Fault[]; readonly raw: string }

export type Stage = 'empty' | 'typing' | 'choosing' | 'form' | 'done'

/** One citizen's sitting. What stands in `draft` is the truth; the office only weighs it. */
export type Sitting = {
  readonly stage: Stage
  readonly citizen: Citizen | null
  readonly refusal: Refusal | null
  /** Who sits here and hands in for somebody else: the citizen is the one who is represented. */
  readonly handsIn: Applicant | null
  /** Another person's card, scanned into an open sitting: it waits for a word of the official. */
  readonly other: Citizen | null
  readonly procedure: Procedure | null
  readonly draft: Draft | null
  readonly weighed: Pick<Weighed, 'fee' | 'due' | 'warnings'> | null
  /** Other people's cards that were read on both sides, by their number, and where the sides differ. */
  readonly compared: Readonly<Record<string, Differing>>
  /** The draft was begun under an edition that ended, and goes on under this one. */
  readonly moved: Fault | null
  /** Counts the changes of `draft`. */
  readonly revision: number
  /** The revision the office weighed last: behind `revision`, it may still bring something. */
  readonly weighedRevision: number
  /** When the draft was kept last. */
  readonly kept: Instant | null
  readonly faults: readonly Fault[]
  readonly busy: 'opening' | 'finishing' | null
  readonly received: Received | null
  /** Mẫu số 02 or 03 as it is being typed: its paper is shown. */
  readonly turning: Turning | null
  /** The citizen was turned away with a paper: nothing was received. */
  readonly turned: TurnedAwayNow | null
}

export const emptySitting: Sitting = {
  stage: 'empty',
  citizen: null,
  refusal: null,
  handsIn: null,
  other: null,
  procedure: null,
  draft: null,
  weighed: null,
  compared: {},
  moved: null,
  revision: 0,
  weighedRevision: 0,
  kept: null,
  faults: [],
  busy: null,
  received: null,
  turning: null,
  turned: null,
}

export type Change =
  | { readonly kind: 'cleared' }
  /** Keys of a scanner had changed the draft: it is again as it was. */
  | { readonly kind: 'restored'; readonly draft: Draft }
  | { readonly kind: 'seated'; readonly citizen: Citizen }
  /** The same citizen, known better: the other side of the card. */
  | { readonly kind: 'known'; readonly citizen: Citizen }
  | { readonly kind: 'other'; readonly citizen: Citizen | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal | null }
  | { readonly kind: 'represented'; readonly by: Applicant }
  | { readonly kind: 'typing' }
  | { readonly kind: 'choosing'; readonly on: boolean }
  | { readonly kind: 'busy'; readonly busy: Sitting['busy'] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'opened'; readonly weighed: Weighed; readonly citizen: Citizen }
  | { readonly kind: 'compared'; readonly number: string; readonly differs: Differing }
  | { readonly kind: 'answered'; readonly field: string; readonly answer: Answer | undefined }
  /** These values were read back to the citizen, who said that they are so. */
  | { readonly kind: 'heard'; readonly fields: readonly string[]; readonly at: Instant }
  | { readonly kind: 'ticked'; readonly paper: string; readonly count: number }
  | { readonly kind: 'changed'; readonly draft: Partial<Pick<Draft, 'returnBy' | 'readBack' | 'proxy'>>; readonly phone?: string | null }
  /** What the office makes of `asked`, the draft as it stood at `revision`. */
  | { readonly kind: 'weighed'; readonly weighed: Weighed; readonly asked: Draft; readonly revision: number; readonly at: Instant }
  | { readonly kind: 'received'; readonly received: Received }
  | { readonly kind: 'turning'; readonly turning: Turning | null }
  | { readonly kind: 'turned'; readonly turned: TurnedAwayNow }
  | { readonly kind: 'jobs'; readonly jobs: Received['jobs'] }
