import { z } from 'zod'
import type { FaultCode } from '../kernel/fault.ts'
import { Day } from '../kernel/time.ts'

export const Card = z.strictObject({
  source: z.enum(['qr21', 'qr24', 'mrz']),
  number: z.string().regex(/^\d{12}$/),
  oldNumber: z.string().nullable(),
  name: z.string(),
  birth: Day,
  sex: z.enum(['male', 'female']),
  address: z.string().nullable(),
  issued: Day.nullable(),
  expires: Day.nullable(),
})
export type Card = z.output<typeof Card>

export const ReadCard = z.strictObject({
  kind: z.literal('citizen-card'),
  source: Card.shape.source,
  card: Card,
  partial: z.boolean(),
  repairs: z.array(z.string()),
  warnings: z.array(z.strictObject({ code: z.string(), field: z.string() })),
  extra: z.array(z.string()),
  raw: z.string(),
})
export type ReadCard = z.output<typeof ReadCard>

/** Something to look at again on a card that was read. Its code has a sentence like every fault's. */
export type CardWarning = { readonly code: FaultCode; readonly field: string }
