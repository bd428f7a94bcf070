import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Day, addDays } from '#domain/kernel/time.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { fill, fillGaps } from '#domain/procedure/fill.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { saidWithin } from '#domain/procedure/within.ts'
import { aProcedure } from '#kit/sitting.ts'

const BIRTH = Day.parse('2026-01-01')
// oxlint-disable-next-line unicorn/no-thenable -- the word of the catalogue's files
const source = { within: { field: 'child.birth', days: 60 }, then: 'yes', else: 'no' }
const on = (today: Day, birth: string = BIRTH): string | null => saidWithin(source, () => birth, today)

describe('in time for sixty days', () => {
  test.each([
    ['2026-01-01', 'yes'],
    ['2026-03-02', 'yes'],
    ['2026-03-03', 'no'],
  ])('born on 1 January, registered on %s: %s', (today, said) => expect(on(Day.parse(today))).toBe(said))

  test('nothing is said without a day, nor of a day to come', () => {
    expect(on(BIRTH, '')).toBeNull()
    expect(on(BIRTH, '2026-02-30')).toBeNull()
    expect(on(BIRTH, '2026-01-02')).toBeNull()
  })

  test('it says yes exactly as long as the limit lasts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), days => {
        expect(on(addDays(BIRTH, days))).toBe(days <= 60 ? 'yes' : 'no')
      }),
    )
  })
})

describe('a field that is computed', () => {
  const form = [
    { id: 'child.birth', kind: 'date', label: 'Ngày sinh', need: true },
    { id: 'inTime', kind: 'text', label: 'Đúng hạn', from: [source], need: true },
  ]
  const procedure = Procedure.parse({ ...aProcedure(), papers: [], form })
  const known = { card: null, earlier: [], office: { name: '', authority: '', commune: '', province: '' }, today: Day.parse('2026-03-02') }
  const typed = (value: string) => ({ value, origin: { from: 'typed' as const } })

  test('follows the day it is computed from, until the official says otherwise', () => {
    const first = fill(procedure, known, { 'child.birth': typed('2026-01-01') })
    expect(first['inTime']).toEqual({ value: 'yes', origin: { from: 'rule' } })
    const later = fillGaps(procedure, known, { ...first, 'child.birth': typed('2025-12-31') })
    expect(valueIn(later)('inTime')).toBe('no')
    expect(valueIn(fillGaps(procedure, known, { ...later, inTime: typed('yes') }))('inTime')).toBe('yes')
  })

  test('is refused where its day is no field of the form', () => {
    const [, inTime] = form
    expect(readProcedure({ ...procedure, form: [inTime] })).toMatchObject({
      faults: [{ field: 'form.inTime.from', data: { reason: 'child.birth' } }],
    })
  })
})
