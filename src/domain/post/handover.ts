import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '../kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { Instant } from '../kernel/time.ts'

/** Which way a list goes: dossiers or results to the Post, or from the Post to the office. */
export const Direction = z.enum(['to-post', 'from-post'])
export type Direction = z.output<typeof Direction>

export const Role = z.enum(['reception', 'postal', 'supervisor', 'admin'])
export type Role = z.output<typeof Role>

export const HandoverItem = z.strictObject({
  dossier: DossierId,
  code: DossierCode,
  owner: z.string(),
  procedure: z.string(),
  papers: z.int().nonnegative(),
  added: Instant,
})
export type HandoverItem = z.output<typeof HandoverItem>

export const Signer = z.strictObject({ id: OfficialId, name: z.string(), role: Role })
export type Signer = z.output<typeof Signer>

/** A handover list (Biên bản giao nhận hồ sơ, QĐ 45/2016/QĐ-TTg Điều 7). Once both sides signed it, nothing in it changes. */
export const Handover = z.strictObject({
  id: HandoverId,
  /** `BG-YYMMDD-counter-n`: what people call the list by. */
  code: z.string(),
  direction: Direction,
  office: z.string(),
  partner: z.string(),
  opened: Instant,
  items: z.array(HandoverItem),
  signed: z.strictObject({ at: Instant, official: Signer, clerk: Signer }).nullable(),
})
export type Handover = z.output<typeof Handover>

/** Bodies of the entries `handover.opened`, `handover.added`, `handover.removed` and `handover.signed`, version 1. */
export const HandoverOpened = Handover.omit({ items: true, signed: true })
export const HandoverAdded = z.strictObject({ handover: HandoverId, item: HandoverItem })
export const HandoverRemoved = z.strictObject({ handover: HandoverId, dossier: DossierId, reason: z.string().min(1).max(200) })
export const HandoverSigned = Handover.extend({ signed: z.strictObject({ at: Instant, official: Signer, clerk: Signer }) })
export type HandoverSigned = z.output<typeof HandoverSigned>

/** What is known of a scanned dossier when it is put on a list. */
export type Candidate = Omit<HandoverItem, 'added'> & {
  /** Code of another list it stands on, open or signed in the same direction. */
  readonly elsewhere: string | null
}

/** Puts a scanned dossier on a list. Refused: one the office does not know, one already on this or another list, a signed list. */
export function addItem(list: Handover, scanned: string, found: Candidate | null, now: Instant): Result<HandoverItem> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  if (found === null) return refuse(inputFault('handover.item.foreign', 'code', { length: scanned.length }))
  if (list.items.some(item => item.dossier === found.dossier)) return refuse(inputFault('handover.item.double', 'code'))
  if (found.elsewhere !== null) return refuse(inputFault('handover.item.elsewhere', 'code', { list: found.elsewhere }))
  const { elsewhere: _, ...item } = found
  return ok({ ...item, added: now })
}

export function removeItem(list: Handover, dossier: DossierId): Result<DossierId> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  return list.items.some(item => item.dossier === dossier)
    ? ok(dossier)
    : refuse(inputFault('handover.item.foreign', 'code', { length: 0 }))
}

/**
 * Signs a list for both sides at once. The dossiers count as received by the other side from this moment
 * (QĐ 45/2016/QĐ-TTg Điều 7 khoản 4). Both have proved who they are before this is asked.
 */
export function signHandover(list: Handover, official: Signer, clerk: Signer, now: Instant): Result<HandoverSigned> {
  if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
  if (list.items.length === 0) return refuse(inputFault('handover.empty', 'code'))
  if (official.role === 'postal') return refuse(inputFault('handover.signer.role', 'official'))
  if (clerk.role !== 'postal') return refuse(inputFault('handover.signer.role', 'clerk'))
  return ok({ ...list, signed: { at: now, official, clerk } })
}
