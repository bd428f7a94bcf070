import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import type { Said } from '#domain/journal/fact.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { collect } from '#domain/money/collect.ts'
import { sheetOf } from '#domain/money/day.ts'
import { PaymentId } from '#domain/money/payment.ts'
import type { Brought, Handover, HandoverItem, Signer } from '#domain/post/handover.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Store } from '#storage/store.ts'

export type BroughtItem = HandoverItem & { readonly brought: Brought }
export type Helper = Pick<Signer, 'id' | 'name'>

/** The empty draft of a dossier that the Post brought: its id is the one its list knows it by, so it is received once. */
export const draftOfBrought = (
  { dossier, owner, fee, brought }: BroughtItem,
  { id, code, signed }: Handover & { readonly signed: NonNullable<Handover['signed']> },
  { code: procedure, edition }: Procedure,
  helper: Helper,
): Draft => ({
  id: dossier,
  procedure: { code: procedure, edition },
  applicant: { name: owner, number: brought.number, birth: null, sex: null, address: brought.address, phone: brought.phone },
  identity: 'typed',
  answers: {},
  papers: {},
  channel: 'post',
  returnBy: 'post',
  readBack: null,
  effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
  cards: [],
  proxy: null,
  after: null,
  brought: { handover: id, list: code, at: signed.at, fee },
  helper,
  corrects: null,
})

export type PaidParts = {
  readonly payments: Store['read']['payments']
  readonly settings: OfficeSettings
  readonly now: Instant
  readonly randomness: Randomness
  readonly official: Helper
}

/** The fee that the Post paid in with a dossier's list, as a payment of that dossier; more than it costs stays a matter between the office and the Post. */
export function paidWith(
  draft: Draft,
  dossier: DossierReceived,
  { payments, settings, now, randomness, official }: PaidParts,
): readonly Said[] {
  const vnd = Math.min(draft.brought?.fee ?? 0, dossier.fee.total)
  if (vnd === 0) return []
  const taken = collect(
    { payment: PaymentId.parse(uuidv7(now, randomness)), confirms: false, vnd, method: 'post', receipt: null },
    {
      dossier,
      payments: [],
      ended: null,
      sheet: sheetOf(now, payments.lastClosed()),
      now,
      counter: settings.counter.name,
      official: { id: official.id, name: official.name },
    },
  )
  return taken.ok ? [{ kind: 'fee.collected', version: 1, subject: dossier.dossier, body: taken.value }] : []
}
