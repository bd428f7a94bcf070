import { z } from 'zod'
import { Card } from '../card/card.ts'
import { DossierId, HandoverId, OfficialId } from '../kernel/id.ts'
import { Day, Instant } from '../kernel/time.ts'
import { Answers } from '../procedure/answer.ts'
import { Fee } from '../procedure/fee.ts'
import { DossierCode } from './code.ts'

export const Sex = z.enum(['male', 'female'])

/** The citizen a dossier belongs to. The number is a citizen number, or `null` where no paper was shown. */
export const Applicant = z.strictObject({
  name: z.string().min(1).max(120),
  number: z
    .string()
    .regex(/^\d{12}$|^\d{9}$/)
    .nullable(),
  birth: Day.nullable(),
  sex: Sex.nullable(),
  address: z.string().max(400).nullable(),
  phone: z.string().max(20).nullable(),
})
export type Applicant = z.output<typeof Applicant>

/**
 * Who hands in a dossier for its owner (người được ủy quyền, Bộ luật Dân sự 2015 Điều 138), and by which paper. `number` is
 * a citizen number, or `null` where no paper was shown.
 */
export const Proxy = z.strictObject({
  name: Applicant.shape.name,
  number: Applicant.shape.number,
  paper: z.string().max(300),
})
export type Proxy = z.output<typeof Proxy>

/** How it came in, and where the result goes (QĐ 45/2016/QĐ-TTg for the Post). */
export const Channel = z.enum(['direct', 'online', 'post'])
export const ReturnBy = z.enum(['counter', 'post', 'online'])

/** One paper that was handed in or shown. */
export const HandedPaper = z.strictObject({
  id: z.string(),
  name: z.string(),
  need: z.enum(['original', 'copy', 'certified', 'shown']),
  count: z.int().positive(),
})
export type HandedPaper = z.output<typeof HandedPaper>

/** What one sitting cost: keys pressed and seconds of the official's hands, words the citizen had to write. */
export const Effort = z.strictObject({
  keys: z.int().nonnegative(),
  seconds: z.number().nonnegative(),
  wordsByCitizen: z.int().nonnegative(),
})
export type Effort = z.output<typeof Effort>

/** A sitting that is not finished: it survives a crash and a change of official. */
export const Draft = z.strictObject({
  id: DossierId,
  procedure: z.strictObject({ code: z.string(), edition: z.string() }),
  applicant: Applicant,
  /** Where the identity comes from; `typed` when the citizen showed the e-ID or nothing. */
  identity: z.union([Card.shape.source, z.literal('typed')]),
  answers: Answers,
  /** Papers ticked, by id, with their number. */
  papers: z.record(z.string(), z.int().positive()),
  channel: Channel,
  returnBy: ReturnBy,
  /** When the form was read back to the citizen and confirmed. */
  readBack: Instant.nullable(),
  effort: Effort,
  /** Every card that was scanned in this sitting: the applicant's, and others'. */
  cards: z.array(Card).default([]),
  /** Who hands in for the applicant. */
  proxy: Proxy.nullable().default(null),
  /** Code of the dossier this one follows in a bundle. */
  after: z.string().nullable().default(null),
  /**
   * Brought by the Post: it was received when both sides signed that list, whenever it is written down (QĐ 45/2016/QĐ-TTg
   * Điều 7 khoản 4). `fee`: đồng that came in with it.
   */
  brought: z.strictObject({ handover: HandoverId, list: z.string(), at: Instant, fee: z.int().nonnegative() }).nullable().default(null),
  /** Who opened it and filled the form with the citizen. */
  helper: z.strictObject({ id: OfficialId, name: z.string() }).nullable().default(null),
  /** Not a new dossier: it mends this one, for this reason, beginning from what slip number `slip` says (1 where none is named). */
  corrects: z
    .strictObject({ dossier: DossierId, code: DossierCode, reason: z.string().max(2000), slip: z.int().positive().optional() })
    .nullable()
    .default(null),
})
export type Draft = z.output<typeof Draft>

/** The office as a dossier remembers it. */
export const OfficeOnPaper = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The agency above it, as the first line of its papers. */
  authority: z.string(),
  unit: z.string(),
  commune: z.string(),
  province: z.string(),
  phone: z.string(),
})
export type OfficeOnPaper = z.output<typeof OfficeOnPaper>

/** Body of the entry `dossier.received`, version 1: everything the papers, the tables and the city need, for ever. */
export const DossierReceived = z.strictObject({
  dossier: DossierId,
  code: DossierCode,
  /** Place in the follow-up book: volume and running number of this counter's year. */
  book: z.strictObject({ volume: z.string(), number: z.int().positive() }),
  office: OfficeOnPaper,
  counter: z.string(),
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  procedure: z.strictObject({ code: z.string(), name: z.string(), edition: z.string(), takes: z.string() }),
  applicant: Applicant,
  identity: Draft.shape.identity,
  answers: Answers,
  papers: z.array(HandedPaper),
  fee: Fee,
  received: Instant,
  due: Instant,
  /** False when the calendar of the due day's year is not decided yet. */
  dueSure: z.boolean(),
  channel: Channel,
  returnBy: ReturnBy,
  readBack: Instant.nullable(),
  effort: Effort,
  proxy: Proxy.nullable().default(null),
  /** The list the Post brought it with, by its code. */
  list: z.string().nullable().default(null),
  /** Who filled the form, where that was somebody else than who received it. */
  helped: z.strictObject({ id: OfficialId, name: z.string() }).nullable().default(null),
})
export type DossierReceived = z.output<typeof DossierReceived>
