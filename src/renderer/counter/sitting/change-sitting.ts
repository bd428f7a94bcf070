import type { Received } from '#contract/calls.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import { type Change, type Sitting, emptySitting } from './sitting.ts'

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
    case 'compared':
      return { ...sitting, compared: { ...sitting.compared, [change.number]: change.differs } }
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

function opened(sitting: Sitting, { weighed, citizen }: Extract<Change, { kind: 'opened' }>): Sitting {
  const { draft, procedure, fee, due, warnings } = weighed
  const { handsIn, revision, compared } = sitting
  return {
    ...emptySitting,
    stage: 'form',
    citizen,
    handsIn,
    procedure,
    draft,
    weighed: { fee, due, warnings },
    compared: Object.fromEntries(Object.entries(compared).filter(([one]) => draft.cards.some(({ number }) => number === one))),
    moved: warnings.find(({ code }) => code === 'draft.moved') ?? null,
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
  const cards = draft.cards === asked.cards && JSON.stringify(said.cards) !== JSON.stringify(asked.cards) ? said.cards : draft.cards
  const changed =
    cards !== draft.cards || Object.keys({ ...draft.answers, ...answers }).some(field => answers[field] !== draft.answers[field])
  const faults = sitting.faults.filter(({ code, field }) => code !== 'field.missing' || (answers[field ?? '']?.value ?? '') === '')
  return {
    ...sitting,
    draft: changed ? { ...draft, answers, cards } : draft,
    faults: faults.length === sitting.faults.length ? sitting.faults : faults,
    weighed: { fee, due, warnings },
    weighedRevision: revision,
    kept: sitting.revision === revision ? at : sitting.kept,
  }
}

/** The answer that stands here already, when it says the same: unchanged fields are not drawn again. */
const same = (here: Answer | undefined, there: Answer): Answer | undefined =>
  here !== undefined && here.value === there.value && here.origin.from === there.origin.from ? here : undefined
