import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { LastNumber } from '#domain/dossier/code.ts'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierId } from '#domain/kernel/id.ts'
import { Day, Instant, dayOf } from '#domain/kernel/time.ts'
import { indexWords, matchWords } from './words.ts'

const HitRow = z
  .object({ id: DossierId, code: z.string(), name: z.string(), procedure_name: z.string(), state: z.string(), received_at: Instant })
  .transform(row => ({
    id: row.id,
    code: row.code,
    name: row.name,
    procedure: row.procedure_name,
    state: row.state,
    received: row.received_at,
  }))
export type DossierHit = z.output<typeof HitRow>

const COLUMNS = 'd.id, d.code, d.name, d.procedure_name, d.state, d.received_at'
const PAGE = 20

/** Queries over received dossiers. The whole dossier is the body of its entry; the table holds what is looked for. */
export function openDossiers(db: Database) {
  const body = 'select j.body from dossier d join journal j using (position)'
  const byCode = db.prepare(`${body} where d.code = ?`).pluck()
  const byId = db.prepare(`${body} where d.id = ?`).pluck()
  const byNumber = db.prepare(`${body} where d.number = ? order by d.position desc limit ?`).pluck()
  const newest = db.prepare(`select ${COLUMNS} from dossier d order by d.position desc limit ${PAGE}`)
  const last = db.prepare('select day, sequence, book_number from dossier order by position desc limit 1')
  const countOf = db.prepare('select count(*) from dossier where day = ?').pluck()
  const late = db.prepare("select count(*) from dossier where state = 'received' and due_at < ?").pluck()
  const codeLike = db.prepare(`select ${COLUMNS} from dossier d where d.code >= ? and d.code < ? order by d.position desc limit ${PAGE}`)
  const matching = db.prepare(`
    select ${COLUMNS} from dossier_words w join dossier d on d.position = w.rowid
    where dossier_words match ? order by w.rowid desc limit ${PAGE}`)

  return {
    byCode: (code: string): DossierReceived | null => readBody(byCode.get(code)),
    byId: (id: DossierId): DossierReceived | null => readBody(byId.get(id)),
    /** The citizen's earlier dossiers, newest first. */
    ofCitizen: (number: string, limit = 8): readonly DossierReceived[] => byNumber.all(number, limit).flatMap(text => readBody(text) ?? []),
    newest: (): readonly DossierHit[] => newest.all().map(row => HitRow.parse(row)),
    /** Words of a name without marks in any order, digits of a number, or the start of a code: newest first. */
    find: (text: string): readonly DossierHit[] => {
      const code = text.trim().toUpperCase()
      if (/^[0-9A-Z.]+-\d*/.test(code) || /^\d{3}\./.test(code)) return codeLike.all(code, `${code}\uffff`).map(row => HitRow.parse(row))
      const match = matchWords(text)
      return match === null ? [] : matching.all(match).map(row => HitRow.parse(row))
    },
    countOn: (day: Day): number => z.int().parse(countOf.get(day)),
    /** Dossiers not returned whose time ran out before `at`. */
    lateBefore: (at: Instant): number => z.int().parse(late.get(at)),
    lastNumber: (): (LastNumber & { readonly book: number }) | null => {
      const row = last.get()
      if (row === undefined) return null
      const { day, sequence, book_number } = z.object({ day: Day, sequence: z.int(), book_number: z.int() }).parse(row)
      return { day, number: sequence, book: book_number }
    },
  }
}

/** Puts a received dossier into its tables, at the position of its entry. */
export function insertDossier(db: Database) {
  const insert = db.prepare(`
    insert into dossier values (@position, @id, @code, @day, @sequence, @book, @name, @number, @procedure, @procedureName, @state, @received, @due)`)
  const words = db.prepare('insert into dossier_words (rowid, words, digits) values (?, ?, ?)')
  return (position: number, dossier: DossierReceived): void => {
    const { name, number, phone } = dossier.applicant
    insert.run({
      position,
      id: dossier.dossier,
      code: dossier.code,
      day: dayOf(dossier.received),
      sequence: Number(dossier.code.slice(dossier.code.lastIndexOf('-') + 1)),
      book: dossier.book.number,
      name,
      number,
      procedure: dossier.procedure.code,
      procedureName: dossier.procedure.name,
      state: 'received',
      received: dossier.received,
      due: dossier.due,
    })
    const indexed = indexWords(name, [number, phone])
    words.run(position, indexed.words, indexed.digits)
  }
}

/** `null` where there is none, or its body was forgotten. */
const readBody = (text: unknown): DossierReceived | null => (typeof text === 'string' ? DossierReceived.parse(JSON.parse(text)) : null)
