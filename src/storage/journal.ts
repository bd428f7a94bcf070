import type { CounterId } from '#domain/kernel/id.ts'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type Digest, Entry, type Head, genesis } from '#domain/journal/line.ts'

const HeadRow = z.object({ position: z.int(), hash: z.string() })

/** Reads and appends the chain. Only `store.commit` appends. */
export function openJournal(db: Database, counter: CounterId, digest: Digest) {
  const last = db.prepare('select position, hash from journal order by position desc limit 1')
  const after = db.prepare('select * from journal where position > ? order by position limit ?')
  const one = db.prepare('select * from journal where position = ?')
  const insert = db.prepare(`
    insert into journal values (@position, @kind, @version, @subject, @at, @actor, @digest, @previous, @hash, @salt, @body)`)

  const toEntry = (row: unknown): Entry => Entry.parse({ counter, ...z.record(z.string(), z.unknown()).parse(row) })

  return {
    head: (): Head => {
      const row = last.get()
      return row === undefined ? genesis(counter, digest) : HeadRow.parse(row)
    },
    /** Entries after `position`, in order, at most `limit`. */
    read: (position: number, limit: number): readonly Entry[] => after.all(position, limit).map(toEntry),
    at: (position: number): Entry | null => {
      const row = one.get(position)
      return row === undefined ? null : toEntry(row)
    },
    append: ({ position, kind, version, subject, at, actor, digest: digested, previous, hash, salt, body }: Entry): void => {
      insert.run({ position, kind, version, subject, at, actor, digest: digested, previous, hash, salt, body })
    },
  }
}
