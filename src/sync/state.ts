import type { FaultCode } from '#domain/kernel/fault.ts'
import type { Instant } from '#domain/kernel/time.ts'

/** What the status line says of the way to the city. */
export type SyncState = {
  /** When the city last answered as the city. */
  readonly reached: Instant | null
  /** Entries that the city is not known to have. */
  readonly pending: number
  /** Since when it has not answered; `null` while it does. */
  readonly since: Instant | null
  readonly fault: FaultCode | null
}

/** These say that the city itself was not heard; any other fault is its own word. */
const unheard: ReadonlySet<FaultCode> = new Set(['city.unreachable', 'city.strange'])

/** The state after an exchange at `now` that ended with `fault`, or well (`null`). */
export const stateAfter = (state: SyncState, pending: number, fault: FaultCode | null, now: Instant): SyncState =>
  fault !== null && unheard.has(fault)
    ? { reached: state.reached, pending, since: state.since ?? now, fault }
    : { reached: now, pending, since: null, fault }
