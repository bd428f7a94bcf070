import type { Hall, QueueView } from '#contract/queue.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { byTurn, nextTurn, takes } from '#domain/queue/rule.ts'
import type { ServiceId } from '#domain/queue/service.ts'
import type { Ticket } from '#domain/queue/ticket.ts'

/** After a call without a card it is time to call again, and after the second one to say that nobody came (domain.md §I). */
export const CALL_AGAIN_MS = 45_000

/** What a counter takes: as the hall knows it, or all that is offered where it never opened. */
export function servicesHere({ hall, standing }: QueueView): readonly ServiceId[] {
  return counterHere({ hall, standing })?.services ?? hall.services.map(({ id }) => id)
}

const counterHere = ({ hall, standing }: QueueView) => hall.counters.find(({ number }) => number === standing.counter)

/** The tickets this counter has called and that have not ended, the newest call first. */
export const heldHere = ({ hall, standing }: QueueView): readonly Ticket[] =>
  hall.tickets
    .filter(({ state, counter }) => state === 'called' && counter === standing.counter)
    .toSorted((a, b) => (b.called ?? 0) - (a.called ?? 0) || byTurn(b, a))

/** Who waits, as this counter sees it: those it takes in the order they will be called as far as one can know, and all others. */
export type Waiting = { readonly mine: readonly Ticket[]; readonly others: readonly Ticket[] }

export function waitingFor(view: QueueView, k: number): Waiting {
  const counter = { number: view.standing.counter, services: servicesHere(view), run: counterHere(view)?.run ?? 0 }
  const waiting = view.hall.tickets.filter(({ state }) => state === 'waiting')
  const mine: Ticket[] = []
  let left = waiting.filter(ticket => takes(counter, ticket))
  for (let { run } = counter; left.length > 0;) {
    const turn = nextTurn(left, { ...counter, run }, k, view.hall.now)
    if (turn === null) break
    mine.push(turn.ticket)
    run = turn.run
    left = left.filter(({ ticket }) => ticket !== turn.ticket.ticket)
  }
  return { mine, others: waiting.filter(ticket => !takes(counter, ticket)).toSorted(byTurn) }
}

/** Whole minutes since; a clock that was set back makes nobody wait less than nothing. */
export const minutesSince = (at: Instant, now: Instant): number => Math.max(0, Math.floor((now - at) / 60_000))

/** What is to be done with a called ticket whose holder has not sat down. `times`: calls since it was this one's turn. */
export function suggestion(called: Instant | null, times: number, now: Instant): 'recall' | 'absent' | null {
  if (called === null || now - called < CALL_AGAIN_MS) return null
  return times < 2 ? 'recall' : 'absent'
}

/** Tickets of days before today that nobody has decided about. */
export const leftOver = ({ tickets }: Pick<Hall, 'tickets'>, today: string): readonly Ticket[] =>
  tickets.filter(({ day, kept }) => day < today && kept !== true)
