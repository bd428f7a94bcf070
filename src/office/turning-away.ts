import type { Output } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { type TurnedAway, type Turning, type TurningDesk, VisitId, foreseeTurn, turnAway, turnForm } from '#domain/dossier/turn-away.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '#machine/clock.ts'
import { firstSheet } from '#paper/form-sheet.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'
import type { Papers } from './papers.ts'
import { newJob } from './press.ts'

type TurningParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly papers: Papers
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
}

/** Citizens whose dossier cannot be received today: what is missing or why not, on paper, and nothing numbered as received. */
export function openTurningAway({ store, settings, catalog, papers, clock, randomness, follow }: TurningParts) {
  const { visits, dossiers, drafts, jobs } = store.read

  const jobOf = ({ visit, paper, step }: TurnedAway, at: Instant) =>
    newJob({ subject: visit, code: paper, form: turnForm(step.kind), copy: 1 }, at, randomness)

  /** Everything it depends on at this moment. Inside a commit the numbers cannot move. */
  const deskAt = (now: Instant, procedure: Procedure, before: TurnedAway | null, official: Signer): TurningDesk => ({
    visit: VisitId.parse(uuidv7(now, randomness)),
    now,
    procedure,
    office: settings.office,
    counter: settings.counter,
    official: { id: official.id, name: official.name },
    before,
    nextPaper: form => dossiers.countOfForm(form, dayOf(now).slice(0, 4)) + 1,
  })

  const standing = (visit: TurnedAway): Result<Output<'visit.turnAway'>> => {
    const drawn = papers.turnedAway(visit)
    return drawn.ok ? ok({ visit, jobs: [...jobs.of(visit.visit)], paper: [...firstSheet(drawn.value)] }) : drawn
  }

  return {
    /** What was said last to this citizen in this matter, and whether what was typed then can still be opened. */
    before: (draft: Draft): Output<'visit.before'> => {
      const visit = visits.before(draft)
      return visit === null ? null : { visit, resumable: visit.draft !== draft.id && drafts.byId(visit.draft) !== null }
    },

    /** The paper as it would come out now: what the screen shows while it is typed. */
    foresee: (draft: Draft, turning: Turning, official: Signer): Result<Output<'visit.foresee'>> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const drawn = papers.turnedAway(foreseeTurn(draft, turning, deskAt(clock.now(), procedure.value, null, official)))
      return drawn.ok ? ok([...firstSheet(drawn.value)]) : drawn
    },

    /**
     * Writes who was turned away and why, and orders the paper, in one commit. After a request the draft is kept as it
     * stands. What was asked before is judged inside the commit. A draft that was refused already answers with its refusal.
     */
    turnAway: (draft: Draft, turning: Turning, official: Signer): Result<Output<'visit.turnAway'>> => {
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!procedure.ok) return procedure
      const now = clock.now()
      const done = store.commit(official.id, () => {
        if (dossiers.byId(draft.id) !== null) return refuse(inputFault('draft.unknown'))
        const before = visits.before(draft)
        if (before?.draft === draft.id && before.step.kind === 'refuse') return ok({ said: [], answer: before })
        const turned = turnAway(draft, turning, deskAt(now, procedure.value, before, official))
        if (!turned.ok) return turned
        if (turning.kind === 'supplement') drafts.keep(draft, now)
        return ok({
          said: [{ kind: 'visit.turned.away', version: 1, subject: turned.value.visit, body: turned.value }],
          jobs: [jobOf(turned.value, now)],
          answer: turned.value,
        })
      })
      if (!done.ok) return done
      follow()
      return standing(done.value)
    },
  }
}
