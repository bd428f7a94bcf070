import { Instant, wallTime } from '../kernel/time.ts'
import { takes } from './rule.ts'
import type { Service, ServiceId } from './service.ts'
import { type Sitting, type Ticket, isOpen, isSitting } from './ticket.ts'
import { type Pace, type Wait, waitFor } from './wait.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE

/** Minutes until a ticket was called the first time; `null` where it never was. */
const waited = ({ taken, firstCalled }: Ticket): number | null => (firstCalled === null ? null : (firstCalled - taken) / MINUTE)

/** How a day went, from its tickets. Times are of the machine that led. */
export function dayFigures(tickets: readonly Ticket[], now: Instant) {
  const sittings = tickets.flatMap(ticket => ticket.sittings).filter(isSitting)
  const ended = tickets.filter(({ state }) => state === 'done' || state === 'gone')
  const served = ended.filter(ticket => ticket.sittings.some(isSitting)).length
  const waits = tickets.map(waited).filter(minutes => minutes !== null)
  const told = tickets.filter(({ wait, firstCalled }) => wait !== null && firstCalled !== null)
  return {
    taken: tickets.length,
    waiting: tickets.filter(({ state }) => state === 'waiting').length,
    served,
    abandoned: ended.length - served,
    meanWait: waits.length === 0 ? null : waits.reduce((sum, one) => sum + one, 0) / waits.length,
    longestWait: waits.length === 0 ? null : Math.max(...waits),
    promised: told.length === 0 ? null : told.filter(held).length / told.length,
    hours: servedByHour(sittings),
    line: lineOverDay(tickets, now),
  }
}

/** Whether the wait that was told is the wait that came. */
export function held(ticket: Ticket): boolean {
  const minutes = waited(ticket)
  return ticket.wait !== null && minutes !== null && minutes >= ticket.wait.from && minutes <= ticket.wait.to
}

function servedByHour(sittings: readonly Sitting[]): { counter: number; hour: number; served: number }[] {
  const counts = new Map<string, { counter: number; hour: number; served: number }>()
  for (const { counter, to } of sittings) {
    const hour = Math.floor(wallTime(to).minutes / 60)
    const key = `${counter} ${hour}`
    counts.set(key, { counter, hour, served: (counts.get(key)?.served ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => a.counter - b.counter || a.hour - b.hour)
}

/** How many waited for each service, each quarter of an hour from the first ticket on. */
function lineOverDay(tickets: readonly Ticket[], now: Instant): { at: Instant; service: ServiceId; waiting: number }[] {
  const [first] = tickets.map(({ taken }) => taken).toSorted((a, b) => a - b)
  if (first === undefined) return []
  const services = [...new Set(tickets.map(({ services: [service = ''] }) => service))]
  const points: { at: Instant; service: ServiceId; waiting: number }[] = []
  for (let at = Math.floor(first / QUARTER) * QUARTER; at <= now; at += QUARTER) {
    for (const service of services) {
      const waiting = tickets.filter(
        one => one.services[0] === service && one.taken <= at && (one.firstCalled ?? one.ended ?? Infinity) > at,
      ).length
      points.push({ at: Instant.parse(at), service, waiting })
    }
  }
  return points
}

export type Seat = { readonly number: number; readonly services: readonly ServiceId[]; readonly open: boolean }
export type Help = {
  readonly service: ServiceId
  readonly waiting: number
  readonly longest: number
  readonly wait: Wait | null
  readonly from: number | null
}

/**
 * Where help is needed, worst first: the services in which people wait, by how long whoever comes now would wait, and the
 * open counter with the least to do that does not take the service yet.
 */
export function helpWanted(
  hall: {
    readonly open: readonly Ticket[]
    readonly services: readonly Service[]
    readonly counters: readonly Seat[]
    readonly pace: (service: ServiceId) => Pace
  },
  now: Instant,
): readonly Help[] {
  const load = ({ number, services }: Seat): number =>
    hall.open.filter(
      ticket => isOpen(ticket) && (ticket.counter === number || (ticket.state === 'waiting' && takes({ number, services }, ticket))),
    ).length
  const seated = hall.counters.filter(({ open }) => open)
  const all = hall.services.flatMap(({ id }): Help[] => {
    const waiting = hall.open.filter(({ state, services }) => state === 'waiting' && services[0] === id)
    if (waiting.length === 0) return []
    const free = hall.counters.filter(({ open, services }) => open && !services.includes(id)).toSorted((a, b) => load(a) - load(b))
    const longest = Math.max(...waiting.map(({ taken }) => (now - taken) / MINUTE))
    return [
      {
        service: id,
        waiting: waiting.length,
        longest,
        wait: waitFor({ ...hall, now, counters: seated }, { services: [id], priority: null, appointment: null }),
        from: free[0]?.number ?? null,
      },
    ]
  })
  const urgency = ({ wait, longest }: Help): number => (wait === null ? Infinity : Math.max(wait.to, longest))
  return all.toSorted((a, b) => urgency(b) - urgency(a))
}
