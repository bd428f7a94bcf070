import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Fact } from '#domain/journal/fact.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { Counter } from '#domain/queue/rule.ts'
import { CounterTakes, QueueLed, Ticket, SOON_MS, TicketHanded, TicketId, moved, takenTicket } from '#domain/queue/ticket.ts'

/** A counter of the hall: what it takes, whether somebody sits there, and its run (see `domain/queue/rule.ts`). */
export type HallCounter = CounterTakes & Counter

const Whole = z.string().transform((text): unknown => JSON.parse(text))
const Sitting = z.object({ service: z.string(), minutes: z.number() })
export type Sitting = z.output<typeof Sitting>
const SittingsOf = z.object({ code: z.string(), sittings: z.int(), minutes: z.number() })
export type SittingsOf = z.output<typeof SittingsOf>
const LetterRow = z.tuple([z.string(), z.int()])
const CounterRow = z.object({ run: z.int(), whole: Whole.pipe(CounterTakes) })

/** Queries over the line of people. */
export function openTickets(db: Database) {
  const OPEN = "state in ('waiting', 'called', 'parked', 'handing')"
  /** The sittings that count (see `isSitting`). */
  const SAT = `t.day = ? and (sat.value ->> '$.procedures[0]' is not null or (sat.value ->> '$.to') - (sat.value ->> '$.from') >= ${SOON_MS})`
  const open = db.prepare(`select whole from ticket where ${OPEN} order by turn`).pluck()
  const ofDay = db.prepare('select whole from ticket where day = ? order by turn').pluck()
  const byId = db.prepare('select whole from ticket where id = ?').pluck()
  const asked = db.prepare('select ticket from ticket_asked where request = ?').pluck()
  const lastTurn = db.prepare('select max(turn) from ticket').pluck()
  const lastNumber = db.prepare('select max(running) from ticket where day = ? and letter = ?').pluck()
  const counters = db.prepare('select run, whole from hall_counter order by number')
  const led = db.prepare('select whole from hall_lead order by epoch desc limit 1').pluck()
  const paper = db.prepare('select j.body from ticket_paper p join journal j using (position) where p.ticket = ?').pluck()
  const sittings = db.prepare(`
    select sat.value ->> '$.service' service, ((sat.value ->> '$.to') - (sat.value ->> '$.from')) / 60000.0 minutes
    from ticket t, json_each(t.whole, '$.sittings') sat where ${SAT} order by sat.value ->> '$.to'`)
  const procedures = db.prepare(`
    select code.value code, count(*) sittings, avg(((sat.value ->> '$.to') - (sat.value ->> '$.from')) / 60000.0) minutes
    from ticket t, json_each(t.whole, '$.sittings') sat, json_each(sat.value, '$.procedures') code where ${SAT} group by code.value order by sittings desc, code`)
  const lastCalled = db.prepare('select whole from ticket where day = ? and called is not null order by called desc limit 12').pluck()
  const lastNumbers = db.prepare('select letter, max(running) from ticket where day = ? group by letter').raw()
  const read = (text: unknown): Ticket => Whole.pipe(Ticket).parse(text)
  return {
    /** Every ticket that has not ended, by place in line. */
    open: (): readonly Ticket[] => open.all().map(read),
    ofDay: (day: Day): readonly Ticket[] => ofDay.all(day).map(read),
    byId: (id: TicketId): Ticket | null => {
      const text = byId.get(id)
      return text === undefined ? null : read(text)
    },
    /** The ticket that a request was answered with, where it was asked before. */
    asked: (request: string): TicketId | null => TicketId.nullable().parse(asked.get(request) ?? null),
    lastTurn: (): number => z.number().nullable().parse(lastTurn.get()) ?? 0,
    lastNumber: (day: Day, letter: string): number => z.int().nullable().parse(lastNumber.get(day, letter)) ?? 0,
    counters: (): readonly HallCounter[] =>
      counters.all().map(row => {
        const { run, whole } = CounterRow.parse(row)
        return { ...whole, number: whole.counter, run }
      }),
    /** The last time this machine began to lead the office's queue. */
    led: (): QueueLed | null => {
      const text = led.get()
      return text === undefined ? null : Whole.pipe(QueueLed).parse(text)
    },
    /** Minutes of each sitting of a day, in the order they ended. */
    sittings: (day: Day): readonly Sitting[] => sittings.all(day).map(row => Sitting.parse(row)),
    /** Sittings and their mean minutes by procedure. */
    procedures: (day: Day): readonly SittingsOf[] => procedures.all(day).map(row => SittingsOf.parse(row)),
    /** The tickets that were called last on a day, the newest first. */
    lastCalled: (day: Day): readonly Ticket[] => lastCalled.all(day).map(read),
    /** The last running number of each letter on a day. */
    lastNumbers: (day: Day): Readonly<Record<string, number>> => Object.fromEntries(LetterRow.array().parse(lastNumbers.all(day))),
    /** The paper that came out with a ticket. */
    paper: (ticket: string): TicketHanded | null => {
      const body = paper.get(ticket)
      return body === undefined || body === null ? null : Whole.pipe(TicketHanded).parse(body)
    },
  }
}

