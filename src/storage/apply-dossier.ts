import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { dayOfCode } from '#domain/dossier/code.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { type DossierCorrected, type DossierMoved, stepForm } from '#domain/dossier/move.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { foldedName, indexTokens, wordsOf } from './words.ts'

/** Brings what happens to dossiers into their tables; a received one stays at the position of its entry. */
export function applyDossier(db: Database) {
  const insert = db.prepare(`
    insert into dossier (position, id, code, day, sequence, book_number, name, number, procedure, procedure_name, state, received_at, due_at, holds, phone, folded)
    values (@position, @id, @code, @day, @sequence, @book, @name, @number, @procedure, @procedureName, 'received', @received, @due, @position, @phone, @folded)`)
  const before = db.prepare('select position, name, number, phone from dossier where id = ?')
  const mend = db.prepare(`
    update dossier set holds = @holds, slip = @slip, name = @name, number = @number, phone = @phone, folded = @folded, procedure = @procedure,
      procedure_name = @procedureName, due_at = @due where position = @position`)
  const move = db.prepare('update dossier set state = ?, due_at = ? where id = ?')
  const step = db.prepare('insert into dossier_step values (?, ?, ?, ?)')
  const found = findable(db)
  return {
    received: (position: number, dossier: DossierReceived): void => {
      insert.run({
        ...columnsOf(dossier),
        position,
        id: dossier.dossier,
        code: dossier.code,
        day: dayOfCode(dossier.code),
        sequence: Number(dossier.code.slice(dossier.code.lastIndexOf('-') + 1)),
        book: dossier.book.number,
        received: dossier.received,
      })
      found.put(position, dossier)
    },
    moved: (position: number, { dossier, step: { kind }, at, state, due, paperNumber }: DossierMoved): void => {
      move.run(state, due, dossier)
      step.run(position, dossier, paperNumber === null ? null : stepForm[kind], dayOf(at).slice(0, 4))
    },
    corrected: (position: number, { dossier, slip, at, now }: DossierCorrected): void => {
      const was = Was.parse(before.get(dossier))
      mend.run({ ...columnsOf(now), position: was.position, holds: position, slip })
      step.run(position, dossier, null, dayOf(at).slice(0, 4))
      found.drop(was)
      found.put(was.position, now)
    },
  }
}

/** What a dossier was found by before it was corrected. */
const Was = z.object({ position: z.int(), name: z.string(), number: z.string().nullable(), phone: z.string().nullable() })
type Was = z.output<typeof Was>

const columnsOf = ({ applicant, procedure, due }: DossierReceived) => ({
  name: applicant.name,
  number: applicant.number,
  phone: applicant.phone,
  folded: foldedName(applicant.name),
  procedure: procedure.code,
  procedureName: procedure.name,
  due,
})

/** By what a dossier is found: the words and digits of its citizen, and the people its answers name. */
function findable(db: Database) {
  const words = db.prepare('insert into dossier_words (rowid, tokens) values (?, ?)')
  const word = db.prepare('insert or ignore into name_word values (?)')
  const mention = db.prepare('insert or ignore into mention values (?, ?)')
  const forgetWords = db.prepare("insert into dossier_words (dossier_words, rowid, tokens) values ('delete', ?, ?)")
  const forgetMentions = db.prepare('delete from mention where position = ?')
  return {
    put: (position: number, { applicant, answers }: DossierReceived): void => {
      for (const one of wordsOf(applicant.name)) word.run(one)
      words.run(position, indexTokens(applicant.name, [applicant.number, applicant.phone]))
      for (const number of numbersIn(answers)) mention.run(number, position)
    },
    drop: ({ position, name, number, phone }: Was): void => {
      forgetWords.run(position, indexTokens(name, [number, phone]))
      forgetMentions.run(position)
    },
  }
}

const numbersIn = (answers: Answers): readonly string[] =>
  Object.entries(answers).flatMap(([field, { value }]) => (/(^|\.)number$/.test(field) && /^(\d{9}|\d{12})$/.test(value) ? [value] : []))
