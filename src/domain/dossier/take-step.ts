import type { Calendar } from '../calendar/calendar.ts'
import { afterPause, readLimit } from '../calendar/due.ts'
import { type OfficeHours, closing } from '../calendar/office-hours.ts'
import type { OfficialId } from '../kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Instant, dayOf, instantAt } from '../kernel/time.ts'
import type { PaperForm } from '../paper/form.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { DossierReceived } from './dossier.ts'
import { dueOfLife } from './due-of-life.ts'
import { barOf } from './lawful.ts'
import type { Life } from './life.ts'
import { type DossierMoved, type State, type Step, type StepKind, stepForm } from './move.ts'
import { originalsAfter } from './originals.ts'
import { wrongRecipient } from './recipient.ts'

/** Everything a step depends on besides the dossier. */
export type StepDesk = {
  readonly now: Instant
  readonly calendar: Calendar
  readonly hours: OfficeHours
  /** What the dossier was received under; `null` where the catalogue no longer has it. */
  readonly procedure: Pick<Procedure, 'proxy' | 'verification'> | null
  /** What was paid by now and not given back. */
  readonly paid: number
  readonly counter: string
  readonly official: { readonly id: OfficialId; readonly name: string }
  /** The next running number of a form in this counter's year. */
  readonly nextPaper: (form: PaperForm) => number
}

/**
 * Takes one step with a dossier. Refused: a step the law does not allow now (`lawfulSteps` says why), a new day that is no
 * working day or not later, more money back than was paid, a recipient whose right is not shown.
 */
export function takeStep(dossier: DossierReceived, life: Life, step: Step, desk: StepDesk): Result<DossierMoved> {
  const verification = desk.procedure?.verification ?? null
  const bar = barOf(step.kind, life, { now: desk.now, calendar: desk.calendar, verification })
  if (bar !== null) return refuse(bar)
  const wrong = wrongIn(step, dossier, life, desk)
  if (wrong !== null) return refuse(wrong)
  const { due, dueSure } = dueAfter(dossier, life, step, desk)
  const originals = originalsAfter(dossier, step)
  return ok({
    dossier: dossier.dossier,
    code: dossier.code,
    step,
    at: desk.now,
    counter: desk.counter,
    official: desk.official,
    state: step.kind === 'resume' ? (life.paused?.state ?? life.state) : (stateAfter[step.kind] ?? life.state),
    due,
    dueSure,
    ...(due === life.due ? {} : { before: life.due }),
    ...(step.kind === 'verify' && verification !== null ? { verification } : {}),
    ...(originals === null ? {} : { originals }),
    paperNumber: paperNumber(step, desk),
  })
}

/** Mẫu số 01 has its number in the follow-up book; the others are counted through the year. */
function paperNumber({ kind }: Step, { nextPaper }: StepDesk): number | null {
  const form = stepForm[kind]
  return form === null || form === 'mau-01' ? null : nextPaper(form)
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
  { procedure: { takes } }: DossierReceived,
  life: Life,
  step: Step,
  { now, calendar, hours, procedure }: StepDesk,
): { due: Instant; dueSure: boolean } {
  if (step.kind === 'complete') {
    const { at, sure } = dueOfLife({ since: now, verified: life.verified, pauses: [], promised: null }, readLimit(takes), calendar, hours)
    return { due: at, dueSure: sure }
  }
  if (step.kind === 'verify') {
    const verified = procedure?.verification?.workingDays ?? 0
    const { at, sure } = dueOfLife({ ...life, verified }, readLimit(takes), calendar, hours)
    return at > life.due ? { due: at, dueSure: sure } : { due: life.due, dueSure: life.dueSure }
  }
  if (step.kind === 'resume' && life.paused !== null) {
    const { at, sure } = afterPause(life.due, { from: life.paused.from, to: now }, calendar)
    return { due: at, dueSure: life.dueSure && sure }
  }
  if (step.kind === 'extend') return { due: instantAt(step.until, closing(hours)), dueSure: calendar.covers(step.until) }
  return { due: life.due, dueSure: life.dueSure }
}

function wrongIn(step: Step, dossier: DossierReceived, life: Life, { calendar, paid, procedure }: StepDesk): Fault | null {
  if (step.kind === 'extend') {
    if (step.until <= dayOf(life.due)) return inputFault('life.extend.early', 'until')
    return calendar.works(step.until) ? null : inputFault('life.extend.closed', 'until')
  }
  if (step.kind === 'stop') return step.refund > paid ? inputFault('life.stop.refund', 'refund', { most: paid }) : null
  return step.kind === 'return' ? wrongRecipient(step.to, dossier, procedure) : null
}
