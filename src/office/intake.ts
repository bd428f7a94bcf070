import type { Input, Output, Scanned, Weighed } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { dueAt } from '#domain/calendar/due.ts'
import { type Card, readCard } from '#domain/card/card.ts'
import { type DossierCode, fixedRange, readSlip } from '#domain/dossier/code.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { type Desk as Reception, foresee, receive } from '#domain/dossier/receive.ts'
import { DossierId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Signer } from '#domain/post/handover.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { warnAnswers } from '#domain/procedure/check.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { type Earlier, type Known, fill, fillGaps } from '#domain/procedure/fill.ts'
import { limitOf } from '#domain/procedure/limit.ts'
import { type Naming, warnOfNames } from '#domain/procedure/other-name.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, editionOn, findEdition, repealOf } from './catalog.ts'
import { openMending } from './mending.ts'
import { newJob } from './press.ts'

export type IntakeParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly randomness: Randomness
  /** Something was committed: the pumps may look. */
  readonly follow: () => void
}

/** One citizen at the counter: from the scanned card to the saved dossier. */
export function openIntake({ store, settings, catalog, clock, randomness, follow }: IntakeParts) {
  const { dossiers, drafts, jobs } = store.read

  const weigh = (procedure: Procedure, draft: Draft): Weighed => ({
    draft,
    fee: feeOf(procedure.fee, valueIn(draft.answers), dayOf(clock.now())),
    due: dueOf(procedure, draft),
    warnings: [
      ...warnAnswers(procedure, draft.answers, dayOf(clock.now())),
      ...warnOfNames(procedure, draft.answers, number => namings(number, draft)),
    ],
  })

  /** Who bore a number before; the dossier that is being mended does not speak against itself. */
  const namings = (number: string, { corrects }: Draft): readonly Naming[] =>
    dossiers
      .mentioning(number)
      .filter(({ dossier }) => dossier !== corrects?.dossier)
      .map(({ code, received, answers }) => ({ code, day: dayOf(received), answers }))

  /** All that is known of the people of a draft: their cards, their earlier dossiers, the dossier before this one. */
  const knownOf = ({ applicant: { number }, cards, after, procedure: { code } }: Draft): Known => {
    const own = cards.find(card => card.number === number) ?? null
    const before = after === null ? null : dossiers.byCode(after)
    const from = before === null ? null : findEdition(catalog().procedures, before.procedure)
    const step = from?.ok === true ? from.value.next?.find(next => next.code === code) : undefined
    return {
      card: own,
      others: cards.filter(card => card !== own),
      earlier: number === null ? [] : dossiers.ofCitizen(number).map(earlierOf),
      about: of => dossiers.mentioning(of).map(earlierOf),
      bundle: before === null ? null : earlierOf(before),
      preset: step?.answers ?? {},
      office: settings.office,
      today: dayOf(clock.now()),
    }
  }

  /** A draft of a repealed procedure under its successor: what was typed under the same ids stays, the rest is filled anew. */
  const movedTo = (procedure: Procedure, draft: Draft, moved: Fault): Weighed => {
    const anew: Draft = { ...draft, procedure: { code: procedure.code, edition: procedure.edition }, readBack: null }
    const weighed = weigh(procedure, { ...anew, answers: fill(procedure, knownOf(anew), draft.answers) })
    return { ...weighed, warnings: [moved, ...weighed.warnings] }
  }

  const dueOf = (procedure: Procedure, { answers }: Draft): Weighed['due'] => {
    const { at, sure, skipped } = dueAt(clock.now(), limitOf(procedure, answers), catalog().calendar, settings.hours)
    return { at, sure, skipped: skipped.map(({ day, why }) => ({ day, why })) }
  }

  const jobsFor = (dossier: DossierReceived, procedure: Procedure) => {
    const forms: readonly PaperForm[] = procedure.declaration === null ? ['receipt', 'mau-01'] : ['receipt', 'declaration', 'mau-01']
    return forms.map(form => newJob({ subject: dossier.dossier, code: dossier.code, form, copy: 1 }, clock.now(), randomness))
  }

  /** Everything a reception depends on at this moment. Inside a commit the numbers cannot move. */
  const deskAt = (now: Instant, procedure: Procedure, official: Pick<Signer, 'id' | 'name'>): Reception => {
    const last = dossiers.lastNumber()
    return {
      now,
      procedure,
      calendar: catalog().calendar,
      hours: settings.hours,
      office: settings.office,
      agency: settings.agency,
      counter: settings.counter.name,
      official: { id: official.id, name: official.name },
      range: fixedRange(settings.counter.number),
      last,
      bookNumber: last !== null && last.day.slice(0, 4) === dayOf(now).slice(0, 4) ? last.book + 1 : 1,
    }
  }

  const received = (dossier: DossierReceived): Output<'dossier.finish'> => ({
    dossier,
    saved: dossier.received,
    jobs: [...jobs.of(dossier.dossier)],
  })

  /** Which slip took the place of the scanned one. */
  const replacedBy = ({ code, slip }: { readonly code: DossierCode; readonly slip: number }) => {
    const dossier = dossiers.byCode(code)
    const now = dossier === null ? slip : lifeOf(dossier, dossiers.history(dossier.dossier)).slip
    return now === slip ? null : { slip, now }
  }

  const mending = openMending({ store, catalog, clock, randomness, weigh, deskAt, jobsFor })

  return {
    correct: mending.open,

    /** What a scanned text means: a citizen's card, or the code of a dossier on a slip. */
    scan: (text: string): Result<Scanned> => {
      const slip = readSlip(text)
      if (slip !== null) return ok({ kind: 'dossier', code: slip.code, replaced: replacedBy(slip) })
      const read = readCard(text, dayOf(clock.now()))
      if (!read.ok) return read
      const earlier = dossiers.ofCitizen(read.value.card.number).map(dossier => ({
        code: dossier.code,
        procedure: dossier.procedure.name,
        day: dayOf(dossier.received),
      }))
      return ok({ kind: 'card', read: read.value, citizen: { earlier } })
    },

    /** A new draft, filled from all that is known. */
    open: ({ procedure: code, applicant, card, proxy, after }: Input<'draft.open'>): Result<Weighed> => {
      const procedure = editionOn(catalog().procedures, code, dayOf(clock.now()))
      if (!procedure.ok) return procedure
      if ((proxy ?? null) !== null && !procedure.value.proxy) return refuse(inputFault('proxy.not-allowed'))
      const blank: Draft = {
        id: DossierId.parse(uuidv7(clock.now(), randomness)),
        procedure: { code: procedure.value.code, edition: procedure.value.edition },
        applicant,
        identity: card?.card.source ?? 'typed',
        answers: {},
        papers: {},
        channel: 'direct',
        returnBy: 'counter',
        readBack: null,
        effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
        cards: card === null ? [] : [card.card],
        proxy: proxy ?? null,
        after: after ?? null,
        corrects: null,
      }
      return ok(weigh(procedure.value, { ...blank, answers: fill(procedure.value, knownOf(blank)) }))
    },

    /** Another person's card goes where the form has a place for it; what was typed stays. */
    card: (draft: Draft, card: Card): Result<Weighed> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      if (draft.cards.some(({ number }) => number === card.number)) return refuse(inputFault('card.same'))
      const more = { ...draft, cards: [...draft.cards, card] }
      return ok(weigh(procedure.value, { ...more, answers: fill(procedure.value, knownOf(more), draft.answers) }))
    },

    /** Keeps a draft as it stands, with what a number typed since brings. One that was finished meanwhile is not brought back to life. */
    keep: (draft: Draft): Result<Weighed> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const filled = draft.corrects === null ? { ...draft, answers: fillGaps(procedure.value, knownOf(draft), draft.answers) } : draft
      if (dossiers.byId(draft.id) === null) drafts.keep(filled, clock.now())
      return ok(weigh(procedure.value, filled))
    },

    resume: (id: DossierId): Result<Weighed> => {
      const draft = drafts.byId(id)
      if (draft === null) return refuse(inputFault('draft.unknown'))
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const repealed = draft.corrects === null ? repealOf(catalog().procedures, procedure.value, dayOf(clock.now())) : null
      if (repealed === null) return ok(weigh(procedure.value, draft))
      return repealed.successor === null ? refuse(repealed.fault) : ok(movedTo(repealed.successor, draft, repealed.moved))
    },

    /** The dossier the draft would become: for its papers on the screen. */
    foresee: (draft: Draft, official: Signer): Result<DossierReceived> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      return procedure.ok ? ok(foresee(draft, deskAt(clock.now(), procedure.value, official))) : procedure
    },

    /**
     * Saves, numbers and orders the papers, in one commit; answers before any paper moves. Asked twice for the same draft
     * it answers with the dossier that is already there.
     */
    finish: (draft: Draft, official: Signer): Result<Output<'dossier.finish'>> => {
      if (draft.corrects !== null) {
        const mended = mending.finish(draft, draft.corrects, official)
        if (mended.ok) follow()
        return mended
      }
      const before = dossiers.byId(draft.id)
      if (before !== null) return ok(received(before))
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const repealed = repealOf(catalog().procedures, procedure.value, dayOf(clock.now()))
      if (repealed !== null) return refuse(repealed.fault)
      const now = clock.now()
      const result = store.commit(official.id, () => {
        const dossier = receive(draft, deskAt(now, procedure.value, official))
        if (!dossier.ok) return dossier
        const paper = jobsFor(dossier.value, procedure.value)
        return ok({
          said: [{ kind: 'dossier.received', version: 1, subject: draft.id, body: dossier.value }],
          jobs: paper,
          answer: { dossier: dossier.value, saved: now, jobs: paper },
        })
      })
      if (result.ok) follow()
      return result
    },
  }
}

const earlierOf = ({ received, answers }: DossierReceived): Earlier => ({ day: dayOf(received), answers })
