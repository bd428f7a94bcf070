import type { Calendar } from '../calendar/calendar.ts'
import { afterPause, dueAt, readLimit } from '../calendar/due.ts'
import { type OfficeHours, closing } from '../calendar/office-hours.ts'
import type { OfficialId } from '../kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Instant, dayOf, instantAt } from '../kernel/time.ts'
import type { PaperForm } from '../paper/form.ts'
import type { DossierReceived } from './dossier.ts'
import { type Life, lawfulSteps } from './life.ts'
import { type DossierMoved, type Recipient, type State, type Step, type StepKind, stepForm } from './move.ts'

/** Everything a step depends on besides the dossier. */
export type StepDesk = {
  readonly now: Instant
  readonly calendar: Calendar
  readonly hours: OfficeHours
  readonly counter: string
  readonly official: { readonly id: OfficialId; readonly name: string }
  /** The next running number of a form in this counter's year. */
  readonly nextPaper: (form: PaperForm) => number
}

/**
 * Takes one step with a dossier. Refused: a step the law does not allow now (`lawfulSteps` says why), a new day that is no
 * working day or not later, a recipient whose right is not shown.
 */
export function takeStep(dossier: DossierReceived, life: Life, step: Step, desk: StepDesk): Result<DossierMoved> {
  const bar = lawfulSteps(life, desk.now, desk.calendar).find(one => one.step === step.kind)?.bar ?? null
  if (bar !== null) return refuse(bar)
  const wrong = wrongIn(step, dossier, life, desk)
  if (wrong !== null) return refuse(wrong)
  const form = stepForm[step.kind]
  return ok({
    dossier: dossier.dossier,
    code: dossier.code,
    step,
    at: desk.now,
    counter: desk.counter,
    official: desk.official,
    state: step.kind === 'resume' ? (life.paused?.state ?? life.state) : (stateAfter[step.kind] ?? life.state),
    ...dueAfter(dossier, life, step, desk),
    paperNumber: form === null ? null : desk.nextPaper(form),
  })
}

/** Not named: the state stays. With complete papers a dossier begins anew at the counter. */
const stateAfter: Partial<Record<StepKind, State>> = {
  supplement: 'supplement',
  complete: 'received',
  refuse: 'refused',
  forward: 'forwarded',
  pause: 'paused',
  stop: 'stopped',
  ready: 'ready',
  return: 'returned',
}

function dueAfter(
  dossier: DossierReceived,
  life: Life,
  step: Step,
  { now, calendar, hours }: StepDesk,
): { due: Instant; dueSure: boolean } {
  if (step.kind === 'complete') {
    const { at, sure } = dueAt(now, readLimit(dossier.procedure.takes), calendar, hours)
    return { due: at, dueSure: sure }
  }
  if (step.kind === 'resume' && life.paused !== null) {
    const { at, sure } = afterPause(life.due, { from: life.paused.from, to: now }, calendar)
    return { due: at, dueSure: sure }
  }
  if (step.kind === 'extend') return { due: instantAt(step.until, closing(hours)), dueSure: calendar.covers(step.until) }
  return { due: life.due, dueSure: life.dueSure }
}

function wrongIn(step: Step, dossier: DossierReceived, life: Life, { calendar }: StepDesk): Fault | null {
  if (step.kind === 'extend') {
    if (step.until <= dayOf(life.due)) return inputFault('life.extend.early', 'until')
    return calendar.works(step.until) ? null : inputFault('life.extend.closed', 'until')
  }
  return step.kind === 'return' ? wrongRecipient(step.to, dossier) : null
}

/** Who is not the owner shows by what paper he comes (NĐ 61/2018/NĐ-CP Điều 20; Bộ luật Dân sự 2015 Điều 134–140). */
function wrongRecipient({ right, number, paper }: Recipient, { applicant }: DossierReceived): Fault | null {
  if (right === 'owner') {
    const other = number !== null && applicant.number !== null && number !== applicant.number
    return other ? inputFault('life.return.other', 'to.number') : null
  }
  return paper === null || paper === '' ? inputFault('life.return.paper', 'to.paper') : null
}
