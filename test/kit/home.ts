import { buildCalendar } from '#domain/calendar/calendar.ts'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { afterHome } from '#domain/home/home-life.ts'
import { HomeEnded, HomePlan, HomePlanId, HomeRequest, type HomeVisit, HomeVisitId } from '#domain/home/home-visit.ts'
import type { HomeDesk } from '#domain/home/plan-home.ts'
import { CounterId, OfficialId } from '#domain/kernel/id.ts'
import { Day } from '#domain/kernel/time.ts'
import { anId } from './dossier.ts'
import { MORNING } from './journal.ts'

/** Monday 2026-11-23, 09:41. */
export const AN = { id: OfficialId.parse(anId()), name: 'Nguyễn Thị An', role: 'reception' } as const
export const LAPTOP = CounterId.parse('DEMO-01.Q8')
export const day = (text: string): Day => Day.parse(text)

export const aDesk = (part: Partial<HomeDesk> = {}): HomeDesk => ({
  now: MORNING,
  calendar: buildCalendar([]),
  hours: OfficeHours.parse({}),
  official: AN,
  ...part,
})

export const aRequest = (part: Partial<Record<keyof HomeRequest, unknown>> = {}): HomeRequest =>
  HomeRequest.parse({
    name: 'Nguyễn Thị Hương Lan',
    phone: '0912345678',
    address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
    number: '087190012345',
    channel: 'phone',
    matter: { kind: 'help', what: 'Tờ khai đăng ký khai tử' },
    wish: { day: '2026-11-25', half: 'morning' },
    why: 'elder',
    note: '',
    ...part,
  })

export const aHomeVisit = (part: Partial<Record<keyof HomeRequest, unknown>> = {}): HomeVisit => {
  const asked = { visit: HomeVisitId.parse(anId()), request: aRequest(part), at: MORNING, by: { id: AN.id, name: AN.name } }
  const visit = afterHome(null, { kind: 'home.asked', body: asked })
  if (visit === null) throw new Error('no visit')
  return visit
}

export const aPlan = (slot = '08:30', on = '2026-11-25', official: { readonly id: OfficialId; readonly name: string } = AN): HomePlan =>
  HomePlan.parse({ plan: HomePlanId.parse(anId()), day: on, slot, official: { id: official.id, name: official.name } })

export const planned = (visit: HomeVisit = aHomeVisit(), plan: HomePlan = aPlan()): HomeVisit => ({ ...visit, plan })

/** An outcome of a visit's plan, joined from a laptop unless told otherwise. */
export const anEnding = (visit: HomeVisit, part: Partial<Record<keyof HomeEnded, unknown>> = {}): HomeEnded =>
  HomeEnded.parse({
    visit: visit.visit,
    plan: visit.plan?.plan ?? null,
    ending: anId(),
    end: { kind: 'done', note: '', given: null },
    at: MORNING,
    by: { id: AN.id, name: AN.name },
    from: LAPTOP,
    bar: null,
    ...part,
  })
