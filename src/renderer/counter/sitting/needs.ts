import type { Draft } from '#domain/dossier/dossier.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Day } from '#domain/kernel/time.ts'
import type { Answer, Answers } from '#domain/procedure/answer.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { checkAnswers } from '#domain/procedure/check.ts'
import { holds } from '#domain/procedure/condition.ts'
import { isAsked } from '#domain/procedure/fill.ts'
import { type FormLine, formNow } from '#domain/procedure/group.ts'
import { type Field, type Procedure, sourcesOf } from '#domain/procedure/procedure.ts'

/** The lines of the form that count now, headings included, in the order they are said aloud. */
export const rowsNow = (procedure: Procedure, answers: Answers): readonly FormLine[] =>
  formNow(procedure, answers).filter(item => (item.kind === 'heading' ? holds(item.when, valueIn(answers)) : isAsked(item, answers)))

/** Every place where the hand can stop, top to bottom, and whether it still needs something: fields by their id, papers as `papers.id`. */
export function stopsOf(procedure: Procedure, draft: Draft, today: Day): readonly { readonly place: string; readonly needs: boolean }[] {
  const wrong = new Set(checkAnswers(procedure, draft.answers, today).map(fault => fault.field))
  const fields = rowsNow(procedure, draft.answers).flatMap(row =>
    row.kind === 'heading' ? [] : [{ place: row.id, needs: wrong.has(row.id) }],
  )
  const papers = papersNeeded(procedure, draft).map(paper => ({
    place: `papers.${paper.id}`,
    needs: paper.must && draft.papers[paper.id] === undefined,
  }))
  return [...fields, ...papers]
}

/**
 * Where Enter leads from `place`: the next stop below that still needs something, then the first above it; `null` when
 * nothing needs anything more and it is time to finish.
 */
export function nextNeed(procedure: Procedure, draft: Draft, today: Day, place: string | null): string | null {
  const stops = stopsOf(procedure, draft, today)
  const here = stops.findIndex(stop => stop.place === place)
  const ahead = [...stops.slice(here + 1), ...stops.slice(0, Math.max(here, 0))]
  return ahead.find(stop => stop.needs)?.place ?? null
}

export const needCount = (procedure: Procedure, draft: Draft, today: Day): number =>
  stopsOf(procedure, draft, today).filter(stop => stop.needs).length

/** What is plainly wrong in a field the hand has left. What is merely missing is not wrong yet. */
export const wrongNow = (procedure: Procedure, answers: Answers, today: Day, place: string | null): readonly Fault[] =>
  checkAnswers(procedure, answers, today).filter(fault => fault.code !== 'field.missing' && fault.field !== place)

/** Whether a value is carried over and not yet confirmed: an earlier dossier may be out of date, a part of the card misread. */
export const isDoubtful = (field: Pick<Field, 'from'>, { origin, heard }: Answer, shaky: readonly string[]): boolean =>
  heard === undefined &&
  (origin.from === 'earlier' || (origin.from === 'card' && sourcesOf(field).some(source => shaky.some(part => source === `card.${part}`))))

/** The lines that are read back to the citizen: what is asked and answered, as a person says it. */
export type SpokenLine = { readonly field: Field; readonly value: string; readonly heard: boolean }

export const spokenLines = (procedure: Procedure, answers: Answers): readonly SpokenLine[] =>
  rowsNow(procedure, answers).flatMap(row => {
    const value = row.kind === 'heading' ? '' : valueIn(answers)(row.id)
    return row.kind === 'heading' || value === '' ? [] : [{ field: row, value, heard: answers[row.id]?.heard !== undefined }]
  })
