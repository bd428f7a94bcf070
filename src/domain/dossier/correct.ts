import { type Due, readLimit } from '../calendar/due.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Instant, dayOf } from '../kernel/time.ts'
import type { DossierReceived, Draft } from './dossier.ts'
import { dueOfLife } from './due-of-life.ts'
import { barOf } from './lawful.ts'
import type { Life } from './life.ts'
import type { DossierCorrected } from './move.ts'
import { type Desk, foresee, wrongInDraft } from './receive.ts'

/** A dossier that is being mended: as it holds now, and how it stands. */
export type Mended = { readonly before: DossierReceived; readonly life: Life }
type MendingDesk = Omit<Desk, 'last'>

/**
 * Mends a mistake found after printing (NĐ 61/2018/NĐ-CP Điều 4: at the office's cost, without a new petition). The code,
 * the moment of reception and the place in the book stay; the limit still counts from where it began, so the due time
 * moves only where another procedure has another limit. Refused: nothing differs, no reason, the dossier was refused or
 * stopped, the form is wrong in itself, or somebody mended it since this mending began.
 */
export function correct(draft: Draft, mended: Mended, desk: MendingDesk, reason: string): Result<DossierCorrected> {
  const { before, life } = mended
  const { now, calendar, procedure } = desk
  const bar = barOf('correct', life, { now, calendar, verification: procedure.verification ?? null })
  if (bar !== null) return refuse(bar)
  if (isStale(draft, life)) return refuse(inputFault('correct.stale', undefined, { slip: life.slip }))
  const faults = [
    ...wrongInDraft(draft, procedure, now, dayOf(before.received)),
    ...(reason.trim() === '' ? [inputFault('correct.reason', 'reason')] : []),
  ]
  if (faults.length > 0) return refuse(...faults)
  const holds = foreseeMended(draft, mended, desk)
  const changed = differences({ ...before, due: life.due }, holds)
  if (changed.length === 0) return refuse(inputFault('correct.nothing'))
  return ok({
    dossier: before.dossier,
    code: before.code,
    slip: life.slip + 1,
    reason: reason.trim(),
    changed: [...changed],
    draft: draft.id,
    now: holds,
    at: now,
    official: desk.official,
  })
}

/** The dossier as it would hold from now on, complete or not. */
export function foreseeMended(draft: Draft, { before, life }: Mended, desk: MendingDesk): DossierReceived {
  const { dossier, code, book, office, counter, official, received, channel, list, helped } = before
  // What is charged is what the law asked on the day it came in.
  const anew = foresee(draft, { ...desk, last: null }, dayOf(received))
  const due = dueMended(anew.procedure.takes, { before, life }, desk)
  return { ...anew, dossier, code, book, office, counter, official, received, channel, list, helped, due: due.at, dueSure: due.sure }
}

/**
 * When it is due then, by the limit `takes` in a dossier's words. What happened meanwhile stays: pauses and the days of a
 * verification count for the other limit too, and a day that an apology promised is not taken back.
 */
export function dueMended(
  takes: string,
  { before, life }: Mended,
  { calendar, hours }: Pick<MendingDesk, 'calendar' | 'hours'>,
): Pick<Due, 'sure' | 'skipped'> & { readonly at: Instant } {
  const { at, sure, skipped } = dueOfLife(life, readLimit(takes), calendar, hours)
  return takes === before.procedure.takes ? { at: life.due, sure: life.dueSure, skipped } : { at, sure, skipped }
}

/** A mending that begins from what an earlier slip says would undo what was mended since. */
const isStale = ({ corrects }: Draft, life: Life): boolean => (corrects?.slip ?? 1) !== life.slip

/** Places that differ. How the form was filled in (effort, read-back, origins) is no difference. */
function differences(before: DossierReceived, now: DossierReceived): readonly string[] {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  const parts = (['procedure', 'papers', 'fee', 'due', 'returnBy', 'proxy'] as const).filter(part => !same(before[part], now[part]))
  const person = (['name', 'number', 'birth', 'sex', 'address', 'phone'] as const)
    .filter(part => before.applicant[part] !== now.applicant[part])
    .map(part => `applicant.${part}`)
  const fields = [...new Set([...Object.keys(before.answers), ...Object.keys(now.answers)])]
  const answers = fields.filter(field => before.answers[field]?.value !== now.answers[field]?.value).map(field => `answers.${field}`)
  return [...parts, ...person, ...answers]
}
