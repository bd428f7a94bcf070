import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { DossierMoved } from '#domain/dossier/move.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { bookTime, dayText, paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { unitOf } from './control.ts'
import { commonValues } from './form-sheet.ts'

const words = paperWords.book

/** The columns, counted from 0, that stand under one head: receiving and giving back. */
export const UNDER_ONE_HEAD = { from: 7, to: 11 } as const

/** One dossier of the book and all that happened to it. */
export type BookRow = { readonly dossier: DossierReceived; readonly moves: readonly DossierMoved[] }

/** A row of the follow-up book, as many cells as the form has columns. */
export function bookCells({ dossier, moves }: BookRow): readonly string[] {
  const { book, code, applicant, received, due, returnBy } = dossier
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
    bookTime(moves.at(-1)?.due ?? due),
    returned === undefined ? '' : bookTime(returned.at),
    words[returnBy],
    returned?.step.kind === 'return' ? `\n\n${returned.step.to.name}` : '',
    moves.flatMap(notes).join('; '),
  ]
}

/** What the last column says of a step; most say nothing. */
function notes({ step, at }: DossierMoved): readonly string[] {
  const { kind } = step
  const said = kind === 'supplement' || kind === 'complete' || kind === 'extend' || kind === 'refuse' || kind === 'stop'
  return said ? [put(words[kind], { day: dayText(dayOf(at)) })] : []
}
