import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { type DossierCorrected, type DossierMoved, stepForm } from '#domain/dossier/move.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { indexWords } from './words.ts'

/** Brings what happens to dossiers into their tables; a received one stays at the position of its entry. */
export function applyDossier(db: Database) {
  const insert = db.prepare(`
    insert into dossier (position, id, code, day, sequence, book_number, name, number, procedure, procedure_name, state, received_at, due_at, holds)
    values (@position, @id, @code, @day, @sequence, @book, @name, @number, @procedure, @procedureName, 'received', @received, @due, @position)`)
  const where = db.prepare('select position from dossier where id = ?').pluck()
  const mend = db.prepare(`
    update dossier set holds = @holds, slip = @slip, name = @name, number = @number, procedure = @procedure,
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
        day: dayOf(dossier.received),
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
      const first = z.int().parse(where.get(dossier))
      mend.run({ ...columnsOf(now), position: first, holds: position, slip })
      step.run(position, dossier, null, dayOf(at).slice(0, 4))
      found.drop(first)
      found.put(first, now)
    },
  }
}

const columnsOf = ({ applicant, procedure, due }: DossierReceived) => ({
  name: applicant.name,
  number: applicant.number,
  procedure: procedure.code,
  procedureName: procedure.name,
  due,
})

/** By what a dossier is found: the words and digits of its citizen, and the people its answers name. */
function findable(db: Database) {
  const words = db.prepare('insert into dossier_words (rowid, words, digits) values (?, ?, ?)')
  const mention = db.prepare('insert or ignore into mention values (?, ?)')
  const forget = [db.prepare('delete from dossier_words where rowid = ?'), db.prepare('delete from mention where position = ?')]
  return {
    put: (position: number, { applicant, answers }: DossierReceived): void => {
      const indexed = indexWords(applicant.name, [applicant.number, applicant.phone])
      words.run(position, indexed.words, indexed.digits)
      for (const number of numbersIn(answers)) mention.run(number, position)
    },
    drop: (position: number): void => {
      for (const one of forget) one.run(position)
    },
  }
}

const numbersIn = (answers: Answers): readonly string[] =>
  Object.entries(answers).flatMap(([field, { value }]) => (/(^|\.)number$/.test(field) && /^(\d{9}|\d{12})$/.test(value) ? [value] : []))
