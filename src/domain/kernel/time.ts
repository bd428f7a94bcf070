import { z } from 'zod'

/** A moment, UTC milliseconds since 1970. */
export const Instant = z.int().nonnegative().brand('Instant')
export type Instant = z.output<typeof Instant>

/** A calendar day of Việt Nam (always +07:00), `YYYY-MM-DD`, a date that exists. */
export const Day = z.iso.date().brand('Day')
export type Day = z.output<typeof Day>

/** Việt Nam keeps one zone without summer time; all days and hours are counted in it. */
const ZONE_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

export type WallTime = { readonly day: Day; readonly minutes: number }

export const dayOf = (at: Instant): Day => computedDay(new Date(at + ZONE_MS).toISOString().slice(0, 10))

/** The day and the minutes since midnight, fractions included, of a moment in Việt Nam. */
export const wallTime = (at: Instant): WallTime => ({ day: dayOf(at), minutes: ((at + ZONE_MS) % DAY_MS) / 60_000 })

export const instantAt = (day: Day, minutes: number): Instant =>
  computedInstant(Date.parse(`${day}T00:00:00Z`) - ZONE_MS + Math.round(minutes * 60_000))

export const addDays = (day: Day, days: number): Day =>
  computedDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10))

/** What was computed from a good day or moment is one too: only foreign text is parsed. */
const computedDay = (text: string): Day => text as Day
const computedInstant = (at: number): Instant => at as Instant

export const atLeast = (at: Instant, least: Instant): Instant => (at < least ? least : at)
export const atMost = (at: Instant, most: Instant): Instant => (at > most ? most : at)

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** ISO 8601 with `+07:00`, to the second: what `kv` and the city read. */
export const isoTime = (at: Instant): string => `${new Date(at + ZONE_MS).toISOString().slice(0, 19)}+07:00`

/** Reads ISO 8601; without a zone it means Việt Nam. `null` where it is no time: 30 February is none, and no 2 March either. */
export function readIsoTime(text: string): Instant | null {
  if (!Day.safeParse(text.slice(0, 10)).success) return null
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.length === 10 ? `${text}T00:00:00` : text}+07:00`
  const at = Date.parse(zoned)
  return Number.isNaN(at) ? null : Instant.parse(at)
}
