import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Day } from '#domain/kernel/time.ts'
import type { Clerk } from './post-clerk.ts'
import { type Expected, takenBy } from './post-faults.ts'
import { type Thing, type World, countedAt } from './post-world.ts'

export type DayEnd = {
  readonly clerk: Clerk
  readonly world: World
  readonly office: number
  /** Counted from 0, and as the office says it. */
  readonly day: number
  readonly date: Day
  readonly expected: readonly Expected[]
}

/** How a day ended: where things were, what was named for the first time, and what was named before. */
export type DayCount = {
  readonly day: string
  readonly office: number
  readonly here: number
  readonly post: number
  readonly citizen: number
  readonly lost: number
  readonly owed: number
  readonly fresh: number
  readonly known: number
}

/**
 * Ends a day at one office as its supervisor would: counts the shelves, reads what the office names, and closes with a
 * reason for each. What it named must be what was planted, as a set, and told apart from what was explained on a day before.
 */
export async function judgeDay(end: DayEnd): Promise<{ readonly count: DayCount; readonly wrong: readonly string[] }> {
  const { clerk, world, office, day, date, expected } = end
  const counted = countedAt(world, office, day)
  const { holdings, differences, owed } = await clerk.office.get('post.day', { day: null, counted })
  const due = expected.filter(one => one.office === office && one.from <= day && day <= one.to)
  const explained = new Set(expected.filter(one => one.office === office && one.from < day).map(({ key }) => key))
  const keyOf = ({ kind, name }: { kind: string; name: string }): string => `${kind} ${name}`
  const fresh = differences.filter(({ known }) => known === null).map(keyOf)
  const known = differences.filter(one => one.known !== null).map(keyOf)
  const freshDue = due.map(({ key }) => key).filter(key => !explained.has(key))
  const knownDue = due.map(({ key }) => key).filter(key => explained.has(key))
  const ours = world.things.filter(thing => thing.office === office)
  const owedTruly = sum(ours.filter(({ paid, spot }) => !paid && spot === 'citizen').map(({ collected }) => collected))
  const refused = await clerk.office.ask('post.close', { day: date, counted, reasons: {} })
  const unexplained = refused.ok ? [] : refused.faults.map(({ field }) => field ?? '')
  const reasons = Object.fromEntries(fresh.map(key => [key, `Đã lập biên bản: ${key}`]))
  const closed = fresh.length === 0 && refused.ok ? refused : await clerk.office.ask('post.close', { day: date, counted, reasons })
  const where = `${date}, office ${office}`
  return {
    count: {
      day: date,
      office,
      here: holdings.filter(({ place }) => place === 'office').length,
      post: holdings.filter(({ place }) => place === 'post').length,
      citizen: holdings.filter(({ place }) => place === 'citizen').length,
      lost: holdings.filter(({ place }) => place === 'lost').length,
      owed,
      fresh: fresh.length,
      known: known.length,
    },
    wrong: [
      ...unlike(`${where}, new`, fresh, freshDue),
      ...unlike(`${where}, known`, known, knownDue),
      ...unlike(`${where}, asked for a reason`, unexplained, freshDue),
      ...(closed.ok
        ? unlike(
            `${where}, closed over`,
            closed.value.differences.map(keyOf),
            due.map(({ key }) => key),
          )
        : [`${where}: not closed`]),
      ...(owed === owedTruly ? [] : [`${where}: the Post owes ${owedTruly}, the office says ${owed}`]),
    ],
  }
}

/** At the end: every thing is in one place, by the world and by the office alike or else named, and the money of the journal is that of the world. */
export async function judgeEnd({ clerk, world, office, day, expected }: DayEnd): Promise<readonly string[]> {
  const { holdings } = await clerk.office.get('post.day', { day: null, counted: [] })
  const db = new Database(join(clerk.office.dataDir, 'office.db'), { readonly: true })
  const states = new Map(db.prepare<[], [string, string]>('select id, state from dossier').raw().all())
  const bodies = db.prepare<[], string>("select body from journal where kind in ('fee.collected', 'handover.signed')").pluck().all()
  db.close()
  const ours = world.things.filter(thing => thing.office === office)
  const named = new Set(
    expected.filter(one => one.office === office && one.from <= day && day <= one.to).map(({ key }) => key.split(' ').slice(1).join(' ')),
  )
  const placesOf = (thing: Thing): readonly string[] => {
    const held = holdings.filter(({ dossier }) => dossier === thing.dossier).map(({ place }) => place)
    if (held.length > 0) return held
    const state = states.get(thing.dossier)
    return state === 'returned' ? ['citizen'] : [state === undefined ? 'nowhere' : 'desk']
  }
  const money = bodies.map(body => Object(JSON.parse(body)))
  const paidIn = sum(money.flatMap(({ signed }) => (signed?.paidIn ?? []).map(({ vnd }: { vnd: number }) => vnd)))
  const booked = sum(money.filter(({ method }) => method === 'post').map(({ vnd }) => Number(vnd)))
  const paid = ours.filter(thing => thing.paid)
  const paidTruly = sum(paid.map(({ collected }) => collected))
  const brought = ours.filter(({ content, spot }) => content === 'brought' && spot.startsWith('desk'))
  const bookedTruly = sum(paid.map(thing => Math.min(takenBy(thing), thing.cod))) + sum(brought.map(({ collected }) => collected))
  return [
    ...ours.flatMap(thing => {
      const places = placesOf(thing)
      if (places.length !== 1) return [`${thing.code} is in ${places.length} places: ${places.join(', ')}`]
      const truly = thing.spot === `shelf ${office}` ? 'office' : (thing.spot.split(' ')[0] ?? '')
      return places[0] === truly || named.has(thing.code ?? thing.label ?? '') || isOnItsWay(thing, day)
        ? []
        : [`${thing.code ?? thing.label} is ${truly}, the office says ${places[0]}`]
    }),
    ...(paidIn === paidTruly ? [] : [`office ${office}: the Post paid in ${paidTruly}, the lists say ${paidIn}`]),
    ...(booked === bookedTruly ? [] : [`office ${office}: ${bookedTruly} belongs into the books, they have ${booked}`]),
  ]
}

/** Lost without a word, and the time in which the Post must say something has not passed. */
const isOnItsWay = ({ fault, spot, acts }: Thing, day: number): boolean =>
  (fault === 'silently-lost' && spot === 'gone') ||
  (fault === 'in-the-other-bag' && spot.startsWith('shelf') && acts.some(act => act.day > day))

/** What was named and not planted, planted and not named, or named twice. */
function unlike(where: string, named: readonly string[], planted: readonly string[]): readonly string[] {
  return [
    ...named.filter(key => !planted.includes(key)).map(key => `${where}: ${key} is named and was not planted`),
    ...planted.filter(key => !named.includes(key)).map(key => `${where}: ${key} was planted and is not named`),
    ...named.filter((key, index) => named.indexOf(key) !== index).map(key => `${where}: ${key} is named twice`),
  ]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
