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

/** A ruled table. Cells wrap, a long row goes on over the page line by line, the head stands again on every page. */
export function tablePieces(table: Table, setting: Setting): readonly Piece[] {
  const { style, block, density } = setting
  const bold = { ...style.faces.bold, size: style.faces.bold.size * SCALE }
  const normal = { ...style.faces.normal, size: style.faces.normal.size * SCALE }
  const centred = table.head.map(() => 'center' as const)
  const head = rowPieces(table.head, centred, bold, table, setting).map(kept)
  const body = table.rows.flatMap(row => rowPieces(row, table.align ?? [], normal, table, setting))
  return [...head, ...body.map(one => under(head, one)), { marks: [], height: density.gap + 2, block }]
}

const under = (head: readonly Piece[], piece: Piece): Piece => ({ ...piece, head })

function rowPieces(cells: readonly string[], align: readonly Align[], face: Face, { widths }: Table, setting: Setting): readonly Piece[] {
  const { width, measure, density, block } = setting
  const edges = edgesOf(widths, width)
  const set = cells.map((cell, index) => {
    const [from = 0, to = width] = [edges[index], edges[index + 1]]
    const room = to - from - 2 * PADDING
    const lines = flow([{ text: cell, face }], room, measure)
    return lines.map(line => aligned(line, room, align[index] ?? 'left').map(mark => moved(mark, from + PADDING, 0)))
  })
  const lines = Math.max(1, ...set.map(cell => cell.length))
  const leading = face.size * Math.min(density.leading, 1.22)
  return Array.from({ length: lines }, (_, line): Piece => {
    const [first, last] = [line === 0, line === lines - 1]
    const above = first ? PADDING - 1 : 0
    const height = above + leading + (last ? PADDING - 1 : 0)
    const words = set.flatMap(cell => cell[line] ?? []).map(mark => moved(mark, 0, above + leading - face.size * 0.26))
    return { marks: [...words, ...frame(edges, height, first, last)], height, block, keep: !last && lines <= WHOLE_ROW }
  })
}

/** Upright lines along the whole piece, a line above the first and below the last. */
function frame(edges: readonly number[], height: number, first: boolean, last: boolean): readonly Mark[] {
  const across = (y: number): Mark => ({ kind: 'line', x: edges[0] ?? 0, y, toX: edges.at(-1) ?? 0, toY: y })
  const upright = edges.map((x): Mark => ({ kind: 'line', x, y: 0, toX: x, toY: height }))
  return [...upright, ...(first ? [across(0)] : []), ...(last ? [across(height)] : [])]
}

function edgesOf(widths: readonly number[], width: number): readonly number[] {
  const total = widths.reduce((sum, share) => sum + share, 0)
  let taken = 0
  return [0, ...widths.map(share => ((taken += share) * width) / total)]
}
