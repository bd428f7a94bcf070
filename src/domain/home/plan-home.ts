import type { Calendar } from '../calendar/calendar.ts'
import { type OfficeHours, sessions } from '../calendar/office-hours.ts'
import { wrongRecipient } from '../dossier/recipient.ts'
import type { State } from '../dossier/move.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { type Day, type Instant, dayOf, wallTime } from '../kernel/time.ts'
import { wrongValue } from '../procedure/check.ts'
import { Field } from '../procedure/procedure.ts'
import type { Signer } from '../post/handover.ts'
import { homeStanding } from './home-life.ts'
import type {
  Handing,
  HomeAsked,
  HomeEnd,
  HomeEnded,
  HomeEndingId,
  HomePlan,
  HomePlanId,
  HomePlanned,
  HomeRequest,
  HomeVisit,
  HomeVisitId,
} from './home-visit.ts'

/** So many minutes lie at least between two houses of one official: the way, and what is done there. */
export const SLOT_MINUTES = 30

/** What every decision about a home visit depends on. */
export type HomeDesk = {
  readonly now: Instant
  readonly calendar: Calendar
  readonly hours: OfficeHours
  readonly official: Pick<Signer, 'id' | 'name'>
}

/** The dossier whose result is asked for, as it stands: whether another visit brings it already, and why nobody here has it. */
export type Asked = { readonly state: State; readonly onItsWay: boolean; readonly bar: Fault | null }

/**
 * Somebody asks to be served at home. `asked`: the dossier of a result that is to be brought, `null` where the office does
 * not know it. Refused: a name, telephone or number that cannot be, a day in the past or one on which nobody works, a
 * result that is not ready or already on its way.
 */
export function askHome(request: HomeRequest, asked: Asked | null, visit: HomeVisitId, desk: HomeDesk): Result<HomeAsked> {
  const faults = [
    wrongValue(aField('name', 'name'), request.name, dayOf(desk.now)),
    wrongValue(aField('phone', 'phone'), request.phone, dayOf(desk.now)),
    wrongDay(request.wish.day, 'wish.day', desk),
    request.matter.kind === 'return' ? wrongDossier(asked) : null,
  ].filter(fault => fault !== null)
  if (faults.length > 0) return refuse(...faults)
  return ok({ visit, request, at: desk.now, by: byOf(desk) })
}

const aField = (id: string, kind: 'name' | 'phone'): Field => Field.parse({ id, kind, label: id })

function wrongDossier(asked: Asked | null): Fault | null {
  if (asked === null) return inputFault('dossier.unknown', 'matter.code')
  if (asked.onItsWay) return inputFault('home.dossier.twice', 'matter.code')
  if (asked.bar !== null) return inputFault(asked.bar.code, 'matter.code', asked.bar.data)
  return asked.state === 'ready' ? null : inputFault('home.dossier.not-ready', 'matter.code')
}

/** What is planned: when, and who goes. */
export type Planning = { readonly day: Day; readonly slot: string; readonly official: Pick<Signer, 'id' | 'name' | 'role'> }

/**
 * Plans a visit, or plans it anew. `others`: the visits that are planned for the same official and day. Refused: a visit
 * that is over or another counter's, a day or time that has passed, one on which the office is closed, a time too near to
 * another visit of the same official, a clerk of the Post.
 */
export function planHome(
  visit: HomeVisit,
  planning: Planning,
  others: readonly HomeVisit[],
  { plan, ...desk }: HomeDesk & { readonly plan: HomePlanId },
): Result<HomePlanned> {
  const bar = barOfPlanning(visit)
  if (bar !== null) return refuse(bar)
  const faults = [
    planning.official.role === 'postal' ? inputFault('home.official', 'official') : null,
    wrongDay(planning.day, 'day', desk) ?? wrongSlot(planning, visit, others, desk),
  ].filter(fault => fault !== null)
  if (faults.length > 0) return refuse(...faults)
  const { id, name } = planning.official
  const made: HomePlan = { plan, day: planning.day, slot: planning.slot, official: { id, name } }
  return ok({ visit: visit.visit, plan: made, at: desk.now, by: byOf(desk) })
}

