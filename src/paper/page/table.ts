import type { Align, Block } from '#domain/paper/block.ts'
import { aligned, flow } from './flow.ts'
import { type Face, type Mark, type Piece, kept, moved } from './mark.ts'
import type { Setting } from './setting.ts'

type Table = Extract<Block, { kind: 'table' }>

const PADDING = 4
/** Letters in a table are this share of the page's. */
const SCALE = 0.92
/** Rows up to this many lines stay on one page. */
const WHOLE_ROW = 14

/** Neighbouring columns as one cell. `open`: no line between it and the cell on that side. */
type Cell = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly align: Align
  readonly open?: Side
}
type Side = 'above' | 'below'

/** A ruled table. Cells wrap, a long row goes on over the page line by line, the head stands again on every page. */
export function tablePieces(table: Table, setting: Setting): readonly Piece[] {
  const { style, block, density } = setting
  const scale = table.scale ?? SCALE
  const bold = { ...style.faces.bold, size: style.faces.bold.size * scale }
  const normal = { ...style.faces.normal, size: style.faces.normal.size * scale }
  const edges = edgesOf(table.widths, setting.width)
  const head = headRows(table).flatMap(cells => rowPieces(cells, bold, edges, setting).map(kept))
  const body = table.rows.flatMap((row, index) => {
    const pieces = rowPieces(rowCells(row, table, index), normal, edges, setting)
    return wideIn(table, index).length > 0 ? pieces.map(kept) : pieces
  })
  return [...head, ...body.map(one => under(head, one)), { marks: [], height: density.gap + 2, block }]
}

const under = (head: readonly Piece[], piece: Piece): Piece => ({ ...piece, head })

const wideIn = ({ wide = [] }: Table, row: number | 'head') => wide.filter(one => one.row === row)

/** The head, and above it the words that several columns share; a column without one has its own head over both rows. */
function headRows(table: Table): readonly (readonly Cell[])[] {
  const { head, over } = table
  const own = rowCells(head, table, 'head').map((cell): Cell => ({ ...cell, align: 'center' }))
  if (over === undefined) return [own]
  const starts = over.flatMap((word, index) => (index > 0 && word !== '' && word === over[index - 1] ? [] : [index]))
  const above = starts.map((from, index): Cell => {
    const text = over[from] ?? ''
    return { text, from, to: (starts[index + 1] ?? head.length) - 1, align: 'center', ...(text === '' ? { open: 'below' } : {}) }
  })
  return [above, own.map(cell => (over[cell.from] === '' ? { ...cell, open: 'above' } : cell))]
}

/** A row's texts as cells, those that are joined as one. */
function rowCells(texts: readonly string[], table: Table, row: number | 'head'): readonly Cell[] {
  const wide = wideIn(table, row)
  return texts.flatMap((text, from): readonly Cell[] => {
    if (wide.some(one => from > one.from && from <= one.to)) return []
    const to = wide.find(one => one.from === from)?.to ?? from
    const open = openSide(table, row, from)
    return [{ text, from, to, align: to > from ? 'center' : (table.align?.[from] ?? 'left'), ...(open === null ? {} : { open }) }]
  })
}

/** An empty cell below a row with joined cells goes on from the cell above it. */
function openSide(table: Table, row: number | 'head', column: number): Side | null {
  if (row === 'head') return null
  const goesOn = (at: number): boolean => wideIn(table, at - 1).length > 0 && table.rows[at]?.[column] === ''
  if (goesOn(row)) return 'above'
  return goesOn(row + 1) ? 'below' : null
}

function rowPieces(cells: readonly Cell[], face: Face, edges: readonly number[], setting: Setting): readonly Piece[] {
  const { measure, density, block } = setting
  const set = cells.map(({ text, from, to, align }) => {
    const left = (edges[from] ?? 0) + PADDING
    const room = (edges[to + 1] ?? 0) - PADDING - left
    return flow([{ text, face }], room, measure).map(line => aligned(line, room, align).map(mark => moved(mark, left, 0)))
  })
  const lines = Math.max(1, ...set.map(cell => cell.length))
  const leading = face.size * Math.min(density.leading, 1.22)
  return Array.from({ length: lines }, (_, line): Piece => {
    const [first, last] = [line === 0, line === lines - 1]
    const above = first ? PADDING - 1 : 0
    const height = above + leading + (last ? PADDING - 1 : 0)
    const words = set.flatMap(cell => cell[line] ?? []).map(mark => moved(mark, 0, above + leading - face.size * 0.26))
    return { marks: [...words, ...frame(cells, edges, { height, first, last })], height, block, keep: !last && lines <= WHOLE_ROW }
  })
}

/** Upright lines between cells along the whole piece, a line above the first and below the last. */
function frame(
  cells: readonly Cell[],
  edges: readonly number[],
  { height, first, last }: { readonly height: number; readonly first: boolean; readonly last: boolean },
): readonly Mark[] {
  const at = (column: number): number => edges[column] ?? 0
  const across = (from: number, to: number, y: number): Mark => ({ kind: 'line', x: at(from), y, toX: at(to + 1), toY: y })
  const upright = [0, ...cells.map(({ to }) => to + 1)].map((column): Mark => ({
    kind: 'line',
    x: at(column),
    y: 0,
    toX: at(column),
    toY: height,
  }))
  const closed = (side: Side, y: number): readonly Mark[] =>
    cells.filter(({ open }) => open !== side).map(({ from, to }) => across(from, to, y))
  return [...upright, ...(first ? closed('above', 0) : []), ...(last ? closed('below', height) : [])]
}

function edgesOf(widths: readonly number[], width: number): readonly number[] {
  const total = widths.reduce((sum, share) => sum + share, 0)
  let taken = 0
  return [0, ...widths.map(share => ((taken += share) * width) / total)]
}
