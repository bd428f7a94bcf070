import type { HomeRow, HomeView } from '#contract/home.ts'
import type { Applicant } from '#domain/dossier/dossier.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { HomeVisitId } from '#domain/home/home-visit.ts'
import type { Official } from '../start/sign-in.tsx'
import type { HomeDeskOf } from './use-home.ts'
import type { VisitActs } from './visit-panel.tsx'

/** The route that keys act on: of the visit that is chosen, else of whoever is signed in, else the first. */
export function routeNow(view: HomeView | null, chosen: HomeRow | null, { id }: Official): HomeView['routes'][number] | null {
  if (view === null) return null
  const ofChosen = view.routes.find(({ stops }) => stops.some(({ visit }) => visit.visit === chosen?.visit.visit))
  return ofChosen ?? view.routes.find(({ official }) => official.id === id) ?? view.routes[0] ?? null
}

/** The visit above or below on the routes of the day. */
export function neighbour(view: HomeView | null, chosen: HomeVisitId | null, step: 1 | -1): HomeVisitId | null {
  const stops = view?.routes.flatMap(one => one.stops.map(({ visit }) => visit.visit)) ?? []
  const at = chosen === null ? -1 : stops.indexOf(chosen)
  return at === -1 ? (stops[0] ?? null) : (stops[at + step] ?? null)
}

type Doing = { readonly open: (sheet: 'plan' | 'end') => void; readonly sit: (applicant: Applicant) => void }

/** What can be done with the visit that is chosen: nothing once it is over, and only its outcome where it was taken along. */
export function actsOf(home: HomeDeskOf, row: HomeRow | null, { open, sit }: Doing): VisitActs {
  const none: VisitActs = {
    plan: undefined,
    end: undefined,
    remind: undefined,
    sit: undefined,
    up: undefined,
    down: undefined,
    settle: undefined,
  }
  if (row === null) return none
  const { visit, request, taken, reminded } = row.visit
  const { state, differing } = homeStanding(row.visit)
  const [first] = differing
  const settle = first === undefined ? undefined : () => void home.settle({ visit, ending: first.ending })
  if (state === 'done' || state === 'cancelled') return { ...none, settle }
  const isPlanned = state === 'planned'
  const { name, number, address, phone } = request
  return {
    settle,
    plan: taken === null ? () => open('plan') : undefined,
    end: isPlanned || taken === null ? () => open('end') : undefined,
    remind: isPlanned && taken === null && reminded === null ? () => void home.remind(visit) : undefined,
    sit: request.matter.kind === 'return' || !isPlanned ? undefined : () => sit({ name, number, birth: null, sex: null, address, phone }),
    up: isPlanned ? () => void home.move(visit, -1) : undefined,
    down: isPlanned ? () => void home.move(visit, 1) : undefined,
  }
}
