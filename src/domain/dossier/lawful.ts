import type { Calendar } from '../calendar/calendar.ts'
import { workingDaysAfter } from '../calendar/due.ts'
import { type Fault, failureFault, inputFault } from '../kernel/result.ts'
import { type Instant, dayOf, isoTime } from '../kernel/time.ts'
import type { Verification } from '../procedure/procedure.ts'
import type { Life } from './life.ts'
import type { State, StepName } from './move.ts'

/** One step, the article it rests on, and why it may not be taken now: `null` where it may. */
export type Lawful = { readonly step: StepName; readonly law: string; readonly bar: Fault | null }

/** What the law looks at besides the dossier. `verification`: what its procedure allows, `null` where it allows none. */
export type Moment = { readonly now: Instant; readonly calendar: Calendar; readonly verification: Verification | null }

/**
 * What may be done with a dossier at this moment, and why the rest may not (NĐ 61/2018/NĐ-CP Điều 17–20, with NĐ
 * 107/2021/NĐ-CP; since 01/07/2025 NĐ 118/2025/NĐ-CP, whose forms of TT 03/2025/TT-VPCP keep these steps). Nothing may be
 * done at a time before the last thing that happened: the clock is wrong then.
 */
export const lawfulSteps = (life: Life, moment: Moment): readonly Lawful[] =>
  rules.map(({ step, law, from, bar }) => ({
    step,
    law: step === 'verify' ? (moment.verification?.law ?? law) : law,
    bar: clockBack(life, moment) ?? (from.includes(life.state) ? (bar?.(life, moment) ?? null) : inputFault(wrongState(step, life.state))),
  }))

/** Why one step may not be taken now. */
export const barOf = (step: StepName, life: Life, moment: Moment): Fault | null =>
  lawfulSteps(life, moment).find(one => one.step === step)?.bar ?? null

/** A dossier found short after it was received goes back within so many working days of its reception (Điều 19). */
const APPRAISAL_DAYS = 3

type Rule = {
  readonly step: Lawful['step']
  readonly law: string
  readonly from: readonly State[]
  readonly bar?: (life: Life, moment: Moment) => Fault | null
}

const open: readonly State[] = ['received', 'supplement', 'forwarded', 'paused']
const running: readonly State[] = ['received', 'forwarded']

const rules: readonly Rule[] = [
  { step: 'ready', law: 'Nghị định số 61/2018/NĐ-CP Điều 19, Điều 20', from: running },
  { step: 'return', law: 'Nghị định số 61/2018/NĐ-CP Điều 20', from: ['ready'] },
  { step: 'supplement', law: 'Nghị định số 61/2018/NĐ-CP Điều 17, Điều 19', from: running, bar: supplementBar },
  { step: 'complete', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['supplement'] },
  { step: 'forward', law: 'Nghị định số 61/2018/NĐ-CP Điều 18', from: running },
  { step: 'verify', law: 'Luật Hộ tịch 2014', from: running, bar: verifyBar },
  { step: 'extend', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: running, bar: extendBar },
  { step: 'refuse', law: 'Nghị định số 61/2018/NĐ-CP Điều 17, Điều 19', from: open, bar: refuseBar },
  { step: 'pause', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: running, bar: pauseBar },
  { step: 'resume', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['paused'] },
  { step: 'stop', law: 'Thông tư số 03/2025/TT-VPCP Phụ lục I, Mẫu số 05', from: open },
  // A mistake of the office is mended at its cost, also when the result was given out.
  { step: 'correct', law: 'Nghị định số 61/2018/NĐ-CP Điều 4', from: [...open, 'ready', 'returned'] },
]

function clockBack({ last }: Life, { now }: Moment): Fault | null {
  return now < last ? failureFault('life.clock.back', { last: isoTime(last).slice(0, 16).replace('T', ' ') }) : null
}

/**
 * Asked once, for everything. At reception that is what Điều 17 means, before there is a slip; once a dossier was received
 * it was found complete, and whoever looks at it again, at the counter or at the unit, has the three working days of Điều
 * 19. After the limit nothing is asked for any more: asking would begin a limit anew that was not kept.
 */
function supplementBar(life: Life, { now, calendar }: Moment): Fault | null {
  if (life.supplements > 0) return inputFault('life.supplement.once')
  if (now > life.due) return inputFault('life.supplement.over')
  const late = workingDaysAfter(life.since, now, calendar) > APPRAISAL_DAYS
  return late ? inputFault('life.supplement.late', undefined, { days: APPRAISAL_DAYS }) : null
}

/** Once, and at the latest the day before the limit ends (Điều 19). */
function extendBar(life: Life, { now }: Moment): Fault | null {
  if (life.extensions > 0) return inputFault('life.extend.once')
  return dayOf(now) >= dayOf(life.due) ? inputFault('life.extend.late') : null
}

/** Inside the limit (Điều 19). Where it does not run, the moment counts at which it stopped: a pause is no way around it. */
function refuseBar({ stopped, due }: Life, { now }: Moment): Fault | null {
  return (stopped ?? now) > due ? inputFault('life.refuse.late') : null
}

/** A limit that is over cannot stand still any more. */
function pauseBar({ due }: Life, { now }: Moment): Fault | null {
  return now > due ? inputFault('life.pause.late') : null
}

/** Days are added once, only where the law of the procedure has them, and only while the limit runs. */
function verifyBar({ verified, due }: Life, { now, verification }: Moment): Fault | null {
  if (verification === null) return inputFault('life.verify.none')
  if (verified > 0) return inputFault('life.verify.once')
  return now > due ? inputFault('life.verify.late') : null
}

function wrongState(step: Lawful['step'], state: State) {
  if (state === 'refused' || state === 'stopped' || state === 'returned') return 'life.ended'
  if (step === 'complete') return 'life.not-waiting'
  if (step === 'resume') return 'life.not-paused'
  if (step === 'return') return 'life.not-ready'
  if (state === 'supplement') return 'life.waiting'
  return state === 'paused' ? 'life.paused' : 'life.ready'
}
