import type { Calendar } from '../calendar/calendar.ts'
import { workingDaysAfter } from '../calendar/due.ts'
import { type Fault, inputFault } from '../kernel/result.ts'
import { type Instant, dayOf } from '../kernel/time.ts'
import type { DossierReceived } from './dossier.ts'
import type { Happening, State, StepName } from './move.ts'

/** How a dossier stands: its reception and all that happened since, folded. */
export type Life = {
  readonly state: State
  /** When its limit began to run: at reception, or when the papers became complete. */
  readonly since: Instant
  readonly due: Instant
  readonly dueSure: boolean
  readonly supplements: number
  readonly extensions: number
  /** Since when it is paused and where it stood then, `null` while it is not. */
  readonly paused: { readonly from: Instant; readonly state: State } | null
  /** Which slip holds: 1 until a correction. */
  readonly slip: number
}

export const lifeOf = (dossier: DossierReceived, history: readonly Happening[]): Life =>
  history.reduce(after, {
    state: 'received',
    since: dossier.received,
    due: dossier.due,
    dueSure: dossier.dueSure,
    supplements: 0,
    extensions: 0,
    paused: null,
    slip: 1,
  })

function after(life: Life, happening: Happening): Life {
  if (happening.kind === 'corrected') {
    const { slip, now } = happening.corrected
    return { ...life, slip, due: now.due, dueSure: now.dueSure }
  }
  const { step, at, state, due, dueSure } = happening.moved
  return {
    ...life,
    state,
    due,
    dueSure,
    since: step.kind === 'complete' ? at : life.since,
    supplements: life.supplements + (step.kind === 'supplement' ? 1 : 0),
    extensions: life.extensions + (step.kind === 'extend' ? 1 : 0),
    paused: step.kind === 'pause' ? { from: at, state: life.state } : null,
  }
}

/** One step, the article it rests on, and why it may not be taken now: `null` where it may. */
export type Lawful = { readonly step: StepName; readonly law: string; readonly bar: Fault | null }

/**
 * What may be done with a dossier at this moment, and why the rest may not (NĐ 61/2018/NĐ-CP Điều 17–20, with NĐ
 * 107/2021/NĐ-CP; since 01/07/2025 NĐ 118/2025/NĐ-CP, whose forms of TT 03/2025/TT-VPCP keep these steps).
 */
export const lawfulSteps = (life: Life, now: Instant, calendar: Calendar): readonly Lawful[] =>
  rules.map(({ step, law, from, bar }) => ({
    step,
    law,
    bar: from.includes(life.state) ? (bar?.(life, now, calendar) ?? null) : inputFault(wrongState(step, life.state)),
  }))

/** A dossier found short after appraisal goes back within so many working days of its reception (Điều 19). */
const APPRAISAL_DAYS = 3

type Rule = {
  readonly step: Lawful['step']
  readonly law: string
  readonly from: readonly State[]
  readonly bar?: (life: Life, now: Instant, calendar: Calendar) => Fault | null
}

const open: readonly State[] = ['received', 'supplement', 'forwarded', 'paused']

const rules: readonly Rule[] = [
  { step: 'ready', law: 'Nghị định số 61/2018/NĐ-CP Điều 19, Điều 20', from: ['received', 'forwarded'] },
  { step: 'return', law: 'Nghị định số 61/2018/NĐ-CP Điều 20', from: ['ready'] },
  { step: 'supplement', law: 'Nghị định số 61/2018/NĐ-CP Điều 17, Điều 19', from: ['received', 'forwarded'], bar: supplementBar },
  { step: 'complete', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['supplement'] },
  { step: 'forward', law: 'Nghị định số 61/2018/NĐ-CP Điều 18', from: ['received'] },
  { step: 'extend', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['received', 'forwarded'], bar: extendBar },
  { step: 'refuse', law: 'Nghị định số 61/2018/NĐ-CP Điều 17, Điều 19', from: open, bar: refuseBar },
  { step: 'pause', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['received', 'forwarded'] },
  { step: 'resume', law: 'Nghị định số 61/2018/NĐ-CP Điều 19', from: ['paused'] },
  { step: 'stop', law: 'Thông tư số 03/2025/TT-VPCP Phụ lục I, Mẫu số 05', from: open },
  { step: 'correct', law: 'Nghị định số 61/2018/NĐ-CP Điều 4', from: [...open, 'ready'] },
]

/** Asked once, for everything (Điều 17); after appraisal only in the first working days (Điều 19). */
function supplementBar(life: Life, now: Instant, calendar: Calendar): Fault | null {
  if (life.supplements > 0) return inputFault('life.supplement.once')
  const late = life.state === 'forwarded' && workingDaysAfter(life.since, now, calendar) > APPRAISAL_DAYS
  return late ? inputFault('life.supplement.late', undefined, { days: APPRAISAL_DAYS }) : null
}

/** Once, and at the latest the day before the limit ends (Điều 19). */
function extendBar(life: Life, now: Instant): Fault | null {
  if (life.extensions > 0) return inputFault('life.extend.once')
  return dayOf(now) >= dayOf(life.due) ? inputFault('life.extend.late') : null
}

/** Inside the limit (Điều 19); while papers are awaited, the limit does not run. */
function refuseBar(life: Life, now: Instant): Fault | null {
  const runs = life.state !== 'supplement' && life.state !== 'paused'
  return runs && now > life.due ? inputFault('life.refuse.late') : null
}

function wrongState(step: Lawful['step'], state: State) {
  if (state === 'refused' || state === 'stopped' || state === 'returned') return 'life.ended'
  if (step === 'complete') return 'life.not-waiting'
  if (step === 'resume') return 'life.not-paused'
  if (step === 'return') return 'life.not-ready'
  if (state === 'supplement') return 'life.waiting'
  if (state === 'paused') return 'life.paused'
  return state === 'ready' ? 'life.ready' : 'life.forwarded'
}
