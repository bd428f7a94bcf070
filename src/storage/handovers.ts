import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Fact } from '#domain/journal/fact.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import { type Direction, Handover, HandoverItem } from '#domain/post/handover.ts'

const Row = z.object({
  id: z.string(),
  code: z.string(),
  direction: z.string(),
  office: z.string(),
  partner: z.string(),
  opened_at: z.int(),
  signed: z.string().nullable(),
})

/** Queries over handover lists. */
export function openHandovers(db: Database) {
  const one = db.prepare('select * from handover where id = ?')
  const newest = db.prepare('select * from handover order by rowid desc limit 50')
  const items = db.prepare('select item from handover_item where handover = ?').pluck()
  const elsewhere = db
    .prepare(`
    select h.code from handover_item i join handover h on h.id = i.handover
    where i.dossier = ? and h.direction = ? and h.id <> ? limit 1`)
    .pluck()
  const countWith = db.prepare('select count(*) from handover where code >= ? and code < ?').pluck()

  const toHandover = (foreign: unknown): Handover => {
    const row = Row.parse(foreign)
    return Handover.parse({
      id: row.id,
      code: row.code,
      direction: row.direction,
      office: row.office,
      partner: row.partner,
      opened: row.opened_at,
      items: items
        .all(row.id)
        .map(text => HandoverItem.parse(JSON.parse(z.string().parse(text))))
        .sort((a, b) => a.added - b.added || a.code.localeCompare(b.code)),
      signed: row.signed === null ? null : JSON.parse(row.signed),
    })
  }

  return {
    byId: (id: HandoverId): Handover | null => {
      const row = one.get(id)
      return row === undefined ? null : toHandover(row)
    },
    newest: (): readonly Handover[] => newest.all().map(toHandover),
    /** The code of another list in this direction that the dossier stands on. */
    elsewhere: (dossier: DossierId, direction: Direction, except: HandoverId): string | null =>
      z
        .string()
        .nullable()
        .parse(elsewhere.get(dossier, direction, except) ?? null),
    /** How many lists have a code that begins like this. */
    countWith: (beginning: string): number => z.int().parse(countWith.get(beginning, `${beginning}\uffff`)),
  }
}

type HandoverFact = Extract<Fact, { kind: `handover.${string}` }>

/** Brings one fact about a list into the tables. */
export function applyHandover(db: Database) {
  const open = db.prepare('insert into handover values (@id, @code, @direction, @office, @partner, @opened, null)')
  const add = db.prepare('insert into handover_item values (?, ?, ?)')
  const remove = db.prepare('delete from handover_item where handover = ? and dossier = ?')
  const sign = db.prepare('update handover set signed = ? where id = ? and signed is null')
  return (fact: HandoverFact): void => {
    switch (fact.kind) {
      case 'handover.opened':
        open.run(fact.body)
        return
      case 'handover.added':
        add.run(fact.body.handover, fact.body.item.dossier, JSON.stringify(fact.body.item))
        return
      case 'handover.removed':
        remove.run(fact.body.handover, fact.body.dossier)
        return
      case 'handover.signed':
        sign.run(JSON.stringify(fact.body.signed), fact.body.id)
    }
  }
}
