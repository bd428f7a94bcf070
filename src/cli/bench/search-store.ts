import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { dossierCode } from '#domain/dossier/code.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { Instant, addDays, dayOf, readIsoTime } from '#domain/kernel/time.ts'
import { readEnvironment } from '#machine/env.ts'
import { randomness } from '#machine/randomness.ts'
import { applyDossier } from '#storage/apply-dossier.ts'
import { connect } from '#storage/connection.ts'
import { type Person, people } from './people.ts'

type Database = InstanceType<typeof SqliteDatabase>

/** The key of an invented office: what is encrypted here is invented too. */
export const KEY = '5e'.repeat(32)
const CACHE = resolve('out', 'bench')
/** What a filled store depends on: when one of these changes, it is filled anew. */
const SOURCES = [
  'people.ts',
  'search-store.ts',
  '../../storage/words.ts',
  '../../storage/apply-dossier.ts',
  '../../storage/migrations/0030-search.ts',
]
const BATCH = 20_000
const PER_DAY = 999
/** The newest dossiers come one by one, as at the desk, with a rest between every few: the index is never freshly tidied. */
const SINGLES = 2000
const PER_REST = 40
const FIRST = readIsoTime('2020-01-02T08:00:00') ?? Instant.parse(0)

/** An encrypted store with so many dossiers, by the program's own tables; without bodies, which a search never reads. Kept under `out/bench`. */
export function filledStore(size: number, dossier: DossierReceived): Database {
  mkdirSync(CACHE, { recursive: true })
  const file = join(CACHE, `search-${size}-${version()}.db`)
  if (!existsSync(file)) {
    for (const old of readdirSync(CACHE).filter(name => name.startsWith(`search-${size}`))) rmSync(join(CACHE, old), { force: true })
    process.stderr.write(`filling a store with ${size.toLocaleString('en')} dossiers, once …\n`)
    fill(`${file}.half`, size, dossier)
    renameSync(`${file}.half`, file)
  }
  return open(file)
}

function version(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) hash.update(readFileSync(join(import.meta.dirname, source)))
  return hash.digest('hex').slice(0, 8)
}

function open(file: string): Database {
  const db = connect({ file, key: KEY, binding: readEnvironment().sqliteBinding })
  if (!db.ok) throw new Error(`no store: ${JSON.stringify(db.faults)}`)
  return db.value
}

function fill(file: string, size: number, dossier: DossierReceived): void {
  const db = open(file)
  db.pragma('synchronous = off')
  db.pragma('foreign_keys = off')
  db.pragma('cache_size = -200000')
  const insert = inserter(db, dossier)
  const merge = db.prepare("insert into dossier_words (dossier_words, rank) values ('merge', 64)")
  let batch: Person[] = []
  let done = 0
  for (const person of people(size)) {
    batch.push(person)
    const single = done >= size - SINGLES
    if (batch.length < (single ? 1 : BATCH) && done + batch.length < size - SINGLES) continue
    insert(done, batch)
    done += batch.length
    batch = []
    if (done === size - SINGLES) db.exec("insert into dossier_words (dossier_words) values ('optimize')")
    if (single && done % PER_REST === 0) merge.run()
  }
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

/** Puts some people's dossiers after the `from` that are there, in one transaction. */
function inserter(db: Database, dossier: DossierReceived) {
  const { received } = applyDossier(db)
  return db.transaction((from: number, some: readonly Person[]) => {
    for (const [index, { name, number, phone }] of some.entries()) {
      const position = from + index + 1
      const day = addDays(dayOf(FIRST), Math.floor((position - 1) / PER_DAY))
      received(position, {
        ...dossier,
        dossier: DossierId.parse(uuidv7(Instant.parse(FIRST + position), randomness)),
        code: dossierCode('000.00.20.H20', day, 3001 + ((position - 1) % PER_DAY)),
        applicant: { ...dossier.applicant, name, number, phone },
      })
    }
  })
}
