import type { FaultCode } from '#domain/kernel/fault.ts'
import type { CounterId, Randomness } from '#domain/kernel/id.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { backOff } from './back-off.ts'
import { type Learned, type Portion, type SyncedJournal, WHOLE, openCityTalk } from './city.ts'
import { openLine } from './exchange.ts'
import { type SyncState, stateAfter } from './state.ts'

export type SyncParts = {
  readonly url: string
  readonly counter: CounterId
  readonly journal: SyncedJournal
  /** Up to which position the city has acknowledged: only a saving of time, the city is asked anyway. */
  readonly cursor: { get(): number; set(position: number): void }
  readonly clock: { now(): Instant; sleep(ms: number, signal?: AbortSignal): Promise<void> }
  readonly randomness: Randomness
  /** Hears every change, never while `openSync` still runs. */
  readonly onState: (state: SyncState) => void
  /** How long one exchange may take as a whole. */
  readonly deadlineMs?: number
}

export type Sync = {
  state(): SyncState
  /** Something was committed. */
  wake(): void
  /** Sends now what is pending, whatever the pump was waiting for. Refused with why the city did not take all of it. */
  pushNow(): Promise<Result<{ readonly pushed: number; readonly pending: number }>>
  /** Ends an exchange that is under way; what it sent will be asked for, or sent again. */
  close(): Promise<void>
}

const DEADLINE_MS = 60_000
/** With nothing to send, the city is still asked: is it there, does it still have all. */
const IDLE_MS = 60_000

/**
 * The pump to the city: sends entries past its cursor, in order, for as long as it takes. The city names its position
 * first, so nothing it knows is sent, and one restored from an older backup gets what it lost. It starts by itself.
 */
export function openSync({ url, counter, journal, cursor, clock, randomness, onState, deadlineMs = DEADLINE_MS }: SyncParts): Sync {
  const closing = new AbortController()
  const line = openLine(url, deadlineMs, closing.signal)
  const city = openCityTalk(line, counter, journal)
  let at = cursor.get()
  const pending = (): number => Math.max(0, journal.head().position - at)
  let state: SyncState = { reached: null, pending: pending(), since: null, fault: null }
  let draining: Promise<FaultCode | null> | null = null
  let portion = WHOLE
  let pushed = 0
  let nap = new AbortController()
  let idle = false

  const say = (next: SyncState): void => {
    const same = JSON.stringify(next) === JSON.stringify(state)
    state = next
    if (!same && !closing.signal.aborted) onState(state)
  }

  const reach = (position: number, sent: boolean): void => {
    if (sent) pushed += Math.max(0, position - at)
    if (position !== at) keep(cursor, position)
    at = position
    say(stateAfter(state, pending(), null, clock.now()))
  }

  /** Until nothing is pending, or the first fault. Asks first; asks again once where the city says that something is missing. */
  const drain = async (): Promise<FaultCode | null> => {
    let asked = 0
    for (let ask = true; ask || pending() > 0;) {
      asked += ask ? 1 : 0
      const learned: Learned = await (ask ? city.ask() : city.push(at, portion))
      if (closing.signal.aborted) return 'city.unreachable'
      if (learned.kind === 'fault') return learned.code
      if (learned.kind === 'ask' && asked > 2) return 'city.strange'
      if (learned.kind === 'reached') {
        reach(learned.position, !ask)
        portion = ask ? portion : larger(portion)
      }
      ask = learned.kind === 'ask'
    }
    return null
  }

  const drained = (): Promise<FaultCode | null> => {
    draining ??= drain()
      .then(fault => {
        if (fault !== null) {
          portion = smaller(portion)
          say(stateAfter(state, pending(), fault, clock.now()))
        }
        return fault
      })
      .finally(() => (draining = null))
    return draining
  }

  const rest = async (ms: number): Promise<void> => {
    nap = new AbortController()
    await clock.sleep(ms, AbortSignal.any([nap.signal, closing.signal]))
  }

  const run = async (): Promise<void> => {
    for (let failures = 0; !closing.signal.aborted;) {
      const fault = await drained()
      failures = fault === null ? 0 : failures + 1
      if (fault === null && pending() > 0) continue
      idle = fault === null
      await rest(idle ? IDLE_MS : backOff(failures, randomness))
      idle = false
    }
  }
  const running = Promise.resolve().then(run)

  return {
    state: () => state,
    wake: () => {
      say({ ...state, pending: pending() })
      // While the pump waits after a failure, a commit does not hurry it: the line gets its rest.
      if (idle) nap.abort()
    },
    pushNow: async () => {
      const before = pushed
      const fault = await drained()
      if (fault !== null) return refuse(failureFault(fault, { pending: pending() }))
      nap.abort()
      return ok({ pushed: pushed - before, pending: pending() })
    },
    close: async () => {
      closing.abort()
      await running
      await draining
      line.close()
    },
  }
}

/** A disk that is full now must not stop the way to the city: after a restart the city is asked where it is. */
function keep(cursor: SyncParts['cursor'], position: number): void {
  try {
    cursor.set(position)
  } catch {
    // Nothing is lost by it.
  }
}

const smaller = ({ entries, bytes }: Portion): Portion => ({ entries: Math.max(1, entries >> 1), bytes: Math.max(1, bytes >> 1) })

const larger = ({ entries, bytes }: Portion): Portion => ({
  entries: Math.min(WHOLE.entries, entries * 2),
  bytes: Math.min(WHOLE.bytes, bytes * 2),
})
