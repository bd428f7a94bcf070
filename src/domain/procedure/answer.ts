import { z } from 'zod'
import { Day, Instant } from '../kernel/time.ts'

/** Where a value comes from: the scanned card, an earlier dossier (of that day), the office, a rule of the form, or the official's hands. */
export const Origin = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('card') }),
  z.strictObject({ from: z.literal('earlier'), day: Day }),
  z.strictObject({ from: z.literal('office') }),
  z.strictObject({ from: z.literal('rule') }),
  z.strictObject({ from: z.literal('typed') }),
])
export type Origin = z.output<typeof Origin>

/**
 * One value of a form, as text in its kind's form (a date is `YYYY-MM-DD`, a number its digits), with its origin. `heard`:
 * when it was read back to the citizen, who said that it is so.
 */
export const Answer = z.strictObject({ value: z.string().max(2000), origin: Origin, heard: Instant.optional() })
export type Answer = z.output<typeof Answer>

export const Answers = z.record(z.string(), Answer)
export type Answers = z.output<typeof Answers>

export const valueIn =
  (answers: Answers) =>
  (field: string): string =>
    answers[field]?.value ?? ''
