import { z } from 'zod'

/**
 * What one thing is like that was looked at, as sentences. `soon`: it works, and a hand is needed before long. `away`: it cannot
 * be reached, and work goes on without it. `ill`: it does not work. Only what is not well has something to do.
 */
export const Check = z.discriminatedUnion('state', [
  z.strictObject({ id: z.string(), state: z.literal('ok'), what: z.string() }),
  z.strictObject({ id: z.string(), state: z.enum(['soon', 'away', 'ill']), what: z.string(), todo: z.string() }),
])
export type Check = z.output<typeof Check>
