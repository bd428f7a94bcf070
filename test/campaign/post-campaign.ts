import { Day } from '#domain/kernel/time.ts'
import { handClock } from '#kit/hand-clock.ts'
import { type Clerk, openClerk } from './post-clerk.ts'
import { type DayCount, judgeDay, judgeEnd } from './post-judge.ts'
import { type Expected, type FaultKind, actsOf, expectedOf, faultsOf, takenBy } from './post-faults.ts'
import { type Act, type Spot, type Thing, type World, aThing, newWorld } from './post-world.ts'

/** Monday to Friday of a week without a holiday. */
export const WEEK = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] as const

export type PostPlan = {
  /** Things that begin to travel each day, at both offices together. */
  readonly items: number
  readonly days: number
  /** Planted each day, at both offices together. */
  readonly faults: number
  readonly seed: number
  readonly say: (line: string) => void
  /** A hand that tampers with the world or with what is expected, before the end of each day: the judge must notice. */
  readonly tamper?: (world: World, expected: Expected[], day: number) => void
}

/**
 * Two offices and one post office, day by day: results are sent, delivered, tried, returned and lost, dossiers are brought,
 * cash is taken and paid in, and faults are planted. At the end of each day each office must name what was planted, and nothing else.
 */
export async function postCampaign({ items, days, faults, seed, say, tamper }: PostPlan) {
  const world = newWorld(seed)
  const clock = handClock(`${WEEK[0]}T08:00:00+07:00`)
  const clerks = [await openClerk(0, clock, world), await openClerk(1, clock, world)]
  const expected: Expected[] = []
  const wrong: string[] = []
  const counts: DayCount[] = []
  const at = (day: number, time: string): void => clock.move(`${WEEK[day]}T${time}:00+07:00`)

  for (let day = 0; day < days; day += 1) {
    const planted = faultsOf(day, faults, world.chance)
    for (const [office, clerk] of clerks.entries()) {
      at(day, '08:00')
      const kinds = planted.filter((_, index) => index % clerks.length === office)
      const some = Math.round(items / clerks.length)
      const brings = Math.round(some / 5)
      const morning = { clerk, world, office, day, expected }
      await receiveBrought(morning)
      await makeReady(morning, some - brings, kinds)
      at(day, '11:00')
      await tellOfDay(morning)
      at(day, '15:00')
      await takeFromPost(morning, brings, kinds.includes('brought-vanishes'))
      at(day, '16:00')
      await giveToPost(morning)
      at(day, '16:30')
      await makeReady(morning, Math.ceil(some / 20), [])
      say(`${WEEK[day]} office ${office}: ${world.things.filter(thing => thing.office === office).length} things so far`)
    }
    tamper?.(world, expected, day)
    at(day, '17:00')
    for (const [office, clerk] of clerks.entries()) {
      const judged = await judgeDay({ clerk, world, office, day, date: dateOf(day), expected })
      wrong.push(...judged.wrong)
      counts.push(judged.count)
    }
  }
  for (const [office, clerk] of clerks.entries()) {
    wrong.push(...clerk.wrong, ...(await judgeEnd({ clerk, world, office, day: days - 1, date: dateOf(days - 1), expected })))
    await clerk.office.forget()
  }
  const named = counts.reduce((sum, count) => sum + count.fresh, 0)
  return { days: counts, totals: { seed, things: world.things.length, named }, wrong }
}

type Turn = { readonly clerk: Clerk; readonly world: World; readonly office: number; readonly day: number; readonly expected: Expected[] }

const dateOf = (day: number): Day => Day.parse(WEEK[day])

const ownOf = ({ world, office }: Turn): readonly Thing[] => world.things.filter(thing => thing.office === office)

/** Results that become ready; each fault sits on one of them. */
async function makeReady({ clerk, world, office, day, expected }: Turn, count: number, kinds: readonly FaultKind[]): Promise<void> {
  const faults = kinds.filter(kind => kind !== 'brought-vanishes' && kind !== 'stranger-on-shelf')
  for (let n = 0; n < count; n += 1) {
    const thing = aThing({ office, content: 'result', label: null, ...(await clerk.makeReady()), fault: faults[n] ?? null })
    world.things.push(thing)
    if (thing.fault === 'vanishes' || thing.fault === 'vanishes-and-is-found') {
      thing.spot = 'gone'
      expected.push(...expectedOf(thing, day, null))
    }
    if (thing.fault === 'vanishes-and-is-found') thing.acts = [{ day: day + 2, does: 'arrives', office }]
  }
  for (const kind of kinds) {
    if (kind !== 'stranger-on-shelf') continue
    const label = world.newLabel()
    world.strangers.push({ office, label, day })
    expected.push({ office, key: `foreign ${label}`, from: day, to: day })
  }
}

