import type { Database } from 'better-sqlite3'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Migration, migrations } from './migrations/index.ts'

/**
 * Brings the file to the newest shape, all pending steps in one transaction, after `copyBefore` has kept a copy of a file
 * that held something. A file from a newer program is refused and not touched.
 */
export function migrate(db: Database, copyBefore: () => void, steps: readonly Migration[] = migrations): Result<number> {
  const at = versionOf(db)
  const newest = steps.at(-1)?.number ?? 0
  if (at > newest) return refuse(failureFault('store.from.future', { version: at, known: newest }))
  const pending = steps.filter(step => step.number > at)
  if (pending.length === 0) return ok(at)
  if (at > 0) copyBefore()
  db.transaction(() => {
    for (const step of pending) db.exec(step.sql)
    db.pragma(`user_version = ${newest}`)
  })()
  return ok(newest)
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))
