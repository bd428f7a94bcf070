import { z } from 'zod'
import type { FaultCode } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'
import { Day } from '../kernel/time.ts'
import { mrzLines, readMrz } from './mrz.ts'
import { readQr } from './qr.ts'

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

/**
 * What a scanned text says: the QR code of a citizen card (2021 or 2024), or the three MRZ lines of its back.
 * Refused with one fault for every field that is wrong, or with the name of the document it is instead. Any text at all may come in.
 * Neither the QR code nor the MRZ is signed: what is read saves typing, the official still compares it with the card.
 */
export function readCard(text: string, today: Day): Result<ReadCard> {
  const lines = mrzLines(text)
  return lines === null ? readQr(text, today) : readMrz(lines, text, today)
}
