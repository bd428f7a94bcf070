import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Figures, Hall } from '#contract/queue.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { type CounterId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, ok } from '#domain/kernel/result.ts'
import { type Day, type Instant, dayOf } from '#domain/kernel/time.ts'
import { dayFigures, helpWanted } from '#domain/queue/figures.ts'
import { type Act, type Line, type Wish, act, joinedTicket, next, sentBack, take } from '#domain/queue/line.ts'
import { isLater } from '#domain/queue/merge.ts'
import type { Service, ServiceId } from '#domain/queue/service.ts'
import {
  type By,
  type CounterTakes,
  type QueueLed,
  type Ticket,
  TicketId,
  type TicketMoved,
  type TicketTaken,
  takenTicket,
} from '#domain/queue/ticket.ts'
import type { Pace } from '#domain/queue/wait.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { LineHandlers } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { hallView } from './hall-view.ts'

export type LineParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly services: () => readonly Service[]
  readonly clock: Clock
  readonly randomness: Randomness
  /** The letter of all tickets, or `null` where they bear their services' letters. */
  readonly letter: () => string | null
  readonly onChange: () => void
}

/** Who asks, and by which request: one that is asked twice is answered with what was done the first time. */
export type Asked = { readonly by: By; readonly request: string | null }

/**
 * The line of the host before as this one took it over: what was seen, how far that host's clock was behind this one, and the
 * tickets as they joined.
 */
type Heritage = { readonly seen: Hall | null; readonly behind: number; readonly joined: ReadonlyMap<TicketId, Ticket> }

/** A ticket of another machine; `age`: milliseconds since it was taken, by that machine's clock. */
export type Aged = { readonly ticket: Ticket; readonly age: number }

