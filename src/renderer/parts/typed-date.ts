import { Day } from '#domain/kernel/time.ts'

/**
 * What an official types into a date field, as the form keeps it: `YYYY-MM-DD` once it is a whole date that exists,
 * else exactly the text, so that nothing typed is lost and the check can name it. `20/1/1990`, `20.01.1990`,
 * `20-01-1990` and `20011990` are whole; a year is never guessed from two digits.
 */
export function keptDate(typed: string): string {
  const [, day, month, year] =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim()) ?? []
  if (day === undefined || month === undefined || year === undefined) return typed
  const iso = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return iso.success ? iso.data : typed
}

/** The same value as it stands in the field: `20/01/1990`, or the text as typed. */
export const shownDate = (kept: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(kept) ? kept.split('-').reverse().join('/') : kept)
