import { Day, type Instant, addDays, instantAt, readIsoTime } from '../kernel/time.ts'
import { tidy } from '../kernel/text.ts'

const DATE = String.raw`(?<date>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>20\d\d)`
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?: ?(?<half>SA|CH|AM|PM))?`
const SPOKEN = [new RegExp(`^${DATE}(?:[ ,]+${TIME})?$`), new RegExp(`^${TIME}[ ,]+${DATE}$`)]
const ISO = /^20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/
/** Days since 30/12/1899, as spreadsheets count, from 2000 to 2099. */
const SERIAL = /^\d{5}(?:\.\d+)?$/
const SERIAL_ZERO = Day.parse('1899-12-30')
const [SERIAL_FIRST, SERIAL_END] = [36_526, 73_051]

/**
 * The moment in a cell: day/month/year with or without a time (of 24 hours, or with SA, CH), ISO 8601, or a spreadsheet's
 * count of days. Without a zone it means Việt Nam; a day alone means its beginning. `null` where it is none of 2000 to 2099.
 */
export function readTimeCell(text: string): Instant | null {
  const told = tidy(text).toUpperCase()
  if (ISO.test(told)) return readIsoTime(told.replace(' ', 'T'))
  if (SERIAL.test(told)) return fromSerial(Number(told))
  const groups = SPOKEN.map(pattern => pattern.exec(told)?.groups).find(found => found !== undefined)
  if (groups === undefined) return null
  const { year = '', month = '', date = '', hour = '0', minute = '0', second = '0', half } = groups
  const day = Day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  const hours = hourOf(Number(hour), half)
  return day.success && hours !== null ? instantAt(day.data, hours * 60 + Number(minute) + Number(second) / 60) : null
}

/** Of 24 hours, or of twelve: SA is before noon, CH after it. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'CH' || half === 'PM' ? 12 : 0)
}

function fromSerial(days: number): Instant | null {
  if (days < SERIAL_FIRST || days >= SERIAL_END) return null
  const whole = Math.floor(days)
  return instantAt(addDays(SERIAL_ZERO, whole), Math.round((days - whole) * 86_400) / 60)
}

const CURRENCY = /\s*(?:₫|đ|d|vnđ|vnd|đồng|dong)\.?$/i
const PLAIN = /^\d{1,12}(?:[.,]0{1,2})?$/
const GROUPED = /^\d{1,3}(?:(?:\.\d{3}){1,3}(?:,0{1,2})?|(?:,\d{3}){1,3}(?:\.0{1,2})?|(?: \d{3}){1,3}(?:[.,]0{1,2})?)$/

/** Whole dong in a cell: `16000`, `16.000`, `16,000 đ`, `16.000,00`. `null` where it is no such amount. */
export function readMoneyCell(text: string): number | null {
  const figures = tidy(text).replace(CURRENCY, '')
  if (!PLAIN.test(figures) && !GROUPED.test(figures)) return null
  return Number(figures.replace(/[.,]0{1,2}$/, '').replace(/[., ]/g, ''))
}
