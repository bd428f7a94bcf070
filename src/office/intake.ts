import type { Input, Output, Scanned, Weighed } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { dueAt } from '#domain/calendar/due.ts'
import { readCard } from '#domain/card/card.ts'
import { type DossierCode, fixedRange, readSlip } from '#domain/dossier/code.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { type Desk as Reception, foresee, receive } from '#domain/dossier/receive.ts'
import { DossierId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Signer } from '#domain/post/handover.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { fill } from '#domain/procedure/fill.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, editionOn, findEdition } from './catalog.ts'
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
    fee: feeOf(procedure.fee, valueIn(draft.answers)),
    due: dueOf(procedure),
  })

  const dueOf = (procedure: Procedure): Weighed['due'] => {
    const { at, sure, skipped } = dueAt(clock.now(), procedure.takes, catalog().calendar, settings.hours)
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
    open: ({ procedure: code, applicant, card }: Input<'draft.open'>): Result<Weighed> => {
      const today = dayOf(clock.now())
      const procedure = editionOn(catalog().procedures, code, today)
      if (!procedure.ok) return procedure
      const earlier = applicant.number === null ? [] : dossiers.ofCitizen(applicant.number)
      const known = {
        card: card?.card ?? null,
        earlier: earlier.map(dossier => ({ day: dayOf(dossier.received), answers: dossier.answers })),
        office: settings.office,
        today,
      }
      const draft: Draft = {
        id: DossierId.parse(uuidv7(clock.now(), randomness)),
        procedure: { code: procedure.value.code, edition: procedure.value.edition },
        applicant,
        identity: card?.card.source ?? 'typed',
        answers: fill(procedure.value, known),
        papers: {},
        channel: 'direct',
        returnBy: 'counter',
        readBack: null,
        effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
        corrects: null,
      }
      return ok(weigh(procedure.value, draft))
    },

    /** Keeps a draft as it stands. One that was finished meanwhile is not brought back to life. */
    keep: (draft: Draft): Result<Weighed> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      if (dossiers.byId(draft.id) === null) drafts.keep(draft, clock.now())
      return ok(weigh(procedure.value, draft))
    },

    resume: (id: DossierId): Result<Weighed> => {
      const draft = drafts.byId(id)
      if (draft === null) return refuse(inputFault('draft.unknown'))
      const procedure = findEdition(catalog().procedures, draft.procedure)
      return procedure.ok ? ok(weigh(procedure.value, draft)) : procedure
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
