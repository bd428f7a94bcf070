import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node'
import type { FormSet } from '#domain/paper/form-set.ts'
import { type BookRow, UNDER_ONE_HEAD as UNDER, bookCells } from './book-row.ts'

/** Characters a column is wide, in the book's order. */
const WIDTHS = [6, 28, 34, 10, 28, 40, 28, 16, 16, 16, 18, 24, 24] as const

/**
 * The follow-up book as a spreadsheet (XLSX), the same columns as on paper. Every cell is text but the running number: a
 * name that begins with `=` or `+` stays a name, and a code keeps its noughts.
 */
export async function followUpSheet(rows: readonly BookRow[], { papers: { book } }: FormSet): Promise<Uint8Array> {
  const data = [...headRows(book), ...rows.map(row => bookCells(row).map(bodyCell))]
  const options = {
    sheet: book.title.join(' '),
    orientation: 'landscape',
    stickyRowsCount: 2,
    columns: WIDTHS.map(width => ({ width })),
  } as const
  return writeXlsxFile(data, { ...options, columns: [...options.columns] }).toBuffer()
}

/** Two rows: the word over several columns, and every column's own. */
function headRows({ columns, over }: FormSet['papers']['book']): readonly [Row, Row] {
  const look = { type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, borderStyle: 'thin' } as const
  const under = (index: number): boolean => index >= UNDER.from && index <= UNDER.to
  const above = columns.map((value, index): Cell => {
    if (index === UNDER.from) return { ...look, value: over, columnSpan: UNDER.to - UNDER.from + 1 }
    return under(index) ? null : { ...look, value, rowSpan: 2 }
  })
  return [above, columns.map((value, index): Cell => (under(index) ? { ...look, value } : null))]
}

function bodyCell(text: string, index: number): Cell {
  const look = { alignVertical: 'top', wrap: true, borderStyle: 'thin' } as const
  if (index === 0) return { ...look, type: Number, value: Number(text) }
  return { ...look, type: String, value: text.trim().replaceAll('\n', ' ') }
}