export type QueueFact = Extract<Fact, { kind: `ticket.${string}` | `counter.takes` | `queue.led` }>

/** Brings what happened in the line into its tables. */
export function applyQueue(db: Database) {
  const put = db.prepare(`insert into ticket values (@id, @day, @letter, @running, @state, @turn, @ended, @called, @whole)
    on conflict (id) do update set state = excluded.state, turn = excluded.turn, ended = excluded.ended, called = coalesce(excluded.called, called),
      whole = excluded.whole`)
  const byId = db.prepare('select whole from ticket where id = ?').pluck()
  const ask = db.prepare('insert into ticket_asked values (?, ?) on conflict do nothing')
  const run = db.prepare('update hall_counter set run = ? where number = ?')
  const takes = db.prepare(`insert into hall_counter values (@number, 0, @at, @whole)
    on conflict (number) do update set at = excluded.at, whole = excluded.whole`)
  const lead = db.prepare('insert into hall_lead values (@epoch, @whole) on conflict (epoch) do update set whole = excluded.whole')
  const paper = db.prepare('insert into ticket_paper values (?, ?) on conflict (ticket) do update set position = excluded.position')

  /** `called`: where in the journal it was called last, so that of two calls at one instant the later is the newer. */
  const keep = (ticket: Ticket, called: number | null): void => {
    const { ticket: id, day, number, state, turn, ended } = ticket
    put.run({
      id,
      day,
      letter: number.charAt(0),
      running: Number(number.slice(1)),
      state,
      turn,
      ended,
      called,
      whole: JSON.stringify(ticket),
    })
  }
  return (position: number, fact: QueueFact): void => {
    switch (fact.kind) {
      case 'ticket.taken':
        keep(takenTicket(fact.body), null)
        if (fact.body.request !== null) ask.run(fact.body.request, fact.body.ticket)
        return
      case 'ticket.joined':
        keep(fact.body.ticket, fact.body.ticket.called === null ? null : position)
        return
      case 'ticket.moved': {
        const { ticket, move, request } = fact.body
        const before = byId.get(ticket)
        const after = before === undefined ? null : moved(Whole.pipe(Ticket).parse(before), fact.body)
        if (after !== null) keep(after, move.kind === 'call' || move.kind === 'recall' ? position : null)
        if (move.kind === 'call') run.run(move.run, move.counter)
        if (request !== null) ask.run(request, ticket)
        return
      }
      case 'ticket.printed':
        paper.run(fact.body.ticket, position)
        return
      case 'counter.takes':
        takes.run({ number: fact.body.counter, at: fact.body.at, whole: JSON.stringify(fact.body) })
        return
      case 'queue.led':
        lead.run({ epoch: fact.body.epoch, whole: JSON.stringify(fact.body) })
    }
  }
}
