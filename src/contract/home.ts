import { z } from 'zod'
import { Handing, HomeEnd, HomeEndingId, HomeRequest, HomeVisit, HomeVisitId, Slot } from '#domain/home/home-visit.ts'
import { OfficialId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { Role } from '#domain/post/handover.ts'
import { FaultShape } from './fault.ts'

/** A visit, and the result that it brings; `null` where it brings none. */
export const HomeRow = z.strictObject({ visit: HomeVisit, handing: Handing.nullable() })
export type HomeRow = z.output<typeof HomeRow>

/** Who goes on a day, from house to house. */
export const HomeRoute = z.strictObject({
  official: z.strictObject({ id: OfficialId, name: z.string() }),
  stops: z.array(HomeRow),
  /** Visited after somebody who is expected later. */
  outOfTime: z.array(HomeVisitId),
  /** It came from another counter: only what was found at the door is written here. */
  isTaken: z.boolean(),
})
export type HomeRoute = z.output<typeof HomeRoute>

/** Everything about visits at home: what is to be done, and the routes of one day. */
export const HomeView = z.strictObject({
  day: Day,
  today: Day,
  now: Instant,
  routes: z.array(HomeRoute),
  /** Asked for and not planned, or to be tried again. */
  open: z.array(HomeRow),
  /** Their day is over, and nobody said how they ended. */
  missed: z.array(HomeRow),
  /** Outcomes came back that do not count. */
  differing: z.array(HomeRow),
  /** Expected on the next working day at the latest, and not yet reminded. */
  remind: z.array(HomeRow),
  /** Who can go. */
  officials: z.array(z.strictObject({ id: OfficialId, name: z.string(), role: Role })),
})
export type HomeView = z.output<typeof HomeView>

/** A sealed file as it is saved: its name says nothing of anybody. */
export const HomeFile = z.strictObject({ name: z.string(), sealed: z.string(), count: z.int() })

/** Most characters of a sealed file: a route of a hundred houses is a tenth of it. */
const MOST = 4 * 2 ** 20
const Sealed = z.strictObject({ sealed: z.string().max(MOST) })
const Route = z.strictObject({ day: Day, official: OfficialId })
const Visit = z.strictObject({ visit: HomeVisitId })

export const HomeAsks = {
  view: z.strictObject({ day: Day.nullable() }),
  ask: z.strictObject({ request: HomeRequest }),
  plan: z.strictObject({ visit: HomeVisitId, day: Day, slot: Slot, official: OfficialId }),
  move: z.strictObject({ visit: HomeVisitId, by: z.union([z.literal(1), z.literal(-1)]) }),
  remind: Visit,
  end: z.strictObject({ visit: HomeVisitId, end: HomeEnd }),
  settle: z.strictObject({ visit: HomeVisitId, ending: HomeEndingId }),
  route: Route,
  sealed: Sealed,
  table: z.strictObject({ text: z.string().max(MOST) }),
}

/** What a table of a web form brought: new requests, those that were there already, and the lines that cannot be, with their reasons. */
export const HomeImported = z.strictObject({
  asked: z.int(),
  known: z.int(),
  wrong: z.array(z.strictObject({ line: z.int(), faults: z.array(FaultShape) })),
})

/** What a joined file brought: outcomes that count, those that were there already, those an official has to look at. */
export const HomeJoined = z.strictObject({ joined: z.int(), known: z.int(), differing: z.int(), unknown: z.int() })
export type HomeJoined = z.output<typeof HomeJoined>
