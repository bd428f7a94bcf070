import { z } from 'zod'
import { missingCase } from '../kernel/missing-case.ts'
import { type Day, addDays } from '../kernel/time.ts'
import { Condition } from './condition.ts'
import { spanOf } from './span.ts'

/** What a check may name in place of another field: the day of reception. */
export const TODAY = 'today'

/** `warning`: unlikely, but it happens; it is shown and blocks nothing. */
const common = {
  field: z.string(),
  when: Condition.optional(),
  weight: z.enum(['fault', 'warning']).default('fault'),
  /** The sentence at the field: what is so, and what to do. */
  say: z.string().min(1),
  law: z.string().optional(),
}

/**
 * What an answer must be to another one. A closed handful of rules. A day may be a whole day or only its year: a rule is
 * broken where no day of that year could keep it. `today` stands for the day of reception.
 */
export const CrossCheck = z.discriminatedUnion('rule', [
  /** Before the other day; with `years`, at least that many years before. */
  z.strictObject({ ...common, rule: z.literal('before'), other: z.string(), years: z.int().positive().optional() }),
  /** Not before the other day; with `days`, at most so many days before it. */
  z.strictObject({ ...common, rule: z.literal('not-before'), other: z.string(), days: z.int().positive().optional() }),
  /** Not later than so many days after the other day. */
  z.strictObject({ ...common, rule: z.literal('within-days'), other: z.string(), days: z.int().nonnegative() }),
  /** Whoever was born on this day has completed `years` on the other day. */
  z.strictObject({ ...common, rule: z.literal('at-least-age'), years: z.int().positive(), other: z.string().default(TODAY) }),
  z.strictObject({ ...common, rule: z.literal('differs'), other: z.string() }),
])
export type CrossCheck = z.output<typeof CrossCheck>

/** Whether the two answers can stand together. Where one of them is missing or no day can be read in it, they can. */
export function keepsTo(check: CrossCheck, value: string, other: string): boolean {
  if (value === '' || other === '') return true
  if (check.rule === 'differs') return value !== other
  const [one, two] = [spanOf(value), spanOf(other)]
  if (one === null || two === null) return true
  switch (check.rule) {
    case 'before':
      return check.years === undefined ? one.first < two.last : yearsAfter(one.first, check.years) <= two.last
    case 'at-least-age':
      return yearsAfter(one.first, check.years) <= two.last
    case 'not-before':
      return addDays(one.last, check.days ?? 0) >= two.first
    case 'within-days':
      return one.first <= addDays(two.last, check.days)
    default:
      return missingCase(check)
  }
}

/** As text, so that who was born on a 29 February completes the year on 1 March where there is none. */
const yearsAfter = (day: Day, years: number): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
