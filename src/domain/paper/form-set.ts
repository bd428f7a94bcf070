import { z } from 'zod'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Day } from '../kernel/time.ts'

/** What a paper is printed on: single sheets are A5, the book is A4 (TT 01/2018/TT-VPCP). */
export const SheetSize = z.enum(['A5', 'A4', 'A4-landscape'])
export type SheetSize = z.output<typeof SheetSize>

/** Who signs. `official`: who received, or who took the step; `head`: of the agency that settles it. */
export const Signer = z.enum(['citizen', 'official', 'head'])
export type Signer = z.output<typeof Signer>

const FormSignature = z.strictObject({ who: Signer, caption: z.string().min(1), how: z.string() })
export type FormSignature = z.output<typeof FormSignature>

/** What every paper may say of a dossier. `sentence` says nothing of its own: its label is a sentence with `{…}` in it. */
const COMMON = ['sentence', 'office', 'owner', 'identity', 'address', 'phone', 'email', 'procedure', 'received', 'due'] as const

/**
 * One line of a form: what stands there and the label before it, word for word. `centre`: the label where the office is
 * a service centre. `joined`: on the line before, where it fits.
 */
const lines = <const Fields extends readonly string[]>(fields: Fields) =>
  z
    .array(
      z.strictObject({
        field: z.enum([...COMMON, ...fields]),
        label: z.string(),
        centre: z.string().optional(),
        joined: z.boolean().default(false),
      }),
    )
    .min(1)

const sheet = {
  /** `01` of `Mẫu số 01`; `null` where the set has no form of this kind and the office prints its own. */
  number: z.string().regex(/^0\d$/).nullable(),
  /** A line of the title each. */
  title: z.array(z.string().min(1)).min(1),
  /** What stands after the stroke in `Số: …/…`; `{unit}` are the office's initials. `null`: the paper has no number. */
  mark: z.string().min(1).nullable(),
  size: SheetSize,
  /** One for each sheet that comes out; what it says of itself under the title, or nothing. */
  copies: z.array(z.string()).min(1),
  signatures: z.array(FormSignature),
  /** False where the layout of the law in force was not seen and stands as its forerunner had it. */
  confirmed: z.boolean(),
  note: z.string().optional(),
}

/** Kinds of paper a form set has. The book is no form of a dossier; the others are named like the forms that are printed. */
const papers = {
  'mau-01': z.strictObject({
    ...sheet,
    layout: z.enum(['lines', 'table']),
    bodies: z.strictObject({
      lines: lines(['papers', 'sets', 'limit', 'return', 'fee', 'volume', 'bookNumber']),
      table: lines(['papers', 'sets', 'limit', 'return', 'fee', 'volume', 'bookNumber']),
    }),
    /** Heads of the papers' table: number, name, kind, count. */
    columns: z.array(z.string()).length(4),
  }),
  supplement: z.strictObject({
    ...sheet,
    lines: lines(['wanted', 'reason']),
    /** Heads of the table: number, name, originals, certified copies, plain copies; the last three stand under `counts`. */
    columns: z.array(z.string()).length(5),
    counts: z.string(),
  }),
  refusal: z.strictObject({ ...sheet, lines: lines(['reason']) }),
  extension: z.strictObject({ ...sheet, lines: lines(['code', 'reason', 'until']) }),
  stop: z.strictObject({ ...sheet, lines: lines(['code', 'reason', 'asked', 'refund', 'originals']) }),
  control: z.strictObject({
    ...sheet,
    lines: lines(['agency', 'table']),
    /** Agency, time and hands, result, note. */
    columns: z.array(z.string()).length(4),
    words: z.strictObject({ from: z.string(), to: z.string(), giver: z.string(), taker: z.string() }),
  }),
  book: z.strictObject({
    ...sheet,
    lines: lines(['volume', 'span', 'table']),
    columns: z.array(z.string()).length(13),
    /** The head over columns 8 to 12. */
    over: z.string(),
  }),
}

/**
 * The statutory papers of the one-stop mechanism as one circular has them: an office prints by one set at a time, and a
 * new circular is a new file.
 */
export const FormSet = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+-\d{4}$/),
  law: z.string().min(1),
  effectiveFrom: Day,
  papers: z.strictObject(papers),
})
export type FormSet = z.output<typeof FormSet>
export type FormSheet = FormSet['papers'][keyof FormSet['papers']]

/** Reads one form set. Refused whole, with a fault per wrong place: `field` is the path inside the file. */
export function readFormSet(foreign: unknown): Result<FormSet> {
  const parsed = FormSet.safeParse(foreign)
  if (parsed.success) return ok(parsed.data)
  return refuse(
    ...parsed.error.issues.map(issue => inputFault('catalog.invalid', issue.path.join('.') || '(file)', { reason: issue.message })),
  )
}

/** The same set with its Mẫu số 01 as lines or with the table some provinces print: an office chooses. */
export const withLayout = (set: FormSet, layout: FormSet['papers']['mau-01']['layout']): FormSet => ({
  ...set,
  papers: { ...set.papers, 'mau-01': { ...set.papers['mau-01'], layout } },
})
