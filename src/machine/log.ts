import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Instant, isoTime } from '#domain/kernel/time.ts'

/** What a log line may hold: codes, ids, counts, milliseconds. There is no room for a name, a number or an address. */
export type LogFields = {
  readonly id?: string
  readonly code?: string
  readonly count?: number
  readonly ms?: number
  readonly position?: number
}
export type Log = (what: `${string}.${string}`, fields?: LogFields) => void

const MAX_BYTES = 5_000_000

/** Appends one JSON line per thing that happened. A full file becomes `.1`; a log that cannot be written never stops the desk. */
export function openLog(file: string, now: () => Instant): Log {
  mkdirSync(dirname(file), { recursive: true })
  return (what, fields = {}) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: isoTime(now()), what, ...fields })}\n`)
    } catch {
      // Nothing to tell it to.
    }
  }
}
