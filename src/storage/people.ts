import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { OfficialId } from '#domain/kernel/id.ts'
import { Signer } from '#domain/post/handover.ts'

/** The people of this counter and their PINs' hashes. */
export function openPeople(db: Database) {
  const all = db.prepare('select id, name, role from official order by name')
  const one = db.prepare('select id, name, role from official where id = ?')
  const hash = db.prepare('select hash from pin where official = ?').pluck()
  const setHash = db.prepare('insert into pin values (?, ?) on conflict (official) do update set hash = excluded.hash')
  return {
    all: (): readonly Signer[] => all.all().map(row => Signer.parse(row)),
    byId: (id: OfficialId): Signer | null => {
      const row = one.get(id)
      return row === undefined ? null : Signer.parse(row)
    },
    pinHash: (id: OfficialId): string | null =>
      z
        .string()
        .nullable()
        .parse(hash.get(id) ?? null),
    setPinHash: (id: OfficialId, value: string): void => {
      setHash.run(id, value)
    },
  }
}
