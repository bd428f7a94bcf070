import type { CallView, Hall } from '#contract/queue.ts'
import { Instant } from '#domain/kernel/time.ts'

/** A call with the moment of this window's own clock at which it was made: the host's clock may be an hour off. */
export type Heard = Omit<CallView, 'at'> & { readonly heard: Instant }

/** When each call was made that this window has seen, the oldest first. */
export type Memory = ReadonlyMap<string, Instant>

/** Whoever was called longer ago has read it on the wall, or has gone. */
const STALE_MS = 30_000
/** More than a clock that is being set right; then nothing can be said of a call's age. */
const AHEAD_MS = 5_000
const REMEMBERED = 200

/**
 * The calls of a view, the newest first, and those that are to be said aloud, the oldest first: each once, a recall again,
 * and none that was made more than half a minute ago.
 */
export function hearCalls(memory: Memory, { calls, now: said }: Pick<Hall, 'calls' | 'now'>, now: Instant) {
  const heard = calls.map(({ at, ...call }): Heard => ({ ...call, heard: memory.get(call.id) ?? momentOf(at, said, now) }))
  const fresh = heard.filter(({ id, heard: at }) => !memory.has(id) && now - at <= STALE_MS).toReversed()
  const learned = heard.filter(({ id }) => !memory.has(id)).map(({ id, heard: at }) => [id, at] as const)
  return { calls: heard, fresh, memory: new Map([...memory, ...learned.toReversed()].slice(-REMEMBERED)) }
}

function momentOf(at: Instant, said: Instant, now: Instant): Instant {
  const age = said - at < -AHEAD_MS ? Infinity : Math.max(0, said - at)
  return Instant.parse(Math.max(0, Math.min(now, now - Math.min(age, now))))
}
