import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { homeStanding } from './home-life.ts'
import type { HomeVisit, HomeVisitId } from './home-visit.ts'

/**
 * The visits of one official on one day in the order in which they are made: as somebody put them, and one that was planned
 * since stands before the first that is expected later.
 */
export function routeOrder(visits: readonly HomeVisit[], order: readonly HomeVisitId[]): readonly HomeVisit[] {
  const placed = order.flatMap(id => visits.filter(({ visit }) => visit === id))
  const rest = visits.filter(({ visit }) => !order.includes(visit)).toSorted((one, other) => bySlot(one, other))
  return rest.reduce((route, visit) => {
    const at = route.findIndex(other => bySlot(other, visit) > 0)
    return route.toSpliced(at === -1 ? route.length : at, 0, visit)
  }, placed)
}

const bySlot = (one: HomeVisit, other: HomeVisit): number =>
  slotOf(one).localeCompare(slotOf(other)) || one.visit.localeCompare(other.visit)

const slotOf = ({ plan }: HomeVisit): string => plan?.slot ?? ''

/** One visit a place up or down its route; the whole order that follows. Refused: a visit that is not on it. At an end nothing moves. */
export function moveOnRoute(route: readonly HomeVisit[], visit: HomeVisitId, by: 1 | -1): Result<readonly HomeVisitId[]> {
  const order = route.map(one => one.visit)
  const at = order.indexOf(visit)
  if (at === -1) return refuse(inputFault('home.unknown'))
  const other = order[at + by]
  if (other === undefined) return ok(order)
  const rest = order.filter(one => one !== visit)
  return ok([...rest.slice(0, at + by), visit, ...rest.slice(at + by)])
}

/** Whether somebody is visited after one who is expected later: the official looks at it once more. */
export const isOutOfTime = (route: readonly HomeVisit[], at: number): boolean => {
  const visit = route[at]
  return visit !== undefined && route.slice(at + 1).some(later => slotOf(later) < slotOf(visit))
}

/** Those of a route that are still to be made. */
export const stillPlanned = (route: readonly HomeVisit[]): readonly HomeVisit[] =>
  route.filter(visit => homeStanding(visit).state === 'planned')
