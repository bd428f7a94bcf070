import { z } from 'zod'

/** A check as `kv doctor` tells it: `id`, `ok`, `what` and `todo` are public and stay. */
export const ToldCheck = z.strictObject({
  id: z.string(),
  ok: z.boolean(),
  state: z.enum(['ok', 'soon', 'away', 'ill']),
  what: z.string(),
  todo: z.string(),
})
