import { z } from 'zod'
import { CounterId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { QuietHours } from '#domain/queue/quiet-hours.ts'
import { Service, ServiceId } from '#domain/queue/service.ts'
import { Priority, Ticket, TicketId, TicketTaken } from '#domain/queue/ticket.ts'

/** How the hall of an office works: part of `settings.json` of each of its machines. */
export const HallSettings = z.strictObject({
  /** `alone`: one machine, no network. `host`: leads the office's queue. `guest`: asks the host. */
  role: z.enum(['alone', 'host', 'guest']).default('alone'),
  /** Where this machine listens on the local network. */
  port: z.int().min(1024).max(65_535).default(7878),
  /** `192.168.1.20:7878`: one machine of the office that is asked who the host is. */
  meet: z.string().nullable().default(null),
  /** What this machine's counter takes; `null`: everything. */
  takes: z.array(ServiceId).nullable().default(null),
  /** How many may go before ordinary people in a row. */
  first: z.int().min(1).max(5).default(2),
  notices: z.array(z.string().trim().min(1).max(160)).max(10).default([]),
  voice: z
    .strictObject({
      pack: z.string().default('south'),
      volume: z.number().min(0).max(1).default(0.9),
      /** From and to, in which nothing is said aloud. */
      quiet: z.array(QuietHours).default([]),
    })
    .prefault({}),
  /** Windows that open with the app, beside the counter's. */
  opens: z.array(z.enum(['display', 'kiosk'])).default([]),
})
export type HallSettings = z.output<typeof HallSettings>

/** What stands on a paper: the wait in minutes, or `null` where nothing can be said. */
const Wait = TicketTaken.shape.wait

/** A counter of the hall as the others see it. */
export const CounterView = z.strictObject({
  number: z.int(),
  name: z.string(),
  services: z.array(ServiceId),
  open: z.boolean(),
  /** Calls in a row that went before ordinary people who waited (see `domain/queue/rule.ts`). */
  run: z.int().nonnegative().default(0),
  /** Tickets that were called to it and have not ended. */
  holds: z.array(z.string()),
})

export const ServiceView = z.strictObject({
  ...Service.omit({ sectors: true }).shape,
  waiting: z.int(),
  /** Since when the longest of them waits. */
  since: Instant.nullable(),
  /** What whoever takes a ticket now is told. */
  wait: Wait,
  counters: z.array(z.int()),
})

/** One call, as the hall shows and says it. `id` changes with every call of the same ticket. */
export const CallView = z.strictObject({
  id: z.string(),
  number: z.string(),
  counter: z.int(),
  counterName: z.string(),
  /** 1 for the first time. */
  times: z.int(),
  at: Instant,
})
export type CallView = z.output<typeof CallView>

/** The line of the whole office, the same on every machine. All times are the host's: compare them with `now`. */
export const Hall = z.strictObject({
  host: z.strictObject({ id: CounterId, name: z.string(), epoch: z.int().nonnegative() }),
  /** Grows with every change. */
  version: z.int().nonnegative(),
  now: Instant,
  services: z.array(ServiceView),
  /** Everybody who waits, was called or is parked, by place in line. */
  tickets: z.array(Ticket),
  counters: z.array(CounterView),
  /** The newest first. */
  calls: z.array(CallView).max(12),
  /** The last number of each letter that was given out today. */
  last: z.record(z.string(), z.int()),
  /** Open tickets of days before: whoever opens the day decides about them. */
  left: z.int().nonnegative(),
})
export type Hall = z.output<typeof Hall>

/** How this machine stands to the office's queue. */
export const Standing = z.strictObject({
  role: HallSettings.shape.role.unwrap(),
  machine: CounterId,
  counter: z.int(),
  /** Whether what is seen here is the office's queue now; `false`: this machine goes on by itself, with its own letter. */
  joined: z.boolean(),
  /** Since when it does. */
  since: Instant.nullable(),
  /** Tickets of its own on their way to the host. */
  handing: z.int(),
  /** The wall of this machine says that the hall hears nothing of it. */
  silent: z.boolean(),
  /** Names of the machines that this one began to lead without: nobody here knows whom they had called. */
  unheard: z.array(z.string()),
  fault: z.string().nullable(),
})
export type Standing = z.output<typeof Standing>

/** What a window shows of the queue: the office's while it can be reached, this machine's own while not. */
export const QueueView = z.strictObject({ standing: Standing, hall: Hall })
export type QueueView = z.output<typeof QueueView>

/** What an official does with one ticket. */
export const Act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['call', 'recall', 'absent', 'skip', 'park', 'reopen', 'back', 'leave', 'expire', 'keep']) }),
  z.strictObject({ kind: z.literal('finish'), procedures: z.array(z.string()).max(20) }),
  z.strictObject({
    kind: z.literal('transfer'),
    counter: z.int().nullable(),
    service: ServiceId.nullable(),
    note: z.string().trim().max(200).nullable(),
  }),
])

/** How the hall did on a day. */
export const Figures = z.strictObject({
  day: Day,
  taken: z.int(),
  waiting: z.int(),
  served: z.int(),
  /** Ended without being served: absent three times, left, over at the end of the day, ended as soon as they were called. */
  abandoned: z.int(),
  /** Minutes, of all who were called today. */
  meanWait: z.number().nullable(),
  longestWait: z.number().nullable(),
  /** Share of the people whose wait lay within what their ticket said, 0 to 1. */
  promised: z.number().nullable(),
  hours: z.array(z.strictObject({ counter: z.int(), hour: z.int(), served: z.int() })),
  /** People waiting by service, each quarter of an hour of the day. */
  line: z.array(z.strictObject({ at: Instant, service: ServiceId, waiting: z.int() })),
  procedures: z.array(z.strictObject({ code: z.string(), sittings: z.int(), minutes: z.number() })),
  /** Where help is needed most, worst first. */
  help: z.array(
    z.strictObject({
      service: ServiceId,
      waiting: z.int(),
      longest: z.number(),
      wait: Wait,
      /** The counter that could help: it has the least to do. */
      from: z.int().nullable(),
    }),
  ),
})
export type Figures = z.output<typeof Figures>

export const Pairing = z.strictObject({
  /** `K7QF-2MXA-9TRP-C4WN`: what another machine types to belong to this office; `null` where none was made. */
  code: z.string().nullable(),
  addresses: z.array(z.string()),
  machines: z.array(z.strictObject({ id: CounterId, name: z.string(), address: z.string(), joined: z.boolean() })),
})

export const QueueAsked = {
  take: z.strictObject({ services: z.array(ServiceId).min(1).max(5), priority: Priority.nullable(), appointment: Instant.nullable() }),
  /** `done`: the ticket that was served, which ends; with the codes of what was dealt with. */
  next: z.strictObject({ done: TicketId.nullable(), procedures: z.array(z.string()).max(20).default([]) }),
  act: z.strictObject({ ticket: TicketId, act: Act }),
  takes: z.strictObject({ services: z.array(ServiceId), open: z.boolean() }),
  endDay: z.strictObject({ keep: z.array(TicketId) }),
  figures: z.strictObject({ day: Day.nullable() }),
  pair: z.strictObject({ code: z.string(), meet: z.string() }),
}
