import { z } from 'zod'
import { type OfficialId as Official, DossierId, OfficialId } from '../kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Instant, dayOf } from '../kernel/time.ts'
import type { PaperForm } from '../paper/form.ts'
import type { PaperNeed, Procedure } from '../procedure/procedure.ts'
import { Applicant, type Draft, OfficeOnPaper, Proxy } from './dossier.ts'
import { Wanted } from './move.ts'
import { papersNeeded } from './receive.ts'

export const VisitId = z.uuidv7().brand('VisitId')
export type VisitId = z.output<typeof VisitId>

const Text = z.string().trim().min(1).max(2000)

/**
 * Body of the entry `visit.turned.away`, version 1: a citizen came, and nothing was received (NĐ 61/2018/NĐ-CP Điều 17).
 * There is no dossier, no code and no due time, only the paper that says what is wanted, or why it is refused.
 */
export const TurnedAway = z.strictObject({
  visit: VisitId,
  /** What people call the paper by: `YC-YYMMDD-counter-n` for a request, `TC-…` for a refusal. */
  paper: z.string(),
  /** The draft that was on the desk: kept after a request, for the day the citizen comes back. */
  draft: DossierId,
  procedure: z.strictObject({ code: z.string(), name: z.string(), edition: z.string() }),
  applicant: Applicant,
  proxy: Proxy.nullable(),
  step: z.discriminatedUnion('kind', [
    // A paper is named as the procedure names it, however long that is.
    z.strictObject({ kind: z.literal('supplement'), wanted: z.array(Wanted.extend({ name: z.string().min(1) })).min(1), reason: Text }),
    z.strictObject({ kind: z.literal('refuse'), reason: Text }),
  ]),
  /** The earlier request of the same matter, where the official asked once more knowing of it. */
  after: VisitId.nullable(),
  office: OfficeOnPaper,
  counter: z.string(),
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  at: Instant,
  /** Running number of the paper in this counter's year, in one row with those of received dossiers. */
  paperNumber: z.int().positive(),
})
export type TurnedAway = z.output<typeof TurnedAway>

/** How many of which kind of one paper are to be brought. */
export const Counts = Wanted.omit({ name: true })
export type Counts = z.output<typeof Counts>

const Reason = z.string().max(2000)

/** So many papers an official may name besides those of the procedure. */
export const MOST_OTHERS = 40

/** What the official asks for. Papers of the procedure are named by id; one that is not named here counts as it is needed. */
export const Turning = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('supplement'),
    papers: z.record(z.string(), Counts),
    others: z.array(Wanted).max(MOST_OTHERS),
    reason: Reason,
    /** The official knows that papers were asked for already, and asks once more. */
    again: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('refuse'), reason: Reason }),
])
export type Turning = z.output<typeof Turning>

/** Everything it depends on besides the draft. */
export type TurningDesk = {
  readonly visit: VisitId
  readonly now: Instant
  readonly procedure: Procedure
  readonly office: OfficeOnPaper
  readonly counter: { readonly number: number; readonly name: string }
  readonly official: { readonly id: Official; readonly name: string }
  /** What was said last to the same citizen in the same matter, `null` where nothing is open. */
  readonly before: TurnedAway | null
  /** The next running number of a form in this counter's year. */
  readonly nextPaper: (form: PaperForm) => number
}

/**
 * Turns a citizen away at reception (NĐ 61/2018/NĐ-CP Điều 17): an incomplete dossier with Mẫu số 02, once and for
 * everything that is missing; one that cannot be taken with Mẫu số 03 and the reason. Refused: no reason, a paper that is
 * missing and not asked for, a second request unless the official says so.
 */
export function turnAway(draft: Draft, turning: Turning, desk: TurningDesk): Result<TurnedAway> {
  const faults = [...wrongDraft(draft), ...wrongIn(draft, turning, desk)]
  if (faults.length > 0) return refuse(...faults)
  return ok(foreseeTurn(draft, turning, desk))
}

