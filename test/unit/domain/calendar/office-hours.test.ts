import { describe, expect, test } from 'vitest'
import { OfficeHours, closing, cutOff, opening, sessions } from '#domain/calendar/office-hours.ts'

describe('office hours', () => {
  test('are 07:00–11:30 and 13:30–17:00 with 15:00 as the cut-off, unless the office says otherwise', () => {
    const hours = OfficeHours.parse({})
    expect(sessions(hours)).toEqual([
      { from: 420, to: 690 },
      { from: 810, to: 1020 },
    ])
    expect([opening(hours), cutOff(hours), closing(hours)]).toEqual([420, 900, 1020])
  })

  test('may run through without a break', () => {
    expect(OfficeHours.safeParse({ morning: { from: '08:00', to: '12:00' }, afternoon: { from: '12:00', to: '16:00' } }).success).toBe(true)
  })

  test.each([
    ['a session that ends before it begins', { morning: { from: '11:30', to: '07:00' } }, 'morning'],
    ['sessions that overlap', { morning: { from: '07:00', to: '14:00' } }, 'afternoon.from'],
    ['a cut-off after closing', { cutOff: '17:30' }, 'cutOff'],
    ['an hour that does not exist', { cutOff: '24:00' }, 'cutOff'],
    ['an hour without its zero', { cutOff: '9:00' }, 'cutOff'],
  ])('never have %s', (_, hours, path) => {
    expect(OfficeHours.safeParse(hours).error?.issues.map(issue => issue.path.join('.'))).toEqual([path])
  })
})
