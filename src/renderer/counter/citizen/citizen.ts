import type { Scanned } from '#contract/calls.ts'
import { crossCheck } from '#domain/card/cross-check.ts'
import type { Applicant, Draft } from '#domain/dossier/dossier.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Citizen, Sitting } from '../sitting/sitting.ts'

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
  differs: [],
  earlier: citizen.earlier,
  since,
})

export const citizenOfHand = (applicant: Applicant, since: Instant): Citizen => ({
  applicant,
  identity: 'typed',
  read: null,
  differs: [],
  earlier: [],
  since,
})

export const citizenOfDraft = (draft: Draft, since: Instant): Citizen => ({
  applicant: draft.applicant,
  identity: draft.identity,
  read: null,
  differs: [],
  earlier: [],
  since,
})

/** What a new card means for an open sitting: the first one, the other side of the same card, the same person again, or somebody else. */
export function cardMeans(sitting: Sitting, scanned: Citizen): 'seat' | 'back' | 'same' | 'other' {
  if (sitting.stage === 'done' || sitting.citizen === null) return 'seat'
  const { applicant, read } = sitting.citizen
  if (applicant.number !== null && applicant.number !== scanned.applicant.number) return 'other'
  return scanned.identity === 'mrz' && read !== null && read.source !== 'mrz' ? 'back' : 'same'
}

/**
 * The citizen with both sides of the card read: the front keeps its letters, the back adds how long the card is valid.
 * Sides that do not agree are two different cards on the desk.
 */
export function withBack(citizen: Citizen, back: NonNullable<Citizen['read']>): Citizen {
  const { read } = citizen
  if (read === null) return citizen
  const expired = back.warnings.filter(({ code }) => code === 'card.expired')
  const warnings = [...read.warnings.filter(({ code }) => code !== 'card.expired'), ...expired]
  return {
    ...citizen,
    differs: crossCheck(read.card, back.card),
    read: { ...read, card: { ...read.card, expires: back.card.expires }, warnings },
  }
}
