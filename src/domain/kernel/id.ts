import { z } from 'zod'
import type { Instant } from './time.ts'

/** A source of chance: fills and answers `length` random bytes. */
export type Randomness = (length: number) => Uint8Array

/** Names one machine of an office and the journal it writes: `DEMO-01.Q3`. */
export const CounterId = z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,39}$/)
export type CounterId = z.output<typeof CounterId>

export const DossierId = z.uuidv7().brand('DossierId')
export type DossierId = z.output<typeof DossierId>
export const HandoverId = z.uuidv7().brand('HandoverId')
export type HandoverId = z.output<typeof HandoverId>
export const OfficialId = z.uuidv7().brand('OfficialId')
export type OfficialId = z.output<typeof OfficialId>
export const JobId = z.uuidv7().brand('JobId')
export type JobId = z.output<typeof JobId>

/** A UUID version 7 (RFC 9562 §5.7): 48 bits of time, then chance. Sortable by birth, meaningless to people. */
export function uuidv7(at: Instant, randomness: Randomness): string {
  const time = at.toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = randomness(11)
  const version = (0x7000 | ((a << 4) & 0xff0) | (b >> 4)).toString(16)
  const variant = (0x80 | (b & 0x3f)).toString(16) + hex(c)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest.slice(0, 6).map(hex).join('')}`
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
