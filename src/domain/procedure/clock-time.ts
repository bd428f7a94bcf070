/** A time of day as it is said and written: `14:05`, `14h05`, `14 giờ 05 phút`, `14 giờ`. */
export const TIME_PATTERN = '([01]?\\d|2[0-3]) *(: *([0-5]?\\d)|(?:h|giờ)( *([0-5]?\\d) *(?:phút|p)?)?)'

const TIME = new RegExp(`^${TIME_PATTERN}$`, 'u')

export type ClockTime = { readonly hour: number; readonly minute: number }

/** `null` where it is no time of a day. */
export function readTime(text: string): ClockTime | null {
  const [, hour, , colon, , spoken] = TIME.exec(text.trim()) ?? []
  return hour === undefined ? null : { hour: Number(hour), minute: Number(colon ?? spoken ?? 0) }
}

/** The time as the form keeps it, `14:05`; what is none stays as it was typed. */
export function keptTime(typed: string): string {
  const time = readTime(typed)
  return time === null ? typed : [time.hour, time.minute].map(part => String(part).padStart(2, '0')).join(':')
}
