import { Instant } from '#domain/kernel/time.ts'
import { nextTurn } from '#domain/queue/rule.ts'
import type { ServiceId } from '#domain/queue/service.ts'
import { type Ticket, MISSES } from '#domain/queue/ticket.ts'
import { waitFor } from '#domain/queue/wait.ts'
import { chanceOf } from '../../../campaign/chance.ts'
import { aTicket, ticketId } from './lines.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 25, 0, 30)
/** Mean minutes of a sitting, and the share of the people who come for it. */
const SERVICES = [
  { id: 'a', mean: 9, share: 0.3 },
  { id: 'b', mean: 4, share: 0.4 },
  { id: 'c', mean: 13, share: 0.17 },
  { id: 'd', mean: 17, share: 0.13 },
] as const

type Told = { readonly from: number; readonly to: number; readonly waited: number }
type Desk = {
  readonly number: number
  readonly services: readonly string[]
  run: number
  serves: string | null
  until: number
  absent: boolean
}

/**
 * One day of a hall, minute by minute from half past seven to five, through the rule and the promise of the product: people
 * come at random with a peak in the morning, sittings are lognormal, some go first, some are not there, counters go to lunch
 * by halves. Answers what each who was called was told, and how long he waited.
 */
export function simulatedDay(seed: number, takes: readonly (readonly string[])[]): readonly Told[] {
  const chance = chanceOf(seed * 7919)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  const busyness = 0.85 + 0.25 * chance()
  const elders = 0.1 + 0.1 * chance()
  const capacity = takes.reduce((sum, services) => sum + 1 / meanOf(services), 0)
  const desks = takes.map((services, index): Desk => ({ number: index + 1, services, run: 0, serves: null, until: 0, absent: false }))
  const people = new Map<string, Ticket>()
  const sittings = new Map<string, number[]>()
  const told = new Map<string, { readonly from: number; readonly to: number }>()
  const all: Told[] = []
  let turn = 0

  const arrive = (at: number): void => {
    const now = Instant.parse(Math.round(START + at * MINUTE))
    const service = pickService(chance())
    const coming = { services: [service], priority: chance() < elders ? ('elder' as const) : null, appointment: null }
    const counters = desks.filter(desk => isOpen(desk, at))
    const pace = (id: ServiceId) => ({ sittings: sittings.get(id) ?? [] })
    const wait = waitFor({ now, open: [...people.values()], counters, pace }, coming)
    turn += 1
    const ticket = aTicket({ ...coming, ticket: ticketId(turn), turn, taken: now })
    people.set(ticket.ticket, ticket)
    if (wait !== null) told.set(ticket.ticket, wait)
  }

  const free = (desk: Desk, at: number): void => {
    const ticket = desk.serves === null ? undefined : people.get(desk.serves)
    desk.serves = null
    if (ticket === undefined) return
    people.delete(ticket.ticket)
    if (desk.absent && ticket.misses + 1 < MISSES) {
      turn += 1
      people.set(ticket.ticket, { ...ticket, state: 'waiting', counter: null, misses: ticket.misses + 1, turn })
    }
    if (!desk.absent && ticket.called !== null) {
      const [service = ''] = ticket.services
      sittings.set(service, [...(sittings.get(service) ?? []), at - (ticket.called - START) / MINUTE])
    }
  }

  const call = (desk: Desk, at: number): void => {
    const now = Instant.parse(Math.round(START + at * MINUTE))
    const next = nextTurn([...people.values()], desk, 2, now)
    if (next === null) return
    const { ticket, run } = next
    desk.run = run
    desk.serves = ticket.ticket
    desk.absent = chance() < 0.05
    const mean = SERVICES.find(({ id }) => id === ticket.services[0])?.mean ?? 0
    desk.until = at + (desk.absent ? 1 : mean * Math.exp(SIGMA * normal() - SIGMA ** 2 / 2))
    people.set(ticket.ticket, { ...ticket, state: 'called', counter: desk.number, called: now, firstCalled: ticket.firstCalled ?? now })
    const promise = told.get(ticket.ticket)
    if (ticket.firstCalled === null && promise !== undefined) all.push({ ...promise, waited: (now - ticket.taken) / MINUTE })
  }

  for (let at = 0; at < 570; at += STEP) {
    const rate = capacity * busyness * peak(at)
    if (chance() < rate * STEP) arrive(at)
    for (const desk of desks) {
      if (desk.serves !== null && at >= desk.until) free(desk, at)
      if (desk.serves === null && isOpen(desk, at)) call(desk, at)
    }
  }
  return all
}

const STEP = 0.05
const SIGMA = 0.6

/** The morning's peak is over what the counters can do; after it the line gets shorter. */
const peak = (at: number): number => {
  if (at < 30) return 0.7
  if (at < 120) return 1.2
  if (at < 210) return 0.85
  return at < 360 ? 0.5 : 0.9
}

/** Halves of the counters are at lunch from 11:30 to 12:30, and from 12:30 to 13:30; the last opens half an hour late. */
function isOpen({ number }: Desk, at: number): boolean {
  if (number === 1 && at < 30) return false
  return number % 2 === 0 ? at < 240 || at >= 300 : at < 300 || at >= 360
}

function pickService(dice: number): ServiceId {
  let left = dice
  for (const { id, share } of SERVICES) {
    left -= share
    if (left < 0) return id
  }
  return 'a'
}

function meanOf(services: readonly string[]): number {
  const mine = SERVICES.filter(({ id }) => services.includes(id))
  const share = mine.reduce((sum, one) => sum + one.share, 0)
  return mine.reduce((sum, one) => sum + one.mean * one.share, 0) / share
}
