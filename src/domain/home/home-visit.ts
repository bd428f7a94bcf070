import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { Applicant } from '../dossier/dossier.ts'
import { Recipient } from '../dossier/move.ts'
import { faultCodes } from '../kernel/fault.ts'
import { CounterId, OfficialId } from '../kernel/id.ts'
import { Day, Instant } from '../kernel/time.ts'

export const HomeVisitId = z.uuidv7().brand('HomeVisitId')
export type HomeVisitId = z.output<typeof HomeVisitId>
export const HomePlanId = z.uuidv7().brand('HomePlanId')
export type HomePlanId = z.output<typeof HomePlanId>
export const HomeEndingId = z.uuidv7().brand('HomeEndingId')
export type HomeEndingId = z.output<typeof HomeEndingId>
export const HomeCarryId = z.uuidv7().brand('HomeCarryId')
export type HomeCarryId = z.output<typeof HomeCarryId>

/** How a request to be served at home came in. */
export const HomeChannel = z.enum(['phone', 'email', 'zalo', 'facebook', 'web', 'counter'])
export type HomeChannel = z.output<typeof HomeChannel>

export const Half = z.enum(['morning', 'afternoon'])
export type Half = z.output<typeof Half>

/** Why somebody is served at home. */
export const HomeWhy = z.enum(['elder', 'disabled', 'ill', 'far', 'other'])
export type HomeWhy = z.output<typeof HomeWhy>

const Text = z.string().trim().min(1).max(300)
const Reason = z.string().trim().min(1).max(2000)

/** What is done there. A result is one of this office that is ready. */
export const HomeMatter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('help'), what: Text }),
  z.strictObject({ kind: z.literal('receive'), what: Text }),
  z.strictObject({ kind: z.literal('return'), code: DossierCode }),
])
export type HomeMatter = z.output<typeof HomeMatter>

const Wish = z.strictObject({ day: Day, half: Half })

export const HomeRequest = z.strictObject({
  name: Applicant.shape.name,
  phone: z.string().min(1).max(20),
  address: z.string().trim().min(1).max(400),
  number: Applicant.shape.number,
  channel: HomeChannel,
  matter: HomeMatter,
  wish: Wish,
  why: HomeWhy,
  note: z.string().trim().max(2000),
})
export type HomeRequest = z.output<typeof HomeRequest>

const By = z.strictObject({ id: OfficialId, name: z.string() })

/** Body of the entry `home.asked`, version 1. */
export const HomeAsked = z.strictObject({ visit: HomeVisitId, request: HomeRequest, at: Instant, by: By })
export type HomeAsked = z.output<typeof HomeAsked>

/** When somebody is expected at home, by the clock of the office: `08:30`. */
export const Slot = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const HomePlan = z.strictObject({ plan: HomePlanId, day: Day, slot: Slot, official: By })
export type HomePlan = z.output<typeof HomePlan>

/** Body of the entry `home.planned`, version 1. A visit that is planned anew has another plan. */
export const HomePlanned = z.strictObject({ visit: HomeVisitId, plan: HomePlan, at: Instant, by: By })
export type HomePlanned = z.output<typeof HomePlanned>

/** Body of the entry `home.ordered`, version 1: in which order an official goes from house to house on a day. */
export const HomeOrdered = z.strictObject({ day: Day, official: OfficialId, visits: z.array(HomeVisitId) })
export type HomeOrdered = z.output<typeof HomeOrdered>

/** Body of the entry `home.reminded`, version 1: whoever is expected was told so again. */
export const HomeReminded = z.strictObject({ visit: HomeVisitId, plan: HomePlanId, at: Instant })
export type HomeReminded = z.output<typeof HomeReminded>

/** What was handed out at home, and to whom. */
const Given = z.strictObject({ to: Recipient, originals: z.boolean(), satisfied: z.enum(['very', 'yes', 'no']).nullable() })

/** How a visit ended. One that was not made, or found nobody, is a task again for the day `again`. */
export const HomeEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), note: z.string().trim().max(2000), given: Given.nullable() }),
  z.strictObject({ kind: z.literal('absent'), again: Day }),
  z.strictObject({ kind: z.literal('later'), again: Day, reason: Reason }),
  z.strictObject({ kind: z.literal('cancelled'), reason: Reason }),
])
export type HomeEnd = z.output<typeof HomeEnd>

/** Body of the entry `home.ended`, version 1. */
export const HomeEnded = z.strictObject({
  visit: HomeVisitId,
  /** The plan it ends; `null` where the visit was not planned. */
  plan: HomePlanId.nullable(),
  ending: HomeEndingId,
  end: HomeEnd,
  at: Instant,
  by: By,
  /** The machine that was carried along and joined later; `null` where it was written at this counter. */
  from: CounterId.nullable(),
  /** Why it was joined and yet does not count: an official looks at it. */
  bar: z.enum(faultCodes).nullable(),
})
export type HomeEnded = z.output<typeof HomeEnded>

/** Body of the entry `home.settled`, version 1: an official looked at an outcome that did not count. */
export const HomeSettled = z.strictObject({ visit: HomeVisitId, ending: HomeEndingId, at: Instant })
export type HomeSettled = z.output<typeof HomeSettled>

/** A result on its way to a citizen's home: what has to be known at the door, with no line to the office. */
export const Handing = z.strictObject({
  code: DossierCode,
  procedure: z.string(),
  owner: Applicant.pick({ name: true, number: true }),
  /** Whether somebody may be authorised to take it. */
  proxy: z.boolean(),
  /** Papers that were handed in as originals and go back with it. */
  originals: z.array(z.string()),
})
export type Handing = z.output<typeof Handing>

/** A visit as it stands: its request, and all that happened since. `home-life.ts` says what follows from that. */
export const HomeVisit = z.strictObject({
  visit: HomeVisitId,
  request: HomeRequest,
  asked: Instant,
  plan: HomePlan.nullable(),
  reminded: Instant.nullable(),
  /** When it was last taken along on another machine. */
  carried: Instant.nullable(),
  /** Every end that was written or joined, as it came. */
  endings: z.array(HomeEnded),
  settled: z.array(HomeEndingId),
  /** On a machine that was taken along: whose visit it is, and what is handed out. `null`: it is this counter's own. */
  taken: z.strictObject({ from: CounterId, handing: Handing.nullable() }).nullable(),
})
export type HomeVisit = z.output<typeof HomeVisit>

/** Body of the entry `home.carried`, version 1: a route was taken along as a file. */
export const HomeCarried = z.strictObject({
  carry: HomeCarryId,
  day: Day,
  official: By,
  visits: z.array(HomeVisitId),
  at: Instant,
})
export type HomeCarried = z.output<typeof HomeCarried>

/** Body of the entry `home.taken`, version 1, on the machine that was taken along: the whole route in its order. */
export const HomeTaken = z.strictObject({
  carry: HomeCarryId,
  from: CounterId,
  day: Day,
  official: By,
  stops: z.array(z.strictObject({ visit: HomeVisitId, request: HomeRequest, asked: Instant, plan: HomePlan, handing: Handing.nullable() })),
  at: Instant,
})
export type HomeTaken = z.output<typeof HomeTaken>
