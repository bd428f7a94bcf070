import type { OfficeSettings } from '#contract/settings.ts'
import { HandoverId, type DossierId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import {
  type Candidate,
  type Direction,
  type Handover,
  type HandoverItem,
  type Signer,
  addItem,
  removeItem,
  signHandover,
} from '#domain/post/handover.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { newJob } from './press.ts'

export type HandoverParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
}

/** The handover desk: lists of dossiers between the office and the Post, built by scanning, signed by both sides. */
export function openHandoverDesk({ store, settings, clock, randomness, follow }: HandoverParts) {
  const { dossiers, handovers } = store.read

  const listOf = (id: HandoverId): Result<Handover> => {
    const list = handovers.byId(id)
    return list === null ? refuse(inputFault('handover.unknown')) : ok(list)
  }

  const candidate = (scanned: string, list: Handover): Candidate | null => {
    const dossier = dossiers.byCode(scanned)
    if (dossier === null) return null
    return {
      dossier: dossier.dossier,
      code: dossier.code,
      owner: dossier.applicant.name,
      procedure: dossier.procedure.name,
      papers: dossier.papers.filter(paper => paper.need !== 'shown').reduce((sum, paper) => sum + paper.count, 0),
      elsewhere: handovers.elsewhere(dossier.dossier, list.direction, list.id),
    }
  }

  return {
    newest: (): readonly Handover[] => handovers.newest(),

    open: (direction: Direction, partner: string, official: Signer): Result<Handover> =>
      store.commit(official.id, read => {
        const now = clock.now()
        const beginning = `BG-${dayOf(now).slice(2).replaceAll('-', '')}-${settings.counter.number}-`
        const opened = {
          id: HandoverId.parse(uuidv7(now, randomness)),
          code: `${beginning}${String(read.handovers.countWith(beginning) + 1).padStart(2, '0')}`,
          direction,
          office: settings.office.name,
          partner,
          opened: now,
        }
        return ok({
          said: [{ kind: 'handover.opened', version: 1, subject: opened.id, body: opened }],
          answer: { ...opened, items: [], signed: null },
        })
      }),

    scan: (id: HandoverId, scanned: string, official: Signer): Result<HandoverItem> =>
      store.commit(official.id, () => {
        const list = listOf(id)
        if (!list.ok) return list
        const code = scanned.trim().toUpperCase()
        const item = addItem(list.value, code, candidate(code, list.value), clock.now())
        if (!item.ok) return item
        return ok({
          said: [{ kind: 'handover.added', version: 1, subject: id, body: { handover: id, item: item.value } }],
          answer: item.value,
        })
      }),

    remove: (id: HandoverId, dossier: DossierId, reason: string, official: Signer): Result<Record<string, never>> =>
      store.commit(official.id, () => {
        const list = listOf(id)
        if (!list.ok) return list
        const removed = removeItem(list.value, dossier)
        if (!removed.ok) return removed
        return ok({ said: [{ kind: 'handover.removed', version: 1, subject: id, body: { handover: id, dossier, reason } }], answer: {} })
      }),

    /** Signs for both sides in one commit, and orders the printed list. Both have given their PIN before. */
    sign: (id: HandoverId, official: Signer, clerk: Signer): Result<Handover> => {
      const result = store.commit(official.id, () => {
        const list = listOf(id)
        if (!list.ok) return list
        const signed = signHandover(list.value, official, clerk, clock.now())
        if (!signed.ok) return signed
        return ok({
          said: [{ kind: 'handover.signed', version: 1, subject: id, body: signed.value }],
          jobs: [newJob({ subject: id, code: signed.value.code, form: 'handover', copy: 1 }, clock.now(), randomness)],
          answer: signed.value,
        })
      })
      if (result.ok) follow()
      return result
    },
  }
}
