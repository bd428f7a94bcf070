import type { Input, Output, Weighed } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { dueAt } from '#domain/calendar/due.ts'
import type { Card } from '#domain/card/card.ts'
import { areTwoSides, bothSides } from '#domain/card/cross-check.ts'
import { fixedRange } from '#domain/dossier/code.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { goOn, withCards } from '#domain/dossier/go-on.ts'
import { type Desk as Reception, foresee, receive, receivedAt } from '#domain/dossier/receive.ts'
import { DossierId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, type Instant, dayOf } from '#domain/kernel/time.ts'
import { DECLARATIONS, type PaperForm } from '#domain/paper/form.ts'
import type { Handover, Signer } from '#domain/post/handover.ts'
import { type Answers, valueIn } from '#domain/procedure/answer.ts'
import { warnAnswers } from '#domain/procedure/check.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { fill, fillGaps } from '#domain/procedure/fill.ts'
import { limitOf } from '#domain/procedure/limit.ts'
import { warnOfNames } from '#domain/procedure/other-name.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { type BroughtItem, type Helper, draftOfBrought, paidWith } from './brought.ts'
import { type Catalog, type Repeal, editionOn, findEdition, repealOf } from './catalog.ts'
import { openKnowing } from './knowing.ts'
import { openMending } from './mending.ts'
import { newJob } from './press.ts'
import { openScanning } from './scanning.ts'

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
  const { dossiers, drafts, jobs, payments } = store.read

  const knowing = openKnowing({ store, settings, catalog, clock })

  const weighNew = (procedure: Procedure, draft: Draft): Weighed => ({
    draft,
    procedure,
    fee: feeOf(procedure.fee, valueIn(draft.answers), dayFor(draft)),
    due: dueOf(procedure, draft),
    warnings: [
      ...faultOf(repealed(procedure, draft)),
      ...warnAnswers(procedure, draft.answers, dayOf(clock.now())),
      ...warnOfNames(procedure, draft.answers, number => knowing.namings(number, draft)),
    ],
  })

  /** A draft of an edition that ended, under what took its place: what was typed under the same ids stays, the rest is filled anew. */
  const movedTo = (procedure: Procedure, draft: Draft, moved: Fault): Weighed => {
    const anew: Draft = { ...draft, procedure: { code: procedure.code, edition: procedure.edition }, readBack: null }
    const weighed = weigh(procedure, { ...anew, answers: fill(procedure, knowing.of(anew), draft.answers) })
    return { ...weighed, warnings: [moved, ...weighed.warnings] }
  }

  /** Why a draft cannot be finished under its edition; a mending stays under the edition its dossier was received under. */
  const repealed = (procedure: Procedure, draft: Draft) =>
    draft.corrects === null ? repealOf(catalog().procedures, procedure, dayFor(draft)) : null

  /** The day whose law and fees hold for a draft. */
  const dayFor = (draft: Draft): Day => dayOf(receivedAt(draft, clock.now()))

  const dueOf = (procedure: Procedure, draft: Draft): Weighed['due'] => {
    const limit = limitOf(procedure, draft.answers)
    const { at, sure, skipped } = dueAt(receivedAt(draft, clock.now()), limit, catalog().calendar, settings.hours)
    return { at, sure, skipped: [...skipped] }
  }

  const jobsFor = (dossier: DossierReceived, procedure: Procedure) => {
    const declarations = DECLARATIONS.slice(0, procedure.declaration?.length ?? 0)
    const forms: readonly PaperForm[] = ['receipt', ...declarations, 'mau-01']
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

  const mending = openMending({ store, catalog, clock, randomness, weigh: weighNew, deskAt, jobsFor })
  const { weigh } = mending

  /** The edition a draft is opened under: today's; for a mending that of the day its dossier was received. */
  const editionFor = (code: string, instead: Draft | null): Result<Procedure> => {
    const mended = instead?.corrects === null || instead === null ? null : dossiers.byId(instead.corrects.dossier)
    if (mended === null) return editionOn(catalog().procedures, code, instead === null ? dayOf(clock.now()) : dayFor(instead))
    const isSame = instead?.procedure.code === code
    return isSame ? findEdition(catalog().procedures, instead.procedure) : editionOn(catalog().procedures, code, dayOf(mended.received))
  }

  /** What a draft says after something was typed. A mending under its own form changes only by hand; under another form it fills its gaps. */
  const followed = (procedure: Procedure, draft: Draft): Answers => {
    const { corrects, answers } = draft
    if (corrects === null) return fillGaps(procedure, knowing.of(draft), answers)
    const isOwnForm = dossiers.byId(corrects.dossier)?.procedure.code === procedure.code
    return isOwnForm ? answers : { ...fillGaps(procedure, knowing.of(draft), answers), ...answers }
  }

  /** One that was finished meanwhile is not brought back to life. */
  const putAside = (draft: Draft): void => {
    if (dossiers.byId(draft.id) === null && !mending.isOver(draft)) drafts.keep(draft, clock.now())
  }

  const newId = (): DossierId => DossierId.parse(uuidv7(clock.now(), randomness))

  return {
    correct: mending.open,

    scan: openScanning({ store, clock }),

    /**
     * A new draft, filled from all that is known. One that takes the place of another is on disk before that other is
     * dropped: nothing typed is lost on the way.
     */
    open: ({ procedure: code, applicant, card, proxy, after, instead }: Input<'draft.open'>, helper: Helper): Result<Weighed> => {
      const procedure = editionFor(code, instead ?? null)
      if (!procedure.ok) return procedure
      if ((proxy ?? instead?.proxy ?? null) !== null && !procedure.value.proxy) return refuse(inputFault('proxy.not-allowed'))
      if (instead !== null && instead !== undefined) {
        // What the Post brought keeps its id: its list knows it by that.
        const id = instead.brought === null ? newId() : instead.id
        const anew = { id, procedure: procedure.value, applicant, card: card?.card ?? null, proxy: proxy ?? null }
        const draft = goOn(instead, anew, knowing.of)
        drafts.keep(draft, clock.now())
        if (instead.id !== id) drafts.drop(instead.id)
        return ok(weigh(procedure.value, draft))
      }
      const blank: Draft = {
        id: newId(),
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
        brought: null,
        helper,
        corrects: null,
      }
      return ok(weigh(procedure.value, { ...blank, answers: fill(procedure.value, knowing.of(blank)) }))
    },

    /** The draft of a dossier that the Post brought with a signed list: kept at once, so that it is not forgotten. */
    openBrought: (item: BroughtItem, list: Handover, helper: Helper): Result<Weighed> => {
      const { signed } = list
      if (signed === null) return refuse(inputFault('handover.unsigned'))
      const kept = drafts.byId(item.dossier)
      const procedure =
        kept === null
          ? editionOn(catalog().procedures, item.brought.procedure, dayOf(signed.at))
          : findEdition(catalog().procedures, kept.procedure)
      if (!procedure.ok) return procedure
      if (kept !== null) return ok(weigh(procedure.value, kept))
      const blank = draftOfBrought(item, { ...list, signed }, procedure.value, helper)
      const draft = { ...blank, answers: fill(procedure.value, knowing.of(blank)) }
      putAside(draft)
      return ok(weigh(procedure.value, draft))
    },

    /**
     * Another person's card goes where the form has a place for it; what was typed stays. Its other side adds what it
     * knows; whether the two agree the desk has said already.
     */
    card: (draft: Draft, card: Card): Result<Weighed> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const before = draft.cards.find(({ number }) => number === card.number)
      if (before !== undefined && !areTwoSides(before, card)) return refuse(inputFault('card.same'))
      const cards =
        before === undefined ? [...draft.cards, card] : draft.cards.map(one => (one === before ? bothSides(before, card).card : one))
      const known = knowing.of({ ...draft, cards })
      const filled = draft.corrects === null ? fillGaps : withCards
      const more = { ...draft, cards, answers: filled(procedure.value, known, draft.answers) }
      putAside(more)
      return ok(weigh(procedure.value, more))
    },

    /** Keeps a draft as it stands, with what a number typed since brings. */
    keep: (draft: Draft): Result<Weighed> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const filled = { ...draft, answers: followed(procedure.value, draft) }
      putAside(filled)
      return ok(weigh(procedure.value, filled))
    },

    /** A draft of an edition that ended goes on under what took its place; with nothing in its place it can still be read. */
    resume: (id: DossierId): Result<Weighed> => {
      const draft = drafts.byId(id)
      if (draft === null) return refuse(inputFault('draft.unknown'))
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const repeal = repealed(procedure.value, draft)
      const successor = repeal?.successor ?? null
      return ok(repeal === null || successor === null ? weigh(procedure.value, draft) : movedTo(successor, draft, repeal.moved))
    },

    /** The dossier the draft would become: for its papers on the screen. */
    foresee: (draft: Draft, official: Signer): Result<DossierReceived> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      if (draft.corrects !== null) return mending.foresee(draft, draft.corrects, procedure.value, official)
      return ok(foresee(draft, deskAt(clock.now(), procedure.value, official)))
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
      const repeal = repealed(procedure.value, draft)
      if (repeal !== null) return refuse(repeal.fault)
      const now = clock.now()
      const result = store.commit(official.id, () => {
        const dossier = receive(draft, deskAt(now, procedure.value, official))
        if (!dossier.ok) return dossier
        const paper = jobsFor(dossier.value, procedure.value)
        const paid = paidWith(draft, dossier.value, { payments, settings, now, randomness, official })
        return ok({
          said: [{ kind: 'dossier.received', version: 1, subject: draft.id, body: dossier.value }, ...paid],
          jobs: paper,
          answer: { dossier: dossier.value, saved: now, jobs: paper },
        })
      })
      if (result.ok) follow()
      return result
    },
  }
}

const faultOf = (repeal: Repeal | null): readonly Fault[] => (repeal === null ? [] : [repeal.fault])
