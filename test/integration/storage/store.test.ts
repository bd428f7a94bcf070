import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { verifyExport, writeEntry } from '#domain/journal/chain.ts'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import { lockFolder } from '#storage/lock.ts'
import { openStore } from '#storage/store.ts'
import { Instant } from '#domain/kernel/time.ts'
import { aDossier } from '#kit/dossier.ts'
import { got, tempFolder } from '#kit/basics.ts'
import { COUNTER, keep, tempStore } from '#kit/store.ts'

const parts = { counter: COUNTER, now: () => Instant.parse(1_795_000_000_000), digest: sha256, randomness }

describe('a commit', () => {
  test('that is refused writes nothing', () => {
    const store = tempStore()
    const before = store.read.journal.head()
    expect(store.commit('a', () => refuse(failureFault('store.full')))).toMatchObject({ ok: false })
    expect(store.read.journal.head()).toEqual(before)
    store.close()
  })

  test('that breaks half-way leaves neither entry, table nor job', () => {
    const store = tempStore()
    const dossier = aDossier()
    keep(store, dossier)
    const head = store.read.journal.head()
    const other = aDossier({ code: '000.00.20.H20-261123-3002' })
    expect(() =>
      store.commit('a', () =>
        ok({
          said: [
            { kind: 'dossier.received', version: 1, subject: other.dossier, body: other },
            { kind: 'dossier.received', version: 1, subject: dossier.dossier, body: dossier },
          ],
          answer: null,
        }),
      ),
    ).toThrow(/UNIQUE/)
    expect(store.read.journal.head()).toEqual(head)
    expect(store.read.dossiers.byCode(other.code)).toBeNull()
    store.close()
  })

  test('is there after the file is opened again, and the chain proves itself', () => {
    const folder = tempFolder()
    const first = tempStore(folder)
    const dossiers = Array.from({ length: 20 }, (_, n) => aDossier({ code: `000.00.20.H20-261123-${3001 + n}` }))
    for (const dossier of dossiers) keep(first, dossier)
    first.close()
    const again = tempStore(folder)
    expect(dossiers.map(({ code }) => again.read.dossiers.byCode(code))).toEqual(dossiers)
    expect(verifyExport(again.read.journal.read(0, 100).map(writeEntry), sha256)).toMatchObject({ ok: true, entries: 20 })
    again.close()
  })
})

describe('the tables', () => {
  test('can be thrown away and built anew from the journal', () => {
    const store = tempStore()
    for (let n = 0; n < 30; n += 1)
      keep(store, aDossier({ code: `000.00.20.H20-261123-${3001 + n}`, name: n % 2 === 0 ? 'Trần Văn Đức' : 'Lê Ngọc Ánh' }))
    const before = [store.read.dossiers.find('duc'), store.read.dossiers.newest(), store.read.dossiers.lastNumber()]
    store.rebuild()
    expect([store.read.dossiers.find('duc'), store.read.dossiers.newest(), store.read.dossiers.lastNumber()]).toEqual(before)
    store.close()
  })
})

describe('search', () => {
  const store = tempStore()
  const people = ['Nguyễn Thị Hương Lan', 'Trần Văn Đức', 'Lê Ngọc Ánh', "K'Brếu Y Thành", 'Nguyễn Thị Bé']
  people.forEach((name, n) => keep(store, aDossier({ name, code: `000.00.20.H20-261123-${3001 + n}`, number: `08719001${2345 + n}` })))
  test.each([
    ['nguyen thi', ['Nguyễn Thị Bé', 'Nguyễn Thị Hương Lan']],
    ['lan nguyen', ['Nguyễn Thị Hương Lan']],
    ['đức', ['Trần Văn Đức']],
    ['DUC', ['Trần Văn Đức']],
    ['kbreu', ["K'Brếu Y Thành"]],
    ['2346', ['Trần Văn Đức']],
    ['190012347', ['Lê Ngọc Ánh']],
    ['nguyen 2349', ['Nguyễn Thị Bé']],
    ['000.00.20.H20-261123-3003', ['Lê Ngọc Ánh']],
    ['khong co ai', []],
    ['"; drop', []],
  ])('“%s” finds the right people', (typed, found) => expect(store.read.dossiers.find(typed).map(({ name }) => name)).toEqual(found))
})

describe('a store', () => {
  test('with a key holds nothing readable, and opens with that key alone', () => {
    const folder = tempFolder()
    const key = Buffer.from(randomness(32)).toString('hex')
    const store = tempStore(folder, key)
    keep(store, aDossier({ name: 'Nguyễn Thị Hương Lan' }))
    store.rest()
    store.close()
    const bytes = readFileSync(join(folder, 'office.db'))
    for (const secret of ['Hương Lan', '087190012345', 'SQLite format', 'huong_lan'])
      expect(bytes.includes(Buffer.from(secret))).toBe(false)
    const file = join(folder, 'office.db')
    expect(openStore({ file, key: null, binding: null }, parts)).toMatchObject({ ok: false, faults: [{ code: 'store.key' }] })
    expect(openStore({ file, key: key.replace(/^./, digit => (digit === '0' ? '1' : '0')), binding: null }, parts)).toMatchObject({
      ok: false,
      faults: [{ code: 'store.key' }],
    })
    expect(got(openStore({ file, key, binding: null }, parts)).read.dossiers.find('lan')).toHaveLength(1)
  })

  test('from a newer program is refused and not touched', () => {
    const folder = tempFolder()
    tempStore(folder).close()
    const file = join(folder, 'office.db')
    const db = new Database(file)
    db.pragma('user_version = 9990')
    db.close()
    const before = readFileSync(file)
    expect(openStore({ file, key: null, binding: null }, parts)).toMatchObject({ ok: false, faults: [{ code: 'store.from.future' }] })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('of a full disk says so and keeps what was there', () => {
    const folder = tempFolder()
    tempStore(folder).close()
    const store = tempStore(folder)
    keep(store, aDossier())
    const big = aDossier({ code: '000.00.20.H20-261123-3002', name: 'A'.repeat(100) })
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    expect(
      store.commit('a', () => {
        throw full
      }),
    ).toMatchObject({ ok: false, faults: [{ code: 'store.full' }] })
    keep(store, big)
    expect(store.read.dossiers.newest()).toHaveLength(2)
    store.close()
  })
})

describe('a data folder', () => {
  test('belongs to one process at a time', () => {
    const folder = tempFolder()
    const first = got(lockFolder(folder, null))
    expect(lockFolder(folder, null)).toMatchObject({ ok: false, faults: [{ kind: 'failure', code: 'store.in.use' }] })
    first.close()
    got(lockFolder(folder, null)).close()
  })
})
