import type { Database } from 'better-sqlite3'
import type { Draft } from '#domain/dossier/dossier.ts'
import { TurnedAway, turnForm } from '#domain/dossier/turn-away.ts'
import { dayOf } from '#domain/kernel/time.ts'

/** Queries over citizens who were turned away at reception. The whole of it is the body of its entry. */
export function openVisits(db: Database) {
  const body = 'select j.body from visit v join journal j using (position)'
  const byId = db.prepare(`${body} where v.id = ?`).pluck()
  const byPaper = db.prepare(`${body} where v.paper = ?`).pluck()
  const open = db
    .prepare(`
      ${body} where (v.draft = @draft or (v.number = @number and v.procedure = @procedure)) and not exists (
        select 1 from dossier d where d.position > v.position and (d.id = v.draft or (d.number = v.number and d.procedure = v.procedure)))
      order by v.position desc limit 1`)
    .pluck()
  return {
    byId: (id: string): TurnedAway | null => readBody(byId.get(id)),
    byPaper: (paper: string): TurnedAway | null => readBody(byPaper.get(paper)),
    /** What was said last to the citizen of a draft in this matter, on this draft or another; `null` once a dossier was received. */
    before: ({ id, applicant: { number }, procedure: { code } }: Draft): TurnedAway | null =>
      readBody(open.get({ draft: id, number, procedure: code })),
  }
}

const readBody = (text: unknown): TurnedAway | null => (typeof text === 'string' ? TurnedAway.parse(JSON.parse(text)) : null)

/** Brings one of them into its table. The draft of a refused one is dropped; after a request it stays for the citizen's return. */
export function applyVisit(db: Database) {
  const insert = db.prepare('insert into visit values (@position, @visit, @paper, @draft, @number, @procedure, @form, @counted)')
  const dropDraft = db.prepare('delete from draft where id = ?')
  return (position: number, { visit, paper, draft, applicant, procedure, step, at }: TurnedAway): void => {
    const counted = dayOf(at).slice(0, 4)
    insert.run({ position, visit, paper, draft, number: applicant.number, procedure: procedure.code, form: turnForm(step.kind), counted })
    if (step.kind === 'refuse') dropDraft.run(draft)
  }
}
