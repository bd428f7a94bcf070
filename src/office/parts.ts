import type { Tell } from '#contract/events.ts'
import type { Digest } from '#domain/journal/line.ts'
import type { Randomness } from '#domain/kernel/id.ts'
import type { Clock } from '#machine/clock.ts'
import type { Log } from '#machine/log.ts'

/** What the world gives an office: replaced by tests and demos. */
export type OfficeParts = {
  readonly clock: Clock
  readonly randomness: Randomness
  readonly digest: Digest
  readonly log: Log
  /** The folder of all that is not code. */
  readonly resources: string
  readonly tell: Tell
  /** Where an address of the local network is reached instead: tests put a cable there that can be cut. */
  readonly dialled?: (address: string) => string
  /** Opens another window of the app; a host without windows has none. */
  readonly openWindow?: (which: 'display' | 'kiosk') => boolean
  /** Encrypts the store, 64 hex digits; `null` leaves it in the clear. */
  readonly key?: string | null
}
