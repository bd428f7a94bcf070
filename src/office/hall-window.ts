import { type HallHello, ticketsKept } from '#contract/hall-window.ts'
import { publicView } from '#contract/windows.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { serviceOf } from '#domain/queue/service.ts'
import { offeredOn } from './catalog.ts'
import type { Desk } from './desk.ts'

/** What the wall and the kiosk are told to begin with: what anybody in the hall may read. */
export function hallHello(desk: Desk): HallHello {
  const { settings, clock, hall } = desk
  const { volume, quiet, pack } = settings.hall.voice
  return {
    setUp: true,
    now: clock.now(),
    office: { name: settings.office.name, authority: settings.office.authority },
    hours: settings.hours,
    notices: settings.hall.notices,
    voice: { pack: desk.voices.find(pack), volume, quiet },
    matters: [...mattersOf(desk)],
    printer: ticketsKept(desk.status().printer),
    view: publicView(hall.view()),
  }
}

/** What can be done here today, each with the service that does it. */
function mattersOf({ settings, catalog, clock, services }: Desk): readonly { name: string; service: string }[] {
  const { favourites } = settings
  const place = (code: string): number => (favourites.includes(code) ? favourites.indexOf(code) : favourites.length)
  return offeredOn(catalog().procedures, dayOf(clock.now()))
    .toSorted((a, b) => place(a.code) - place(b.code) || a.name.localeCompare(b.name, 'vi'))
    .flatMap(({ name, sector }) => {
      const service = serviceOf(services(), sector.code)
      return service === undefined ? [] : [{ name, service: service.id }]
    })
}
