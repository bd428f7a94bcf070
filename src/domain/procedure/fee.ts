import { z } from 'zod'
import { missingCase } from '../kernel/missing-case.ts'
import { Day } from '../kernel/time.ts'
import { Condition, holds } from './condition.ts'
import { rowCount, rowId } from './row.ts'

/** How an amount is found. Quantities are read from fields of the form; money is whole đồng. */
const Rule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('fixed'), vnd: z.int().nonnegative() }),
  z.strictObject({ rule: z.literal('each'), field: z.string(), vnd: z.int().nonnegative() }),
  /**
   * Per copy: the first pages at one price, the others at another, never above `max` (TT 226/2016/TT-BTC Điều 4). With
   * `group`, one original a row: `pages` and `copies` are fields of the row, and the rows are summed.
   */
  z.strictObject({
    rule: z.literal('pages'),
    group: z.string().optional(),
    pages: z.string(),
    copies: z.string(),
    first: z.int().positive(),
    firstVnd: z.int().nonnegative(),
    nextVnd: z.int().nonnegative(),
    max: z.int().positive(),
  }),
])

type PagesRule = Extract<z.output<typeof Rule>, { rule: 'pages' }>

/** From which day a rule holds, and up to which: without one it always does. */
const Period = { from: Day.optional(), until: Day.optional() }

/** `phí` pays for a service, `lệ phí` is a state fee: they are kept apart on every paper (Luật Phí và lệ phí Điều 3). */
export const FeeItem = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  law: z.string(),
  amount: Rule,
  when: Condition.optional(),
  ...Period,
  /** Why it is not asked. Without a condition: nobody pays it. */
  free: z.array(z.strictObject({ when: Condition.optional(), law: z.string(), reason: z.string(), ...Period })).default([]),
})
export type FeeItem = z.output<typeof FeeItem>

export const FeeLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['phi', 'le-phi']),
  quantity: z.int().nonnegative(),
  /** What one of them costs; not there where they cost different amounts, or nothing is asked. */
  unit: z.int().nonnegative().optional(),
  vnd: z.int().nonnegative(),
  law: z.string(),
  /** Why nothing is asked, where the rule would ask something. */
  exempt: z.string().nullable(),
})
export type FeeLine = z.output<typeof FeeLine>

export const Fee = z.strictObject({ lines: z.array(FeeLine), total: z.int().nonnegative() })
export type Fee = z.output<typeof Fee>

/**
 * What the citizen pays: each item with its amount or the reason it is free, and one total in đồng. `day`: the day of
 * reception, whose amounts and exemptions hold.
 */
export function feeOf(items: readonly FeeItem[], valueOf: (field: string) => string, day: Day): Fee {
  const lines = items.filter(item => holds(item.when, valueOf) && holdsOn(item, day)).map(item => feeLine(item, valueOf, day))
  return { lines, total: sum(lines.map(({ vnd }) => vnd)) }
}

const holdsOn = ({ from, until }: { readonly from?: Day | undefined; readonly until?: Day | undefined }, day: Day): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until)

function feeLine(item: FeeItem, valueOf: (field: string) => string, day: Day): FeeLine {
  const { quantity, vnd, unit } = amountOf(item.amount, valueOf)
  const exemption = item.free.find(free => holds(free.when, valueOf) && holdsOn(free, day))
  return {
    id: item.id,
    name: item.name,
    kind: item.kind,
    quantity,
    ...(unit === undefined || exemption !== undefined ? {} : { unit }),
    vnd: exemption === undefined ? vnd : 0,
    law: exemption?.law ?? item.law,
    exempt: exemption?.reason ?? null,
  }
}

type Amount = { readonly quantity: number; readonly vnd: number; readonly unit?: number | undefined }

function amountOf(rule: z.output<typeof Rule>, valueOf: (field: string) => string): Amount {
  const count = (field: string): number => (/^\d{1,6}$/.test(valueOf(field)) ? Number(valueOf(field)) : 0)
  switch (rule.rule) {
    case 'fixed':
      return { quantity: 1, vnd: rule.vnd, unit: rule.vnd }
    case 'each':
      return { quantity: count(rule.field), vnd: count(rule.field) * rule.vnd, unit: rule.vnd }
    case 'pages': {
      const { group } = rule
      if (group === undefined) return pagesAmount(rule, count(rule.pages), count(rule.copies))
      const rows = Array.from({ length: rowCount(valueOf(group)) }, (_, index) => (field: string) => count(rowId(group, index + 1, field)))
      const amounts = rows.map(inRow => pagesAmount(rule, inRow(rule.pages), inRow(rule.copies)))
      const units = new Set(amounts.filter(({ quantity }) => quantity > 0).map(({ unit }) => unit))
      return {
        quantity: sum(amounts.map(({ quantity }) => quantity)),
        vnd: sum(amounts.map(({ vnd }) => vnd)),
        unit: units.size === 1 ? [...units][0] : undefined,
      }
    }
    default:
      return missingCase(rule)
  }
}

function pagesAmount({ first, firstVnd, nextVnd, max }: PagesRule, pages: number, copies: number): Amount {
  const unit = Math.min(firstVnd * Math.min(pages, first) + nextVnd * Math.max(pages - first, 0), max)
  return { quantity: copies, vnd: copies * unit, unit }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
