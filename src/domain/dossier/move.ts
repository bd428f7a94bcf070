import { z } from 'zod'
import { DossierId, OfficialId } from '../kernel/id.ts'
import { Day, Instant } from '../kernel/time.ts'
import type { PaperForm } from '../paper/form.ts'
import { Verification } from '../procedure/procedure.ts'
import { DossierCode } from './code.ts'
import { DossierReceived } from './dossier.ts'

/** Where a dossier stands. `refused`, `stopped` and `returned` are the end of it. */
export const State = z.enum(['received', 'supplement', 'forwarded', 'paused', 'ready', 'refused', 'stopped', 'returned'])
export type State = z.output<typeof State>

const Text = z.string().trim().min(1).max(2000)

/** One paper a citizen has to bring or mend, and how many of which kind (Mẫu số 02). */
export const Wanted = z.strictObject({
  name: z.string().trim().min(1).max(300),
  original: z.int().nonnegative(),
  certified: z.int().nonnegative(),
  copy: z.int().nonnegative(),
})
export type Wanted = z.output<typeof Wanted>

/** Who takes a result: the owner, somebody with a written authorisation, a legal representative, or the Post. */
export const Recipient = z.strictObject({
  right: z.enum(['owner', 'authorised', 'representative', 'post']),
  name: z.string().trim().min(1).max(120),
  /** The number of the identity paper that was shown, where one was. */
  number: z.string().max(20).nullable(),
  /** The paper that gives the right: authorisation, birth certificate, handover list. */
  paper: z.string().trim().max(300).nullable(),
})
export type Recipient = z.output<typeof Recipient>

/** Whether originals that were handed in go back along with a step that ends the dossier: they do, unless somebody says otherwise. */
const GivenBack = z.boolean().optional()

/** What can be done with a dossier after it was received. */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('supplement'), wanted: z.array(Wanted).min(1).max(40), reason: Text }),
  /** The citizen brought what was asked: the papers are complete. */
  z.strictObject({ kind: z.literal('complete') }),
  z.strictObject({ kind: z.literal('refuse'), reason: Text, originals: GivenBack }),
  /** On to the unit that settles it (Phiếu kiểm soát). */
  z.strictObject({ kind: z.literal('forward'), to: Text }),
  z.strictObject({ kind: z.literal('pause'), reason: Text }),
  z.strictObject({ kind: z.literal('resume') }),
  /** Apology and a new due day (Mẫu số 04). */
  z.strictObject({ kind: z.literal('extend'), reason: Text, until: Day }),
  /** The citizen withdraws: who asked, what is given back (Thông báo dừng giải quyết). */
  z.strictObject({ kind: z.literal('stop'), reason: Text, refund: z.int().nonnegative(), originals: z.boolean() }),
  z.strictObject({ kind: z.literal('ready'), result: Text }),
  z.strictObject({
    kind: z.literal('return'),
    to: Recipient,
    satisfied: z.enum(['very', 'yes', 'no']).nullable(),
    originals: GivenBack,
  }),
  /** A verification is started: it adds working days where the procedure's law has them. */
  z.strictObject({ kind: z.literal('verify'), reason: Text }),
])
export type Step = z.output<typeof Step>
export type StepKind = Step['kind']

/** The names of all steps, and of the mending of a mistake, which is none of the law's steps. */
export const StepName = z.enum([...Step.options.map(option => option.shape.kind.value), 'correct'])
export type StepName = z.output<typeof StepName>

/** The statutory paper that goes with a step; `null` where none does. Completed papers begin another limit: Mẫu số 01 anew. */
export const stepForm = {
  supplement: 'supplement',
  complete: 'mau-01',
  refuse: 'refusal',
  forward: 'control',
  pause: null,
  resume: null,
  extend: 'extension',
  stop: 'stop',
  ready: null,
  return: null,
  verify: null,
} as const satisfies Readonly<Record<StepKind, PaperForm | null>>

/** Originals that were handed in, and whether they went back when the dossier ended (NĐ 61/2018/NĐ-CP Điều 4). */
export const Originals = z.strictObject({
  given: z.boolean(),
  papers: z.array(z.strictObject({ name: z.string(), count: z.int().positive() })).min(1),
})
export type Originals = z.output<typeof Originals>

/** Body of the entry `dossier.moved`, version 1: one step, and how the dossier stands after it. */
export const DossierMoved = z.strictObject({
  dossier: DossierId,
  code: DossierCode,
  step: Step,
  at: Instant,
  counter: z.string(),
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  state: State,
  due: Instant,
  dueSure: z.boolean(),
  /** When it was due before this step, where the step moved that. Entries from before this was kept have none. */
  before: Instant.optional(),
  /** The days a verification added, and the law that has them. */
  verification: Verification.optional(),
  /** What went back of originals, where the step ended a dossier that has some. */
  originals: Originals.optional(),
  /** Running number, in this counter's year, of the statutory paper that goes with the step; `null` where none does. */
  paperNumber: z.int().positive().nullable(),
})
export type DossierMoved = z.output<typeof DossierMoved>

/**
 * Body of the entry `dossier.corrected`, version 1: a mistake found after printing is mended, the office's own doing and
 * at its cost. The code, the moment of reception and the place in the book stay.
 */
export const DossierCorrected = z.strictObject({
  dossier: DossierId,
  code: DossierCode,
  /** Which slip holds from now on: 2 for the first correction. */
  slip: z.int().min(2),
  reason: Text,
  /** What differs, as places: `answers.child.name`, `procedure`, `fee`, `due`, `applicant.name`, `papers`. */
  changed: z.array(z.string()).min(1),
  /** The draft it was mended in: finished twice, it is mended once. */
  draft: DossierId.optional(),
  /** The dossier as it holds from now on. */
  now: DossierReceived,
  at: Instant,
  official: z.strictObject({ id: OfficialId, name: z.string() }),
})
export type DossierCorrected = z.output<typeof DossierCorrected>

/** One thing that happened to a dossier after its reception. */
export type Happening =
  | { readonly kind: 'moved'; readonly moved: DossierMoved }
  | { readonly kind: 'corrected'; readonly corrected: DossierCorrected }
