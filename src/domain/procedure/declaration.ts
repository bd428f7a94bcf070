import { z } from 'zod'
import { DECLARATIONS } from '../paper/form.ts'
import { Condition } from './condition.ts'
import { FieldId } from './field-id.ts'

/** What stands under the heading of this name is for the desk (fees, limits) and on no statutory form. */
export const DESK = 'desk'

/** A field, group or heading of the form, under the words this declaration has for it. */
const PrintedField = z.strictObject({
  field: FieldId,
  label: z.string().min(1).optional(),
  when: Condition.optional(),
  /** False where this declaration has no line for a day in words as well. */
  spelled: z.boolean().optional(),
})

const PrintedHeading = z.strictObject({ heading: z.string().min(1), when: Condition.optional() })

/** What follows from the rest and is nobody's question: a father is a man. Empty: a dotted line that stays empty. */
const PrintedFact = z.strictObject({ id: FieldId, label: z.string().min(1), value: z.string(), when: Condition.optional() })
export type PrintedFact = z.output<typeof PrintedFact>

/** A bare name is a field, group or heading of the form as it stands there. */
const Printed = z.union([FieldId, PrintedField, PrintedHeading, PrintedFact])
export type Printed = z.output<typeof Printed>

/** Somebody else whose hand the form has a place for, beside the requester's; `name` is the field with the name. */
const Beside = z.strictObject({ who: z.string().min(1), name: FieldId, when: Condition.optional() })

/** One statutory form that is printed and signed. */
export const Declaration = z.strictObject({
  title: z.string().min(1),
  law: z.string(),
  oath: z.string(),
  /** What stands on it, in this order; without it the whole form as it is asked, but for the desk's own section. */
  prints: z.array(Printed).min(1).optional(),
  /** The first whose condition holds. */
  beside: z.array(Beside).optional(),
})
export type Declaration = z.output<typeof Declaration>

/** A single one is a list of one: so every file and every answer from before there were several. */
export const Declarations = z.union([
  Declaration.transform((one): Declaration[] => [one]),
  z.array(Declaration).min(1).max(DECLARATIONS.length),
])
