import type { Output, Weighed } from '#contract/calls.ts'
import { correct } from '#domain/dossier/correct.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { lawfulSteps, lifeOf } from '#domain/dossier/life.ts'
import type { Desk as Reception } from '#domain/dossier/receive.ts'
import { DossierId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'

type MendingParts = {
  readonly store: Store
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly randomness: Randomness
  readonly weigh: (procedure: Procedure, draft: Draft) => Weighed
  readonly deskAt: (now: Instant, procedure: Procedure, official: Pick<Signer, 'id' | 'name'>) => Reception
  readonly jobsFor: (dossier: DossierReceived, procedure: Procedure) => PrintJob[]
}

/** Mistakes found after printing: the same form once more, and a new slip under the same code. */
export function openMending({ store, catalog, clock, randomness, weigh, deskAt, jobsFor }: MendingParts) {
  const { dossiers, drafts } = store.read

  const draftOf = (dossier: DossierReceived, reason: string): Draft => ({
    id: DossierId.parse(uuidv7(clock.now(), randomness)),
    procedure: { code: dossier.procedure.code, edition: dossier.procedure.edition },
    applicant: dossier.applicant,
    identity: dossier.identity,
    answers: dossier.answers,
    papers: Object.fromEntries(dossier.papers.map(({ id, count }) => [id, count])),
    channel: dossier.channel,
    returnBy: dossier.returnBy,
    readBack: null,
    effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
    cards: [],
    proxy: dossier.proxy,
    after: null,
    corrects: { dossier: dossier.dossier, code: dossier.code, reason: reason.trim() },
  })

  return {
    /** A draft that holds what a received dossier holds, to be mended. Nothing changes before it is finished. */
    open: (code: string, reason: string): Result<Weighed> => {
      const dossier = dossiers.byCode(code)
      if (dossier === null) return refuse(inputFault('dossier.unknown', 'code'))
      if (reason.trim() === '') return refuse(inputFault('correct.reason', 'reason'))
      const bar = lawfulSteps(lifeOf(dossier, dossiers.history(dossier.dossier)), clock.now(), catalog().calendar).find(
        ({ step }) => step === 'correct',
      )?.bar
      if (bar !== undefined && bar !== null) return refuse(bar)
      const procedure = findEdition(catalog().procedures, dossier.procedure)
      return procedure.ok ? ok(weigh(procedure.value, draftOf(dossier, reason))) : procedure
    },

    /** Mends a received dossier: another body, another slip, the same code. */
    finish: (draft: Draft, mended: NonNullable<Draft['corrects']>, official: Signer): Result<Output<'dossier.finish'>> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const now = clock.now()
      return store.commit(official.id, () => {
        const before = dossiers.byId(mended.dossier)
        if (before === null) return refuse(inputFault('dossier.unknown'))
        const life = lifeOf(before, dossiers.history(before.dossier))
        const corrected = correct(draft, before, life, deskAt(now, procedure.value, official), mended.reason)
        if (!corrected.ok) return corrected
        const dossier = corrected.value.now
        const paper = jobsFor(dossier, procedure.value)
        drafts.drop(draft.id)
        return ok({
          said: [{ kind: 'dossier.corrected', version: 1, subject: before.dossier, body: corrected.value }],
          jobs: paper,
          answer: { dossier, saved: now, jobs: paper },
        })
      })
    },
  }
}
