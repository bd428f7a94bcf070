import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { HandoverId } from '#domain/kernel/id.ts'
import { Handover, HandoverItem } from '#domain/post/handover.ts'

const Row = z.object({
  id: z.string(),
  code: z.string(),
  direction: z.string(),
  office: z.string(),
  partner: z.string(),
  opened_at: z.int(),
  corrects: z.string().nullable(),
  signed: z.string().nullable(),
})

/** Queries over handover lists. */
export function openHandovers(db: Database) {
  const one = db.prepare('select * from handover where id = ?')
  const byCode = db.prepare('select * from handover where code = ?')
  const newest = db.prepare('select * from handover order by rowid desc limit 50')
  const count = db.prepare('select count(*) from handover_item where handover = ?').pluck()
  const items = db.prepare('select item from handover_item where handover = ?').pluck()
  const countWith = db.prepare('select count(*) from handover where code >= ? and code < ?').pluck()

  const headOf = (foreign: unknown): Handover => {
    const row = Row.parse(foreign)
    return Handover.parse({
      id: row.id,
      code: row.code,
      direction: row.direction,
      office: row.office,
      partner: row.partner,
      opened: row.opened_at,
      corrects: row.corrects === null ? null : JSON.parse(row.corrects),
      items: [],
      signed: row.signed === null ? null : JSON.parse(row.signed),
    })
  }
  const toHandover = (foreign: unknown): Handover => {
    const head = headOf(foreign)
    return {
      ...head,
      items: items
        .all(head.id)
        .map(readItem)
        .sort((a, b) => a.added - b.added || a.dossier.localeCompare(b.dossier)),
    }
  }

  return {
    byId: (id: HandoverId): Handover | null => orNull(one.get(id), toHandover),
    byCode: (code: string): Handover | null => orNull(byCode.get(code), toHandover),
    /** The newest lists without what is on them, and how many things that is. */
    newest: (): readonly { readonly list: Handover; readonly count: number }[] =>
      newest.all().map(row => {
        const list = headOf(row)
        return { list, count: z.int().parse(count.get(list.id)) }
      }),
    /** How many lists have a code that begins like this. */
    countWith: (beginning: string): number => z.int().parse(countWith.get(beginning, `${beginning}\uffff`)),
  }
}

export const readItem = (text: unknown): HandoverItem => HandoverItem.parse(JSON.parse(z.string().parse(text)))

const orNull = <T>(row: unknown, read: (row: unknown) => T): T | null => (row === undefined ? null : read(row))
