import { z } from 'zod'

/** How a machine of the campaign begins. `ahead`: milliseconds its clock is before the computer's. */
export const Life = z.strictObject({
  dataDir: z.string(),
  number: z.int(),
  role: z.enum(['host', 'guest']),
  port: z.int(),
  meet: z.string(),
  /** Whether somebody sits there and calls. */
  seats: z.boolean(),
  seed: z.int(),
  pauseMs: z.number(),
  ahead: z.number(),
  mapped: z.record(z.string(), z.int()),
})
export type Life = z.output<typeof Life>

/** What the parent wants of a machine. */
export const Order = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('work'), tickets: z.int() }),
  z.strictObject({ kind: z.enum(['press', 'drain', 'lead', 'look', 'close']) }),
])
export type Order = z.output<typeof Order>

/** What a machine tells its parent. */
export const Report = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['open', 'leads', 'closed']) }),
  z.strictObject({ kind: z.literal('taken'), ticket: z.string(), number: z.string() }),
  z.strictObject({ kind: z.literal('called'), ms: z.number(), role: z.string() }),
  z.strictObject({ kind: z.literal('refused'), code: z.string() }),
  z.strictObject({
    kind: z.literal('seen'),
    joined: z.boolean(),
    role: z.string(),
    handing: z.int(),
    open: z.int(),
    host: z.string(),
  }),
])
export type Report = z.output<typeof Report>
