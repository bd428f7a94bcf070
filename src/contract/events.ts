import { z } from 'zod'
import { Instant } from '#domain/kernel/time.ts'
import { QueueView } from './queue.ts'

/** What the status line says: facts with their time. Codes are turned into sentences by `words`. */
export const Status = z.strictObject({
  printer: z.strictObject({
    /** Whether the first printer can print, as far as is known; `fault` says why not. */
    ready: z.boolean(),
    fault: z.string().nullable(),
    waiting: z.int().nonnegative(),
    since: Instant.nullable(),
    /** It still prints, and a hand is needed soon. */
    warning: z.string().nullable(),
    /** The printer that takes over while the first cannot; `null`: there is none. */
    second: z.strictObject({ fault: z.string().nullable(), warning: z.string().nullable() }).nullable(),
  }),
  pages: z.strictObject({ ready: z.boolean(), fault: z.string().nullable(), waiting: z.int().nonnegative(), since: Instant.nullable() }),
  scanner: z.strictObject({ address: z.string(), connected: z.boolean() }),
  city: z.strictObject({
    /** `null`: no city is set. */
    url: z.string().nullable(),
    reached: Instant.nullable(),
    pending: z.int().nonnegative(),
    since: Instant.nullable(),
    fault: z.string().nullable(),
  }),
})
export type Status = z.output<typeof Status>

/** What an office tells its windows without being asked. */
export const events = {
  /** A whole text from a serial scanner; the window asks `card.scan` what it means. */
  scanned: z.strictObject({ text: z.string() }),
  status: Status,
  /** The catalogue changed: how many procedures are offered now, and how many files are refused. */
  catalog: z.strictObject({ procedures: z.int().nonnegative(), broken: z.int().nonnegative() }),
  /** Somebody changed how this office works: windows ask anew what it says of itself. */
  settings: z.strictObject({}),
  /** The line of people changed, or how this machine stands to it. */
  queue: QueueView,
} as const

export type Events = { readonly [Name in keyof typeof events]: z.output<(typeof events)[Name]> }
export type EventName = keyof Events
export type Tell = <Name extends EventName>(name: Name, what: Events[Name]) => void
