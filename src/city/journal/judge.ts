import type { CounterId } from '#domain/kernel/id.ts'
import { breakOf } from '#domain/journal/chain.ts'
import type { Digest, Entry, Head } from '#domain/journal/line.ts'
import { type Verdict, deny, grant } from '../refusal.ts'

/** What the city has of a journal: its head, and the hashes at the positions that were sent again. */
export type Known = { readonly head: Head; hashAt(position: number): string | undefined }

/**
 * Which of the entries that a counter sent are new. Known ones must be the same and are left out. Refused: a fork (another
 * entry stands there), a gap (something before is missing), an entry that does not follow its predecessor.
 */
export function judge(known: Known, counter: CounterId, entries: readonly Entry[], digest: Digest): Verdict<readonly Entry[]> {
  const fresh: Entry[] = []
  let head = known.head
  for (const entry of entries) {
    if (entry.counter !== counter) return deny('journal.broken', { position: entry.position, why: 'counter' })
    if (entry.position <= known.head.position) {
      if (known.hashAt(entry.position) !== entry.hash) return deny('journal.forked', { position: entry.position })
      continue
    }
    if (fresh.length === 0 && entry.position > head.position + 1) return deny('journal.gap', { position: head.position })
    const why = breakOf(head, counter, entry, digest)
    // The counter's own chain may be whole: then it grew from another entry than the one kept here.
    if (why === 'previous' && fresh.length === 0) return deny('journal.forked', { position: head.position })
    if (why !== null) return deny('journal.broken', { position: entry.position, why })
    fresh.push(entry)
    head = entry
  }
  return grant(fresh)
}