/** The line of people that this machine's journal keeps: the office's where it leads, its own while it is alone. */
export function openLineDesk({ store, settings, services, clock, randomness, letter, onChange }: LineParts) {
  const { tickets, journal } = store.read

  const paceOn = (day: Day): ((service: ServiceId) => Pace) => {
    const sittings = tickets.sittings(day)
    return service => ({ sittings: sittings.filter(one => one.service === service).map(({ minutes }) => minutes) })
  }

  const lastNumber = (day: Day, of: string): number => {
    const led = tickets.led()
    return Math.max(tickets.lastNumber(day, of), led?.day === day ? (led.last[of] ?? 0) : 0)
  }

  /** Those of this journal, and what hosts before it said they had given. */
  const lastNumbers = (day: Day): Readonly<Record<string, number>> => {
    const led = tickets.led()
    const letters = [...Object.keys(tickets.lastNumbers(day)), ...Object.keys(led?.day === day ? led.last : {})]
    return Object.fromEntries(letters.map(of => [of, lastNumber(day, of)]))
  }

  const lineAt = (now: Instant): Line => {
    const day = dayOf(now)
    return {
      now,
      open: tickets.open(),
      services: services(),
      counters: tickets.counters().filter(({ open }) => open),
      lastTurn: tickets.lastTurn(),
      lastNumber: of => lastNumber(day, of),
      letter: letter(),
      pace: paceOn(day),
      k: settings.hall.first,
    }
  }

  /** The line, with one ticket beside it that has ended. */
  const lineWith = (ended: TicketId | null, now: Instant): Line => {
    const line = lineAt(now)
    const ticket = ended === null ? null : tickets.byId(ended)
    return ticket?.state === 'done' ? { ...line, open: [...line.open, ticket] } : line
  }

  const commit = <Answer>(asked: Asked, decide: (now: Instant) => Result<{ said: readonly Said[]; answer: Answer }>): Result<Answer> => {
    const done = store.commit(asked.by.official ?? asked.by.machine, () => decide(clock.now()))
    if (done.ok) onChange()
    return done
  }

  /** What a request was answered with before, if it was. */
  const before = ({ request }: Asked): Ticket | null => {
    const id = request === null ? null : tickets.asked(request)
    return id === null ? null : tickets.byId(id)
  }

  let heritage: Heritage | null = null

  const desk = {
    take: (wish: Wish, asked: Asked): Result<Ticket> =>
      commit(asked, now => {
        const known = before(asked)
        if (known !== null) return ok({ said: [], answer: known })
        const taken = take(lineAt(now), wish, TicketId.parse(uuidv7(now, randomness)), asked)
        return taken.ok ? ok({ said: [sayTaken(taken.value)], answer: takenTicket(taken.value) }) : taken
      }),

    /** Ends the ticket that was served, where there is one that can be ended, and calls whose turn it is. */
    next: (done: TicketId | null, procedures: readonly string[], asked: Asked): Result<TicketId | null> =>
      commit(asked, now => {
        const known = before(asked)
        if (known !== null) return ok({ said: [], answer: known.ticket })
        const line = lineAt(now)
        const finished = done === null ? null : act(line, done, { kind: 'finish', procedures }, { ...asked, request: null })
        const called = next(line, asked.by.counter, asked)
        if (!called.ok) return called
        const moves = [...(finished?.ok === true ? [finished.value] : []), ...(called.value === null ? [] : [called.value])]
        return ok({
          said: moves.map(sayMoved),
          answer: called.value?.ticket ?? null,
        })
      }),

    act: (ticket: TicketId, wanted: Act, asked: Asked): Result<Record<string, never>> =>
      commit(asked, now => {
        if (before(asked) !== null) return ok({ said: [], answer: {} })
        const done = act(lineWith(wanted.kind === 'reopen' ? ticket : null, now), ticket, wanted, asked)
        return done.ok ? ok({ said: [sayMoved(done.value)], answer: {} }) : done
      }),

    /** What a counter takes from now on; whoever waits for one that closes waits for any that takes him. */
    takes: (counter: Omit<CounterTakes, 'at'>, asked: Asked): Result<Record<string, never>> =>
      commit(asked, now =>
        ok({
          said: [
            { kind: 'counter.takes', version: 1, subject: counter.machine, body: { ...counter, at: now } },
            ...(counter.open ? [] : sentBack(lineAt(now), counter.counter, asked).map(sayMoved)),
          ],
          answer: {},
        }),
      ),

    /** Decides about every open ticket, so that none vanishes over night. */
    endDay: (keep: readonly TicketId[], asked: Asked): Result<{ ended: number; kept: number }> =>
      commit(asked, now => {
        const line = lineAt(now)
        const kept = new Set(keep)
        const moves = line.open.flatMap(({ ticket }) => {
          const done = act(line, ticket, { kind: kept.has(ticket) ? 'keep' : 'expire' }, { ...asked, request: null })
          return done.ok ? [done.value] : []
        })
        const ended = moves.filter(({ move }) => move.kind === 'expire').length
        return ok({
          said: moves.map(sayMoved),
          answer: { ended, kept: moves.length - ended },
        })
      }),

    /** Takes in tickets that another machine had given out. One that is known already is taken in only where it is further there. */
    join: (joining: readonly Aged[], from: CounterId, asked: Asked): Result<TicketId[]> =>
      commit(asked, now =>
        ok({
          said: joining.flatMap(({ ticket, age }) => {
            const theirs = joinedTicket(asItStood(ticket), age, now)
            const ours = tickets.byId(ticket.ticket)
            return ours === null || isLater(theirs, ours, asked.by.counter) ? [sayJoined(theirs, from)] : []
          }),
          answer: joining.map(({ ticket }) => ticket.ticket),
        }),
      ),

    /**
     * A number of the host's was served here while the host was away: in this journal from now on, so that nothing of it is
     * lost until the host hears of it. `seen`: the ticket as the host showed it last. Refused: what could not be finished here.
     */
    servedAway: (
      { ticket: seen, age }: Aged,
      procedures: readonly string[],
      host: CounterId,
      asked: Asked,
    ): Result<Record<string, never>> =>
      commit(asked, now => {
        if ((tickets.byId(seen.ticket)?.state ?? 'handed') !== 'handed') return ok({ said: [], answer: {} })
        const ticket = joinedTicket(seen, age, now)
        const done = act({ ...lineAt(now), open: [ticket] }, ticket.ticket, { kind: 'finish', procedures }, asked)
        if (!done.ok) return done
        const moved = { kind: 'ticket.moved', version: 1, subject: ticket.ticket, body: done.value } as const
        return ok({ said: [sayJoined(ticket, host), moved], answer: {} })
      }),

    /** Every open ticket leaves this journal: first `hand`, and `handed` when the host has it. */
    hand: (kind: 'hand' | 'handed', which: readonly TicketId[], host: CounterId, asked: Asked): Result<Record<string, never>> =>
      commit(asked, now =>
        ok({
          said: which.map(ticket => sayHanded(kind, ticket, host, now, asked)),
          answer: {},
        }),
      ),

    /** This machine leads from now on, with the line of the host before as it was seen last, `late` milliseconds ago. */
    lead: (led: Omit<QueueLed, 'at'>, seen: Hall | null, late: number, asked: Asked): Result<Record<string, never>> =>
      commit(asked, now => {
        const adopted = seen === null ? [] : agedIn(seen, late)
        const from = seen?.host.id ?? settings.counter.id
        const unknown = adopted.filter(({ ticket: { ticket } }) => (tickets.byId(ticket)?.state ?? 'handed') === 'handed')
        const joined = unknown.map(({ ticket, age }) => joinedTicket(ticket, age, now))
        heritage = {
          seen,
          behind: seen === null ? 0 : now - late - seen.now,
          joined: new Map(joined.map(ticket => [ticket.ticket, ticket])),
        }
        return ok({
          said: [
            ...joined.map(ticket => sayJoined(ticket, from)),
            { kind: 'queue.led', version: 1, subject: settings.counter.id, body: { ...led, at: now } },
          ],
          answer: {},
        })
      }),

    /**
     * What another machine saw last of the host before, `ago` milliseconds back: where it saw more of it, what nobody has
     * touched since is brought up to that.
     */
    catchUp: (hall: Hall, ago: number, asked: Asked): Result<Record<string, never>> => {
      const before = heritage
      if (before === null || hall.host.id === settings.counter.id || !isNewer(hall, before.seen)) return ok({})
      const { seen, joined } = before
      return commit(asked, now => {
        const behind = hall.host.id === seen?.host.id ? before.behind : now - ago - hall.now
        const later = new Map(
          agedIn(hall, now - behind - hall.now).map(({ ticket, age }) => [ticket.ticket, joinedTicket(ticket, age, now)]),
        )
        const untouched = [...joined.values()].filter(ticket => isDeepStrictEqual(tickets.byId(ticket.ticket), ticket))
        const moved = untouched.flatMap(ticket => {
          const next = later.get(ticket.ticket)
          return next === undefined || isSameStand(next, ticket) ? [] : [next]
        })
        const unseen = [...later.values()].filter(({ ticket }) => tickets.byId(ticket) === null)
        const over = untouched.filter(({ ticket }) => !later.has(ticket))
        heritage = { seen: hall, behind, joined: new Map([...joined, ...[...moved, ...unseen].map(one => [one.ticket, one] as const)]) }
        return ok({
          said: [
            ...[...moved, ...unseen].map(ticket => sayJoined(ticket, hall.host.id)),
            // They ended with the host before: its journal says how.
            ...over.flatMap(({ ticket }) => [
              sayHanded('hand', ticket, hall.host.id, now, asked),
              sayHanded('handed', ticket, hall.host.id, now, asked),
            ]),
          ],
          answer: {},
        })
      })
    },

    /** The line as every machine of the office shows it. */
    hall: (): Hall => {
      const now = clock.now()
      return hallView({
        ...lineAt(now),
        read: tickets,
        host: settings.counter,
        version: journal.head().position,
        last: lastNumbers(dayOf(now)),
      })
    },
    /** The last number of each letter that was given out today. */
    last: (): Readonly<Record<string, number>> => lastNumbers(dayOf(clock.now())),

    figures: (wanted: Day | null): z.output<typeof Figures> => {
      const now = clock.now()
      const day = wanted ?? dayOf(now)
      const { open, pace, services: offered } = lineAt(now)
      const counters = tickets.counters()
      return {
        day,
        ...dayFigures(tickets.ofDay(day), now),
        procedures: [...tickets.procedures(day)],
        help: [...helpWanted({ open, services: offered, counters, pace }, now)],
      }
    },

    /** Of the tickets that another machine shows as open, those that were served by this one's journal. */
    servedOf: (shown: readonly Ticket[]): readonly Ticket[] =>
      shown.flatMap(({ ticket }) => {
        const ours = tickets.byId(ticket)
        return ours?.state === 'done' ? [ours] : []
      }),
    /** Tickets of this machine that another does not have yet. */
    mine: (): readonly Ticket[] => tickets.open(),
    counter: (number: number) => tickets.counters().find(one => one.number === number),
    led: (): QueueLed | null => tickets.led(),
  }

  /** The same for machines that ask over the network. */
  const handlers: Omit<LineHandlers, 'queue.yield'> = {
    'queue.take': (wish, by, request) => desk.take(wish, { by, request }),
    'queue.next': ({ done, procedures }, by, request) => desk.next(done, procedures, { by, request }),
    'queue.act': ({ ticket, act: wanted }, by, request) => desk.act(ticket, wanted, { by, request }),
    'queue.takes': ({ services: taken, open, name }, by, request) =>
      desk.takes({ counter: by.counter, name, machine: by.machine, services: taken, open }, { by, request }),
    'queue.endDay': ({ keep }, by, request) => desk.endDay(keep, { by, request }),
    'queue.figures': ({ day }) => ok(desk.figures(day)),
    'queue.seen': ({ hall, ago }, by, request) => (hall === null ? ok({}) : desk.catchUp(hall, ago, { by, request })),
    'queue.join': ({ tickets: joining }, by, request) => desk.join(joining, by.machine, { by, request }),
  }
  return { ...desk, handlers }
}
export type LineDesk = ReturnType<typeof openLineDesk>

