import type { z } from 'zod'
import type { HomeFile, HomeJoined } from '#contract/home.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { afterHome, homeStanding } from '#domain/home/home-life.ts'
import { type Handing, HomeCarryId, type HomeEnded, type HomePlan, type HomeVisit } from '#domain/home/home-visit.ts'
import { OutcomeFile, RouteFile, isFirstDone, joinHome } from '#domain/home/join-home.ts'
import { stillPlanned } from '#domain/home/route.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { FaultCode } from '#domain/kernel/fault.ts'
import { type OfficialId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, type Instant, atLeast, atMost } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { routeCode } from './home-route.ts'
import { openSealing } from './sealed-file.ts'
import type { Life } from './life.ts'

type CarryingParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
  readonly life: Life
  readonly dataDir: string
  readonly handingOf: (visit: HomeVisit) => Handing | null
}
type Saved = z.output<typeof HomeFile>
type Joined = { readonly visits: ReadonlyMap<string, HomeVisit>; readonly said: readonly Said[]; readonly counts: HomeJoined }

/** Routes on their way: along on a laptop as one sealed file, and what was found at the doors back as another. */
export function openHomeCarrying({ store, settings, clock, randomness, follow, life, dataDir, handingOf }: CarryingParts) {
  const { home, dossiers } = store.read
  const sealing = openSealing(dataDir, randomness)
  const me = settings.counter.id

  const unsealed = <T>(kind: 'route' | 'outcome', shape: z.ZodType<T>, sealed: string): Result<T> => {
    const content = sealing.unseal(kind, sealed)
    if (!content.ok) return content
    const read = shape.safeParse(content.value)
    return read.success ? ok(read.data) : refuse(inputFault('home.file.strange'))
  }

  /** When something can have happened to a dossier: as the other machine's clock says, but neither before the last thing nor after now. */
  const momentOf = (code: string, at: Instant, now: Instant): Instant => {
    const dossier = dossiers.byCode(code)
    const last = dossier === null ? at : lifeOf(dossier, dossiers.history(dossier.dossier)).last
    return atMost(atLeast(at, last), now)
  }

  /** The step of the dossier whose result an outcome says was given out; none where another outcome did that, or nothing was given. */
  const stepOf = (visit: HomeVisit, ended: HomeEnded, now: Instant): Result<readonly Said[]> => {
    const { matter } = visit.request
    if (ended.end.kind !== 'done' || ended.end.given === null || matter.kind !== 'return' || !isFirstDone(visit)) return ok([])
    const step = life.decideHere(matter.code, { kind: 'return', ...ended.end.given }, ended.by, momentOf(matter.code, ended.at, now))
    return step.ok ? ok(step.value.said) : step
  }

  const join = (before: Joined, ended: HomeEnded, now: Instant): Joined => {
    const { visits, said, counts } = before
    const visit = visits.get(ended.visit) ?? home.byId(ended.visit)
    if (visit === null) return { ...before, counts: { ...counts, unknown: counts.unknown + 1 } }
    const joining = joinHome(visit, ended)
    if (joining.kind === 'known') return { ...before, counts: { ...counts, known: counts.known + 1 } }
    const step = joining.kind === 'counts' ? stepOf(visit, ended, now) : ok([])
    const body = { ...ended, bar: barOf(joining, step) }
    const after = afterHome(visit, { kind: 'home.ended', body }) ?? visit
    const differs = homeStanding(after).differing.length > homeStanding(visit).differing.length
    return {
      visits: new Map([...visits, [visit.visit, after]]),
      said: [...said, { kind: 'home.ended', version: 1, subject: visit.visit, body }, ...(step.ok ? step.value : [])],
      counts: differs ? { ...counts, differing: counts.differing + 1 } : { ...counts, joined: counts.joined + 1 },
    }
  }

  return {
    /** The visits of a route that are still to be made, as one sealed file. Refused where there are none, or this machine has no pairing code. */
    carry: (day: Day, goes: OfficialId, official: Signer): Result<Saved> => {
      const route = stillPlanned(home.route(day, goes)).filter(({ taken }) => taken === null)
      const stops = route.flatMap(visit => (visit.plan === null ? [] : [stopOf(visit, visit.plan, handingOf(visit))]))
      const [first] = stops
      if (first === undefined) return refuse(inputFault('home.route.empty'))
      const now = clock.now()
      const carry = HomeCarryId.parse(uuidv7(now, randomness))
      const file: RouteFile = { carry, from: me, day, official: first.plan.official, stops }
      const sealed = sealing.seal('route', file)
      if (!sealed.ok) return sealed
      const body = { carry, day, official: first.plan.official, visits: stops.map(({ visit }) => visit), at: now }
      const written = store.commit(official.id, () =>
        ok({ said: [{ kind: 'home.carried', version: 1, subject: carry, body }], answer: null }),
      )
      if (!written.ok) return written
      follow()
      return ok({ name: `lo-trinh-${routeCode(day, goes)}.kvhome`, sealed: sealed.value, count: stops.length })
    },

    /** On the machine that is taken along: the route is here from now on, with no line to the office. Opened twice, nothing changes. */
    open: (sealed: string, official: Signer): Result<{ day: Day; official: HomePlan['official']; count: number }> => {
      const file = unsealed('route', RouteFile, sealed)
      if (!file.ok) return file
      const { carry, from, day, official: goes, stops } = file.value
      if (from === me) return refuse(inputFault('home.file.here'))
      const opened = store.commit(official.id, () => {
        const isKnown = stops.every(({ visit, plan }) => home.byId(visit)?.plan?.plan === plan.plan)
        const body = { ...file.value, at: clock.now() }
        return ok({ said: isKnown ? [] : [{ kind: 'home.taken', version: 1, subject: carry, body } as const], answer: null })
      })
      if (!opened.ok) return opened
      follow()
      return ok({ day, official: goes, count: stops.length })
    },

    /** What was written at the doors of a route, as one sealed file for the counter whose visits they are. */
    outcome: (day: Day, goes: OfficialId): Result<Saved> => {
      const visits = home.route(day, goes).filter(({ taken }) => taken !== null)
      const to = visits.find(({ taken }) => taken !== null)?.taken?.from
      const endings = visits.flatMap(one => one.endings.filter(({ from }) => from === null))
      if (to === undefined || endings.length === 0) return refuse(inputFault('home.file.nothing'))
      const file: OutcomeFile = { machine: me, to, day, endings }
      const sealed = sealing.seal('outcome', file)
      if (!sealed.ok) return sealed
      return ok({ name: `ket-qua-${routeCode(day, goes)}.kvhome`, sealed: sealed.value, count: endings.length })
    },

    /** Back at the counter: every outcome is joined in one commit. Joined twice, or in another order, nothing changes. */
    join: (sealed: string, official: Signer): Result<HomeJoined> => {
      const file = unsealed('outcome', OutcomeFile, sealed)
      if (!file.ok) return file
      const { machine, to, endings } = file.value
      if (to !== me) return refuse(inputFault('home.file.elsewhere', undefined, { counter: to }))
      const now = clock.now()
      const joined = store.commit(official.id, () => {
        const nothing: Joined = { visits: new Map(), said: [], counts: { joined: 0, known: 0, differing: 0, unknown: 0 } }
        const { said, counts } = endings.reduce((all, one) => join(all, { ...one, from: machine, bar: null }, now), nothing)
        return ok({ said, answer: counts })
      })
      if (joined.ok) follow()
      return joined
    },
  }
}

const stopOf = ({ visit, request, asked }: HomeVisit, plan: HomePlan, handing: Handing | null): RouteFile['stops'][number] => ({
  visit,
  request,
  asked,
  plan,
  handing,
})

/** Why an outcome does not count: the visit is another by now, or its dossier cannot be given out. */
function barOf(joining: ReturnType<typeof joinHome>, step: Result<unknown>): FaultCode | null {
  if (joining.kind === 'barred') return joining.bar
  return step.ok ? null : (step.faults[0]?.code ?? 'life.not-ready')
}
