import { dueAt } from '../calendar/due.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { dayOf } from '../kernel/time.ts'
import type { DossierReceived, Draft } from './dossier.ts'
import { type Life, lawfulSteps } from './life.ts'
import type { DossierCorrected } from './move.ts'
import { type Desk, foresee, wrongInDraft } from './receive.ts'

/**
 * Mends a mistake found after printing (NĐ 61/2018/NĐ-CP Điều 4: at the office's cost, without a new petition). The code,
 * the moment of reception and the place in the book stay; the limit still counts from the reception, so the due time moves
 * only where another procedure has another limit. Refused: nothing differs, no reason, the dossier has ended, or the form
 * is wrong in itself.
 */
export function correct(
  draft: Draft,
  before: DossierReceived,
  life: Life,
  desk: Omit<Desk, 'last'>,
  reason: string,
): Result<DossierCorrected> {
  const bar = lawfulSteps(life, desk.now, desk.calendar).find(one => one.step === 'correct')?.bar ?? null
  if (bar !== null) return refuse(bar)
  const faults = [
    ...wrongInDraft(draft, desk.procedure, desk.now, dayOf(before.received)),
    ...(reason.trim() === '' ? [inputFault('correct.reason', 'reason')] : []),
  ]
  if (faults.length > 0) return refuse(...faults)
  const now = corrected(draft, before, life, desk)
  const changed = differences(before, now)
  if (changed.length === 0) return refuse(inputFault('correct.nothing'))
  return ok({
    dossier: before.dossier,
    code: before.code,
    slip: life.slip + 1,
    reason: reason.trim(),
    changed: [...changed],
    now,
    at: desk.now,
    official: desk.official,
  })
}

function corrected(draft: Draft, before: DossierReceived, life: Life, desk: Omit<Desk, 'last'>): DossierReceived {
  const { dossier, code, book, office, counter, official, received, channel } = before
  const anew = foresee(draft, { ...desk, last: null })
  const due = anew.procedure.takes === before.procedure.takes ? { due: life.due, dueSure: life.dueSure } : dueFrom(life, desk)
  return { ...anew, dossier, code, book, office, counter, official, received, channel, ...due }
}

function dueFrom({ since }: Life, { procedure, calendar, hours }: Omit<Desk, 'last'>) {
  const { at, sure } = dueAt(since, procedure.takes, calendar, hours)
  return { due: at, dueSure: sure }
}

/** Places that differ. How the form was filled in (effort, read-back, origins) is no difference. */
function differences(before: DossierReceived, now: DossierReceived): readonly string[] {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  const parts = (['procedure', 'papers', 'fee', 'due', 'returnBy'] as const).filter(part => !same(before[part], now[part]))
  const person = (['name', 'number', 'birth', 'sex', 'address', 'phone'] as const)
    .filter(part => before.applicant[part] !== now.applicant[part])
    .map(part => `applicant.${part}`)
  const fields = [...new Set([...Object.keys(before.answers), ...Object.keys(now.answers)])]
  const answers = fields.filter(field => before.answers[field]?.value !== now.answers[field]?.value).map(field => `answers.${field}`)
  return [...parts, ...person, ...answers]
}
