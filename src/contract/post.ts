import { z } from 'zod'
import { DossierId, HandoverId, OfficialId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { Brought, Description, Direction, Handover, HandoverItem } from '#domain/post/handover.ts'
import { ColumnMapping, PostState } from '#domain/post/column-mapping.ts'
import { Parcel, ParcelStep } from '#domain/post/parcel.ts'
import { Difference, Holding, Misfit, PostClosed } from '#domain/post/reconcile.ts'
import { TrackingNumber } from '#domain/post/tracking.ts'
import { FaultShape } from './fault.ts'

const Key = z.strictObject({ handover: HandoverId, dossier: DossierId })
const Signing = z.strictObject({ id: OfficialId, pin: z.string() })

const Counted = z.array(z.string().max(200)).max(5000)
const Reasons = z.record(z.string(), z.string().max(500))
/** Ten megabytes and a little, in base64. */
const FileBytes = z.string().max(14 * 1024 * 1024)

/** What can be asked of the handover desk and of the parcels. */
export const PostAsked = {
  open: z.strictObject({ direction: Direction, partner: z.string().trim().min(1).max(120) }),
  list: z.strictObject({ handover: HandoverId }),
  /** `parcel`: a label that was scanned before and waits for its slip. `sure`: a hand compared a label whose check digit does not hold. */
  scan: z.strictObject({
    handover: HandoverId,
    text: z.string().max(8192),
    parcel: TrackingNumber.nullish(),
    sure: z.boolean().optional(),
  }),
  bring: z.strictObject({
    handover: HandoverId,
    owner: HandoverItem.shape.owner,
    parcel: HandoverItem.shape.parcel,
    papers: HandoverItem.shape.papers,
    weight: HandoverItem.shape.weight,
    fee: HandoverItem.shape.fee,
    brought: Brought,
  }),
  describe: z.strictObject({ ...Key.shape, said: Description }),
  remove: z.strictObject({ ...Key.shape, reason: z.string().trim().min(1).max(200) }),
  /** `paidIn`: delivered parcels whose cash the Post pays in along with this list. */
  sign: z.strictObject({ handover: HandoverId, official: Signing, clerk: Signing, paidIn: z.array(Key).max(2000).optional() }),
  key: Key,
  move: z.strictObject({ ...Key.shape, step: ParcelStep, at: Instant }),
  /** The Post's own file in base64. `state`: the column of its states, where somebody chose another than the one proposed. */
  look: z.strictObject({ bytes: FileBytes, state: z.int().nonnegative().nullable() }),
  take: z.strictObject({ bytes: FileBytes, mapping: ColumnMapping }),
  /** `counted: null`: what was counted so far. */
  day: z.strictObject({ day: Day.nullable(), counted: Counted.nullable() }),
  /** Keeps what was counted of a day and the reasons given so far: neither is lost with the window. */
  count: z.strictObject({ day: Day, counted: Counted, reasons: Reasons }),
  close: z.strictObject({ day: Day, counted: Counted, reasons: Reasons }),
} as const
export type PostAsked = { readonly [Name in keyof typeof PostAsked]: z.output<(typeof PostAsked)[Name]> }

/** A list as a row: how many things stand on it, and when both sides signed. */
export const HandoverLine = z.strictObject({
  ...Handover.pick({ id: true, code: true, direction: true, partner: true, opened: true, corrects: true }).shape,
  count: z.int(),
  signed: Instant.nullable(),
})
export type HandoverLine = z.output<typeof HandoverLine>

/**
 * What a scan came to. `labelled`: the label went to a thing that had none. `label`: it waits for its slip. `new`: the Post
 * brings something that the office does not know yet; a hand says what it is.
 */
export const HandoverScan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), item: HandoverItem }),
  z.strictObject({ kind: z.literal('labelled'), item: HandoverItem }),
  z.strictObject({ kind: z.literal('label'), parcel: TrackingNumber }),
  z.strictObject({ kind: z.literal('new'), parcel: TrackingNumber.nullable() }),
])
export type HandoverScan = z.output<typeof HandoverScan>

/** A thing on a list, where it is, and by when something must be heard of it. */
export const ParcelLine = z.strictObject({
  parcel: Parcel,
  item: HandoverItem,
  list: z.strictObject({ code: z.string(), direction: Direction, partner: z.string() }),
  deadline: Day.nullable(),
  /** What a hand has to do with it now, `null` where nothing. */
  task: z.enum(['ask', 'receive', 'call', 'search']).nullable(),
  /** Đồng taken on delivery and not paid in. */
  owed: z.int(),
})
export type ParcelLine = z.output<typeof ParcelLine>

/** A day of the Post as it stands: where everything is, and what is not where it should be. `known`: why it was accepted on an earlier day. */
export const PostDay = z.strictObject({
  day: Day,
  holdings: z.array(Holding),
  differences: z.array(Difference.extend({ known: z.string().nullable() })),
  owed: z.int(),
  closed: PostClosed.nullable(),
  /** What was counted and the reasons given so far. */
  counted: Counted,
  reasons: Reasons,
})
export type PostDay = z.output<typeof PostDay>

/** The Post's file as somebody maps it: the names of its columns, some of its rows, the mapping that is proposed, and every word for a state in it. */
export const PostFileLooked = z.strictObject({
  head: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  count: z.int(),
  guess: ColumnMapping.partial().required({ states: true }),
  /** `means: null`: nobody knows it yet. */
  words: z.array(z.strictObject({ word: z.string(), means: z.enum([...PostState.options, 'skip']).nullable() })),
})
export type PostFileLooked = z.output<typeof PostFileLooked>

/** What the Post's file came to: parcels moved, rows that say nothing new, what does not fit, and what was left out, by row. */
export const PostFileTaken = z.strictObject({
  moved: z.int(),
  known: z.int(),
  skipped: z.int(),
  misfits: z.array(Misfit.extend({ row: z.int() })),
  faults: z.array(z.strictObject({ row: z.int(), fault: FaultShape })),
})
export type PostFileTaken = z.output<typeof PostFileTaken>
