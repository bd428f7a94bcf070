import { z } from 'zod'
import type { Day } from './time.ts'

/** How numbers are said: `linh`, `nghìn` in the north, `lẻ`, `ngàn` in the south. Papers are written the northern way. */
export const Wording = z.enum(['north', 'south'])
export type Wording = z.output<typeof Wording>

/**
 * A whole number in Vietnamese words, lower case: `hai nghìn không trăm hai mươi sáu`. What has no words (a fraction, a
 * number past what JavaScript counts exactly) stays in digits.
 */
export function spellNumber(n: number, wording: Wording): string {
  if (!Number.isSafeInteger(n)) return String(n)
  if (n < 0) return `âm ${spellNumber(-n, wording)}`
  return n === 0 ? digit(0) : spellWhole(n, WORDS[wording])
}

/**
 * Figures as they stand on a ticket, every one of them heard: `012` is `không mười hai`, `007` is `không không bảy`. The rest is
 * said as a number, which is how people repeat it to themselves; without its zeros it would be another ticket's number.
 */
export function spellFigures(figures: string, wording: Wording): string {
  const [, zeros = '', rest = ''] = /^(0*)(\d*)$/.exec(figures) ?? ['', '', figures]
  return [...Array.from(zeros, () => digit(0)), ...(rest === '' ? [] : [spellNumber(Number(rest), wording)])].join(' ')
}

/** Whole dong in words, as on a receipt: `mười sáu nghìn đồng`. */
export const spellMoney = (dong: number, wording: Wording = 'north'): string => `${spellNumber(dong, wording)} đồng`

/** A day as civil-status papers write it in words, lower case. The fourth month is `tháng tư`. */
export function spellDate(day: Day, wording: Wording = 'north'): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const monthName = month === 4 ? 'tư' : spellNumber(month, wording)
  return `ngày ${spellNumber(date, wording)}, tháng ${monthName}, năm ${spellNumber(year, wording)}`
}

const WORDS = { north: { zeroTens: 'linh', thousand: 'nghìn' }, south: { zeroTens: 'lẻ', thousand: 'ngàn' } } as const
type Words = (typeof WORDS)[Wording]

/** From the highest group of three digits down. Past `tỷ` the groups begin anew: 10¹² is `một nghìn tỷ`. */
function spellWhole(n: number, words: Words): string {
  const billions = Math.floor(n / 1e9)
  const scales = ['triệu', words.thousand, '']
  const groups = scales.map((scale, index) => ({ scale, value: Math.floor(n / 1000 ** (2 - index)) % 1000, top: n < 1000 ** (3 - index) }))
  const spoken = groups.filter(({ value }) => value > 0).map(({ scale, value, top }) => `${spellGroup(value, !top, words)} ${scale}`.trim())
  return [...(billions > 0 ? [`${spellWhole(billions, words)} tỷ`] : []), ...spoken].join(' ')
}

/** Three digits. `whole`: a higher group stands before, so the hundreds are said even where there are none. */
function spellGroup(value: number, whole: boolean, words: Words): string {
  const hundreds = Math.floor(value / 100)
  const said = whole || hundreds > 0 ? [`${digit(hundreds)} trăm`] : []
  return [...said, ...spellTens(value % 100, said.length > 0, words)].join(' ')
}

function spellTens(value: number, after: boolean, words: Words): readonly string[] {
  const [tens, unit] = [Math.floor(value / 10), value % 10]
  if (value === 0) return []
  if (tens === 0) return after ? [words.zeroTens, digit(unit)] : [digit(unit)]
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  return unit === 0 ? [head] : [head, spellUnit(unit, tens)]
}

/** One, four and five sound otherwise after tens: `hai mươi mốt`, `hai mươi tư`, `mười lăm`. */
function spellUnit(unit: number, tens: number): string {
  if (unit === 5) return 'lăm'
  if (tens > 1 && unit === 1) return 'mốt'
  if (tens > 1 && unit === 4) return 'tư'
  return digit(unit)
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const digit = (n: number): string => DIGITS[n] ?? ''
