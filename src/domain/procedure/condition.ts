import { z } from 'zod'
import { missingCase } from '../kernel/missing-case.ts'

/** When a field, a paper or an exemption counts. A closed handful of words, never code. */
export type Condition =
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.string(), is: z.string() }),
    z.strictObject({ field: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ field: z.string(), filled: z.boolean() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

/** Whether `condition` holds where `valueOf` answers with a field's value, `''` where it has none. */
export function holds(condition: Condition | undefined, valueOf: (field: string) => string): boolean {
  if (condition === undefined) return true
  if ('is' in condition) return valueOf(condition.field) === condition.is
  if ('in' in condition) return condition.in.includes(valueOf(condition.field))
  if ('filled' in condition) return (valueOf(condition.field) !== '') === condition.filled
  if ('all' in condition) return condition.all.every(part => holds(part, valueOf))
  if ('any' in condition) return condition.any.some(part => holds(part, valueOf))
  if ('not' in condition) return !holds(condition.not, valueOf)
  return missingCase(condition)
}

/** Every field a condition speaks of, with the values it is held against. */
export function valuesIn(condition: Condition | undefined): readonly { readonly field: string; readonly values: readonly string[] }[] {
  if (condition === undefined) return []
  if ('is' in condition) return [{ field: condition.field, values: [condition.is] }]
  if ('in' in condition) return [{ field: condition.field, values: condition.in }]
  if ('filled' in condition) return [{ field: condition.field, values: [] }]
  if ('all' in condition) return condition.all.flatMap(valuesIn)
  if ('any' in condition) return condition.any.flatMap(valuesIn)
  return valuesIn(condition.not)
}

/** Every field a condition speaks of: the catalogue refuses one that does not exist. */
export const fieldsOf = (condition: Condition | undefined): readonly string[] => valuesIn(condition).map(({ field }) => field)

/** The same condition, speaking of fields by other names. */
export function renamed(condition: Condition, named: (field: string) => string): Condition {
  if ('field' in condition) return { ...condition, field: named(condition.field) }
  if ('all' in condition) return { all: condition.all.map(part => renamed(part, named)) }
  if ('any' in condition) return { any: condition.any.map(part => renamed(part, named)) }
  return { not: renamed(condition.not, named) }
}
