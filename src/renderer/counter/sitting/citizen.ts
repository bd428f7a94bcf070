import type { Scanned } from '#contract/calls.ts'
import type { Applicant, Draft } from '#domain/dossier/dossier.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Citizen, Sitting } from './sitting.ts'

/** The citizen as a scanned card names him. */
export const citizenOfCard = ({ read, citizen }: Extract<Scanned, { kind: 'card' }>, since: Instant): Citizen => ({
  applicant: {
    name: read.card.name,
    number: read.card.number,
    birth: read.card.birth,
    sex: read.card.sex,
    address: read.card.address,
    phone: null,
  },
  identity: read.card.source,
  read,
  earlier: citizen.earlier,
  since,
})

export const citizenOfHand = (applicant: Applicant, since: Instant): Citizen => ({
  applicant,
  identity: 'typed',
  read: null,
  earlier: [],
  since,
})

export const citizenOfDraft = (draft: Draft, since: Instant): Citizen => ({
  applicant: draft.applicant,
  identity: draft.identity,
  read: null,
  earlier: [],
  since,
})

/** What a new card means for an open sitting: the first one, the same person again, or somebody else. */
export function cardMeans(sitting: Sitting, scanned: Citizen): 'seat' | 'same' | 'other' {
  if (sitting.stage === 'done' || sitting.citizen === null) return 'seat'
  const { number } = sitting.citizen.applicant
  return number === null || number === scanned.applicant.number ? 'same' : 'other'
}
