import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type HomeHappening, afterHome, homeStanding, takenVisit } from '#domain/home/home-life.ts'
import { type HomeOrdered, type HomeTaken, HomeVisit, HomeVisitId } from '#domain/home/home-visit.ts'
import { routeOrder } from '#domain/home/route.ts'
import type { OfficialId } from '#domain/kernel/id.ts'
import type { Day } from '#domain/kernel/time.ts'

/** Queries over visits at home. The whole visit stands in its row; the columns are what is looked for. */
export function openHomeVisits(db: Database) {
  const select = (where: string) => db.prepare(`select visit from home_visit where ${where}`).pluck()
  const byId = select('id = ?')
  const open = select("state = 'open' order by day, id limit 500")
  const missed = select("state = 'planned' and day < ? order by day, id limit 500")
  const between = select("state = 'planned' and day >= ? and day <= ? order by day, id limit 500")
  const differing = select('differs > 0 order by day, id limit 500')
  const onDay = select('route_day = ? order by id')
  const ofRoute = select('route_day = ? and official = ? order by id')
  const bringing = db.prepare("select count(*) from home_visit where code = ? and state in ('open', 'planned')").pluck()
  const order = orderOf(db)
  return {
    byId: (id: HomeVisitId): HomeVisit | null => readVisit(byId.get(id)),
    /** Asked for and not planned, or to be tried again: what is due first stands first. */
    open: (): readonly HomeVisit[] => readAll(open.all()),
    /** Planned for a day before `today`, and nobody said how they ended. */
    missed: (today: Day): readonly HomeVisit[] => readAll(missed.all(today)),
    /** Planned from `first` to `last`, both included. */
    between: (first: Day, last: Day): readonly HomeVisit[] => readAll(between.all(first, last)),
    /** Outcomes that were joined and do not count. */
    differing: (): readonly HomeVisit[] => readAll(differing.all()),
    onDay: (day: Day): readonly HomeVisit[] => readAll(onDay.all(day)),
    /** The visits of one official and day in the order in which they are made, ended ones too. */
    route: (day: Day, official: OfficialId): readonly HomeVisit[] =>
      routeOrder(readAll(ofRoute.all(day, official)), order.get(day, official)),
    /** Whether a visit that is not over brings this dossier's result. */
    brings: (code: string): boolean => z.int().parse(bringing.get(code)) > 0,
  }
}

const readVisit = (text: unknown): HomeVisit | null => (typeof text === 'string' ? HomeVisit.parse(JSON.parse(text)) : null)

const readAll = (texts: readonly unknown[]): readonly HomeVisit[] => texts.flatMap(text => readVisit(text) ?? [])

function orderOf(db: Database) {
  const one = db.prepare('select visits from home_route where day = ? and official = ?').pluck()
  return {
    get: (day: Day, official: OfficialId): readonly HomeVisitId[] => {
      const text = one.get(day, official)
      return typeof text === 'string' ? z.array(HomeVisitId).parse(JSON.parse(text)) : []
    },
  }
}

type HomeFact =
  | HomeHappening
  | { readonly kind: 'home.ordered'; readonly body: HomeOrdered }
  | { readonly kind: 'home.taken'; readonly body: HomeTaken }

/** Brings one fact about visits at home into the tables. */
export function applyHome(db: Database) {
  const one = db.prepare('select visit from home_visit where id = ?').pluck()
  const write = db.prepare(`
    insert into home_visit values (@id, @state, @day, @routeDay, @official, @code, @differs, @visit)
    on conflict (id) do update set state = @state, day = @day, route_day = @routeDay, official = @official, code = @code,
      differs = @differs, visit = @visit`)
  const order = db.prepare('insert into home_route values (?, ?, ?) on conflict (day, official) do update set visits = excluded.visits')
  const before = (id: HomeVisitId): HomeVisit | null => readVisit(one.get(id))
  const put = (visit: HomeVisit | null): void => void (visit === null ? null : write.run(columnsOf(visit)))

  return (fact: HomeFact): void => {
    if (fact.kind === 'home.ordered') {
      order.run(fact.body.day, fact.body.official, JSON.stringify(fact.body.visits))
      return
    }
    if (fact.kind === 'home.taken') {
      for (const stop of fact.body.stops) put(takenVisit(before(stop.visit), fact.body, stop))
      order.run(fact.body.day, fact.body.official.id, JSON.stringify(fact.body.stops.map(({ visit }) => visit)))
      return
    }
    const about = fact.kind === 'home.carried' ? fact.body.visits : [fact.body.visit]
    for (const visit of about) put(afterHome(before(visit), fact))
  }
}

function columnsOf(visit: HomeVisit) {
  const { state, day, differing } = homeStanding(visit)
  const { matter } = visit.request
  return {
    id: visit.visit,
    state,
    day,
    routeDay: visit.plan?.day ?? null,
    official: visit.plan?.official.id ?? null,
    code: matter.kind === 'return' ? matter.code : null,
    differs: differing.length,
    visit: JSON.stringify(visit),
  }
}
