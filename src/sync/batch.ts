import { writeEntry } from '#domain/journal/chain.ts'
import type { Entry } from '#domain/journal/line.ts'

export type Batch = { readonly text: string; readonly count: number; readonly last: Entry }

/** The first of `entries` that fit into `bytes`, as NDJSON; always at least one. `null` where there is none. */
export function takeBatch(entries: readonly Entry[], bytes: number): Batch | null {
  const lines: string[] = []
  let size = 0
  for (const entry of entries) {
    const line = `${writeEntry(entry)}\n`
    size += Buffer.byteLength(line)
    if (lines.length > 0 && size > bytes) break
    lines.push(line)
  }
  const last = entries[lines.length - 1]
  return last === undefined ? null : { text: lines.join(''), count: lines.length, last }
}
