import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { TurnedAway } from '#domain/dossier/turn-away.ts'
import { ok } from '#domain/kernel/result.ts'
import { got, tempFolder } from '#kit/basics.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { aDraft } from '#kit/sitting.ts'
import { keep, tempStore } from '#kit/store.ts'
import { migrate } from '#storage/migrate.ts'
import { migrations } from '#storage/migrations/index.ts'

const aVisit = (part: Partial<TurnedAway> = {}): TurnedAway => {
  const { office, applicant, official } = aDossier()
  return TurnedAway.parse({
    visit: anId(),
    paper: 'YC-261123-3-01',
    draft: anId(),
    procedure: { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch', edition: '2026-01' },
    applicant,
    proxy: null,
    step: { kind: 'supplement', wanted: [{ name: 'Giấy chứng sinh', original: 1, certified: 0, copy: 0 }], reason: 'Thiếu' },
    after: null,
    office,
    counter: 'Quầy 3',
    official,
    at: 1_795_000_000_000,
    paperNumber: 1,
    ...part,
  })
}

test('a file from before visits keeps its dossiers and drafts, numbers its papers on, and learns of visits', () => {
  const folder = tempFolder()
  const file = join(folder, 'office.db')
  const old = new Database(file)
  old.pragma('journal_mode = wal')
  const before = migrations.filter(({ number }) => number < 50)
  got(migrate(old, () => undefined, before))
  const dossier = aDossier()
  const draft = aDraft()
  const line = {
    kind: 'dossier.received',
    version: 1,
    subject: dossier.dossier,
    at: 1,
    actor: 'a',
    digest: 'd',
    previous: 'p',
    hash: 'h',
    salt: 's',
  }
  const journal = old.prepare(
    'insert into journal values (@position, @kind, @version, @subject, @at, @actor, @digest, @previous, @hash, @salt, @body)',
  )
  journal.run({ ...line, position: 1, body: JSON.stringify(dossier) })
  journal.run({ ...line, position: 2, kind: 'dossier.moved', body: null })
  old
    .prepare(
      `insert into dossier (position, id, code, day, sequence, book_number, name, procedure, procedure_name, state, received_at, due_at, holds)
       values (1, ?, ?, '2026-11-23', 3001, 1, 'Lan', '2.000635', 'Bản sao', 'supplement', 1, 2, 1)`,
    )
    .run(dossier.dossier, dossier.code)
  old.prepare("insert into dossier_step values (2, ?, 'supplement', '2026')").run(dossier.dossier)
  old.prepare('insert into draft values (?, ?, 3)').run(draft.id, JSON.stringify(draft))
  // As after the rebuild that a newer program does once: these rows are what is to survive.
  old.prepare("update cursor set value = 0 where name = 'rebuild'").run()
  old.close()

  const store = tempStore(folder)
  expect(store.read.dossiers.byCode(dossier.code)).toEqual(dossier)
  expect(store.read.drafts.byId(draft.id)).toEqual(draft)
  expect(store.read.dossiers.countOfForm('supplement', '2026')).toBe(1)
  const visit = aVisit({ paperNumber: 2 })
  got(store.commit('a', () => ok({ said: [{ kind: 'visit.turned.away', version: 1, subject: visit.visit, body: visit }], answer: null })))
  expect(store.read.dossiers.countOfForm('supplement', '2026')).toBe(2)
  expect(store.read.visits.byId(visit.visit)).toEqual(visit)
  store.close()
})

test('what was asked stands open for a citizen and a procedure, until a dossier of both was received', () => {
  const store = tempStore()
  const say = (visit: TurnedAway): void =>
    void got(
      store.commit('a', () => ok({ said: [{ kind: 'visit.turned.away', version: 1, subject: visit.visit, body: visit }], answer: null })),
    )
  const first = aVisit()
  const second = aVisit({ paper: 'YC-261123-3-02', paperNumber: 2 })
  say(first)
  expect(store.read.visits.before(aDraft())).toEqual(first)
  say(second)
  expect(store.read.visits.before(aDraft())).toEqual(second)
  expect(store.read.visits.before({ ...aDraft(), procedure: { code: '1.001193', edition: '2026-01' } })).toBeNull()
  const nobody = { ...aDraft(), applicant: { ...aDraft().applicant, number: null } }
  expect(store.read.visits.before(nobody)).toBeNull()
  expect(store.read.visits.before({ ...nobody, id: first.draft })).toEqual(first)
  keep(store, aDossier({ number: '087190099999' }))
  expect(store.read.visits.before(aDraft())).toEqual(second)
  keep(store, aDossier({ code: '000.00.20.H20-261123-3002' }))
  expect(store.read.visits.before(aDraft())).toBeNull()
  store.close()
})