/** What the citizen would be told, complete or not: what its paper on the screen is drawn from while it is typed. */
export function foreseeTurn(draft: Draft, turning: Turning, desk: TurningDesk): TurnedAway {
  const { visit, now, procedure, office, counter, official, before } = desk
  const form = turnForm(turning.kind)
  const paperNumber = desk.nextPaper(form)
  const reason = turning.reason.trim()
  return {
    visit,
    paper: `${beginning(turning.kind)}-${dayOf(now).slice(2).replaceAll('-', '')}-${counter.number}-${String(paperNumber).padStart(2, '0')}`,
    draft: draft.id,
    procedure: { code: procedure.code, name: procedure.name, edition: procedure.edition },
    applicant: draft.applicant,
    proxy: draft.proxy,
    step:
      turning.kind === 'refuse'
        ? { kind: 'refuse', reason }
        : { kind: 'supplement', wanted: [...wantedOf(draft, turning, procedure)], reason },
    after: turning.kind === 'supplement' && before?.step.kind === 'supplement' ? before.visit : null,
    office,
    counter: counter.name,
    official,
    at: now,
    paperNumber,
  }
}

/** The paper of a visit: the same forms as for a dossier that was received. */
export const turnForm = (kind: Turning['kind']): 'supplement' | 'refusal' => (kind === 'supplement' ? 'supplement' : 'refusal')

const beginning = (kind: Turning['kind']): string => (kind === 'supplement' ? 'YC' : 'TC')

/** What is wanted of one paper while nobody said otherwise: one of the kind it is needed as, if it is not there. */
export function countsAtFirst(paper: PaperNeed, draft: Pick<Draft, 'papers'>): Counts {
  const none = { original: 0, certified: 0, copy: 0 }
  if (!paper.must || draft.papers[paper.id] !== undefined) return none
  if (paper.need === 'certified') return { ...none, certified: 1 }
  return paper.need === 'copy' ? { ...none, copy: 1 } : { ...none, original: 1 }
}

/** A received dossier that is being mended has its own steps. */
const wrongDraft = ({ corrects }: Draft): readonly Fault[] => (corrects === null ? [] : [inputFault('visit.corrects')])

function wrongIn(draft: Draft, turning: Turning, desk: TurningDesk): readonly Fault[] {
  const reason = turning.reason.trim() === '' ? [inputFault('field.missing', 'reason')] : []
  if (turning.kind === 'refuse') return reason
  const uncounted = uncountedIn(draft, turning, desk.procedure)
  const nothing = uncounted.length === 0 && wantedOf(draft, turning, desk.procedure).length === 0 ? [inputFault('visit.nothing')] : []
  const wrong = [...uncounted, ...nothing, ...reason]
  return wrong.length > 0 || turning.again ? wrong : askedBefore(desk.before)
}

type Asked = Extract<Turning, { kind: 'supplement' }>

/** Everything at once: a paper that is not there, or that the official named, is asked for with a number of copies. */
const uncountedIn = (draft: Draft, turning: Asked, procedure: Procedure): readonly Fault[] => [
  ...papersNeeded(procedure, draft)
    .filter(paper => sum(countsAtFirst(paper, draft)) > 0 && sum(countsOf(paper, draft, turning)) === 0)
    .map(paper => inputFault('visit.paper.count', `papers.${paper.id}`)),
  ...turning.others.flatMap((other, index) => (sum(other) === 0 ? [inputFault('visit.paper.count', `others.${String(index)}`)] : [])),
]

const askedBefore = (before: TurnedAway | null): readonly Fault[] =>
  before?.step.kind === 'supplement' ? [inputFault('visit.supplement.once', undefined, { day: shownDay(before.at) })] : []

const shownDay = (at: Instant): string => dayOf(at).split('-').toReversed().join('/')

/** Papers of the procedure first, in its order, then what else the official named. */
const wantedOf = (draft: Draft, turning: Asked, procedure: Procedure): readonly Wanted[] =>
  [...papersNeeded(procedure, draft).map(paper => ({ name: paper.name, ...countsOf(paper, draft, turning) })), ...turning.others].filter(
    wanted => sum(wanted) > 0,
  )

const countsOf = (paper: PaperNeed, draft: Draft, { papers }: Asked): Counts => papers[paper.id] ?? countsAtFirst(paper, draft)

const sum = ({ original, certified, copy }: Counts): number => original + certified + copy
