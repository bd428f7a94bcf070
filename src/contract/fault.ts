import { z } from 'zod'
import { faultCodes } from '#domain/kernel/fault.ts'
import type { Fault } from '#domain/kernel/result.ts'

const known = z.object({ kind: z.enum(['input', 'failure']), code: z.enum(faultCodes) })

/** A fault that crosses a wall as part of an answer: why something may not be done, or is to be looked at again. */
export const FaultShape = z.custom<Fault>(foreign => known.safeParse(foreign).success)
