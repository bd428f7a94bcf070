import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { migrate } from './migrate.ts'

export type StoreFile = {
  readonly file: string
  /** 64 hex digits, or `null` for a file in the clear. */
  readonly key: string | null
  /** Another SQLite binary, for a host too old for the stock one. */
  readonly binding: string | null
}

/** Older ones can corrupt a WAL when two connections write and checkpoint at once (SQLite 3.51.3 release notes). */
const OLDEST_SQLITE = [3, 51, 3] as const

/** Pages a WAL may grow to before a commit itself has to checkpoint: far above what `rest` leaves. */
const CHECKPOINT_AT_LATEST = 20_000

/** Opens the one writing connection of a data folder: encrypted where a key is given, WAL, a sync for every commit. */
export function connect({ file, key, binding }: StoreFile): Result<Database> {
  mkdirSync(dirname(file), { recursive: true })
  const db = new SqliteDatabase(file, binding === null ? {} : { nativeBinding: binding })
  try {
    if (key !== null) {
      db.pragma("cipher = 'sqlcipher'")
      db.pragma(`key = "x'${key}'"`)
    }
    if (!isNewEnough(String(db.prepare('select sqlite_version() v').pluck().get()))) return close(db, 'store.sqlite.old')
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    db.pragma('busy_timeout = 2000')
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_AT_LATEST}`)
    const migrated = migrate(db, () => copyBefore(db, file))
    if (migrated.ok) return ok(db)
    db.close()
    return migrated
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return close(db, 'store.key')
    db.close()
    throw error
  }
}

function close(db: Database, code: 'store.key' | 'store.sqlite.old'): Result<never> {
  db.close()
  return refuse(failureFault(code))
}

function copyBefore(db: Database, file: string): void {
  db.pragma('wal_checkpoint(truncate)')
  const copy = `${file}.before-migration`
  if (existsSync(file)) copyFileSync(file, copy)
}

function isNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** The name SQLite gives an error, `''` for one that is not SQLite's. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What the disk may do to a commit, as a fault with words. Anything else is a bug and goes on up. */
export function faultOf(error: unknown): Result<never> {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL') return refuse(failureFault('store.full'))
  if (code.startsWith('SQLITE_READONLY')) return refuse(failureFault('store.readonly'))
  if (code.startsWith('SQLITE_BUSY')) return refuse(failureFault('store.busy'))
  if (code.startsWith('SQLITE_IOERR')) return refuse(failureFault('store.disk'))
  throw error
}
