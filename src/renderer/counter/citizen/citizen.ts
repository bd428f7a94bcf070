import type { Scanned } from '#contract/calls.ts'
import { areTwoSides, bothSides } from '#domain/card/cross-check.ts'
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
  kept: false,
  differs: null,
  earlier: citizen.earlier,
  since,
})

export const citizenOfHand = (applicant: Applicant, since: Instant): Citizen => ({
  applicant,
  identity: 'typed',
  read: null,
  kept: false,
  differs: null,
  earlier: [],
  since,
})

/** The citizen of a kept draft, with the card that was scanned when it was begun. */
export function citizenOfDraft({ applicant, identity, cards }: Draft, since: Instant): Citizen {
  const card = cards.find(({ number }) => number === applicant.number)
  return {
    applicant,
    identity,
    read: card === undefined ? null : scanOf(card),
    kept: true,
    differs: null,
    earlier: [],
    since,
  }
}

/** What was warned of then was looked at then. */
const scanOf = (card: Draft['cards'][number]): NonNullable<Citizen['read']> => ({
  kind: 'citizen-card',
  source: card.source,
  card,
  partial: false,
  repairs: [],
  warnings: [],
  extra: [],
  raw: '',
})

/** What a new card means for an open sitting: the first one, the other side of the same card, the same person again, or somebody else. */
export function cardMeans(sitting: Sitting, scanned: Citizen): 'seat' | 'back' | 'same' | 'other' {
  if (sitting.stage === 'done' || sitting.citizen === null) return 'seat'
  const { applicant, read } = sitting.citizen
  if (applicant.number !== null && applicant.number !== scanned.applicant.number) return 'other'
  return scanned.identity === 'mrz' && read !== null && read.source !== 'mrz' ? 'back' : 'same'
}

/**
 * The citizen after another scan of the card. Its two sides, in whatever order, make one: the front keeps its letters, the
 * back adds how long the card is valid. Sides that do not agree are two different cards on the desk.
 */
export function onBothSides(before: Citizen, now: Citizen): Citizen {
  if (before.read === null || now.read === null || !areTwoSides(before.read, now.read)) return now
  const [front, back] = before.read.source === 'mrz' ? [now, before] : [before, now]
  if (front.read === null || back.read === null) return now
  const { card, differs } = bothSides(front.read.card, back.read.card)
  const expired = back.read.warnings.filter(({ code }) => code === 'card.expired')
  const warnings = [...front.read.warnings.filter(({ code }) => code !== 'card.expired'), ...expired]
  return { ...front, earlier: now.earlier, differs, read: { ...front.read, card, warnings } }
}
