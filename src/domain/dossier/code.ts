import { z } from 'zod'
import { Day } from '../kernel/time.ts'
import { type Result, failureFault, ok, refuse } from '../kernel/result.ts'

/** Both patterns in use: TT 01/2018/TT-VPCP Điều 19, and identifiers of QĐ 20/2020/QĐ-TTg Điều 4. */
const OLD = /^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}-(\d{2})(\d{2})(\d{2})-\d{4,6}$/
const NEW = /^[A-Y]\d{2}(?:\.[0-9A-Z]{2,3}){0,3}-(\d{2})(\d{2})(\d{2})-\d{4,6}$/

/** A dossier code: `agency-YYMMDD-sequence`, with a date that exists. */
export const DossierCode = z
  .string()
  .refine(text => {
    const [, year, month, day] = OLD.exec(text) ?? NEW.exec(text) ?? []
    return year !== undefined && Day.safeParse(`20${year}-${month}-${day}`).success
  })
  .brand('DossierCode')
export type DossierCode = z.output<typeof DossierCode>

/** The numbers of one day that this counter alone may give: `first` to `last`. */
export type NumberRange = { readonly first: number; readonly last: number }

/** Counter k owns k×1000+1 … k×1000+999 of each day's four digits, so no two counters can meet, with or without a network. */
export const fixedRange = (counterNumber: number): NumberRange => ({ first: counterNumber * 1000 + 1, last: counterNumber * 1000 + 999 })

/** What was given last by this counter: on which day, and the greatest number of that day. */
export type LastNumber = { readonly day: Day; readonly number: number }

/**
 * The next number of `day`. Refused when the clock stands before the day that was numbered last, and when the day's
 * range is used up.
 */
export function nextNumber(day: Day, last: LastNumber | null, range: NumberRange): Result<number> {
  if (last !== null && day < last.day) return refuse(failureFault('number.clock.back', { last: last.day }))
  const next = last !== null && last.day === day ? last.number + 1 : range.first
  return next > range.last ? refuse(failureFault('number.used.up', { last: range.last })) : ok(next)
}

export const dossierCode = (agency: string, day: Day, number: number): DossierCode =>
  DossierCode.parse(`${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`)

/** The day a code was given: what the Post brought may have been received before. */
export function dayOfCode(code: DossierCode): Day {
  const [, year, month, day] = OLD.exec(code) ?? NEW.exec(code) ?? []
  return Day.parse(`20${year}-${month}-${day}`)
}

/** What a slip's QR says: the code alone on the first one, `CODE/2` on the slip that took its place. */
export const slipText = (code: DossierCode, slip: number): string => (slip === 1 ? code : `${code}/${slip}`)

/** Reads the QR of a slip: whose it is, and which of its slips. `null` where it is none. */
export function readSlip(text: string): { readonly code: DossierCode; readonly slip: number } | null {
  const [, code, slip = '1'] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(text.trim().toUpperCase()) ?? []
  const read = DossierCode.safeParse(code)
  return read.success ? { code: read.data, slip: Number(slip) } : null
}
