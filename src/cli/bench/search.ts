import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import { dossierCode } from '#domain/dossier/code.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { fold } from '#domain/kernel/text.ts'
import { Instant, addDays, dayOf, readIsoTime } from '#domain/kernel/time.ts'
import { readEnvironment } from '#machine/env.ts'
import { randomness } from '#machine/randomness.ts'
import { applyDossier } from '#storage/apply-dossier.ts'
import { connect } from '#storage/connection.ts'
import { openDossiers } from '#storage/dossiers.ts'
import { benchDossier } from './dossier.ts'
import { indexCostRows } from './index-cost.ts'
import { type Person, people } from './people.ts'
import { type Row, quantile, rowOf, within } from './table.ts'

const SIZES = [200_000, 1_000_000] as const
const GOAL_MS = 3
const MOST_GROWTH = 1.5
const SAMPLES = 200
/** The key of an invented office: what is encrypted here is invented too. */
const KEY = '5e'.repeat(32)
const CACHE = resolve('out', 'bench')
const BATCH = 20_000
const PER_DAY = 999
/** The newest dossiers come one by one, as at the desk, with a rest between every few: the index is never freshly tidied. */
const SINGLES = 2000
const PER_REST = 40

/**
 * Search while typing over 200,000 and 1,000,000 received dossiers in an encrypted store, every kind of query by itself,
 * beside what LIKE takes for a miss. The stores are filled once and kept under `out/bench`.
 */
export async function searchRows(): Promise<readonly Row[]> {
  const dossier = await benchDossier()
  const rows: Row[] = []
  const p95 = new Map<string, number>()
  for (const size of SIZES) {
    const store = filledStore(size, dossier)
    const { find } = openDossiers(store)
    const sample = sampleOf(size)
    for (const [kind, query] of Object.entries(kinds)) {
      const took = sample.map(person => timed(() => find(query(person))))
      rows.push(rowOf(`search ${size.toLocaleString('en')}: ${kind}`, 'ms', took, within(quantile(took, 0.95), GOAL_MS, 'ms (p95)')))
      p95.set(`${size} ${kind}`, quantile(took, 0.95))
    }
    const like = store.prepare("select id from dossier where name like '%qwvzzyx%' order by position desc limit 20")
    rows.push(
      rowOf(
        `peer ${size.toLocaleString('en')}: LIKE '%…%', a miss`,
        'ms',
        [1, 2, 3].map(() => timed(() => like.all())),
      ),
    )
    store.close()
  }
  return [...rows, growth(p95), ...indexCostRows(dossier, KEY)]
}

/** What is typed at the desk, one kind after another. */
const kinds: Readonly<Record<string, (person: Person) => string>> = {
  'one letter': ({ name }) => last(name).slice(0, 1),
  'two letters': ({ name }) => last(name).slice(0, 2),
  'three letters': ({ name }) => last(name).slice(0, 3),
  'three first letters of three words': ({ name }) =>
    words(name)
      .slice(0, 3)
      .map(word => word.slice(0, 1))
      .join(' '),
  'a whole name without marks': ({ name }) => fold(name),
  'a common beginning': ({ name }) => words(name).slice(0, 2).join(' '),
  'a name with its last word begun': ({ name }) => [...words(name).slice(0, -1), last(name).slice(0, 1)].join(' '),
  'words in another order': ({ name }) => words(name).toReversed().join(' '),
  'family and given name': ({ name }) => `${words(name)[0] ?? ''} ${last(name)}`,
  'last four digits': ({ number }) => number.slice(-4),
  'digits from the middle': ({ number }) => number.slice(4, 9),
  'a whole number': ({ number }) => number,
  'the end of a phone number': ({ phone }) => phone.slice(-5),
  'the beginning of a code': () => '000.00.20.H20-2',
  'a miss in letters': () => 'qwvz zyx',
  'two words that never meet': () => 'qwvzzy nguyen',
  'a miss in digits': () => '99999999',
}

const words = (name: string): readonly string[] => fold(name).split(' ')
const last = (name: string): string => words(name).at(-1) ?? ''

function growth(p95: ReadonlyMap<string, number>): Row {
  const [small, large] = SIZES
  const worst = Object.keys(kinds)
    .map(kind => ({ kind, by: (p95.get(`${large} ${kind}`) ?? 0) / Math.max(p95.get(`${small} ${kind}`) ?? 0, 0.05) }))
    .toSorted((a, b) => b.by - a.by)[0]
  const ratio = worst?.by ?? Number.NaN
  return rowOf(`search, most growth 200,000 → 1,000,000 (${worst?.kind ?? ''})`, '×', [ratio], {
    ratio,
    goal: `≤ ${MOST_GROWTH}×`,
    met: ratio <= MOST_GROWTH,
  })
}

/** People spread over the whole store. */
function sampleOf(size: number): readonly Person[] {
  const every = Math.floor(size / SAMPLES)
  return [...people(size)].filter((_, index) => index % every === 0).slice(0, SAMPLES)
}

/** A store with so many dossiers, by the program's own tables; without bodies, which a search never reads. */
function filledStore(size: number, dossier: DossierReceived) {
  mkdirSync(CACHE, { recursive: true })
  const file = join(CACHE, `search-${size}.db`)
  if (!existsSync(file)) fill(file, size, dossier)
  return open(file)
}

function open(file: string): InstanceType<typeof SqliteDatabase> {
  const db = connect({ file, key: KEY, binding: readEnvironment().sqliteBinding })
  if (!db.ok) throw new Error(`no store: ${JSON.stringify(db.faults)}`)
  return db.value
}

function fill(file: string, size: number, dossier: DossierReceived): void {
  const half = `${file}.half`
  for (const end of ['', '-wal', '-shm']) rmSync(`${half}${end}`, { force: true })
  const db = open(half)
  db.pragma('synchronous = off')
  db.pragma('foreign_keys = off')
  const { received } = applyDossier(db)
  const first = readIsoTime('2020-01-02T08:00:00') ?? Instant.parse(0)
  const insert = db.transaction((from: number, some: readonly Person[]) => {
    for (const [index, { name, number, phone }] of some.entries()) {
      const position = from + index + 1
      const day = addDays(dayOf(first), Math.floor((position - 1) / PER_DAY))
      received(position, {
        ...dossier,
        dossier: DossierId.parse(uuidv7(Instant.parse(first + position), randomness)),
        code: dossierCode('000.00.20.H20', day, 3001 + ((position - 1) % PER_DAY)),
        applicant: { ...dossier.applicant, name, number, phone },
      })
    }
  })
  let batch: Person[] = []
  let done = 0
  const merge = db.prepare("insert into dossier_words (dossier_words, rank) values ('merge', 64)")
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
  renameSync(half, file)
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
