import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dossierCode } from '#domain/dossier/code.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { Instant, addDays, dayOf } from '#domain/kernel/time.ts'
import { sha256 } from '#machine/digest.ts'
import { readEnvironment } from '#machine/env.ts'
import { randomness } from '#machine/randomness.ts'
import { connect } from '#storage/connection.ts'
import { type Store, openStore } from '#storage/store.ts'
import { type Person, people } from './people.ts'
import { type Row, against, quantile, rowOf } from './table.ts'

const COMMITS = 1200
const BEFORE_IT_COUNTS = 200
const PER_REST = 40
const START = Instant.parse(1_795_000_000_000)

/** The commit of a received dossier, encrypted, beside the same commit in a store whose search index takes nothing. */
export function indexCostRows(dossier: DossierReceived, key: string): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-index-'))
  const stores = { with: storeIn(join(folder, 'with.db'), key, true), without: storeIn(join(folder, 'without.db'), key, false) }
  const times = { with: [] as number[], without: [] as number[] }
  for (const [n, person] of [...people(COMMITS, 9)].entries()) {
    for (const which of ['with', 'without'] as const) times[which].push(commitOnce(stores[which], named(dossier, person, n)))
    if (n % PER_REST === PER_REST - 1) for (const store of Object.values(stores)) store.rest()
  }
  for (const store of Object.values(stores)) store.close()
  rmSync(folder, { recursive: true, force: true })
  const [counted, plain] = [times.with.slice(BEFORE_IT_COUNTS), times.without.slice(BEFORE_IT_COUNTS)]
  const bare = quantile(plain, 0.5)
  return [
    rowOf('limit: commit without the search index', 'ms', plain),
    rowOf('commit with the search index', 'ms', counted, against(quantile(counted, 0.5), 'the same without', bare, { most: 1.25 })),
  ]
}

function storeIn(file: string, key: string, indexed: boolean): Store {
  const binding = readEnvironment().sqliteBinding
  const db = connect({ file, key, binding })
  if (!db.ok) throw new Error('no store')
  // A view that takes every insert and keeps nothing.
  if (!indexed)
    db.value.exec(`
      drop table dossier_words;
      create view dossier_words as select 0 rowid, '' dossier_words, 0 rank, '' tokens;
      create trigger dossier_words_takes instead of insert on dossier_words begin select 1; end;
      delete from cursor where name = 'rebuild';`)
  db.value.close()
  const store = openStore({ file, key, binding }, { counter: 'BENCH', now: () => START, digest: sha256, randomness })
  if (!store.ok) throw new Error('no store')
  return store.value
}

function named(dossier: DossierReceived, { name, number, phone }: Person, n: number): DossierReceived {
  const id = DossierId.parse(uuidv7(Instant.parse(START + n), randomness))
  const code = dossierCode('000.00.20.H20', addDays(dayOf(START), Math.floor(n / 900)), 3001 + (n % 900))
  return { ...dossier, dossier: id, code, applicant: { ...dossier.applicant, name, number, phone } }
}

function commitOnce(store: Store, body: DossierReceived): number {
  const begun = performance.now()
  const done = store.commit('bench', () =>
    ok({ said: [{ kind: 'dossier.received', version: 1, subject: body.dossier, body }], answer: null }),
  )
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.faults)}`)
  return performance.now() - begun
}
