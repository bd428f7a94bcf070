import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Received, Scanned, TurnedAwayNow, Weighed } from '#contract/calls.ts'
import type { Applicant, Draft } from '#domain/dossier/dossier.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

type CardScan = Extract<Scanned, { kind: 'card' }>

/** Who sits in front of the counter, and how one knows. */
export type Citizen = {
  readonly applicant: Applicant
  readonly identity: Draft['identity']
  /** `null` where it was typed by hand or comes from a kept draft. */
  readonly read: CardScan['read'] | null
  /** Fields in which the two sides of the card do not agree. */
  readonly differs: readonly ('number' | 'birth' | 'sex' | 'name')[]
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
  | { readonly kind: 'opened'; readonly weighed: Weighed; readonly procedure: Procedure; readonly citizen: Citizen }
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

/** What becomes of a sitting when something happens at the desk. */
export function changeSitting(sitting: Sitting, change: Change): Sitting {
  switch (change.kind) {
    case 'cleared':
      return emptySitting
    case 'seated':
      return { ...emptySitting, stage: 'choosing', citizen: change.citizen, handsIn: sitting.stage === 'done' ? null : sitting.handsIn }
    case 'represented':
      return { ...emptySitting, handsIn: change.by }
    case 'known':
      return { ...sitting, citizen: change.citizen, refusal: null }
    case 'other':
      return { ...sitting, other: change.citizen, refusal: null }
    case 'refused':
      return { ...sitting, refusal: change.refusal }
    case 'typing':
      return { ...emptySitting, stage: 'typing', refusal: sitting.refusal, handsIn: sitting.handsIn }
    case 'choosing':
      return { ...sitting, stage: change.on ? 'choosing' : 'form' }
    case 'busy':
      return { ...sitting, busy: change.busy }
    case 'faults':
      return { ...sitting, faults: change.faults, busy: null }
    case 'opened':
      return opened(sitting, change)
    case 'received':
      return { ...sitting, stage: 'done', received: change.received, busy: null, faults: [], refusal: null }
    case 'turning':
      return { ...sitting, turning: change.turning }
    case 'turned':
      return { ...sitting, stage: 'done', turning: null, turned: change.turned, busy: null, faults: [], refusal: null }
    case 'jobs':
      return withJobs(sitting, change.jobs)
    case 'restored':
    case 'answered':
    case 'heard':
    case 'ticked':
    case 'changed':
    case 'weighed':
      return sitting.draft === null ? sitting : changeDraft(sitting, sitting.draft, change)
    default:
      return missingCase(change)
  }
}

const withJobs = (sitting: Sitting, jobs: Received['jobs']): Sitting => ({
  ...sitting,
  received: sitting.received === null ? null : { ...sitting.received, jobs },
  turned: sitting.turned === null ? null : { ...sitting.turned, jobs },
})

function opened(sitting: Sitting, { weighed, procedure, citizen }: Extract<Change, { kind: 'opened' }>): Sitting {
  const { draft, fee, due, warnings } = weighed
  const { handsIn, revision } = sitting
  return {
    ...emptySitting,
    stage: 'form',
    citizen,
    handsIn,
    procedure,
    draft,
    weighed: { fee, due, warnings },
    revision: revision + 1,
    weighedRevision: revision + 1,
  }
}

type DraftChange = Extract<Change, { kind: 'restored' | 'answered' | 'heard' | 'ticked' | 'changed' | 'weighed' }>

function changeDraft(sitting: Sitting, draft: Draft, change: DraftChange): Sitting {
  switch (change.kind) {
    case 'restored':
      return draft.id === change.draft.id && draft !== change.draft
        ? { ...sitting, draft: change.draft, revision: sitting.revision + 1 }
        : sitting
    case 'answered': {
      const { [change.field]: _, ...others } = draft.answers
      const answers = change.answer === undefined ? others : { ...draft.answers, [change.field]: change.answer }
      return touched(sitting, { ...draft, answers, readBack: null }, change.field)
    }
    case 'heard': {
      const heard = change.fields.flatMap(field => {
        const answer = draft.answers[field]
        return answer === undefined ? [] : [[field, { ...answer, heard: change.at }] as const]
      })
      return {
        ...sitting,
        draft: { ...draft, answers: { ...draft.answers, ...Object.fromEntries(heard) } },
        revision: sitting.revision + 1,
      }
    }
    case 'ticked': {
      const { [change.paper]: _, ...others } = draft.papers
      const papers = change.count < 1 ? others : { ...draft.papers, [change.paper]: change.count }
      return touched(sitting, { ...draft, papers }, `papers.${change.paper}`)
    }
    case 'changed': {
      const applicant = change.phone === undefined ? draft.applicant : { ...draft.applicant, phone: change.phone }
      return touched(sitting, { ...draft, ...change.draft, applicant }, 'applicant.phone')
    }
    case 'weighed':
      return draft.id === change.asked.id && change.revision >= sitting.weighedRevision ? weighedAgain(sitting, draft, change) : sitting
    default:
      return missingCase(change)
  }
}

/** The draft changed by hand: a fault that stood at this place has been answered. */
const touched = (sitting: Sitting, draft: Draft, place: string): Sitting => ({
  ...sitting,
  draft,
  revision: sitting.revision + 1,
  faults: sitting.faults.some(fault => fault.field === place) ? sitting.faults.filter(fault => fault.field !== place) : sitting.faults,
})

/** What the office found out is taken over; what was typed, cleared or taken back since it was asked stays as it is. */
function weighedAgain(sitting: Sitting, draft: Draft, { weighed, asked, revision, at }: Extract<Change, { kind: 'weighed' }>): Sitting {
  const { draft: said, fee, due, warnings } = weighed
  const isTouched = (field: string): boolean => {
    const here = draft.answers[field]
    return here !== asked.answers[field] || here?.origin.from === 'typed'
  }
  const touched = Object.entries(draft.answers).filter(([field]) => isTouched(field))
  const found = Object.entries(said.answers)
    .filter(([field]) => !isTouched(field))
    .map(([field, answer]) => [field, same(draft.answers[field], answer) ?? answer] as const)
  const answers = Object.fromEntries([...found, ...touched])
  const changed = Object.keys({ ...draft.answers, ...answers }).some(field => answers[field] !== draft.answers[field])
  const faults = sitting.faults.filter(({ code, field }) => code !== 'field.missing' || (answers[field ?? '']?.value ?? '') === '')
  return {
    ...sitting,
    draft: changed ? { ...draft, answers } : draft,
    faults: faults.length === sitting.faults.length ? sitting.faults : faults,
    weighed: { fee, due, warnings },
    weighedRevision: revision,
    kept: sitting.revision === revision ? at : sitting.kept,
  }
}

/** The answer that stands here already, when it says the same: unchanged fields are not drawn again. */
const same = (here: Answer | undefined, there: Answer): Answer | undefined =>
  here !== undefined && here.value === there.value && here.origin.from === there.origin.from ? here : undefined
