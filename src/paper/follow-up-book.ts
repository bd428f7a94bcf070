import { dayOf } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { dayText, paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { type BookRow, UNDER_ONE_HEAD as UNDER, bookCells } from './book-row.ts'
import { type FormValue, commonValues, formLines, formMark, signatures } from './form-sheet.ts'
import { letterhead } from './letterhead.ts'

const words = paperWords.book

/**
 * Sổ theo dõi hồ sơ, A4 landscape (TT 01/2018/TT-VPCP Điều 10): numbers run through the year, a volume ends where its
 * name ends, and the head of the agency signs and seals below its last row. Rows stand as they are given.
 */
export function followUpBook(rows: readonly BookRow[], set: FormSet): readonly Block[] {
  if (rows.length === 0) return [...title(set), { kind: 'text', text: words.empty, align: 'center' }]
  return volumes(rows).flatMap((volume, index) => [...(index === 0 ? [] : [{ kind: 'cut' } as const]), ...volumeBlocks(volume, set)])
}

const title = (set: FormSet): readonly Block[] => set.papers.book.title.map(text => ({ kind: 'title', text }))

/** Neighbours of one volume together. */
function volumes(rows: readonly BookRow[]): readonly (readonly BookRow[])[] {
  const found: BookRow[][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.[0]?.dossier.book.volume === row.dossier.book.volume) last.push(row)
    else found.push([row])
  }
  return found
}

function volumeBlocks(rows: readonly BookRow[], set: FormSet): readonly Block[] {
  const sheet = set.papers.book
  const [first, last] = [rows[0]?.dossier, rows.at(-1)?.dossier]
  if (first === undefined || last === undefined) return []
  const numbers = { first: first.book.number, last: last.book.number, count: rows.length }
  const span = put(words.page, { ...numbers, from: dayText(dayOf(first.received)), to: dayText(dayOf(last.received)) })
  const values = { ...commonValues(last), volume: first.book.volume, span, table: bookTable(rows, set) }
  return [
    ...formMark(set, sheet),
    letterhead(last.office, { number: '', at: null }),
    { kind: 'space', mm: 3 },
    ...title(set),
    ...formLines(sheet.lines, values, { dossier: last, said: numbers }),
    ...signatures({ sheet, dossier: last, official: last.official.name }),
  ]
}

const bookTable = (rows: readonly BookRow[], { papers: { book } }: FormSet): FormValue => ({
  below: [
    {
      kind: 'table',
      over: book.columns.map((_, index) => (index >= UNDER.from && index <= UNDER.to ? book.over : '')),
      head: book.columns,
      rows: rows.map(bookCells),
      widths: [4.2, 15.2, 10, 4.8, 9.5, 10, 7.5, 6.9, 6.9, 6.9, 6.4, 7.3, 7.2],
      scale: 0.8,
      align: ['center', 'left', 'left', 'center', 'left', 'left', 'left', 'center', 'center', 'center', 'center', 'center', 'left'],
    },
  ],
})
