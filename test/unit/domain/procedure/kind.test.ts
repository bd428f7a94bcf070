import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { checkAnswers, warnAnswers } from '#domain/procedure/check.ts'
import { keptTime } from '#domain/procedure/clock-time.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { aProcedure } from '#kit/sitting.ts'

const TODAY = Day.parse('2026-11-23')
const form = [
  { id: 'year', kind: 'year', label: 'Năm sinh', past: true },
  { id: 'day', kind: 'date', label: 'Ngày sinh', past: true },
  { id: 'time', kind: 'time', label: 'Lúc' },
  { id: 'name', kind: 'name', label: 'Họ tên' },
]
const procedure = Procedure.parse({ ...aProcedure(), papers: [], form })
const said = (field: string, value: string): Answers => ({ [field]: { value, origin: { from: 'typed' } } })
const wrong = (field: string, value: string) => checkAnswers(procedure, said(field, value), TODAY).map(({ code }) => code)
const warned = (field: string, value: string) => warnAnswers(procedure, said(field, value), TODAY).map(({ code }) => code)

describe('a year of birth', () => {
  test.each(['1990', '15/01/1990', '1/1/1990', '1990-01-15', '1880', '2026', '29/02/2024'])('%s can be', value => {
    expect(wrong('year', value)).toEqual([])
  })

  test.each(['31/02/1990', 'abc', '90', '5/2030', '1-12-2027', '01.12.2027', '29/02/2025', 'không rõ', '199', '19900'])(
    '%s is no year and no day',
    value => expect(wrong('year', value)).toEqual(['field.year.impossible']),
  )

  test.each(['2027', '24/11/2026', '2026-11-24'])('%s lies after today', value => {
    expect(wrong('year', value)).toEqual(['field.date.future'])
  })

  test.each(['1879', '31/12/1879', '0990-11-01', '1000'])('%s is too long ago', value => {
    expect(wrong('year', value)).toContain('field.date.old')
  })
})

test.each([
  ['0990-11-01', 'field.date.old'],
  ['1879-12-31', 'field.date.old'],
  ['2026-11-24', 'field.date.future'],
  ['2026-02-30', 'field.date.impossible'],
])('the day %s is refused: %s', (value, code) => expect(wrong('day', value)).toEqual([code]))

describe('a time of day', () => {
  test.each([
    ['14:05', '14:05'],
    ['14 giờ 05 phút', '14:05'],
    ['14 giờ 5 phút', '14:05'],
    ['14h05', '14:05'],
    ['9h', '09:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(wrong('time', typed)).toEqual([])
    expect(keptTime(typed)).toBe(kept)
  })

  test.each(['25 giờ 70 phút', '24:00', '14:60', '14', 'sáng sớm', '14:05:30'])('%s is none, and stays as it was typed', typed => {
    expect(wrong('time', typed)).toEqual(['field.time.impossible'])
    expect(keptTime(typed)).toBe(typed)
  })
})

describe('a name', () => {
  test.each([
    "K'Brếu",
    "H'Hen Niê",
    'Y Thành',
    'Ô',
    'Ksor Phước',
    "Nay H'Nan",
    'Rơ Châm Y',
    'Ngô Á',
    'Đỗ Ưu',
    'Müller François',
    'Võ Thị Ngọc-Anh',
  ])('%s passes without a word', name => expect([wrong('name', name), warned('name', name)]).toEqual([[], []]))

  test.each([
    ['<<<>>>', 'field.name.sign'],
    ['@@@', 'field.name.sign'],
    ['   ', 'field.name.sign'],
    ['Nguyễn (Tèo)', 'field.name.sign'],
    ['...', 'field.name.sign'],
    ['Nguyễn Thị H?ng', 'field.name.lost'],
    ['Nguyễn Thị H\uFFFDng', 'field.name.lost'],
    ['Nguyễn Thị 2', 'field.name.digit'],
  ])('%s is refused: %s', (name, code) => expect(wrong('name', name)).toEqual([code]))

  test.each(['Nguyn Th Hng', 'Trn Văn Đức', 'Nguyễn Th Lan', 'Nguyn Lan', 'L Văn Bình', 'TrâÌn Văn Đức'])(
    '%s seems to lack a letter: it is looked at once more and blocks nothing',
    name => expect([wrong('name', name), warned('name', name)]).toEqual([[], ['field.name.thin']]),
  )
})
