import { z } from 'zod'
import type { FaultCode } from '../kernel/fault.ts'
import { CounterId } from '../kernel/id.ts'
import { Day } from '../kernel/time.ts'
import { homeStanding } from './home-life.ts'
import { HomeEnded, HomeTaken, type HomeVisit } from './home-visit.ts'

/** What a route's file holds, once it is unsealed: the body of the entry that the other machine writes of it. */
export const RouteFile = HomeTaken.omit({ at: true })
export type RouteFile = z.output<typeof RouteFile>

/** What the file holds that comes back: every outcome that was written of one route on the machine that was taken along. */
export const OutcomeFile = z.strictObject({
  machine: CounterId,
  /** The counter whose visits they are. */
  to: CounterId,
  day: Day,
  endings: z.array(HomeEnded),
})
export type OutcomeFile = z.output<typeof OutcomeFile>

/**
 * What becomes of an outcome that comes back. `known`: it was joined before, and nothing changes. `counts`: it is taken as it
 * is. `barred`: it is kept and named, and an official looks at it, for the office itself ended the visit meanwhile, or
 * planned it anew. The order in which outcomes come changes nothing: see `homeStanding`.
 */
export type Joining = { readonly kind: 'known' } | { readonly kind: 'counts' } | { readonly kind: 'barred'; readonly bar: FaultCode }

export function joinHome(visit: HomeVisit, ended: HomeEnded): Joining {
  if (visit.endings.some(({ ending }) => ending === ended.ending)) return { kind: 'known' }
  if (visit.plan === null || ended.plan !== visit.plan.plan) return { kind: 'barred', bar: 'home.planned.anew' }
  const since = visit.endings.findIndex(({ plan }) => plan === ended.plan)
  const ownSince = visit.endings.some(({ plan, from }, at) => from === null && (plan === ended.plan || (since !== -1 && at > since)))
  return ownSince ? { kind: 'barred', bar: 'home.ended.here' } : { kind: 'counts' }
}

/** Whether a result that an outcome says was given out is still to be noted in its dossier: not where another outcome did that. */
export const isFirstDone = (visit: HomeVisit): boolean => homeStanding(visit).end?.end.kind !== 'done'
