import { Day } from '../kernel/time.ts'

/** From the first to the last day an answer may mean: a whole day, or all of a year. */
export type Span = { readonly first: Day; readonly last: Day }

/** The days an answer may mean: `1990-01-15`, `15/01/1990`, or a year where nobody knows more. `null` where it is none. */
export function spanOf(text: string): Span | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  const day = Day.safeParse(year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  if (day.success) return { first: day.data, last: day.data }
  if (!/^[12]\d{3}$/.test(text.trim())) return null
  return { first: Day.parse(`${text.trim()}-01-01`), last: Day.parse(`${text.trim()}-12-31`) }
}

/** No paper of a counter speaks of an earlier day: a year before it is a slip of the hand. */
export const EARLIEST = Day.parse('1880-01-01')

const LEAP = '(\\d{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)'
const NOT_EARLIER = '(?!0|1[0-7]|18[0-7])'

/** A day of the calendar from `EARLIEST` on, 29 February in leap years only, as a pattern: for who cannot count. */
export const DAY_PATTERN =
  `${NOT_EARLIER}(\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))` +
  `|${LEAP}-02-29)`

/** The same for what `spanOf` reads: a day in either order, or a year. */
export const SPAN_PATTERN =
  `(${DAY_PATTERN}|${NOT_EARLIER}[12]\\d{3}` +
  '|((0?[1-9]|[12]\\d|3[01])/(0?[13578]|1[02])|(0?[1-9]|[12]\\d|30)/(0?[469]|11)|(0?[1-9]|1\\d|2[0-8])/0?2)' +
  `/${NOT_EARLIER}\\d{4}|29/0?2/${NOT_EARLIER}${LEAP})`
