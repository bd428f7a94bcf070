import type { HomeAsks, HomeImported, HomeRow, HomeView } from '#contract/home.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { z } from 'zod'
import { lifeOf } from '#domain/dossier/life.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import {
  HomeEndingId,
  HomePlanId,
  type HomeEnd,
  type HomeEnded,
  type HomeRequest,
  type HomeVisit,
  HomeVisitId,
} from '#domain/home/home-visit.ts'
import { readRequests } from '#domain/home/import-home.ts'
import { type Asked, type HomeDesk, askHome, endHome, planHome } from '#domain/home/plan-home.ts'
import { isOutOfTime, moveOnRoute, stillPlanned } from '#domain/home/route.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { Digest } from '#domain/journal/line.ts'
import { type OfficialId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, addDays, dayOf, instantAt } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Clock } from '#machine/clock.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import type { Catalog } from './catalog.ts'
import { openHandings } from './handing.ts'
import { openHomeCarrying } from './home-carrying.ts'
import { routeCode, routeSubject } from './home-route.ts'
import { newJob } from './press.ts'
import type { Life } from './life.ts'

type HomeParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly randomness: Randomness
  readonly digest: Digest
  readonly follow: () => void
  readonly life: Life
  readonly people: { readonly all: () => readonly Signer[] }
  readonly dataDir: string
}

/** So many days ahead at most lies the next working day: the longest holiday and its weekends. */
const FARTHEST = 14

