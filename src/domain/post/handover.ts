import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '../kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Instant } from '../kernel/time.ts'
import { TrackingNumber } from './tracking.ts'

/** Which way a list goes: dossiers or results to the Post, or from the Post to the office. */
export const Direction = z.enum(['to-post', 'from-post'])
export type Direction = z.output<typeof Direction>

export const Role = z.enum(['reception', 'postal', 'supervisor', 'admin'])
export type Role = z.output<typeof Role>

const Dong = z.int().nonnegative().max(1_000_000_000)

/** What is known of a dossier that the Post collected from a citizen and the office has not received yet (Phiếu gửi hồ sơ, TT 17/2017/TT-BTTTT Điều 9). */
export const Brought = z.strictObject({
  /** Code of the procedure. */
  procedure: z.string().min(1).max(60),
  number: z
    .string()
    .regex(/^\d{12}$|^\d{9}$/)
    .nullable(),
  phone: z.string().trim().max(20).nullable(),
  address: z.string().trim().max(400).nullable(),
  /** What the joint count found missing; `null` where the dossier is complete. */
  missing: z.string().trim().min(1).max(500).nullable(),
})
export type Brought = z.output<typeof Brought>

/** One thing that changes hands. Its dossier and the list are its key; a brought one gets its code when the office has received it. */
export const HandoverItem = z.strictObject({
  dossier: DossierId,
  code: DossierCode.nullable(),
  content: z.enum(['dossier', 'result']).default('dossier'),
  owner: z.string().trim().min(1).max(120),
  procedure: z.string(),
  papers: z.int().nonnegative().max(999),
  parcel: TrackingNumber.nullable().default(null),
  /** Grams. */
  weight: z.int().positive().max(50_000).nullable().default(null),
  /** Đồng for the carriage, and who pays it. */
  postage: z
    .strictObject({ vnd: Dong, by: z.enum(['citizen', 'agency']) })
    .nullable()
    .default(null),
  /** Đồng that the Post took from the citizen for the office, and pays in with this list (QĐ 45/2016/QĐ-TTg Điều 7 khoản 5). */
  fee: Dong.default(0),
  /** Đồng that the Post is to take from the citizen on delivery. */
  cod: Dong.default(0),
  brought: Brought.nullable().default(null),
  added: Instant,
})
export type HandoverItem = z.output<typeof HandoverItem>

export const Signer = z.strictObject({ id: OfficialId, name: z.string(), role: Role })
export type Signer = z.output<typeof Signer>

/** Cash on delivery of a parcel that the Post pays in with a list. */
export const PaidIn = z.strictObject({ handover: HandoverId, dossier: DossierId, vnd: z.int().positive() })
export type PaidIn = z.output<typeof PaidIn>

const Signed = z.strictObject({
  at: Instant,
  official: Signer,
  clerk: Signer,
  paidIn: z.array(PaidIn).default([]),
})

/** A handover list (Biên bản giao nhận hồ sơ, QĐ 45/2016/QĐ-TTg Điều 7). Once both sides signed it, nothing in it changes. */
export const Handover = z.strictObject({
  id: HandoverId,
  /** `BG-YYMMDD-counter-n`: what people call the list by. */
  code: z.string(),
  direction: Direction,
  office: z.string(),
  partner: z.string(),
  opened: Instant,
  /** The signed list whose mistake this one mends: its items stood on that list and never changed hands. */
  corrects: z.strictObject({ id: HandoverId, code: z.string() }).nullable().default(null),
  items: z.array(HandoverItem),
  signed: Signed.nullable(),
})
export type Handover = z.output<typeof Handover>

/** Bodies of the entries `handover.opened`, `handover.added`, `handover.removed` and `handover.signed`, version 1; `handover.described` has that of `handover.added`: the item as it is from now on. */
export const HandoverOpened = Handover.omit({ items: true, signed: true })
export const HandoverAdded = z.strictObject({ handover: HandoverId, item: HandoverItem })
export const HandoverRemoved = z.strictObject({ handover: HandoverId, dossier: DossierId, reason: z.string().min(1).max(200) })
export const HandoverSigned = Handover.extend({ signed: Signed })
export type HandoverSigned = z.output<typeof HandoverSigned>