/** What the Post brought yesterday and nobody had time for. */
async function receiveBrought(turn: Turn): Promise<void> {
  for (const thing of ownOf(turn)) {
    if (thing.content !== 'brought' || thing.spot !== `shelf ${turn.office}` || thing.list === null) continue
    Object.assign(thing, await turn.clerk.receive(thing.list, thing.dossier), { spot: `desk ${turn.office}` })
  }
}

/** What the Post did with its things today, and tells the office of. */
async function tellOfDay(turn: Turn): Promise<void> {
  for (const thing of ownOf(turn)) {
    const act = thing.acts.find(one => one.day === turn.day)
    if (act !== undefined && act.does !== 'arrives') await tell(turn, thing, act.does)
  }
}

async function tell({ clerk, world }: Turn, thing: Thing, does: Exclude<Act['does'], 'arrives'>): Promise<void> {
  const { list, dossier } = thing
  if (does === 'takes' || list === null) {
    thing.spot = 'post'
    return
  }
  const move = (step: Parameters<typeof clerk.move>[1]) => clerk.move({ handover: list, dossier }, step)
  const delivered = { kind: 'delivered', receiver: 'Lê Văn Tám', shown: null, collected: takenBy(thing) } as const
  if (does === 'delivered-again') return clerk.refused(`a second delivery of ${thing.code}`, 'parcel.state', move(delivered))
  if (does === 'delivered') {
    Object.assign(thing, { spot: 'citizen', collected: delivered.collected })
    await clerk.taken(`the delivery of ${thing.code}`, move(delivered))
    return
  }
  if (does === 'lost') thing.spot = world.chance() < 0.5 ? 'gone' : 'post'
  await clerk.taken(`${thing.code} ${does}`, move({ kind: does, reason: 'Theo thông báo của Bưu điện' }))
}

/** The bag from the Post: what returns, what it brings, what came here by mistake; and the cash that it pays in. */
async function takeFromPost(turn: Turn, brings: number, oneVanishes: boolean): Promise<void> {
  const { clerk, world, office, day, expected } = turn
  const list = await clerk.open('from-post')
  for (const thing of world.things) {
    const act = thing.acts.find(one => one.day === day)
    if (act?.does !== 'arrives' || act.office !== office) continue
    const wasSent = thing.list !== null
    thing.spot = `shelf ${office}`
    if (thing.office !== office)
      await clerk.refused(`${thing.code} in the other bag`, 'handover.item.foreign', clerk.scan(list.id, thing.code))
    else if (wasSent) await clerk.taken(`the return of ${thing.code}`, clerk.scan(list.id, world.chance() < 0.5 ? thing.label : thing.code))
    if (thing.office === office) Object.assign(thing, { list: null, acts: [], fault: null })
  }
  for (let n = 0; n < brings; n += 1) {
    const fault = oneVanishes && n === 0 ? 'brought-vanishes' : null
    const thing = aThing({ office, content: 'brought', ...(await clerk.bring(list.id)), list: list.id, fault })
    if (fault !== null) {
      thing.spot = 'gone'
      expected.push(...expectedOf(thing, day, null))
    }
    world.things.push(thing)
  }
  const paying = ownOf(turn).filter(({ spot, collected, paid, paysOn }) => spot === 'citizen' && collected > 0 && !paid && paysOn === day)
  await clerk.sign(list.id, paying)
  for (const thing of paying) thing.paid = true
}

/** The list to the Post: everything on the shelf that is ours and ready, half of what returned; and how each thing will fare. */
async function giveToPost(turn: Turn): Promise<void> {
  const { clerk, world, office, day, expected } = turn
  const list = await clerk.open('to-post')
  const ready = ownOf(turn).filter(({ spot, content }) => spot === `shelf ${office}` && content === 'result')
  const going = ready.filter(({ label }) => label === null || world.chance() < 0.5)
  for (const thing of going) {
    await clerk.send(list.id, thing)
    if (thing.fault === 'scanned-twice')
      await clerk.refused(`${thing.code} scanned twice`, 'handover.item.double', clerk.scan(list.id, thing.code))
  }
  if (going.length === 0) return
  await clerk.sign(list.id, [])
  for (const thing of going) {
    const { acts, late } = actsOf(thing, day, world.chance)
    const delivery = acts.find(({ does }) => does === 'delivered')
    thing.acts = acts
    thing.paysOn = late === null || delivery === undefined ? null : delivery.day + late
    thing.spot = spotOf(thing)
    expected.push(...expectedOf(thing, day, late))
  }
}

/** Where a thing truly is when both have signed that the Post has it. */
function spotOf({ fault, office }: Thing): Spot {
  if (fault === 'forgotten-on-shelf') return `shelf ${office}`
  return fault === 'silently-lost' ? 'gone' : 'post'
}
