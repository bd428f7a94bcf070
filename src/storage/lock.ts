import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { codeOf } from './connection.ts'

export type FolderLock = { close(): void }

/**
 * Takes a data folder for this process alone. It is SQLite's own exclusive lock on a small file, so the system gives it
 * back however the process ends, and a restart never waits for a stale one.
 */
export function lockFolder(folder: string, binding: string | null): Result<FolderLock> {
  mkdirSync(folder, { recursive: true })
  const db = new SqliteDatabase(join(folder, 'in-use'), { timeout: 0, ...(binding === null ? {} : { nativeBinding: binding }) })
  try {
    db.pragma('journal_mode = memory')
    db.exec('begin exclusive')
    return ok({ close: () => db.close() })
  } catch (error) {
    db.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) return refuse(failureFault('store.in.use'))
    throw error
  }
}
