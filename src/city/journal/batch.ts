import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readEntry } from '#domain/journal/chain.ts'
import type { Entry } from '#domain/journal/line.ts'
import { type Verdict, deny, grant } from '../refusal.ts'

/** A request may carry this much, and hold this much once unpacked: a batch is far smaller, a single huge entry fits. */
export const WIRE_BYTES = 4_000_000
const PLAIN_BYTES = 16_000_000

const unpack = promisify(gunzip)

/** The entries of a request's body, in its order. Refused: a body that is too large, cut, or has a line that is no entry. */
export async function readBatch(body: Buffer, encoding: string | undefined): Promise<Verdict<readonly Entry[]>> {
  const plain = await unpacked(body, encoding)
  if (!plain.ok) return plain
  const entries: Entry[] = []
  for (const [index, line] of plain.value.toString('utf8').split('\n').entries()) {
    if (line === '') continue
    const entry = readEntry(line)
    if (entry === null || !isStorable(entry)) return deny('journal.unreadable', { position: index + 1 })
    entries.push(entry)
  }
  return grant(entries)
}

async function unpacked(body: Buffer, encoding = 'identity'): Promise<Verdict<Buffer>> {
  if (encoding === 'identity') return grant(body)
  if (encoding !== 'gzip') return deny('request.encoding', { field: 'content-encoding' })
  try {
    return grant(await unpack(body, { maxOutputLength: PLAIN_BYTES }))
  } catch (error) {
    const bomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return bomb ? deny('request.oversize') : deny('request.encoding', { field: 'body' })
  }
}

/** PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair: kept otherwise, the entry would no longer prove itself. */
const isStorable = ({ subject, actor, body }: Entry): boolean =>
  [subject, actor, body ?? ''].every(text => text.isWellFormed() && !text.includes('\0'))
