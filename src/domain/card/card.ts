import type { Result } from '../kernel/result.ts'
import type { Day } from '../kernel/time.ts'
import { mrzLines, readMrz } from './mrz.ts'
import { readQr } from './qr.ts'
import type { ReadCard } from './shape.ts'

// The shapes live below their readers, so that no two files import each other.
export { Card, ReadCard } from './shape.ts'

/**
 * What a scanned text says: the QR code of a citizen card (2021 or 2024), or the three MRZ lines of its back.
 * Refused with one fault for every field that is wrong, or with the name of the document it is instead. Any text at all may come in.
 * Neither the QR code nor the MRZ is signed: what is read saves typing, the official still compares it with the card.
 */
export function readCard(text: string, today: Day): Result<ReadCard> {
  const lines = mrzLines(text)
  return lines === null ? readQr(text, today) : readMrz(lines, text, today)
}
