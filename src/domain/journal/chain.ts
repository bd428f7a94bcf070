import type { CounterId } from '../kernel/id.ts'
import { type Digest, Entry, type Head, type Line, bodyDigest, genesis, lineHash } from './line.ts'

/** What is about to be written: an entry that has no place in the chain yet. `body` is its exact JSON text. */
export type Unchained = Pick<Line, 'kind' | 'version' | 'subject' | 'at' | 'actor'> & { readonly salt: string; readonly body: string }

/** Chains one entry after `head`. */
export function chain(head: Head, counter: CounterId, entry: Unchained, digest: Digest): Entry {
  const { body, salt, ...what } = entry
  const line: Line = { ...what, counter, position: head.position + 1, digest: bodyDigest(salt, body, digest), previous: head.hash }
  return { ...line, hash: lineHash(line, digest), salt, body }
}

/** Why an entry does not belong where it stands. */
export type Break = 'counter' | 'position' | 'previous' | 'hash' | 'body'

/** Whether `entry` follows `head` in the chain of `counter`: `null` when it does, else what is wrong. */
export function breakOf(head: Head, counter: CounterId, entry: Entry, digest: Digest): Break | null {
  if (entry.counter !== counter) return 'counter'
  if (entry.position !== head.position + 1) return 'position'
  if (entry.previous !== head.hash) return 'previous'
  if (entry.hash !== lineHash(entry, digest)) return 'hash'
  if (entry.body !== null && entry.digest !== bodyDigest(entry.salt, entry.body, digest)) return 'body'
  return null
}

export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly at: number; readonly why: Break | 'unreadable' | 'form' }

/** Walks an exported journal (`writeEntry` texts, one a line) from its first line. Any changed byte is found. */
export function verifyExport(lines: Iterable<string>, digest: Digest): Verdict {
  let head: Head | null = null
  let counter: CounterId | null = null
  for (const text of lines) {
    const at = (head?.position ?? 0) + 1
    const entry = readEntry(text)
    if (entry === null) return { ok: false, at, why: 'unreadable' }
    counter ??= entry.counter
    head ??= genesis(counter, digest)
    const why = breakOf(head, counter, entry, digest)
    if (why !== null) return { ok: false, at, why }
    // The same entry written another way (a space, an escape) is a changed byte too.
    if (writeEntry(entry) !== text) return { ok: false, at, why: 'form' }
    head = entry
  }
  return { ok: true, entries: head?.position ?? 0, head: head?.hash ?? '' }
}

/** One entry as one line of NDJSON: what is exported, and what travels to the city. */
export const writeEntry = (entry: Entry): string =>
  JSON.stringify({
    counter: entry.counter,
    position: entry.position,
    kind: entry.kind,
    version: entry.version,
    subject: entry.subject,
    at: entry.at,
    actor: entry.actor,
    digest: entry.digest,
    previous: entry.previous,
    hash: entry.hash,
    salt: entry.salt,
    body: entry.body,
  } satisfies Entry)

/** Reads one line of NDJSON; `null` where it is not an entry. */
export function readEntry(text: string): Entry | null {
  const parsed = Entry.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
