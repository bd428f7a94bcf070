import { z } from 'zod'
import { Limit } from '../calendar/due.ts'
import { Day } from '../kernel/time.ts'
import { Condition } from './condition.ts'
import { CrossCheck } from './cross-check.ts'
import { Declarations } from './declaration.ts'
import { FeeItem } from './fee.ts'
import { FieldId } from './field-id.ts'
import { MOST_ROWS } from './row.ts'
import { SourceWithin } from './within.ts'

const Code = z.string().regex(/^\d{1,2}\.\d{6}$|^[A-Z]+-\d+$/)

const CardPart = z.enum(['name', 'number', 'birth', 'year', 'sex', 'address', 'issued', 'issuer', 'paper'])

/**
 * Where a value may come from, tried in the order given: the scanned card, the citizen's earlier dossiers (the field of
 * the same name, or the named one), the office, today, another field of this form, or a constant.
 */
const Source = z.union([
  z.enum([
    'card.name',
    'card.number',
    'card.birth',
    'card.year',
    'card.sex',
    'card.address',
    'card.issued',
    'card.issuer',
    'card.paper',
    'office.name',
    'office.authority',
    'office.commune',
    'office.province',
    'today',
    'earlier',
  ]),
  /** The card of a couple's woman or man, and the second person's card (another parent, who is represented). */
  z.templateLiteral([z.enum(['female', 'male', 'second']), '.', CardPart]),
  /** The dossier that this one follows in a bundle of one sitting. */
  z.templateLiteral(['bundle.', z.string()]),
  z.templateLiteral(['earlier.', z.string()]),
  z.templateLiteral(['field.', z.string()]),
  z.templateLiteral(['=', z.string()]),
])
export type Source = z.output<typeof Source>

/** A source that counts only under a condition: the requester's card fills the mother where the requester is the mother. */
const SourceWhen = z.strictObject({ from: Source, when: Condition })

const AnySource = z.union([Source, SourceWhen, SourceWithin])

/** `year`: a year, or the whole day where it is known. */
export const FieldKind = z.enum(['name', 'text', 'date', 'year', 'time', 'number', 'choice', 'sex', 'address', 'citizen-number', 'phone'])
export type FieldKind = z.output<typeof FieldKind>

/** One thing the form asks. `label` is printed on the declaration as it stands; `ask` is what the official says aloud. */
export const Field = z.strictObject({
  id: FieldId,
  kind: FieldKind,
  label: z.string().min(1),
  ask: z.string().optional(),
  from: z.array(AnySource).default([]),
  need: z.boolean().default(false),
  when: Condition.optional(),
  choices: z.array(z.strictObject({ value: z.string().min(1), label: z.string().min(1) })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** `past`: a date that cannot lie after today. */
  past: z.boolean().default(false),
})
export type Field = z.output<typeof Field>

/** A sentence printed between the fields of the declaration. */
export const Heading = z.strictObject({ id: FieldId, kind: z.literal('heading'), label: z.string().min(1), when: Condition.optional() })
export type Heading = z.output<typeof Heading>

/**
 * Fields that are asked once for each of several people or papers. The answer under the group's own id is how many there
 * are; the fields of the second row answer to `members.2.name`. Inside, conditions and `field.` sources mean the same row
 * where it has such a field, else the form.
 */
export const Group = z.strictObject({
  id: FieldId,
  kind: z.literal('group'),
  label: z.string().min(1),
  ask: z.string().optional(),
  from: z.array(AnySource).default([]),
  need: z.boolean().default(false),
  when: Condition.optional(),
  min: z.int().nonnegative().default(0),
  max: z.int().positive().max(MOST_ROWS).default(20),
  /** What stands above each row, `{n}` its number. */
  row: z.string().includes('{n}').default('Thứ {n}'),
  fields: z.array(Field).min(1),
})
export type Group = z.output<typeof Group>

/** A paper to hand in. `shown` is compared and given back at once. */
export const PaperNeed = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  need: z.enum(['original', 'copy', 'certified', 'shown']),
  must: z.boolean().default(true),
  when: Condition.optional(),
})
export type PaperNeed = z.output<typeof PaperNeed>

/** A verification the law allows: it adds working days when it is started (Luật Hộ tịch 2014 Điều 18 khoản 2, for one). */
export const Verification = z.strictObject({ workingDays: z.int().positive(), law: z.string().min(1) })
export type Verification = z.output<typeof Verification>

/** Somebody who has to sign something in person, and the law that says so. */
export const Signature = z.strictObject({ who: z.string().min(1), what: z.string().min(1), law: z.string().min(1) })
export type Signature = z.output<typeof Signature>

/**
 * One edition of one procedure, as it stands in `resources/catalog/procedures` or the data folder. A dossier keeps the
 * edition it was received under.
 */
export const Procedure = z.strictObject({
  code: Code,
  name: z.string().min(1),
  edition: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  effectiveFrom: Day,
  repealedFrom: Day.optional(),
  /** Codes of what is to be taken once this is repealed. */
  replacedBy: z.array(Code).min(1).optional(),
  sector: z.strictObject({ code: z.string(), name: z.string() }),
  law: z.array(z.string()).min(1),
  /** Typed without marks this finds the procedure too: what people say at the desk. */
  words: z.array(z.string()).default([]),
  takes: Limit,
  /** Another limit in some cases, the first that fits: `limitOf` knows. */
  takesWhen: z.array(z.strictObject({ when: Condition, takes: Limit })).default([]),
  /** Working days on top where the official starts a verification, and only then. */
  verification: Verification.optional(),
  fee: z.array(FeeItem).default([]),
  papers: z.array(PaperNeed).default([]),
  /** What the citizen gets in the end. */
  result: z.string().min(1),
  /** Who has to come and sign, as said to the citizen. */
  comes: z.string().min(1),
  /** Who signs what in front of the official: no counter can do it for them. */
  signs: z.array(Signature).default([]),
  proxy: z.boolean().default(true),
  /** What is often asked for in the same sitting after this one, and what is already answered there then. */
  next: z.array(z.strictObject({ code: z.string(), answers: z.record(z.string(), z.string()).default({}) })).optional(),
  /** One, or a list of those the law wants together. `null`: the procedure knows none (certified copies, for one). */
  declaration: Declarations.nullable(),
  form: z.array(z.discriminatedUnion('kind', [Heading, Group, Field])).min(1),
  /** What the answers must be to each other. */
  checks: z.array(CrossCheck).default([]),
})
export type Procedure = z.output<typeof Procedure>

/** The fields as the file has them: of a group, the number of its rows. `fieldsNow` has the rows of given answers too. */
export const fieldsOfForm = (procedure: Procedure): readonly Field[] =>
  procedure.form.flatMap(item => {
    if (item.kind === 'heading') return []
    return [item.kind === 'group' ? countField(item) : item]
  })

/** The question how many rows a group has. */
export const countField = ({ id, label, ask, from, need, when, min, max }: Group): Field => ({
  id,
  kind: 'number',
  label,
  from,
  need: need || min > 0,
  min,
  max,
  past: false,
  ...(ask === undefined ? {} : { ask }),
  ...(when === undefined ? {} : { when }),
})

/** Every source a field may have, whatever the conditions; what is computed counts as the field it is computed from. */
export const sourcesOf = (field: Pick<Field, 'from'>): readonly Source[] =>
  field.from.map((item): Source => {
    if (typeof item === 'string') return item
    return 'within' in item ? `field.${item.within.field}` : item.from
  })
