import type { Day } from '#domain/kernel/time.ts'
import { declarationWords } from '#words/declaration.ts'
import { put } from '#words/say.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'] as const

/**
 * A whole number in Vietnamese words, as administrative papers write it: `hai nghìn không trăm hai mươi sáu`.
 * From 0 to 999 999 999 999; anything else stays in digits.
 */
export function spell(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 1e12) return String(n)
  if (n === 0) return DIGITS[0]
  const groups = [0, 1, 2, 3].map(place => Math.floor(n / 1000 ** place) % 1000)
  const top = groups.findLastIndex(group => group > 0)
  return groups
    .map((group, place) => (group === 0 ? '' : `${spellGroup(group, place < top)}${SCALES[place] ?? ''}`))
    .filter(part => part !== '')
    .reverse()
    .join(' ')
}

/** Three digits. `whole` says the hundreds even where there are none: another group stands before. */
function spellGroup(group: number, whole: boolean): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const tail = spellTens(rest, whole || hundreds > 0)
  return hundreds === 0 && !whole ? tail : `${digit(hundreds)} trăm${tail === '' ? '' : ` ${tail}`}`
}

function spellTens(rest: number, after: boolean): string {
  const [tens, unit] = [Math.floor(rest / 10), rest % 10]
  if (rest === 0) return ''
  if (tens === 0) return `${after ? 'linh ' : ''}${digit(unit)}`
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  return unit === 0 ? head : `${head} ${spellUnit(unit, tens)}`
}

/** One, four and five change their sound after tens: `hai mươi mốt`, `hai mươi tư`, `mười lăm`. */
function spellUnit(unit: number, tens: number): string {
  if (unit === 5) return 'lăm'
  if (tens > 1 && unit === 1) return 'mốt'
  if (tens > 1 && unit === 4) return 'tư'
  return digit(unit)
}

const digit = (n: number): string => DIGITS[n] ?? ''

/** `Ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu`. The fourth month is `tháng tư`. */
export function spellDay(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return put(declarationWords.spelledDay, { day: spell(date), month: month === 4 ? 'tư' : spell(month), year: spell(year) })
}
