import type { Instant } from '../kernel/time.ts'
import type { ServiceId } from './service.ts'
import type { Ticket, Why } from './ticket.ts'

/**
 * Whose turn it is. Three kinds of people go first: who has a lawful reason, whose appointment is now, who was sent to this
 * very counter. All others go by their place in line. So that nobody starves:
 *
 *   While ordinary people wait whom it takes, a counter lets at most `k` others go before them in a row.
 *
 * Who was sent to a counter, or put aside there, waits in the line of his service with the place he had as soon as that counter
 * closes; whom a counter has called or was sent, any other may take back to that line by a deliberate act.
 *
 * So whoever has `n` ordinary people before him is called before any counter that takes his service has made
 * `(n + 1) × (k + 1)` calls by this rule, whatever the others do. Who was called and waits again before him (let others go
 * first, sent on with the place that was earned) counts once more.
 */
export type Counter = {
  readonly number: number
  readonly services: readonly ServiceId[]
  /** Calls in a row that went before ordinary people who waited. */
  readonly run: number
}

export type Turn = { readonly ticket: Ticket; readonly why: Why; readonly run: number }

/** An appointment counts from five minutes before its time to a quarter of an hour after it; then one waits like all others. */
const EARLY_MS = 5 * 60_000
const LATE_MS = 15 * 60_000

/** The next ticket for a counter of those that are waiting, or `null`. `k` is at least 1. */
export function nextTurn(waiting: readonly Ticket[], counter: Counter, k: number, now: Instant): Turn | null {
  const { before, ordinary } = inOrder(waiting, counter, now)
  const [first] = before
  const [next] = ordinary
  if (first !== undefined && (next === undefined || counter.run < k)) {
    return {
      ticket: first,
      why: whyFirst(first, counter.number, now) ?? 'priority',
      run: next === undefined ? counter.run : counter.run + 1,
    }
  }
  return next === undefined ? null : { ticket: next, why: 'ordinary', run: 0 }
}

/** The run of a counter after it called somebody by hand: who is chosen goes before all who wait. */
export const runAfterChoice = (waiting: readonly Ticket[], chosen: Ticket, counter: Counter, now: Instant): number => {
  const { ordinary } = inOrder(
    waiting.filter(({ ticket }) => ticket !== chosen.ticket),
    counter,
    now,
  )
  return ordinary.some(({ turn }) => turn < chosen.turn) ? counter.run + 1 : counter.run
}

/** Whether a counter takes who holds this ticket. */
export const takes = ({ number, services }: Pick<Counter, 'number' | 'services'>, ticket: Ticket): boolean =>
  ticket.only === null ? ticket.services[0] !== undefined && services.includes(ticket.services[0]) : ticket.only === number

function inOrder(waiting: readonly Ticket[], counter: Counter, now: Instant) {
  const mine = waiting.filter(ticket => ticket.state === 'waiting' && takes(counter, ticket)).toSorted(byTurn)
  return {
    before: mine.filter(ticket => whyFirst(ticket, counter.number, now) !== null),
    ordinary: mine.filter(ticket => whyFirst(ticket, counter.number, now) === null),
  }
}

/** Why a ticket goes before ordinary ones; `null` where it is one of them. */
export function whyFirst(
  { only, priority, appointment }: Ticket,
  counter: number,
  now: Instant,
): Exclude<Why, 'ordinary' | 'chosen'> | null {
  if (only === counter) return 'sent'
  if (priority !== null) return 'priority'
  return appointment !== null && now >= appointment - EARLY_MS && now <= appointment + LATE_MS ? 'appointment' : null
}

/** By place in line; of one place the ticket that was made first. */
export const byTurn = (a: Ticket, b: Ticket): number => a.turn - b.turn || (a.ticket < b.ticket ? -1 : 1)

/** Behind how many of those who wait for the same a ticket goes that lets others go first. */
const SKIPS = 3

/** The place in line behind the next three who wait for the same. */
export function turnAfterSkip(waiting: readonly Ticket[], { ticket, services, turn }: Ticket): number {
  const later = waiting.filter(one => one.ticket !== ticket && one.services[0] === services[0] && one.turn >= turn).toSorted(byTurn)
  const third = later[Math.min(SKIPS, later.length) - 1]
  const after = later[SKIPS]
  if (third === undefined) return turn
  return after === undefined ? third.turn + 1 : (third.turn + after.turn) / 2
}