/** Citizens who are served at home: who asked, who goes when and in which order, and what was found at the door. */
export function openHome(parts: HomeParts) {
  const { store, settings, catalog, clock, randomness, digest, follow, life, people } = parts
  const { dossiers, home, jobs } = store.read

  const handingOf = openHandings({ store, catalog })
  const rowOf = (visit: HomeVisit): HomeRow => ({ visit, handing: handingOf(visit) })

  const deskOf = (official: Signer): HomeDesk => ({ now: clock.now(), calendar: catalog().calendar, hours: settings.hours, official })

  const found = (id: HomeVisitId): Result<HomeVisit> => {
    const visit = home.byId(id)
    return visit === null ? refuse(inputFault('home.unknown')) : ok(visit)
  }

  const askedDossier = ({ matter }: HomeRequest): Asked | null => {
    const dossier = matter.kind === 'return' ? dossiers.byCode(matter.code) : null
    if (dossier === null) return null
    return {
      state: lifeOf(dossier, dossiers.history(dossier.dossier)).state,
      onItsWay: home.brings(dossier.code),
      bar: life.awayBar(dossier),
    }
  }

  const ask = (request: HomeRequest, visit: HomeVisitId, official: Signer): Result<null> =>
    store.commit(official.id, () => {
      const asked = askHome(request, askedDossier(request), visit, deskOf(official))
      return asked.ok ? ok({ said: [{ kind: 'home.asked', version: 1, subject: visit, body: asked.value }], answer: null }) : asked
    })

  /** The visit as it stands after `said`, which is about it. */
  const saying = (official: Signer, id: HomeVisitId, decide: (visit: HomeVisit) => Result<readonly Said[]>): Result<HomeVisit> => {
    const done = store.commit(official.id, () => {
      const visit = found(id)
      if (!visit.ok) return visit
      const said = decide(visit.value)
      return said.ok ? ok({ said: said.value, answer: null }) : said
    })
    if (!done.ok) return done
    follow()
    return found(id)
  }

  /** What a visit's end writes: the end, and where a result was given out here, the step of its dossier in the same commit. */
  const saysOf = (visit: HomeVisit, ended: HomeEnded, official: Signer): Result<readonly Said[]> => {
    const said: Said = { kind: 'home.ended', version: 1, subject: visit.visit, body: ended }
    const given = ended.end.kind === 'done' ? ended.end.given : null
    const { matter } = visit.request
    if (given === null || matter.kind !== 'return' || visit.taken !== null) return ok([said])
    const step = life.decideHere(matter.code, { kind: 'return', ...given }, official, ended.at)
    return step.ok ? ok([said, ...step.value.said]) : step
  }

  const nextWorkingDay = (after: Day): Day => {
    const { calendar } = catalog()
    const days = Array.from({ length: FARTHEST }, (_, index) => addDays(after, index + 1))
    return days.find(day => calendar.works(day)) ?? addDays(after, 1)
  }

  return {
    ...openHomeCarrying({ ...parts, handingOf }),

    view: (wanted: Day | null): HomeView => {
      const now = clock.now()
      const today = dayOf(now)
      const day = wanted ?? today
      const officials = new Map(home.onDay(day).flatMap(({ plan }) => (plan === null ? [] : [[plan.official.id, plan.official] as const])))
      return {
        day,
        today,
        now,
        routes: [...officials.values()].map(official => {
          const stops = home.route(day, official.id)
          const left = stillPlanned(stops)
          return {
            official,
            stops: stops.map(rowOf),
            outOfTime: left.filter((_, at) => isOutOfTime(left, at)).map(({ visit }) => visit),
            isTaken: stops.some(({ taken }) => taken !== null),
          }
        }),
        open: home
          .open()
          .filter(({ taken }) => taken === null)
          .map(rowOf),
        missed: home.missed(today).map(rowOf),
        differing: home.differing().map(rowOf),
        remind: home
          .between(today, nextWorkingDay(today))
          .filter(({ reminded, taken }) => reminded === null && taken === null)
          .toSorted((one, other) => expectedAt(one).localeCompare(expectedAt(other)))
          .map(rowOf),
        officials: people.all().filter(({ role }) => role !== 'postal'),
      }
    },

    ask: (request: HomeRequest, official: Signer): Result<HomeVisit> => {
      const visit = HomeVisitId.parse(uuidv7(clock.now(), randomness))
      const asked = ask(request, visit, official)
      if (!asked.ok) return asked
      follow()
      return found(visit)
    },

    /** Requests of a web form. A line has a name that follows from what it says, so that the same line twice is one request. */
    importTable: (text: string, official: Signer): Result<z.output<typeof HomeImported>> => {
      const rows = readRequests(text)
      if (!rows.ok) return rows
      const brought = rows.value.map(({ line, request }) => {
        if (!request.ok) return { line, faults: [...request.faults] }
        const visit = visitNamed(request.value, digest)
        if (home.byId(visit) !== null) return 'known'
        const asked = ask(request.value, visit, official)
        return asked.ok ? 'asked' : { line, faults: [...asked.faults] }
      })
      follow()
      return ok({
        asked: brought.filter(one => one === 'asked').length,
        known: brought.filter(one => one === 'known').length,
        wrong: brought.flatMap(one => (typeof one === 'string' ? [] : [one])),
      })
    },

    /** Plans a visit. What is taken is judged inside the commit: two windows cannot give one time to two citizens. */
    plan: ({ visit: id, day, slot, official: goes }: z.output<typeof HomeAsks.plan>, official: Signer): Result<HomeVisit> => {
      const going = people.all().find(one => one.id === goes)
      if (going === undefined) return refuse(inputFault('official.unknown', 'official'))
      const plan = HomePlanId.parse(uuidv7(clock.now(), randomness))
      return saying(official, id, visit => {
        const others = stillPlanned(home.route(day, goes))
        const planned = planHome(visit, { day, slot, official: going }, others, { ...deskOf(official), plan })
        return planned.ok ? ok([{ kind: 'home.planned', version: 1, subject: id, body: planned.value }]) : planned
      })
    },

    /** One place up or down the route that it is on. */
    move: (id: HomeVisitId, by: 1 | -1, official: Signer): Result<HomeVisit> =>
      saying(official, id, ({ plan }) => {
        if (plan === null) return refuse(inputFault('home.unplanned'))
        const visits = moveOnRoute(home.route(plan.day, plan.official.id), id, by)
        if (!visits.ok) return visits
        const body = { day: plan.day, official: plan.official.id, visits: [...visits.value] }
        return ok([{ kind: 'home.ordered', version: 1, subject: plan.official.id, body }])
      }),

    remind: (id: HomeVisitId, official: Signer): Result<HomeVisit> =>
      saying(official, id, visit => {
        if (visit.plan === null || homeStanding(visit).state !== 'planned') return refuse(inputFault('home.unplanned'))
        const body = { visit: id, plan: visit.plan.plan, at: clock.now() }
        return ok([{ kind: 'home.reminded', version: 1, subject: id, body }])
      }),

    end: (id: HomeVisitId, end: HomeEnd, official: Signer): Result<HomeVisit> => {
      const ending = HomeEndingId.parse(uuidv7(clock.now(), randomness))
      return saying(official, id, visit => {
        const ended = endHome(visit, end, handingOf(visit), { ...deskOf(official), ending })
        return ended.ok ? saysOf(visit, ended.value, official) : ended
      })
    },

    /** An official looked at an outcome that came back and does not count. */
    settle: (id: HomeVisitId, ending: HomeEndingId, official: Signer): Result<HomeVisit> =>
      saying(official, id, visit => {
        if (!homeStanding(visit).differing.some(one => one.ending === ending)) return refuse(inputFault('home.unknown'))
        return ok([{ kind: 'home.settled', version: 1, subject: id, body: { visit: id, ending, at: clock.now() } }])
      }),

    print: (day: Day, goes: OfficialId, official: Signer): Result<PrintJob> => {
      if (home.route(day, goes).length === 0) return refuse(inputFault('home.route.empty'))
      const subject = routeSubject(day, goes)
      const what = { subject, code: routeCode(day, goes), form: 'route-list', copy: jobs.nextCopy(subject, 'route-list') } as const
      const job = newJob(what, clock.now(), randomness)
      const ordered = store.commit(official.id, () => ok({ said: [], jobs: [job], answer: job }))
      if (ordered.ok) follow()
      return ordered
    },
  }
}

const expectedAt = ({ plan }: HomeVisit): string => `${plan?.day ?? ''} ${plan?.slot ?? ''}`

/** The id of an imported request: its wished day, and a digest of all that it says. */
function visitNamed(request: HomeRequest, digest: Digest): HomeVisitId {
  const said = Buffer.from(digest(`home ${JSON.stringify(request)}`), 'hex')
  return HomeVisitId.parse(uuidv7(instantAt(request.wish.day, 0), length => said.subarray(0, length)))
}