const sayTaken = (body: TicketTaken) => ({ kind: 'ticket.taken', version: 1, subject: body.ticket, body }) as const
const sayMoved = (body: TicketMoved) => ({ kind: 'ticket.moved', version: 1, subject: body.ticket, body }) as const
const sayJoined = (ticket: Ticket, from: CounterId) =>
  ({ kind: 'ticket.joined', version: 1, subject: ticket.ticket, body: { ticket, from } }) as const

/** A ticket that was on its way is where it was before it set out. */
const asItStood = (ticket: Ticket): Ticket =>
  ticket.state === 'handing' ? { ...ticket, state: ticket.counter === null ? 'waiting' : 'called', ended: null } : ticket

const sayHanded = (kind: 'hand' | 'handed', ticket: TicketId, host: CounterId, at: Instant, { by }: Asked) => {
  const move = kind === 'hand' ? ({ kind } as const) : ({ kind, host } as const)
  return { kind: 'ticket.moved', version: 1, subject: ticket, body: { ticket, move, at, by, request: null } } as const
}

/** Each ticket of a line that was seen `late` milliseconds ago, with its age of now. */
const agedIn = ({ tickets, now }: Hall, late: number): readonly Aged[] =>
  tickets.map(ticket => ({ ticket, age: Math.max(0, now - ticket.taken) + late }))

/** Of two views of lines that others led, the one of the later host; of one host, the one that saw more of its journal. */
const isNewer = (one: Hall, other: Hall | null): boolean =>
  other === null ||
  one.host.epoch > other.host.epoch ||
  (one.host.epoch === other.host.epoch && one.host.id === other.host.id && one.version > other.version)

const isSameStand = (a: Ticket, b: Ticket): boolean =>
  a.state === b.state &&
  a.counter === b.counter &&
  a.calls === b.calls &&
  a.misses === b.misses &&
  a.only === b.only &&
  isDeepStrictEqual(a.services, b.services)
