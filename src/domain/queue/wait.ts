import type { Instant } from '../kernel/time.ts'
import { type Counter, takes } from './rule.ts'
import type { ServiceId } from './service.ts'
import type { Ticket } from './ticket.ts'

/**
 * How long one has to wait, as a range of minutes: what is told on the ticket. It is meant to hold for at least four people
 * in five (the simulated days in the tests hold it to that).
 */
export type Wait = { readonly from: number; readonly to: number }

/** What the hall has shown today of one service: sittings that ended, in minutes, the newest last. */
export type Pace = { readonly sittings: readonly number[] }

/** What is known of the hall when somebody comes. */
export type Hall = {
  readonly now: Instant
  /** Every ticket that has not ended. */
  readonly open: readonly Ticket[]
  /** The counters that call now. */
  readonly counters: readonly Pick<Counter, 'number' | 'services'>[]
  readonly pace: (service: ServiceId) => Pace
}

/** Before anybody was served: minutes of a sitting, and how many such sittings that guess is worth. */
const USUAL_MINUTES = 7
const USUAL_WEIGHT = 3
/** How far sittings lie apart, as a share of their length, before it was seen. */
const USUAL_SPREAD = 0.7
/** Only the latest count: a morning is not an afternoon. */
const LATEST = 40
/** Who sits at a counter now stays for about so much of a whole sitting. */
const REST = 0.7
/** Of those who come later so many go first, until the hall has shown its own share: what was seen, over how many people. */
const USUAL_FIRST = { first: 1.5, of: 10 }
/** In standard deviations. */
const WIDTH = 1.5
/**
 * What no count of people shows (a counter that closes, somebody who is not there), as a share of the wait: of many counters
 * one hardly matters, of two it is half of them.
 */
const unforeseen = (counters: number): number => 0.05 + 0.2 / counters

/**
 * The wait of whoever comes now, at the end of the line; `null` where no counter takes the service. Those before him go to the
 * counter that is free first of those that take them, as the rule will send them, each for as long as his service takes.
 */
export function waitFor(hall: Hall, coming: Coming): Wait | null {
  const desks = hall.counters.map(counter => ({ ...counter, busy: 0, doubt: 0 }))
  const paces = new Map<string, Sitting>()
  const paceOf = (service: ServiceId = ''): Sitting => {
    const known = paces.get(service) ?? sitting(hall.pace(service).sittings)
    paces.set(service, known)
    return known
  }
  for (const { state, counter, services } of hall.open) {
    const desk = state === 'called' ? desks.find(({ number }) => number === counter) : undefined
    if (desk === undefined) continue
    const { mean, spread } = paceOf(services[0])
    desk.busy = Math.max(desk.busy, REST * mean)
    desk.doubt = Math.max(desk.doubt, spread ** 2 / 2)
  }
  const theirs = desks.filter(({ services }) => services.includes(coming.services[0] ?? ''))
  if (theirs.length === 0) return null
  for (const ticket of goBefore(hall.open, coming)) {
    const desk = freeFirst(desks.filter(one => takes(one, ticket)))
    if (desk === null) continue
    const { mean, spread } = paceOf(ticket.services[0])
    desk.busy += mean
    desk.doubt += spread ** 2
  }
  const middle = (freeFirst(theirs)?.busy ?? 0) * (goesFirst(coming) ? 1 : 1 + firstShare(hall.open))
  const unsure = sum(theirs.map(({ doubt }) => doubt)) / theirs.length ** 2
  // Of few sittings not even the mean is known well, and who has many before him waits for it as many times.
  const unknown = unforeseen(theirs.length) ** 2 + paceOf(coming.services[0]).doubt ** 2
  const doubt = WIDTH * Math.sqrt(unsure + unknown * middle ** 2)
  return { from: step(Math.max(0, middle - doubt), Math.floor), to: Math.max(5, step(middle + doubt, Math.ceil)) }
}

/** Minutes of a sitting, how far sittings lie apart, and how far off that mean may be, as a share of it. */
type Sitting = { readonly mean: number; readonly spread: number; readonly doubt: number }

function sitting(sittings: readonly number[]): Sitting {
  const seen = sittings.slice(-LATEST)
  const weight = seen.length + USUAL_WEIGHT
  const mean = (sum(seen) + USUAL_WEIGHT * USUAL_MINUTES) / weight
  const spread = Math.sqrt((sum(seen.map(one => (one - mean) ** 2)) + USUAL_WEIGHT * (USUAL_SPREAD * mean) ** 2) / weight)
  return { mean, spread, doubt: spread / mean / Math.sqrt(weight) }
}

function freeFirst<Desk extends { readonly busy: number }>(desks: readonly Desk[]): Desk | null {
  return desks.reduce<Desk | null>((least, desk) => (least === null || desk.busy < least.busy ? desk : least), null)
}

const goesFirst = ({ priority, appointment }: Pick<Ticket, 'priority' | 'appointment'>): boolean =>
  priority !== null || appointment !== null

/** Who is called before somebody that comes now: all who wait, or those who go first too, if he does. */
const goBefore = (open: readonly Ticket[], coming: Coming): readonly Ticket[] =>
  open.filter(ticket => ticket.state === 'waiting' && (!goesFirst(coming) || goesFirst(ticket))).toSorted((a, b) => a.turn - b.turn)

const firstShare = (open: readonly Ticket[]): number => (open.filter(goesFirst).length + USUAL_FIRST.first) / (open.length + USUAL_FIRST.of)

/** Nobody is told "between 13 and 41": fives are what a person remembers. */
const step = (minutes: number, round: (fives: number) => number): number => round(minutes / 5) * 5
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

type Coming = Pick<Ticket, 'priority' | 'appointment'> & { readonly services: readonly string[] }

/** How many go before a ticket that is being taken now: all who wait for the same, or only those who go first too. */
export function aheadOf(waiting: readonly Ticket[], { services, priority, appointment }: Coming): number {
  const same = waiting.filter(one => one.state === 'waiting' && one.services[0] === services[0])
  return goesFirst({ priority, appointment }) ? same.filter(goesFirst).length : same.length
}
