import { z } from 'zod'
import { Day, addDays } from '../kernel/time.ts'

/**
 * A source that is computed: `then` while the day of reception lies at most so many days after the day in `field`, `else`
 * afterwards. Whether a birth or a death is registered in time stands in the form that way and is not guessed.
 */
export const SourceWithin = z.strictObject({
  within: z.strictObject({ field: z.string(), days: z.int().nonnegative() }),
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the catalogue's files, as in if/then/else
  then: z.string().min(1),
  else: z.string().min(1),
})
export type SourceWithin = z.output<typeof SourceWithin>

/**
 * What such a source says today; `null` while no day can be read in its field, and then it is asked. The day itself is not
 * counted (Bộ luật Dân sự 2015 Điều 147 khoản 2): born on 1 January, in time for 60 days up to 2 March.
 */
export function saidWithin(source: SourceWithin, valueOf: (field: string) => string, today: Day): string | null {
  const since = Day.safeParse(valueOf(source.within.field))
  if (!since.success || since.data > today) return null
  return today <= addDays(since.data, source.within.days) ? source.then : source.else
}
