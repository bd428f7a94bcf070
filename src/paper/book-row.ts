import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { DossierMoved, Happening } from '#domain/dossier/move.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { bookTime, dayText, paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { unitOf } from './control.ts'
import { commonValues } from './form-sheet.ts'

const words = paperWords.book

/** The columns, counted from 0, that stand under one head: receiving and giving back. */
export const UNDER_ONE_HEAD = { from: 7, to: 11 } as const

/** One dossier of the book and all that happened to it. */
export type BookRow = { readonly dossier: DossierReceived; readonly history: readonly Happening[] }

/** A row of the follow-up book, as many cells as the form has columns. */
export function bookCells({ dossier, history }: BookRow): readonly string[] {
  const { book, code, applicant, received, returnBy } = dossier
  const moves = history.flatMap(one => (one.kind === 'moved' ? [one.moved] : []))
  const returned = moves.findLast(({ step }) => step.kind === 'return')
  return [
    String(book.number),
    code,
    commonValues(dossier).procedure,
    '01',
    applicant.name,
    [applicant.address, applicant.phone].filter(part => part !== null && part !== '').join(', '),
    unitOf(dossier, moves),
    bookTime(received),
    bookTime(lifeOf(dossier, history).due),
    returned === undefined ? '' : bookTime(returned.at),
    words[returnBy],
    returned?.step.kind === 'return' ? `\n\n${returned.step.to.name}` : '',
    history.flatMap(notes).join('; '),
  ]
}

/** What the last column says of a happening; most steps say nothing. */
function notes(happening: Happening): readonly string[] {
  if (happening.kind === 'corrected') return [put(words.correct, { day: dayText(dayOf(happening.corrected.at)) })]
  const { step, at }: DossierMoved = happening.moved
  const { kind } = step
  const said = kind === 'supplement' || kind === 'complete' || kind === 'extend' || kind === 'refuse' || kind === 'stop'
  return said ? [put(words[kind], { day: dayText(dayOf(at)) })] : []
}
