import { describe, expect, test } from 'vitest'
import { proposeYear } from '#domain/calendar/proposal.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Day } from '#domain/kernel/time.ts'
import { demoSettings } from '#office/settings.ts'
import { clock } from '#renderer/counter/settings/clock.ts'
import { type SettingsField, readSettings, sectionOf, typedOf } from '#renderer/counter/settings/typed-settings.ts'
import { readDay, savedYear, withRow } from '#renderer/counter/settings/typed-year.ts'
import { got } from '#kit/basics.ts'

const sheet = {
  settings: { ...demoSettings('/tmp/x'), closedDays: [Day.parse('2025-08-05')] },
  years: [{ calendar: proposeYear(2026), own: false }],
}
const read = (fields: Partial<Record<SettingsField, string>> = {}) => {
  const typed = typedOf(sheet)
  return readSettings({ ...typed, fields: { ...typed.fields, ...fields } }, sheet)
}
const refused = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code, field }) => `${field ?? ''} ${code}`))

describe('settings as typed', () => {
  test('untouched, are the settings as they were', () => expect(got(read())).toEqual({ settings: sheet.settings, years: [] }))

  test('a cash drawer is there or not, and stays as it was set', () => {
    expect(got(read({ drawer: 'yes' })).settings.drawer).toBe(true)
    const there = { ...sheet, settings: { ...sheet.settings, drawer: true } }
    expect(got(readSettings(typedOf(there), there)).settings.drawer).toBe(true)
  })

  test('hours are typed as people type them', () => {
    for (const typed of ['7:30', '07:30', '7h30', '0730', ' 7.30 ']) expect(clock(typed)).toBe('07:30')
    expect(clock('bảy giờ')).toBe('bảy giờ')
    expect(got(read({ 'hours.morning.from': '7h30' })).settings.hours.morning.from).toBe('07:30')
  })

  test('hours that cannot be are refused at the hour that is wrong', () => {
    expect(refused(read({ 'hours.morning.to': '06:00' }))).toEqual(['hours.morning.to settings.hours.session'])
    expect(refused(read({ 'hours.afternoon.from': '11:00' }))).toEqual(['hours.afternoon.from settings.hours.order'])
    expect(refused(read({ 'hours.cutOff': '17:30' }))).toEqual(['hours.cutOff settings.hours.cut-off'])
    expect(refused(read({ 'hours.cutOff': '25:00' }))).toEqual(['hours.cutOff settings.hours.session'])
  })

  test('an account is whole or not there, of a known bank or by its number', () => {
    expect(got(read({ 'bank.bin': 'none', 'bank.account': 'còn gõ dở' })).settings.bank).toBeNull()
    expect(got(read({ 'bank.bin': '970405', 'bank.account': '6500 2012 34567' })).settings.bank).toMatchObject({
      bin: '970405',
      account: '6500201234567',
    })
    expect(got(read({ 'bank.bin': 'other', 'bank.other': '970999' })).settings.bank?.bin).toBe('970999')
    const wrong = { 'bank.bin': 'other', 'bank.other': '97', 'bank.account': '', 'bank.holder': ' ' }
    expect(refused(read(wrong))).toEqual(['bank.other field.invalid', 'bank.account field.missing', 'bank.holder field.missing'])
  })

  test('what is needed and empty, or means nothing, is refused at its field', () => {
    const wrong = { 'office.name': ' ', agency: 'H20?', cityUrl: 'máy chủ' }
    expect(refused(read(wrong))).toEqual(['office.name field.missing', 'agency field.invalid', 'cityUrl field.invalid'])
  })

  test('days of untouched years stay closed, and a new calendar names its source', () => {
    const year = savedYear(sheet, 2026)
    const closed = withRow(year, got(readDay({ day: '2026-08-05', kind: 'closed', name: '' }, 2026, year.rows)))
    const typed = { ...typedOf(sheet), years: { 2026: closed } }
    expect(got(readSettings(typed, sheet))).toMatchObject({ years: [], settings: { closedDays: ['2025-08-05', '2026-08-05'] } })
    const fresh = { ...typedOf(sheet), years: { 2031: { ...savedYear(sheet, 2031), sure: true } } }
    expect(refused(readSettings(fresh, sheet))).toEqual(['calendar.source field.missing'])
  })

  test('each fault is shown in the section of its field', () => {
    expect(
      ['office.phone', 'agency', 'hours.cutOff', 'bank.other', 'formSet', 'printer', 'calendar.source', undefined].map(sectionOf),
    ).toEqual(['office', 'office', 'hours', 'bank', 'forms', 'devices', 'calendar', 'office'])
  })
})
