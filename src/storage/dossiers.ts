import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { LastNumber } from '#domain/dossier/code.ts'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierCorrected, DossierMoved, type Happening } from '#domain/dossier/move.ts'
import { DossierId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import { MOST_MEANT, type Wanted, heldDigits, readWanted } from './words.ts'

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
  const body = 'select j.kind, j.body from dossier d join journal j on j.position = d.holds'
  const byCode = db.prepare(`${body} where d.code = ?`)
  const byId = db.prepare(`${body} where d.id = ?`)
  const byNumber = db.prepare(`${body} where d.number = ? order by d.position desc limit ?`)
  const mentioned = db.prepare(`
    select j.kind, j.body from mention m join dossier d using (position) join journal j on j.position = d.holds
    where m.number = ? order by m.position desc limit ?`)
  const between = db.prepare(`${body} where d.day >= ? and d.day <= ? order by d.position`)
  const steps = db.prepare(
    'select j.kind, j.body from dossier_step s join journal j using (position) where s.dossier = ? order by position',
  )
  const numbered = db
    .prepare(
      `select (select count(*) from dossier_step where form = @form and counted = @year)
        + (select count(*) from visit where form = @form and counted = @year)`,
    )
    .pluck()
  const newest = db.prepare(`select ${COLUMNS} from dossier d order by d.position desc limit ${PAGE}`)
  const last = db.prepare('select day, sequence, book_number from dossier order by position desc limit 1')
  const countOf = db.prepare('select count(*) from dossier where day = ?').pluck()
  const late = db.prepare("select count(*) from dossier where state in ('received', 'forwarded', 'paused') and due_at < ?").pluck()
  const codeLike = db.prepare(`select ${COLUMNS} from dossier d where d.code >= ? and d.code < ? order by d.code desc limit ${PAGE}`)
  const matching = db.prepare<[string], Found>(`
    select ${COLUMNS}, d.folded, d.number, d.phone from dossier_words w join dossier d on d.position = w.rowid
    where dossier_words match ? order by w.rowid desc`)

  const begun = db.prepare(`select word from name_word where word >= ? and word < ? limit ${MOST_MEANT + 1}`).pluck()
  const known = (beginning: string): readonly string[] => z.array(z.string()).parse(begun.all(beginning, `${beginning}\uffff`))

  return {
    byCode: (code: string): DossierReceived | null => readBody(byCode.get(code)),
    byId: (id: DossierId): DossierReceived | null => readBody(byId.get(id)),
    /** The citizen's earlier dossiers, newest first. */
    ofCitizen: (number: string, limit = 8): readonly DossierReceived[] => byNumber.all(number, limit).flatMap(row => readBody(row) ?? []),
    /** Dossiers in whose answers this citizen number stands, anybody's, newest first. */
    mentioning: (number: string, limit = 8): readonly DossierReceived[] => mentioned.all(number, limit).flatMap(row => readBody(row) ?? []),
    /** Received from `first` to `last`, both included, in the order of the follow-up book. */
    between: (first: Day, last: Day): readonly DossierReceived[] => between.all(first, last).flatMap(row => readBody(row) ?? []),
    /** What happened to a dossier after its reception, oldest first. */
    history: (id: DossierId): readonly Happening[] => steps.all(id).flatMap(row => readStep(row) ?? []),
    /** How many papers of this form this counter wrote in a year: for dossiers, and for citizens turned away at reception. */
    countOfForm: (form: PaperForm, year: string): number => z.int().parse(numbered.get({ form, year })),
    newest: (): readonly DossierHit[] => newest.all().map(row => HitRow.parse(row)),
    /** Words of a name without marks in any order, digits of a number, or the start of a code: newest first. */
    find: (text: string): readonly DossierHit[] => {
      const code = text.trim().toUpperCase()
      if (/^[0-9A-Z.]+-\d*/.test(code) || /^\d{3}\./.test(code)) return codeLike.all(code, `${code}\uffff`).map(row => HitRow.parse(row))
      const wanted = readWanted(text, known)
      return wanted === null ? [] : firstMeant(matching.iterate(wanted.match), wanted)
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

/** Columns of our own table, read by the hundred: their kinds are the schema's. */
type Found = { readonly folded: string; readonly number: string | null; readonly phone: string | null }

/** The newest of the found that are really meant; a page of them is enough. */
function firstMeant(found: Iterable<Found>, wanted: Wanted): readonly DossierHit[] {
  const hits: DossierHit[] = []
  for (const row of found) {
    if (!wanted.means(row.folded, heldDigits([row.number, row.phone]))) continue
    hits.push(HitRow.parse(row))
    if (hits.length === PAGE) break
  }
  return hits
}

const Row = z.object({ kind: z.string(), body: z.string().nullable() })

/** `null` where there is none, or its body was forgotten. */
function readBody(foreign: unknown): DossierReceived | null {
  if (foreign === undefined) return null
  const { kind, body } = Row.parse(foreign)
  if (body === null) return null
  const said: unknown = JSON.parse(body)
  return kind === 'dossier.corrected' ? DossierCorrected.parse(said).now : DossierReceived.parse(said)
}

function readStep(foreign: unknown): Happening | null {
  const { kind, body } = Row.parse(foreign)
  if (body === null) return null
  const said: unknown = JSON.parse(body)
  return kind === 'dossier.corrected'
    ? { kind: 'corrected', corrected: DossierCorrected.parse(said) }
    : { kind: 'moved', moved: DossierMoved.parse(said) }
}
