import { z } from 'zod'
import { DossierCode } from '../dossier/code.ts'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { tidy } from '../kernel/text.ts'

/** The number of a parcel: service (two letters), serial (eight digits), check digit, country (two letters); UPU S10, `RN123456785VN`. */
export const TrackingNumber = z
  .string()
  .regex(/^[A-Z]{2}\d{9}[A-Z]{2}$/)
  .brand('TrackingNumber')
export type TrackingNumber = z.output<typeof TrackingNumber>

/**
 * `wrong`: the check digit does not hold. Contract numbers of the Post do that, and so does a misread one: somebody compares.
 * `none`: S10 reserves these service letters, so no check digit is promised, and the same is asked.
 */
export type Tracking = { readonly number: TrackingNumber; readonly check: 'right' | 'wrong' | 'none' }

/**
 * Reads a scanned or typed number; gaps, dots and dashes may stand anywhere, letters may be small. Refused at `parcel`: what
 * has another form, and a foreign number whose check digit, service letters or country cannot be.
 */
export function readTracking(text: string): Result<Tracking> {
  const signs = tidy(text).replace(SCANNER, '').replace(GAPS, '')
  if (signs === '') return refuse(inputFault('parcel.number.missing', 'parcel'))
  if (/[^A-Za-z0-9]/.test(signs)) return refuse(inputFault('parcel.number.letters', 'parcel'))
  if (signs.length !== LENGTH) return refuse(inputFault('parcel.number.length', 'parcel', { length: signs.length }))
  const number = signs.toUpperCase()
  if (!/^[A-Z]{2}.{9}[A-Z]{2}$/.test(number)) return refuse(inputFault('parcel.number.letters', 'parcel'))
  const read = TrackingNumber.safeParse(number)
  return read.success ? checked(read.data) : refuse(inputFault('parcel.number.digits', 'parcel'))
}

/** The ninth digit of a serial of eight (UPU S10): weights 8 6 4 2 3 5 9 7, eleven less the sum's rest; 10 becomes 0, and 11 becomes 5. */
export function checkDigit(serial: string): string {
  const sum = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(serial[at]), 0)
  const digit = 11 - (sum % 11)
  if (digit === 10) return '0'
  return digit === 11 ? '5' : String(digit)
}

/** What a sender slip says: a parcel, a dossier of ours, or both. */
export type SenderSlip =
  | { readonly parcel: Tracking; readonly dossier: DossierCode | null }
  | { readonly parcel: null; readonly dossier: DossierCode }

/**
 * Reads the barcode or QR of a sender slip (phiếu gửi, QĐ 45/2016/QĐ-TTg): a tracking number alone, in an address of the web,
 * or beside a dossier code of ours, with separators between. Two different ones are never chosen between. Refused at `parcel`.
 */
export function readSenderSlip(text: string): Result<SenderSlip> {
  if (text.length > LONGEST) return refuse(inputFault('parcel.slip.unknown', 'parcel'))
  const pieces = piecesOf(tidyLines(text))
  const words = pieces.flatMap(piece => piece.split(' '))
  const dossiers = [...new Set(words.flatMap(word => DossierCode.safeParse(word.toUpperCase()).data ?? []))]
  const numbers = [...new Set([...pieces.map(withoutGaps), ...words].map(word => word.toUpperCase()).filter(hasForm))]
  if (numbers.length > 1) return refuse(inputFault('parcel.number.two', 'parcel'))
  if (dossiers.length > 1) return refuse(inputFault('parcel.dossier.two', 'parcel'))
  const [[number], [dossier = null]] = [numbers, dossiers]
  if (number === undefined) return dossier === null ? unread(pieces) : ok({ parcel: null, dossier })
  const read = readTracking(number)
  return read.ok ? ok({ parcel: read.value, dossier }) : read
}

const LENGTH = 13
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]
/** Signs of the largest QR code (ISO/IEC 18004, version 40, letters and digits). */
const LONGEST = 4296
/** A scanner may say first which kind of code it saw (AIM: `]C0` for Code 128, `]Q1` for QR). */
const SCANNER = /^\][A-Za-z]\d/
const GAPS = /[\s._\p{Pd}]/gu
/** As S10 has it printed under the barcode; only this grouping is taken out of other words. */
const PRINTED = /(?<![A-Z\d])[A-Z]{2}[ .-]\d{3}[ .-]\d{3}[ .-]\d{3}[ .-][A-Z]{2}(?![A-Z\d])/gi
const SEPARATORS = /[|;,/?&=#:"'()[\]{}<>]+/
/** Service letters that are reserved begin so (UPU S10). */
const RESERVED = /^[JKSTW]/

function checked(number: TrackingNumber): Result<Tracking> {
  const holds = checkDigit(number.slice(2, 10)) === number[10]
  const reserved = RESERVED.test(number)
  if (number.endsWith('VN')) {
    if (reserved) return ok({ number, check: 'none' })
    return ok({ number, check: holds ? 'right' : 'wrong' })
  }
  if (!isCountry(number.slice(11))) return refuse(inputFault('parcel.number.country', 'parcel', { country: number.slice(11) }))
  if (reserved) return refuse(inputFault('parcel.number.letters', 'parcel'))
  return holds ? ok({ number, check: 'right' }) : refuse(inputFault('parcel.number.check', 'parcel'))
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string): boolean => regions.of(code) !== undefined

const withoutGaps = (piece: string): string => piece.replace(GAPS, '')
const hasForm = (word: string): boolean => TrackingNumber.safeParse(word).success

/** One line each, so that separate lines stay apart. */
const tidyLines = (text: string): string =>
  text
    .replace(SCANNER, '')
    .split(/[\r\n\t]+/)
    .map(line => tidy(line).replace(PRINTED, withoutGaps))
    .join('|')

const piecesOf = (text: string): readonly string[] =>
  decoded(text)
    .split(SEPARATORS)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')

/** An address of the web writes its separators as `%7C`. What is no such writing stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** One piece was meant to be a number, so its own fault is named; of several nobody knows which. */
function unread(pieces: readonly string[]): Result<never> {
  const read = readTracking(pieces.join(' '))
  return pieces.length > 1 || read.ok ? refuse(inputFault('parcel.slip.unknown', 'parcel')) : read
}
