import { describe, expect, test } from 'vitest'
import type { Result } from '#domain/kernel/result.ts'
import { Day } from '#domain/kernel/time.ts'
import { blankCitizen, readTypedCitizen } from '#renderer/counter/citizen/typed-citizen.ts'
import { type TypedSetUp, blankSetUp, readSetUp } from '#renderer/counter/start/typed-set-up.ts'
import { got } from '#kit/basics.ts'

const faultFields = (result: Result<unknown>): readonly (string | undefined)[] => (result.ok ? [] : result.faults.map(fault => fault.field))

const today = Day.parse('2026-11-23')

describe('a citizen typed by hand', () => {
  test('needs only a name', () => {
    expect(got(readTypedCitizen({ ...blankCitizen, name: ' Trần  Văn Đức ' }, today))).toEqual({
      name: 'Trần Văn Đức',
      number: null,
      birth: null,
      sex: null,
      address: null,
      phone: null,
    })
    expect(faultFields(readTypedCitizen(blankCitizen, today))).toEqual(['name'])
  })
  test('is refused at each field that cannot be', () => {
    const typed = { ...blankCitizen, name: 'Đức 2', number: '08719001234', birth: '31/02/1985' }
    expect(faultFields(readTypedCitizen(typed, today))).toEqual(['name', 'number', 'birth'])
  })
  test.each([
    ['name', 'Nguy?n Văn An', 'field.name.lost'],
    ['name', '<<<>>>', 'field.name.sign'],
    ['name', 'An '.repeat(50), 'field.long'],
    ['birth', '2026-11-24', 'field.date.future'],
    ['birth', '1790-01-01', 'field.date.old'],
    ['address', 'Ấp '.repeat(150), 'field.long'],
  ])('is held to the rules of every form: %s %s is %s', (part, value, code) => {
    const read = readTypedCitizen({ ...blankCitizen, name: 'Đức', [part]: value }, today)
    expect(read.ok ? [] : read.faults.map(fault => [fault.field, fault.code])).toEqual([[part, code]])
  })
  test('may show an old number of nine digits', () =>
    expect(got(readTypedCitizen({ ...blankCitizen, name: 'Đức', number: '341234567' }, today)).number).toBe('341234567'))
})

describe('the set-up of a counter', () => {
  const typed: TypedSetUp = {
    ...blankSetUp,
    'office.name': 'Một cửa phường An Bình',
    'office.authority': 'UBND PHƯỜNG AN BÌNH',
    'office.commune': 'phường An Bình',
    'office.province': 'tỉnh Đồng Tháp',
    'office.id': 'anbinh',
    agency: '000.00.20.H20',
    'counter.number': '3',
  }
  const an = { name: 'Nguyễn Thị An', role: 'reception' as const, pin: '2468' }

  test('is read whole, and an empty device is none', () => {
    const { settings, officials } = got(readSetUp(typed, [an, { name: '', role: 'postal', pin: '' }]))
    expect(settings.counter).toEqual({ id: 'ANBINH.Q3', name: 'Quầy 1', number: 3 })
    expect(settings.printer).toBeNull()
    expect(settings.pagePrinter).toBe('system:')
    expect(officials).toEqual([an])
  })
  test('names every field that is missing or cannot be, once', () => {
    const fields = faultFields(readSetUp({ ...typed, 'office.name': '', agency: 'H2', 'counter.number': '0', cityUrl: 'city' }, [an]))
    expect(fields).toEqual(['office.name', 'agency', 'counter.number', 'cityUrl'])
  })
  test('wants at least one person, and a PIN of four to eight digits for each', () => {
    expect(faultFields(readSetUp(typed, []))).toEqual(['officials.0.name'])
    expect(faultFields(readSetUp(typed, [an, { ...an, pin: '12' }]))).toEqual(['officials.1.pin'])
  })
})
