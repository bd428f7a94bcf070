import type { Ticket } from './ticket.ts'

/**
 * How long one has to wait, as a range of minutes: what is told on the ticket. It is meant to hold for at least four people
 * in five (the year's simulated days in the tests hold it to that).
 */
export type Wait = { readonly from: number; readonly to: number }

/** What the hall has shown today: sittings that ended, in minutes, the newest last. */
export type Pace = {
  readonly sittings: readonly number[]
  /** Counters that take the service now. */
  readonly counters: number
  /** Share of the people who go first, 0 to 1. */
  readonly first: number
}

/** Before anybody was served: minutes of a sitting, and how many such sittings that guess is worth. */
const USUAL_MINUTES = 6
const USUAL_WEIGHT = 4
/** How far sittings lie apart, as a share of their length, before it was seen. */
const USUAL_SPREAD = 0.7
/** Only the latest count: a morning is not an afternoon. */
const LATEST = 40
/** In standard deviations. */
const WIDTH = 1.45

/** The wait of whoever has `ahead` people before him; `null` where no counter takes the service. */
export function waitOf(ahead: number, { sittings, counters, first }: Pace): Wait | null {
  if (counters < 1) return null
  const seen = sittings.slice(-LATEST)
  const weight = seen.length + USUAL_WEIGHT
  const mean = (sum(seen) + USUAL_WEIGHT * USUAL_MINUTES) / weight
  const spread = Math.sqrt((sum(seen.map(minutes => (minutes - mean) ** 2)) + USUAL_WEIGHT * (USUAL_SPREAD * mean) ** 2) / weight)
  // Who sits there now is half done; who comes later with a reason to go first comes in between.
  const sittingsBefore = (ahead + 0.5) * (1 + Math.min(0.5, first) * 0.5)
  const middle = (sittingsBefore * mean) / counters
  const doubt = Math.sqrt(sittingsBefore * spread ** 2 + (sittingsBefore * mean) ** 2 / (4 * weight)) / counters
  const from = Math.max(0, middle - WIDTH * doubt)
  return { from: step(from, Math.floor), to: Math.max(5, step(middle + WIDTH * doubt, Math.ceil)) }
}

/** Nobody is told "between 13 and 41": fives are what a person remembers. */
const step = (minutes: number, round: (fives: number) => number): number => round(minutes / 5) * 5
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

type Coming = Pick<Ticket, 'priority' | 'appointment'> & { readonly services: readonly string[] }

/** How many go before a ticket that is being taken now: all who wait for the same, or only those who go first too. */
export function aheadOf(waiting: readonly Ticket[], { services, priority, appointment }: Coming): number {
  const same = waiting.filter(one => one.state === 'waiting' && one.services[0] === services[0])
  const first = same.filter(one => one.priority !== null || one.appointment !== null)
  return priority === null && appointment === null ? same.length : first.length
}
