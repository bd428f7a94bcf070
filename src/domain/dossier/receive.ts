import { type Calendar } from '../calendar/calendar.ts'
import { dueAt, limitText } from '../calendar/due.ts'
import { type OfficeHours } from '../calendar/office-hours.ts'
import type { OfficialId } from '../kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Day, type Instant, dayOf } from '../kernel/time.ts'
import { valueIn } from '../procedure/answer.ts'
import { papersUnder } from '../procedure/authorisation.ts'
import { checkAnswers } from '../procedure/check.ts'
import { feeOf } from '../procedure/fee.ts'
import { isAsked } from '../procedure/fill.ts'
import { fieldsNow } from '../procedure/group.ts'
import { limitOf } from '../procedure/limit.ts'
import type { PaperNeed, Procedure } from '../procedure/procedure.ts'
import { type LastNumber, type NumberRange, dossierCode, nextNumber } from './code.ts'
import type { DossierReceived, Draft, HandedPaper, OfficeOnPaper } from './dossier.ts'

/** Everything a reception depends on besides the draft. */
export type Desk = {
  readonly now: Instant
  readonly procedure: Procedure
  readonly calendar: Calendar
  readonly hours: OfficeHours
  readonly office: OfficeOnPaper
  /** The agency's identifier in dossier codes. */
  readonly agency: string
  readonly counter: string
  readonly official: { readonly id: OfficialId; readonly name: string }
  readonly range: NumberRange
  readonly last: LastNumber | null
  /** The running number the follow-up book stands at. */
  readonly bookNumber: number
}

/** The papers a procedure wants under these answers, and what whoever hands in for another has to show. */
export const papersNeeded = (
  procedure: Procedure,
  { answers, proxy }: Pick<Draft, 'answers'> & Partial<Pick<Draft, 'proxy'>>,
): readonly PaperNeed[] => papersUnder(procedure.papers, valueIn(answers), proxy?.paper ?? null)

/**
 * Receives a dossier (NĐ 61/2018/NĐ-CP Điều 17): checks the form and the papers, gives it its number, fee and due time.
 * Refused with a fault at each field or paper that is missing or wrong; nothing is numbered then.
 */
export function receive(draft: Draft, desk: Desk): Result<DossierReceived> {
  const { procedure, now } = desk
  const day = dayOf(receivedAt(draft, now))
  const faults = wrongInDraft(draft, procedure, now, day)
  if (faults.length > 0) return refuse(...faults)
  const number = nextNumber(dayOf(now), desk.last, desk.range)
  return number.ok ? ok(dossierOf(draft, desk, number.value, day)) : number
}

/**
 * When a dossier counts as handed in: now, or, brought by the Post, when both sides signed its list (QĐ 45/2016/QĐ-TTg Điều 7
 * khoản 4), though it is written down and numbered later.
 */
export const receivedAt = ({ brought }: Pick<Draft, 'brought'>, now: Instant): Instant => brought?.at ?? now

/** Everything that is wrong with a draft, at its place. `day`: the day whose edition of the procedure holds. */
export const wrongInDraft = (draft: Draft, procedure: Procedure, now: Instant, day: Day): readonly Fault[] => [
  ...checkAnswers(procedure, draft.answers, dayOf(now)),
  ...missingPapers(procedure, draft),
  ...wrongProxy(procedure, draft),
  ...wrongEdition(procedure, day),
]

/** The number a paper shows while there is none. */
const NO_NUMBER = 0

/**
 * The dossier a draft would become now, complete or not: what the preview of its papers is drawn from. `feeDay`: the day
 * whose fees hold, for one that came in earlier.
 */
export const foresee = (draft: Draft, desk: Desk, feeDay: Day = dayOf(receivedAt(draft, desk.now))): DossierReceived =>
  dossierOf(draft, desk, NO_NUMBER, feeDay)

function dossierOf(draft: Draft, desk: Desk, number: number, feeDay: Day): DossierReceived {
  const { procedure, now } = desk
  const today = dayOf(now)
  const takes = limitOf(procedure, draft.answers)
  const received = receivedAt(draft, now)
  const due = dueAt(received, takes, desk.calendar, desk.hours)
  return {
    dossier: draft.id,
    code: dossierCode(desk.agency, today, number),
    book: { volume: `${today.slice(0, 4)}/${desk.counter}`, number: desk.bookNumber },
    office: desk.office,
    counter: desk.counter,
    official: desk.official,
    procedure: { code: procedure.code, name: procedure.name, edition: procedure.edition, takes: limitText(takes) },
    applicant: draft.applicant,
    identity: draft.identity,
    answers: askedAnswers(procedure, draft),
    papers: handedPapers(procedure, draft),
    fee: feeOf(procedure.fee, valueIn(draft.answers), feeDay),
    received,
    due: due.at,
    dueSure: due.sure,
    channel: draft.channel,
    returnBy: draft.returnBy,
    readBack: draft.readBack,
    effort: draft.effort,
    proxy: draft.proxy,
    list: draft.brought?.list ?? null,
    helped: draft.helper === null || draft.helper.id === desk.official.id ? null : draft.helper,
  }
}

const missingPapers = (procedure: Procedure, draft: Draft) =>
  papersNeeded(procedure, draft)
    .filter(paper => paper.must && draft.papers[paper.id] === undefined)
    .map(paper => inputFault('dossier.paper.missing', `papers.${paper.id}`))

/** Some matters must be asked for in person; for the others the paper that gives the right is named. */
function wrongProxy(procedure: Procedure, { proxy }: Draft): readonly Fault[] {
  if (proxy === null) return []
  if (!procedure.proxy) return [inputFault('proxy.not-allowed', 'proxy.paper')]
  return proxy.paper.trim() === '' ? [inputFault('field.missing', 'proxy.paper')] : []
}

const wrongEdition = (procedure: Procedure, today: string) =>
  procedure.effectiveFrom > today || (procedure.repealedFrom !== undefined && procedure.repealedFrom <= today)
    ? [inputFault('dossier.procedure.not-in-force', 'procedure', { from: procedure.effectiveFrom, until: procedure.repealedFrom ?? '' })]
    : []

/**
 * Answers of fields that the form no longer asks, and of rows beyond the number that was said, are not kept: the
 * declaration shows what the citizen said, and only that.
 */
const askedAnswers = (procedure: Procedure, draft: Draft): Draft['answers'] =>
  Object.fromEntries(
    fieldsNow(procedure, draft.answers).flatMap(field => {
      const answer = draft.answers[field.id]
      return answer === undefined || answer.value === '' || !isAsked(field, draft.answers) ? [] : [[field.id, answer]]
    }),
  )

const handedPapers = (procedure: Procedure, draft: Draft): HandedPaper[] =>
  papersNeeded(procedure, draft).flatMap(({ id, name, need }) => {
    const count = draft.papers[id]
    return count === undefined ? [] : [{ id, name, need, count }]
  })
