import type { Calendar } from '../calendar/calendar.ts'
import { type Due, type Limit, afterPause, dueAt, forwardBy, limitText, prolonged, readLimit } from '../calendar/due.ts'
import type { OfficeHours } from '../calendar/office-hours.ts'
import { type Day, type Instant, dayOf } from '../kernel/time.ts'
import type { DossierReceived } from './dossier.ts'
import type { Life, Pause } from './life.ts'

/** What a due time follows from. */
export type Course = Pick<Life, 'since' | 'verified' | 'pauses' | 'promised'>

/**
 * When a dossier is due by all that happened to it: its limit from the moment it began, with the days of a verification
 * (NĐ 61/2018/NĐ-CP Điều 19; Luật Hộ tịch 2014), later by each pause, and never before what an apology promised.
 */
export function dueOfLife({ since, verified, pauses, promised }: Course, limit: Limit, calendar: Calendar, hours: OfficeHours): Due {
  const whole = verified === 0 ? limit : prolonged(limit, verified)
  const counted = pauses.reduce((due, pause) => shifted(due, pause, calendar), dueAt(since, whole, calendar, hours))
  if (promised === null || promised <= counted.at) return counted
  const day = dayOf(promised)
  return { ...counted, at: promised, day, sure: calendar.covers(day) }
}

function shifted(due: Due, pause: Pause, calendar: Calendar): Due {
  const later = afterPause(due.at, pause, calendar)
  return { ...later, sure: due.sure && later.sure, skipped: [...due.skipped, ...later.skipped] }
}

/** Why a dossier is due when it is: where its limit began, how long it is, what moved it, and the days that do not count. */
export type WhyDue = {
  readonly since: Instant
  readonly restarted: boolean
  /** In a dossier's words, `3d`. */
  readonly limit: string
  readonly verified: number
  readonly pauses: readonly Pause[]
  /** What an apology promised, `null` where nothing did. */
  readonly promised: Instant | null
  readonly skipped: Due['skipped']
  /** False where today's calendar would give another day than the one that was promised: the promise holds. */
  readonly same: boolean
}

export function whyDue(dossier: DossierReceived, life: Life, calendar: Calendar, hours: OfficeHours): WhyDue {
  const limit = readLimit(dossier.procedure.takes)
  const due = dueOfLife(life, limit, calendar, hours)
  return {
    since: life.since,
    restarted: life.since !== dossier.received,
    limit: limitText(limit),
    verified: life.verified,
    pauses: life.pauses,
    promised: life.promised,
    skipped: due.skipped,
    same: due.at === life.due,
  }
}

/** More working days than this are no rescheduling any more. */
const MOST_DAYS = 60

/**
 * The last day an apology can promise without a second look: the limit once more, and never beyond sixty working days. The
 * law names no end (NĐ 61/2018/NĐ-CP Điều 19), so a later day is doubted and not refused.
 */
export const farthestDay = ({ procedure: { takes } }: DossierReceived, { due }: Life, calendar: Calendar, hours: OfficeHours): Day =>
  dueAt(due, { working: Math.min(daysOf(readLimit(takes)), MOST_DAYS) }, calendar, hours).day

/** A limit in working days, begun ones whole. */
function daysOf(limit: Limit): number {
  if ('sameDay' in limit) return 1
  return 'working' in limit ? limit.working : Math.ceil(limit.hours / 8)
}

/**
 * By when a dossier that another unit settles has to be on its way there (NĐ 61/2018/NĐ-CP Điều 18): the day it came in,
 * or the beginning of the next working day after 15:00. `null` where it has left the counter or waits for something.
 */
export const forwardTime = ({ state, since }: Life, calendar: Calendar, hours: OfficeHours): Instant | null =>
  state === 'received' ? forwardBy(since, calendar, hours) : null