function barOfPlanning(visit: HomeVisit): Fault | null {
  if (visit.taken !== null) return inputFault('home.elsewhere')
  const { state } = homeStanding(visit)
  return state === 'open' || state === 'planned' ? null : inputFault('home.over')
}

function wrongDay(day: Day, field: string, { now, calendar }: Pick<HomeDesk, 'now' | 'calendar'>): Fault | null {
  if (day < dayOf(now)) return inputFault('home.day.past', field)
  return calendar.works(day) ? null : inputFault('home.day.closed', field)
}

function wrongSlot(
  { day, slot }: Planning,
  { visit }: HomeVisit,
  others: readonly HomeVisit[],
  { now, hours }: Pick<HomeDesk, 'now' | 'hours'>,
): Fault | null {
  const minutes = minutesOf(slot)
  if (!sessions(hours).some(({ from, to }) => minutes >= from && minutes < to)) return inputFault('home.slot.closed', 'slot')
  if (day === dayOf(now) && minutes <= wallTime(now).minutes) return inputFault('home.slot.past', 'slot')
  const near = others.find(other => other.visit !== visit && isNear(other, minutes))
  return near?.plan === null || near === undefined
    ? null
    : inputFault('home.slot.taken', 'slot', { slot: near.plan.slot, minutes: SLOT_MINUTES })
}

const isNear = ({ plan }: HomeVisit, minutes: number): boolean => plan !== null && Math.abs(minutesOf(plan.slot) - minutes) < SLOT_MINUTES

const minutesOf = (slot: string): number => Number(slot.slice(0, 2)) * 60 + Number(slot.slice(3))

/**
 * Ends a visit at this machine. `handing`: the result that is brought, `null` where none is. Refused: a visit that is over
 * or was not planned, a second outcome on a machine that was taken along, a next day that has passed or is none, a result that was given to nobody, or to somebody whose right
 * is not shown (NĐ 61/2018/NĐ-CP Điều 20).
 */
export function endHome(
  visit: HomeVisit,
  end: HomeEnd,
  handing: Handing | null,
  { ending, ...desk }: HomeDesk & { readonly ending: HomeEndingId },
): Result<HomeEnded> {
  const { state } = homeStanding(visit)
  if (state === 'done' || state === 'cancelled') return refuse(inputFault('home.over'))
  if (state === 'open' && visit.taken !== null) return refuse(inputFault('home.elsewhere'))
  if (state === 'open' && (end.kind === 'done' || end.kind === 'absent')) return refuse(inputFault('home.unplanned'))
  const wrong = wrongEnd(visit, end, handing, desk)
  if (wrong !== null) return refuse(wrong)
  return ok({
    visit: visit.visit,
    plan: state === 'planned' ? (visit.plan?.plan ?? null) : null,
    ending,
    end,
    at: desk.now,
    by: byOf(desk),
    from: null,
    bar: null,
  })
}

function wrongEnd({ request }: HomeVisit, end: HomeEnd, handing: Handing | null, desk: HomeDesk): Fault | null {
  if (end.kind === 'cancelled') return null
  if (end.kind === 'absent') return wrongDay(end.again, 'again', desk)
  if (end.kind === 'later') return end.again === dayOf(desk.now) ? inputFault('home.day.past', 'again') : wrongDay(end.again, 'again', desk)
  if (request.matter.kind !== 'return') return end.given === null ? null : inputFault('home.given', 'to.name')
  if (end.given === null || handing === null) return inputFault('home.given', 'to.name')
  return wrongRecipient(end.given.to, { applicant: handing.owner }, handing)
}

const byOf = ({ official: { id, name } }: HomeDesk) => ({ id, name })
