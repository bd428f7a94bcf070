import type { OfficeHours } from '#domain/calendar/office-hours.ts'
import { sessions } from '#domain/calendar/office-hours.ts'
import { type Day, type Instant, instantAt } from '#domain/kernel/time.ts'

/** What somebody at the kiosk has said so far. */
export type Visit = {
  readonly page: 'services' | 'matters' | 'times' | 'priority'
  readonly services: readonly string[]
  readonly appointment: Instant | null
  /** Which page of a longer list. */
  readonly turn: number
}

export type Said =
  | { readonly kind: 'again' | 'add' | 'matters' | 'times' | 'back' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'time'; readonly at: Instant }
  | { readonly kind: 'turn'; readonly turn: number }

export const newVisit: Visit = { page: 'services', services: [], appointment: null, turn: 0 }

/** A ticket holds no more: who comes for more than that needs an official, not a list. */
const MOST = 5

/** One touch at the kiosk. The common way is two: the service, and “no” to the question for a reason to go first. */
export function after(visit: Visit, said: Said): Visit {
  switch (said.kind) {
    case 'again':
      return newVisit
    case 'service': {
      const services = visit.services.includes(said.service) ? visit.services : [...visit.services, said.service]
      return { ...visit, page: 'priority', services: services.slice(0, MOST), turn: 0 }
    }
    case 'time':
      return { ...visit, page: 'services', appointment: said.at, turn: 0 }
    case 'add':
      return visit.services.length < MOST ? { ...visit, page: 'services', turn: 0 } : visit
    case 'matters':
    case 'times':
      return { ...visit, page: said.kind, turn: 0 }
    case 'turn':
      return { ...visit, turn: said.turn }
    case 'back':
      return before(visit)
  }
}

/** Back from the question takes the service back that led there; from a list, to the services. */
function before(visit: Visit): Visit {
  if (visit.page === 'priority') return { ...visit, page: 'services', services: visit.services.slice(0, -1), turn: 0 }
  if (visit.page === 'services') return visit.services.length === 0 ? newVisit : { ...visit, page: 'priority', turn: 0 }
  return { ...visit, page: 'services', turn: 0 }
}

/** Six big choices are what one takes in at a glance; of more, five and the way to the next ones. */
export const CHOICES = 6

export type Turned<T> = { readonly shown: readonly T[]; readonly turns: number }

/** The choices of page `turn`, which counts on from the last to the first. */
export function turned<T>(all: readonly T[], turn: number): Turned<T> {
  if (all.length <= CHOICES) return { shown: all, turns: 1 }
  const size = CHOICES - 1
  const turns = Math.ceil(all.length / size)
  const at = ((turn % turns) + turns) % turns
  return { shown: all.slice(at * size, at * size + size), turns }
}

/** Every quarter of an hour of a day on which somebody can have been asked to come. */
export const appointmentTimes = (hours: OfficeHours, day: Day): readonly Instant[] =>
  sessions(hours).flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, Math.ceil((to - from) / QUARTER)) }, (_, at) => instantAt(day, from + at * QUARTER)),
  )

const QUARTER = 15
/** People are late more often than early. */
const LATE_MS = 30 * 60_000

/** The six times around now; `turn` goes to earlier and later ones. The last six where the day is over. */
export function timesAround(times: readonly Instant[], now: Instant, turn: number) {
  const near = times.findIndex(at => at >= now - LATE_MS)
  const last = Math.max(0, times.length - CHOICES)
  const start = (near === -1 ? last : near) + turn * CHOICES
  const from = Math.min(last, Math.max(0, start))
  return { shown: times.slice(from, from + CHOICES), earlier: from > 0, later: from < last }
}
