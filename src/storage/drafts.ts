import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Draft } from '#domain/dossier/dossier.ts'
import type { DossierId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'

/** Sittings that are not finished. They survive a crash; finishing one removes it in the same transaction. */
export function openDrafts(db: Database) {
  const put = db.prepare(
    `insert into draft select @id, @body, @at where not exists (select 1 from visit where draft = @id and form = 'refusal')
     on conflict (id) do update set body = excluded.body, kept_at = excluded.kept_at`,
  )
  const one = db.prepare('select body from draft where id = ?').pluck()
  const all = db.prepare('select body, kept_at from draft order by kept_at desc limit 50')
  const drop = db.prepare('delete from draft where id = ?')
  const dropMending = db.prepare("delete from draft where json_extract(body, '$.corrects.dossier') = ?")
  return {
    /** One that was refused at reception meanwhile is not brought back to life. */
    keep: (draft: Draft, at: Instant): void => {
      put.run({ id: draft.id, body: JSON.stringify(draft), at })
    },
    byId: (id: DossierId): Draft | null => {
      const text = one.get(id)
      return typeof text === 'string' ? Draft.parse(JSON.parse(text)) : null
    },
    all: (): readonly { readonly draft: Draft; readonly kept: Instant }[] =>
      all.all().map(foreign => {
        const row = z.object({ body: z.string(), kept_at: Instant }).parse(foreign)
        return { draft: Draft.parse(JSON.parse(row.body)), kept: row.kept_at }
      }),
    drop: (id: DossierId): void => {
      drop.run(id)
    },
    /** Every draft that mends this dossier: once it was mended, the others begin from what holds no longer. */
    dropMending: (dossier: DossierId): void => {
      dropMending.run(dossier)
    },
  }
}
