import { CounterId } from '#domain/kernel/id.ts'
import { z } from 'zod'
import { Head } from '#domain/journal/line.ts'
import { Day, Instant } from '#domain/kernel/time.ts'

/*
 * What crosses the wall between offices, browsers and the city server. Answers are read loosely (`z.object`): a city may
 * say more than an older counter knows. What a counter says is the journal itself, read strictly by the domain.
 */

/** Entries under way: one `writeEntry` text a line, optionally gzipped. */
export const ENTRIES_TYPE = 'application/x-ndjson'

/** What a counter sends at most in one request; a single entry may be larger than `bytes`. */
export const BATCH = { entries: 500, bytes: 1_000_000 } as const

/** `POST`: entries in the order of their positions, any number of times. Answers `Reached`. */
export const entriesPath = (counter: CounterId): string => `${counterPath(counter)}/entries`

/** `GET`: how far the city has the journal of a counter. Answers `Reached`. */
export const counterPath = (counter: CounterId): string => `/v1/counters/${encodeURIComponent(counter)}`

/** `GET`: the dossiers of a day, office by office. Answers `OfficesToday`. Without a day: today. */
export const officesTodayPath = (day?: Day): string => `/v1/offices/today${day === undefined ? '' : `?day=${day}`}`

/** How far the city durably has a journal: everything up to `position`. `parked`: how many of those it keeps without understanding them. */
export const Reached = z.object({ ...Head.shape, parked: z.int().nonnegative() })
export type Reached = z.output<typeof Reached>

/** Why the city does not do what it was asked. */
export const RefusalCode = z.enum([
  /** Another entry already stands at `position`: two machines write the same journal. */
  'journal.forked',
  /** The city has the journal up to `position` only; what was sent begins later. */
  'journal.gap',
  /** The entry at `position` does not follow the one before it; `why` names what is wrong. */
  'journal.broken',
  /** Line number `position` of the body is not an entry. */
  'journal.unreadable',
  'request.oversize',
  'request.encoding',
  'request.invalid',
  'request.unknown',
  /** The database does not answer; asked again later, it may. */
  'city.store',
  'city.broken',
])
export type RefusalCode = z.output<typeof RefusalCode>

/** The one envelope of everything that is not an answer. `code` is a `RefusalCode`, or one a newer city knows. */
export const Refused = z.object({
  error: z.object({
    code: z.string(),
    field: z.string().optional(),
    position: z.int().nonnegative().optional(),
    why: z.string().optional(),
  }),
})
export type Refused = z.output<typeof Refused>

/** A counter as the city knows it. `lastSeen`: when it last sent or asked. */
export const CounterSeen = z.object({
  counter: CounterId,
  position: z.int().nonnegative(),
  parked: z.int().nonnegative(),
  lastSeen: Instant,
})
export type CounterSeen = z.output<typeof CounterSeen>

/** A dossier on the city's page: no citizen's name or number is in it. */
export const DossierToday = z.object({
  code: z.string(),
  counter: CounterId,
  procedure: z.object({ code: z.string(), name: z.string() }),
  receivedAt: Instant,
  dueAt: Instant.nullable(),
  state: z.enum(['received', 'with-post']),
})
export type DossierToday = z.output<typeof DossierToday>

/** One office on one day. `received` counts all; `dossiers` holds the newest of them, at most `DOSSIERS_SHOWN`. */
export const OfficeToday = z.object({
  office: z.object({ id: z.string(), name: z.string() }),
  counters: z.array(CounterSeen),
  received: z.int().nonnegative(),
  dossiers: z.array(DossierToday),
})
export type OfficeToday = z.output<typeof OfficeToday>

export const DOSSIERS_SHOWN = 300

/** Every office the city knows, in the order of their names. `asked`: the city's clock when it answered. */
export const OfficesToday = z.object({ day: Day, asked: Instant, offices: z.array(OfficeToday) })
export type OfficesToday = z.output<typeof OfficesToday>