/** Why a thing may not go on a list; `data` names the other list. */
export type Bar = Extract<
  Fault['code'],
  | 'handover.item.foreign'
  | 'handover.item.elsewhere'
  | 'handover.item.given'
  | 'handover.item.counter'
  | 'handover.item.not-away'
  | 'handover.item.ended'
  | 'handover.item.moved'
>

/** What is known of a scanned thing when it is put on a list. */
export type Candidate = Omit<HandoverItem, 'added'> & { readonly bar: { readonly code: Bar; readonly list: string } | null }

/** Puts a scanned thing on a list. Refused: what the office does not know, what is already on this or another list, what may not travel, a signed list. */
export function addItem(list: Handover, scanned: string, found: Candidate | null, now: Instant): Result<HandoverItem> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  if (found === null) return refuse(inputFault('handover.item.foreign', 'code', { length: scanned.length }))
  if (list.items.some(item => item.dossier === found.dossier)) return refuse(inputFault('handover.item.double', 'code'))
  const { bar, ...item } = found
  if (bar !== null) return refuse(inputFault(bar.code, 'code', { list: bar.list }))
  if (isTaken(list, item)) return refuse(inputFault('handover.parcel.double', 'code'))
  return ok({ ...item, added: now })
}

/** A parcel has one label, and a label is on one parcel. */
const isTaken = ({ items }: Handover, { dossier, parcel }: Pick<HandoverItem, 'dossier' | 'parcel'>): boolean =>
  parcel !== null && items.some(item => item.parcel === parcel && item.dossier !== dossier)

/** What a hand says of an item of an open list. */
export const Description = HandoverItem.pick({ parcel: true, weight: true, postage: true, fee: true, cod: true, papers: true })
export type Description = z.output<typeof Description>

/** Describes an item of an open list. Refused: a signed list, an item that is not on it, a label that is on another one, more cash than the dossier owes. */
export function describeItem(list: Handover, dossier: DossierId, said: Description, owed: number): Result<HandoverItem> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  const item = list.items.find(one => one.dossier === dossier)
  if (item === undefined) return refuse(inputFault('handover.item.foreign', 'code', { length: 0 }))
  const described = { ...item, ...said }
  if (isTaken(list, described)) return refuse(inputFault('handover.parcel.double', 'parcel'))
  if (described.cod > owed) return refuse(inputFault('handover.cod.over', 'cod', { most: owed }))
  return ok(described)
}

export function removeItem(list: Handover, dossier: DossierId): Result<DossierId> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  return list.items.some(item => item.dossier === dossier)
    ? ok(dossier)
    : refuse(inputFault('handover.item.foreign', 'code', { length: 0 }))
}

/** What a list weighs, carries and pays: the sums that both sides count. */
export const totalsOf = ({ items, signed }: Pick<Handover, 'items' | 'signed'>) => ({
  items: items.length,
  papers: sum(items.map(({ papers }) => papers)),
  weight: sum(items.map(({ weight }) => weight ?? 0)),
  postage: sum(items.map(({ postage }) => postage?.vnd ?? 0)),
  fee: sum(items.map(({ fee }) => fee)),
  cod: sum(items.map(({ cod }) => cod)),
  paidIn: sum((signed?.paidIn ?? []).map(({ vnd }) => vnd)),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Signs a list for both sides at once. What it carries counts as received by the other side from this moment (QĐ
 * 45/2016/QĐ-TTg Điều 7 khoản 4). Both have proved who they are before this is asked. `paidIn`: the cash on delivery that
 * the Post pays in along with it. A list of money alone is one too.
 */
export function signHandover(
  list: Handover,
  { official, clerk, paidIn = [] }: { readonly official: Signer; readonly clerk: Signer; readonly paidIn?: readonly PaidIn[] },
  now: Instant,
): Result<HandoverSigned> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  if (list.items.length === 0 && paidIn.length === 0) return refuse(inputFault('handover.empty', 'code'))
  if (official.role === 'postal') return refuse(inputFault('handover.signer.role', 'official'))
  if (clerk.role !== 'postal') return refuse(inputFault('handover.signer.role', 'clerk'))
  if (paidIn.length > 0 && list.direction !== 'from-post') return refuse(inputFault('handover.paid-in', 'paidIn'))
  return ok({ ...list, signed: { at: now, official, clerk, paidIn: [...paidIn] } })
}
