import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Earlier, Known } from '#domain/procedure/fill.ts'
import type { Naming } from '#domain/procedure/other-name.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'

type KnowingParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
}

/** What this office knows of the people of a draft. The dossier that is being mended speaks neither for nor against itself. */
export function openKnowing({ store, settings, catalog, clock }: KnowingParts) {
  const { dossiers } = store.read

  const mentioning = (number: string, { corrects }: Draft): readonly DossierReceived[] =>
    dossiers.mentioning(number).filter(({ dossier }) => dossier !== corrects?.dossier)

  return {
    /** Who bore a number before. */
    namings: (number: string, draft: Draft): readonly Naming[] =>
      mentioning(number, draft).map(({ code, received, answers }) => ({ code, day: dayOf(received), answers })),

    /** Their cards, their earlier dossiers and their household's, the dossier before this one. */
    of: (draft: Draft): Known => {
      const { applicant, identity, cards, after, procedure, proxy, corrects } = draft
      const { name, number, birth, sex, address } = applicant
      const own = cards.find(card => card.number === number) ?? null
      const before = after === null ? null : dossiers.byCode(after)
      const from = before === null ? null : findEdition(catalog().procedures, before.procedure)
      const step = from?.ok === true ? from.value.next?.find(next => next.code === procedure.code) : undefined
      const mended = corrects === null ? null : dossiers.byId(corrects.dossier)
      const people = new Map<string, readonly Earlier[]>()
      return {
        card: own,
        person: { name, number, birth, sex, address, byCard: identity !== 'typed' },
        byProxy: proxy !== null,
        others: cards.filter(card => card !== own),
        earlier: (number === null ? [] : dossiers.ofCitizen(number)).filter(({ dossier }) => dossier !== corrects?.dossier).map(earlierOf),
        // One form asks for the same few people again and again.
        about: of => {
          const known = people.get(of) ?? mentioning(of, draft).map(earlierOf)
          people.set(of, known)
          return known
        },
        bundle: before === null ? null : earlierOf(before),
        preset: step?.answers ?? {},
        office: settings.office,
        today: dayOf(mended?.received ?? clock.now()),
      }
    },
  }
}

const earlierOf = ({ received, answers }: DossierReceived): Earlier => ({ day: dayOf(received), answers })
