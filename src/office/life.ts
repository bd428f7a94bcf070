import type { HistoryLine, Opened } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { farthestDay, forwardTime, whyDue } from '#domain/dossier/due-of-life.ts'
import { lawfulSteps } from '#domain/dossier/lawful.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { type Happening, type Step, stepForm } from '#domain/dossier/move.ts'
import { standingOf } from '#domain/dossier/standing.ts'
import { takeStep } from '#domain/dossier/take-step.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { DossierId, Randomness } from '#domain/kernel/id.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { balanceOf } from '#domain/money/balance.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Signer } from '#domain/post/handover.ts'
import { isWithPost } from '#domain/post/parcel.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'
import { newJob } from './press.ts'

type LifeParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
}

/** Who takes a step. */
type Taker = Pick<Signer, 'id' | 'name'>
type Decided = { readonly said: readonly Said[]; readonly jobs: readonly PrintJob[] }

/** What happens to a dossier after it was received. */
export function openLife({ store, settings, catalog, clock, randomness, follow }: LifeParts) {
  const { dossiers, jobs, parcels, payments } = store.read

  /** The edition it was received under, whether it is still in force or not. */
  const procedureOf = (dossier: DossierReceived): Procedure | null => {
    const found = findEdition(catalog().procedures, dossier.procedure)
    return found.ok ? found.value : null
  }
  const paidOf = (dossier: DossierReceived): number => balanceOf(dossier.fee, payments.of(dossier.dossier)).paid

  const opened = (dossier: DossierReceived): Opened => {
    const history = dossiers.history(dossier.dossier)
    const life = lifeOf(dossier, history)
    const { calendar } = catalog()
    const procedure = procedureOf(dossier)
    const { skipped, pauses, ...why } = whyDue(dossier, life, calendar, settings.hours)
    return {
      dossier,
      jobs: [...jobs.of(dossier.dossier)],
      slip: life.slip,
      state: life.state,
      due: life.due,
      dueSure: life.dueSure,
      history: history.map(lineOf),
      papers: standingOf(dossier, history).papers,
      procedure,
      why: { ...why, pauses: [...pauses], skipped: [...skipped] },
      forwardBy: forwardTime(life, calendar, settings.hours),
      farthest: farthestDay(dossier, life, calendar, settings.hours),
      paid: paidOf(dossier),
      steps: lawfulSteps(life, { now: clock.now(), calendar, verification: procedure?.verification ?? null }).map(one =>
        one.step === 'return' && one.bar === null ? { ...one, bar: awayBar(dossier) } : one,
      ),
    }
  }

  /** A result that the Post has is in nobody's hands here. */
  const awayBar = (dossier: DossierReceived): Fault | null => {
    const away = parcels.ofDossier(dossier.dossier).find(({ parcel }) => isWithPost(parcel.state))
    return away === undefined ? null : inputFault('life.return.with-post', undefined, { list: away.list.code })
  }

  /** One step of a dossier as the law lets it be taken at a moment, and its paper: to be decided inside a commit. */
  const decide = (id: DossierId, step: Step, official: Taker, now: Instant = clock.now()): Result<Decided> => {
    const dossier = dossiers.byId(id)
    if (dossier === null) return refuse(inputFault('dossier.unknown', 'code'))
    const history = dossiers.history(id)
    const moved = takeStep(standingOf(dossier, history), lifeOf(dossier, history), step, {
      now,
      calendar: catalog().calendar,
      hours: settings.hours,
      procedure: procedureOf(dossier),
      paid: paidOf(dossier),
      counter: settings.counter.name,
      official: { id: official.id, name: official.name },
      nextPaper: form => dossiers.countOfForm(form, dayOf(now).slice(0, 4)) + 1,
    })
    if (!moved.ok) return moved
    return ok({
      said: [{ kind: 'dossier.moved', version: 1, subject: id, body: moved.value }],
      jobs: papersOf(step).map(form => newJob({ subject: id, code: dossier.code, form, copy: 1 }, now, randomness)),
    })
  }

  /** The same by hands of the office, at the counter or at a citizen's door: what the Post has, nobody here gives out. */
  const decideHere = (code: string, step: Step, official: Taker, now?: Instant): Result<Decided & { dossier: DossierReceived }> => {
    const dossier = dossiers.byCode(code)
    if (dossier === null) return refuse(inputFault('dossier.unknown', 'code'))
    const bar = step.kind === 'return' ? awayBar(dossier) : null
    if (bar !== null) return refuse(bar)
    const decided = decide(dossier.dossier, step, official, now)
    return decided.ok ? ok({ ...decided.value, dossier }) : decided
  }

  return {
    decide,
    decideHere,
    awayBar,

    /** Somebody looks at a dossier, and that is recorded. */
    open: (code: string, official: Signer): Result<Opened> => {
      const dossier = dossiers.byCode(code)
      if (dossier === null) return refuse(inputFault('dossier.unknown', 'code'))
      const subject = dossier.dossier
      return store.commit(official.id, () =>
        ok({
          said: [{ kind: 'dossier.opened', version: 1, subject, body: { dossier: subject, why: 'search' } }],
          answer: opened(dossier),
        }),
      )
    },

    /** Takes a step and orders its paper, in one commit. What is lawful is judged inside it: two windows cannot both extend. */
    step: (code: string, step: Step, official: Signer): Result<Opened> => {
      const taken = store.commit(official.id, () => {
        const decided = decideHere(code, step, official)
        if (!decided.ok) return decided
        const { dossier: answer, ...written } = decided.value
        return ok({ ...written, answer })
      })
      if (!taken.ok) return taken
      follow()
      return ok(opened(taken.value))
    },
  }
}

export type Life = ReturnType<typeof openLife>

/** What comes out with a step. With completed papers another limit begins: the citizen gets another slip too. */
function papersOf({ kind }: Step): readonly PaperForm[] {
  const form = stepForm[kind]
  if (form === null) return []
  return form === 'mau-01' ? ['receipt', form] : [form]
}

function lineOf(happening: Happening): HistoryLine {
  if (happening.kind === 'moved') return happening
  const { slip, reason, changed, at, official } = happening.corrected
  return { kind: 'corrected', slip, reason, changed, at, official: official.name }
}
