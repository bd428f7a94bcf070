import { z } from 'zod'

/** What the server asks of the database's thread, and what the thread answers. */
export const Asked = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('query'), id: z.int().positive(), text: z.string(), values: z.array(z.unknown()) }),
  z.strictObject({ what: z.literal('close') }),
])
export type Asked = z.output<typeof Asked>

/** `walSyncs`: how often the write-ahead log was confirmed on disk so far. Id 0: the database is open. */
export const Answer = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    id: z.int(),
    rows: z.array(z.record(z.string(), z.unknown())),
    command: z.string(),
    walSyncs: z.int(),
  }),
  z.strictObject({ ok: z.literal(false), id: z.int(), code: z.string(), message: z.string() }),
])
export type Answer = z.output<typeof Answer>
