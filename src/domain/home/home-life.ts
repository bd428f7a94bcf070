import { missingCase } from '../kernel/missing-case.ts'
import type { Day } from '../kernel/time.ts'
import type {
  Half,
  HomeAsked,
  HomeCarried,
  HomeEnded,
  HomePlan,
  HomePlanned,
  HomeReminded,
  HomeSettled,
  HomeTaken,
  HomeVisit,
} from './home-visit.ts'

/** Where a visit stands. `open`: asked for, or to be tried again; `done` and `cancelled` are the end of it. */
export type HomeState = 'open' | 'planned' | 'done' | 'cancelled'

export type HomeStanding = {
  readonly state: HomeState
  /** The day on which something is to be done: of the plan while there is one, else the wished or the next one. */
  readonly day: Day
  readonly half: Half
  /** How it ended last, `null` while it never did. */
  readonly end: HomeEnded | null
  /** Outcomes that were joined and do not count: an official has to look at each. */
  readonly differing: readonly HomeEnded[]
}

/**
 * How a visit stands. Of several outcomes of one plan that were joined, the one that counts does not depend on the order in
 * which they came: what was done goes before what was not, then the earlier, then by name.
 */
export function homeStanding(visit: HomeVisit): HomeStanding {
  const { request, plan, endings, settled } = visit
  const holding = plan === null ? null : holdingOf(visit, plan.plan)
  const differing = endings.filter(one => one.from !== null && !isHeld(one, visit) && !settled.includes(one.ending))
  const end = lastEnd(visit, holding)
  const again = end !== null && (end.end.kind === 'absent' || end.end.kind === 'later') ? end.end.again : null
  const isPlanned = plan !== null && holding === null
  return {
    state: isPlanned ? 'planned' : stateAfter(end),
    day: isPlanned ? plan.day : (again ?? request.wish.day),
    half: isPlanned ? halfOf(plan.slot) : request.wish.half,
    end,
    differing,
  }
}

export const halfOf = (slot: string): Half => (slot < '12:00' ? 'morning' : 'afternoon')

/** The outcome that counts for a plan. */
export function holdingOf({ endings }: Pick<HomeVisit, 'endings'>, plan: string): HomeEnded | null {
  const [first = null] = endings.filter(one => one.plan === plan && one.bar === null).toSorted(byRank)
  return first
}

const byRank = (one: HomeEnded, other: HomeEnded): number =>
  rank(one) - rank(other) || one.at - other.at || (one.ending < other.ending ? -1 : 1)

const rank = ({ end }: HomeEnded): number => (end.kind === 'done' ? 0 : 1)

const isHeld = (one: HomeEnded, visit: HomeVisit): boolean =>
  one.bar === null && one.plan !== null && holdingOf(visit, one.plan)?.ending === one.ending

/** What was said last: the outcome of the plan, or what the office said after it without another plan. */
function lastEnd({ endings, plan }: HomeVisit, holding: HomeEnded | null): HomeEnded | null {
  if (plan !== null && holding === null) return endings.findLast(({ bar }) => bar === null) ?? null
  const unplanned = endings.findLastIndex(one => one.plan === null)
  const held = endings.findIndex(one => one.ending === holding?.ending)
  return unplanned > held ? (endings[unplanned] ?? null) : holding
}

function stateAfter(end: HomeEnded | null): HomeState {
  if (end?.end.kind === 'done') return 'done'
  return end?.end.kind === 'cancelled' ? 'cancelled' : 'open'
}

/** One thing that happens to a visit, as its entry says it. */
export type HomeHappening =
  | { readonly kind: 'home.asked'; readonly body: HomeAsked }
  | { readonly kind: 'home.planned'; readonly body: HomePlanned }
  | { readonly kind: 'home.reminded'; readonly body: HomeReminded }
  | { readonly kind: 'home.ended'; readonly body: HomeEnded }
  | { readonly kind: 'home.settled'; readonly body: HomeSettled }
  | { readonly kind: 'home.carried'; readonly body: HomeCarried }

/** A visit after something happened to it; `null` where nothing is known of it, because its request was forgotten. */
export function afterHome(before: HomeVisit | null, happening: HomeHappening): HomeVisit | null {
  if (happening.kind === 'home.asked') return askedVisit(happening.body)
  if (before === null) return null
  switch (happening.kind) {
    case 'home.planned':
      return { ...before, plan: happening.body.plan, reminded: null, carried: null }
    case 'home.reminded':
      return before.plan?.plan === happening.body.plan ? { ...before, reminded: happening.body.at } : before
    case 'home.ended':
      return { ...before, endings: [...before.endings, happening.body] }
    case 'home.settled':
      return { ...before, settled: [...before.settled, happening.body.ending] }
    case 'home.carried':
      return { ...before, carried: happening.body.at }
    default:
      return missingCase(happening)
  }
}

const askedVisit = ({ visit, request, at }: HomeAsked): HomeVisit => ({
  visit,
  request,
  asked: at,
  plan: null,
  reminded: null,
  carried: null,
  endings: [],
  settled: [],
  taken: null,
})

/**
 * A visit of another counter on the machine that was taken along. One that is there already keeps what was written of it,
 * and only a newer plan takes the place of its own.
 */
export const takenVisit = (before: HomeVisit | null, { from, at }: HomeTaken, stop: HomeTaken['stops'][number]): HomeVisit => ({
  ...(before ?? askedVisit({ visit: stop.visit, request: stop.request, at: stop.asked, by: stop.plan.official })),
  request: stop.request,
  plan: newerPlan(before?.plan ?? null, stop.plan),
  carried: at,
  taken: { from, handing: stop.handing },
})

/** Plans are named by the time at which they were made. */
const newerPlan = (one: HomePlan | null, other: HomePlan): HomePlan => (one !== null && one.plan > other.plan ? one : other)
