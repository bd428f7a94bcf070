import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { Day, Instant, wallTime } from '#domain/kernel/time.ts'
import { type Said, after, appointmentTimes, newVisit, timesAround, turned } from '#renderer/kiosk/visit.ts'

const said = (...all: readonly Said[]) => all.reduce(after, newVisit)

test('one touch leads to the last question: the ticket is two touches away', () => {
  expect(said({ kind: 'service', service: 'ho-tich' })).toMatchObject({ page: 'priority', services: ['ho-tich'] })
})

test('a second matter joins the first, and the first stays the first', () => {
  const visit = said({ kind: 'service', service: 'ho-tich' }, { kind: 'add' }, { kind: 'service', service: 'chung-thuc' })
  expect(visit).toMatchObject({ page: 'priority', services: ['ho-tich', 'chung-thuc'] })
  expect(after(visit, { kind: 'back' })).toMatchObject({ page: 'services', services: ['ho-tich'] })
  expect(after(visit, { kind: 'service', service: 'ho-tich' }).services).toEqual(['ho-tich', 'chung-thuc'])
})

test('an appointment is said before the service and stays', () => {
  const at = Instant.parse(1_000)
  expect(said({ kind: 'times' }, { kind: 'time', at }, { kind: 'service', service: 'ho-tich' })).toMatchObject({
    page: 'priority',
    appointment: at,
  })
})

const touch = fc.oneof(
  fc.constantFrom<Said>({ kind: 'again' }, { kind: 'add' }, { kind: 'matters' }, { kind: 'times' }, { kind: 'back' }),
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((service): Said => ({ kind: 'service', service })),
  fc.integer({ min: -9, max: 9 }).map((turn): Said => ({ kind: 'turn', turn })),
)

test('whatever is touched, a ticket has one to five services, each once, when it is asked for', () => {
  fc.assert(
    fc.property(fc.array(touch), all => {
      const { page, services } = said(...all)
      expect(new Set(services).size).toBe(services.length)
      expect(services.length).toBeLessThanOrEqual(5)
      if (page === 'priority') expect(services.length).toBeGreaterThan(0)
    }),
  )
})

test('going back again and again ends at the start', () => {
  fc.assert(
    fc.property(fc.array(touch), all => {
      const visit = Array.from({ length: 16 }, (): Said => ({ kind: 'back' })).reduce(after, said(...all))
      expect(visit).toEqual(newVisit)
    }),
  )
})

test('never more than six choices stand on a page, and turning shows every one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), fc.integer({ min: -50, max: 50 }), (all, turn) => {
      const { shown, turns } = turned(all, turn)
      expect(shown.length + (turns > 1 ? 1 : 0)).toBeLessThanOrEqual(6)
      const seen = Array.from({ length: turns }, (_, at) => turned(all, turn + at).shown).flat()
      expect(new Set(seen)).toEqual(new Set(all))
      expect(seen.length).toBe(all.length)
    }),
  )
})

const hours = OfficeHours.parse({})
const day = Day.parse('2026-11-23')
const times = appointmentTimes(hours, day)
const clock = (at: Instant): number => wallTime(at).minutes
const moment = (text: string): Instant => Instant.parse(Date.parse(`${text}+07:00`))

test('appointments lie on quarters of an hour inside the office hours', () => {
  expect(times.map(clock)[0]).toBe(7 * 60)
  expect(times.length).toBe(18 + 14)
  for (const at of times) expect(clock(at) % 15).toBe(0)
})

test('the times around now come first, and all others can be reached', () => {
  const now = moment('2026-11-23T09:41:00')
  expect(timesAround(times, now, 0).shown.map(clock)).toEqual([555, 570, 585, 600, 615, 630])
  expect(timesAround(times, moment('2026-11-23T20:00:00'), 0)).toMatchObject({ later: false, earlier: true })
  expect(timesAround(times, moment('2026-11-23T05:00:00'), 0)).toMatchObject({ earlier: false, later: true })
  const seen = [-3, -2, -1, 0, 1, 2, 3, 4, 5].flatMap(turn => timesAround(times, now, turn).shown)
  expect(new Set(seen)).toEqual(new Set(times))
})
