import type { Output, Weighed } from '#contract/calls.ts'
import { type Mended, correct, dueMended, foreseeMended } from '#domain/dossier/correct.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { barOf } from '#domain/dossier/lawful.ts'
import { lifeOf } from '#domain/dossier/life.ts'
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

type Corrects = NonNullable<Draft['corrects']>
type Finished = Output<'dossier.finish'>

/** Mistakes found after printing: the same form once more, and a new slip under the same code. */
export function openMending({ store, catalog, clock, randomness, weigh, deskAt, jobsFor }: MendingParts) {
  const { dossiers, drafts, jobs } = store.read

  const mendedOf = (before: DossierReceived): Mended => ({ before, life: lifeOf(before, dossiers.history(before.dossier)) })

  const draftOf = (dossier: DossierReceived, slip: number, reason: string): Draft => ({
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
    brought: null,
    helper: null,
    corrects: { dossier: dossier.dossier, code: dossier.code, reason: reason.trim(), slip },
  })

  /** What a draft comes to. One that mends a dossier is due when that dossier will be, counted from its reception and not from now. */
  const weighMending = (procedure: Procedure, draft: Draft): Weighed => {
    const weighed = weigh(procedure, draft)
    const before = draft.corrects === null ? null : dossiers.byId(draft.corrects.dossier)
    if (before === null) return weighed
    const mended = mendedOf(before)
    const desk = deskAt(clock.now(), procedure, before.official)
    const holds = foreseeMended(draft, mended, desk)
    const { at, sure, skipped } = dueMended(holds.procedure.takes, mended, desk)
    return { ...weighed, fee: holds.fee, due: { at, sure, skipped: [...skipped] } }
  }

  /** What was saved when this draft was finished, `null` while it was not. */
  const savedOf = (draft: Draft, dossier: DossierReceived): Finished | null => {
    const saved = dossiers
      .history(dossier.dossier)
      .flatMap(one => (one.kind === 'corrected' && one.corrected.draft === draft.id ? [one.corrected.at] : []))[0]
    return saved === undefined ? null : { dossier, saved, jobs: [...jobs.of(dossier.dossier)] }
  }

  return {
    /** Weighs any draft: a new one as it is, one that mends by the dossier it mends. */
    weigh: weighMending,

    /** The dossier as it would hold once this draft is finished, for its papers on the screen: under the draft's own id nothing happened to it yet. */
    foresee: (draft: Draft, mends: Corrects, procedure: Procedure, official: Signer): Result<DossierReceived> => {
      const before = dossiers.byId(mends.dossier)
      if (before === null) return refuse(inputFault('dossier.unknown'))
      return ok({ ...foreseeMended(draft, mendedOf(before), deskAt(clock.now(), procedure, official)), dossier: draft.id })
    },

    /** Whether the mending of this draft was finished: then it is not to be kept any more. */
    isOver: (draft: Draft): boolean => {
      const dossier = draft.corrects === null ? null : dossiers.byId(draft.corrects.dossier)
      return dossier !== null && savedOf(draft, dossier) !== null
    },

    /** A draft that holds what a received dossier holds, to be mended. Nothing changes before it is finished. */
    open: (code: string, reason: string): Result<Weighed> => {
      const before = dossiers.byCode(code)
      if (before === null) return refuse(inputFault('dossier.unknown', 'code'))
      if (reason.trim() === '') return refuse(inputFault('correct.reason', 'reason'))
      const { life } = mendedOf(before)
      const bar = barOf('correct', life, { now: clock.now(), calendar: catalog().calendar, verification: null })
      if (bar !== null) return refuse(bar)
      const procedure = findEdition(catalog().procedures, before.procedure)
      return procedure.ok ? ok(weighMending(procedure.value, draftOf(before, life.slip, reason))) : procedure
    },

    /**
     * Mends a received dossier: another body, another slip, the same code. Whoever began to mend the same dossier begins
     * again from what holds now, so no mending undoes another. Asked twice for the same draft it answers with what is saved.
     */
    finish: (draft: Draft, mends: Corrects, official: Signer): Result<Finished> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const now = clock.now()
      return store.commit(official.id, () => {
        const before = dossiers.byId(mends.dossier)
        if (before === null) return refuse(inputFault('dossier.unknown'))
        const saved = savedOf(draft, before)
        if (saved !== null) return ok({ said: [], answer: saved })
        const corrected = correct(draft, mendedOf(before), deskAt(now, procedure.value, official), mends.reason)
        if (!corrected.ok) return corrected
        const dossier = corrected.value.now
        const paper = jobsFor(dossier, procedure.value)
        drafts.dropMending(before.dossier)
        return ok({
          said: [{ kind: 'dossier.corrected', version: 1, subject: before.dossier, body: corrected.value }],
          jobs: paper,
          answer: { dossier, saved: now, jobs: paper },
        })
      })
    },
  }
}
