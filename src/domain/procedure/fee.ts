import { z } from 'zod'
import { missingCase } from '../kernel/missing-case.ts'
import { Condition, holds } from './condition.ts'

/** How an amount is found. Quantities are read from fields of the form; money is whole đồng. */
const Rule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('fixed'), vnd: z.int().nonnegative() }),
  z.strictObject({ rule: z.literal('each'), field: z.string(), vnd: z.int().nonnegative() }),
  /** Per copy: the first pages at one price, the others at another, never above `max` (TT 226/2016/TT-BTC Điều 4). */
  z.strictObject({
    rule: z.literal('pages'),
    pages: z.string(),
    copies: z.string(),
    first: z.int().positive(),
    firstVnd: z.int().nonnegative(),
    nextVnd: z.int().nonnegative(),
    max: z.int().positive(),
  }),
])

/** `phí` pays for a service, `lệ phí` is a state fee: they are kept apart on every paper (Luật Phí và lệ phí Điều 3). */
export const FeeItem = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  law: z.string(),
  amount: Rule,
  when: Condition.optional(),
  free: z.array(z.strictObject({ when: Condition, law: z.string(), reason: z.string() })).default([]),
})
export type FeeItem = z.output<typeof FeeItem>

export const FeeLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  quantity: z.int().nonnegative(),
  vnd: z.int().nonnegative(),
  law: z.string(),
  /** Why nothing is asked, where the rule would ask something. */
  exempt: z.string().nullable(),
})
export type FeeLine = z.output<typeof FeeLine>

export const Fee = z.strictObject({ lines: z.array(FeeLine), total: z.int().nonnegative() })
export type Fee = z.output<typeof Fee>

/** What the citizen pays: each item with its amount or the reason it is free, and one total in đồng. */
export function feeOf(items: readonly FeeItem[], valueOf: (field: string) => string): Fee {
  const lines = items.filter(item => holds(item.when, valueOf)).map(item => feeLine(item, valueOf))
  return { lines, total: lines.reduce((sum, line) => sum + line.vnd, 0) }
}

function feeLine(item: FeeItem, valueOf: (field: string) => string): FeeLine {
  const { quantity, vnd } = amountOf(item.amount, valueOf)
  const exemption = item.free.find(free => holds(free.when, valueOf))
  return {
    id: item.id,
    name: item.name,
    kind: item.kind,
    quantity,
    vnd: exemption === undefined ? vnd : 0,
    law: exemption?.law ?? item.law,
    exempt: exemption?.reason ?? null,
  }
}

function amountOf(rule: z.output<typeof Rule>, valueOf: (field: string) => string): { quantity: number; vnd: number } {
  const count = (field: string): number => (/^\d{1,6}$/.test(valueOf(field)) ? Number(valueOf(field)) : 0)
  switch (rule.rule) {
    case 'fixed':
      return { quantity: 1, vnd: rule.vnd }
    case 'each':
      return { quantity: count(rule.field), vnd: count(rule.field) * rule.vnd }
    case 'pages': {
      const pages = count(rule.pages)
      const perCopy = rule.firstVnd * Math.min(pages, rule.first) + rule.nextVnd * Math.max(pages - rule.first, 0)
      return { quantity: count(rule.copies), vnd: count(rule.copies) * Math.min(perCopy, rule.max) }
    }
    default:
      return missingCase(rule)
  }
}
