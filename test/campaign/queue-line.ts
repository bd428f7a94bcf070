import { z } from 'zod'

/**
 * A line of people as the judge of the queue campaign understands it from a journal alone: written from the stated rule, and
 * not from the program's code, so that one mistake is not made in both.
 */
const Held = z.object({
  ticket: z.string(),
  number: z.string(),
  day: z.string(),
  services: z.array(z.string()),
  priority: z.string().nullable(),
  appointment: z.number().nullable(),
  turn: z.number(),
})
const Joined = z.object({
  ticket: Held.extend({ state: z.string(), counter: z.number().nullable(), only: z.number().nullable(), misses: z.number() }),
  from: z.string(),
})
const Moved = z.object({
  ticket: z.string(),
  at: z.number(),
  by: z.object({ counter: z.number() }),
  move: z.object({
    kind: z.string(),
    counter: z.number().nullish(),
    why: z.string().nullish(),
    run: z.number().nullish(),
    turn: z.number().nullish(),
    state: z.string().nullish(),
    services: z.array(z.string()).nullish(),
  }),
})
export type Moved = z.output<typeof Moved>
const Takes = z.object({ counter: z.number(), services: z.array(z.string()), open: z.boolean() })

export type Row = { readonly position: number; readonly kind: string; readonly at: number; readonly body: string }
export type Person = z.output<typeof Joined>['ticket']
export type Seat = { readonly counter: number; readonly services: readonly string[]; readonly open: boolean; readonly run: number }
export type Line = { readonly people: ReadonlyMap<string, Person>; readonly seats: ReadonlyMap<number, Seat> }

/** What a row says, read by what it is. */
export type Deed =
  | { readonly kind: 'taken'; readonly person: Person; readonly request: string | null; readonly at: number }
  | { readonly kind: 'joined'; readonly person: Person; readonly from: string }
  | { readonly kind: 'moved'; readonly moved: Moved }
  | { readonly kind: 'seat'; readonly seat: z.output<typeof Takes> }
  | { readonly kind: 'led'; readonly epoch: number }

export function readRow({ kind, body }: Row): Deed | null {
  const json: unknown = JSON.parse(body)
  if (kind === 'ticket.taken') {
    const taken = Held.extend({ request: z.string().nullable(), at: z.number() }).parse(json)
    return {
      kind: 'taken',
      person: { ...taken, state: 'waiting', counter: null, only: null, misses: 0 },
      request: taken.request,
      at: taken.at,
    }
  }
  if (kind === 'ticket.joined') {
    const { ticket, from } = Joined.parse(json)
    return { kind: 'joined', person: ticket, from }
  }
  if (kind === 'ticket.moved') return { kind: 'moved', moved: Moved.parse(json) }
  if (kind === 'counter.takes') return { kind: 'seat', seat: Takes.parse(json) }
  if (kind === 'queue.led') return { kind: 'led', epoch: z.object({ epoch: z.number() }).parse(json).epoch }
  return null
}

/** The line after a deed; in words where the deed cannot be. */
export function after(line: Line, deed: Deed): { readonly line: Line; readonly wrong: readonly string[] } {
  const put = (person: Person): Line => ({ ...line, people: new Map(line.people).set(person.ticket, person) })
  switch (deed.kind) {
    case 'taken':
    case 'joined':
      return { line: put(deed.person), wrong: [] }
    case 'seat':
      return {
        line: {
          ...line,
          seats: new Map(line.seats).set(deed.seat.counter, { run: line.seats.get(deed.seat.counter)?.run ?? 0, ...deed.seat }),
        },
        wrong: [],
      }
    case 'led':
      return { line, wrong: [] }
    case 'moved': {
      const { ticket, move } = deed.moved
      const person = line.people.get(ticket)
      if (person === undefined) return { line, wrong: [`${move.kind} of a ticket nobody took: ${ticket}`] }
      const allowed = FROM[move.kind] ?? []
      const wrong = allowed.includes(person.state) ? [] : [`${person.number}: ${move.kind} while it is ${person.state}`]
      const moved = put(changed(person, move))
      const seat = move.kind === 'call' && typeof move.counter === 'number' ? moved.seats.get(move.counter) : undefined
      if (seat === undefined) return { line: moved, wrong }
      return { line: { ...moved, seats: new Map(moved.seats).set(seat.counter, { ...seat, run: move.run ?? 0 }) }, wrong }
    }
  }
}

const OPEN = ['waiting', 'called', 'parked']
const FROM: Readonly<Record<string, readonly string[]>> = {
  call: ['waiting', 'parked'],
  recall: ['called'],
  absent: ['called'],
  skip: ['called'],
  park: ['called'],
  finish: ['called', 'parked'],
  transfer: OPEN,
  onward: ['called', 'parked'],
  reopen: ['served'],
  back: OPEN,
  leave: OPEN,
  expire: OPEN,
  keep: OPEN,
  hand: OPEN,
  handed: ['handing'],
}

function changed(person: Person, move: Moved['move']): Person {
  const back: Person = { ...person, state: 'waiting', counter: null, turn: move.turn ?? person.turn }
  switch (move.kind) {
    case 'call':
      return { ...person, state: 'called', counter: move.counter ?? null }
    case 'absent':
      return person.misses >= 2 ? { ...person, state: 'gone', misses: 3 } : { ...back, misses: person.misses + 1 }
    case 'skip':
    case 'keep':
      return back
    case 'park':
      return { ...person, state: 'parked' }
    case 'transfer':
      return { ...back, only: move.counter ?? null, services: move.services ?? person.services }
    case 'onward':
    case 'back':
      return { ...back, only: null, services: move.services ?? person.services }
    case 'reopen':
      return { ...person, state: move.state ?? 'called' }
    case 'finish':
      return { ...person, state: 'served' }
    case 'leave':
    case 'expire':
      return { ...person, state: 'gone' }
    case 'hand':
      return { ...person, state: 'handing' }
    case 'handed':
      return { ...person, state: 'handed' }
    default:
      return person
  }
}

/** Those who wait and whom a counter may call, by place: first those who go before, then the ordinary ones. */
export function candidates({ people }: Line, seat: Seat, now: number) {
  const mine = [...people.values()]
    .filter(({ state }) => state === 'waiting')
    .filter(({ only, services }) => (only === null ? seat.services.includes(services[0] ?? '') : only === seat.counter))
    .toSorted((a, b) => a.turn - b.turn || (a.ticket < b.ticket ? -1 : 1))
  const why = ({ only, priority, appointment }: Person): string => {
    if (only === seat.counter) return 'sent'
    if (priority !== null) return 'priority'
    const inTime = appointment !== null && now >= appointment - 5 * 60_000 && now <= appointment + 15 * 60_000
    return inTime ? 'appointment' : 'ordinary'
  }
  const all = mine.map(person => ({ person, why: why(person) }))
  return { before: all.filter(one => one.why !== 'ordinary'), ordinary: all.filter(one => one.why === 'ordinary') }
}
