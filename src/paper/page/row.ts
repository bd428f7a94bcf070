import { type Run, flow } from './flow.ts'
import { type Mark, type Measure, moved } from './mark.ts'

/** A label with what was filled in, or a box with its word. `blank`: nothing was, so a dotted line is left to write on. */
export type Segment = {
  readonly runs: readonly Run[]
  readonly blank: boolean
  readonly box?: { readonly size: number; readonly ticked: boolean }
}

/** One line of marks, baseline at 0. */
type RowLine = readonly Mark[]

/** White between two segments on one line, between a box and its word, between a label and its dots. */
const GAP = 16
const BOX_GAP = 5
const DOTS_GAP = 4
/** A dotted line shorter than this cannot be written on. */
const DOTS_LEAST = 60

/** Segments that may share lines, one after the other; those that all fit into equal shares of a line stand in columns. */
export const setRow = (segments: readonly Segment[], width: number, measure: Measure): readonly RowLine[] =>
  rowsOf(segments, width, measure).flatMap(row => {
    const [only] = row
    return only !== undefined && row.length === 1 ? setAlone(only, width, measure) : [setTogether(row, width, measure)]
  })

/** As many segments to a line as go on it whole. */
function rowsOf(segments: readonly Segment[], width: number, measure: Measure): readonly (readonly Segment[])[] {
  const rows: Segment[][] = []
  for (const segment of segments) {
    const row = rows.at(-1)
    if (row !== undefined && together([...row, segment], measure) <= width) row.push(segment)
    else rows.push([segment])
  }
  return rows
}

const together = (row: readonly Segment[], measure: Measure): number =>
  row.reduce((sum, segment) => sum + natural(segment, measure) + GAP, -GAP)

/** One segment on as many lines as it needs; its dots reach the right edge. */
function setAlone(segment: Segment, width: number, measure: Measure): readonly RowLine[] {
  const inset = insetOf(segment)
  const lines = flow(segment.runs, width - inset, measure)
  const set = lines.map((line, index): RowLine => [
    ...(segment.box === undefined || index > 0 ? [] : [boxMark(segment.box, 0)]),
    ...line.marks.map(mark => moved(mark, inset, 0)),
  ])
  const from = inset + (lines.at(-1)?.width ?? 0) + DOTS_GAP
  if (!segment.blank) return set
  if (width - from < DOTS_LEAST) return [...set, [dots(0, width)]]
  return [...set.slice(0, -1), [...(set.at(-1) ?? []), dots(from, width)]]
}

function setTogether(row: readonly Segment[], width: number, measure: Measure): RowLine {
  const share = (width + GAP) / row.length
  const columns = row.every(segment => segment.box === undefined && natural(segment, measure) <= share - GAP)
  const blanks = row.filter(segment => segment.blank).length
  const spare = blanks === 0 ? 0 : (width - together(row, measure)) / blanks
  let x = 0
  return row.flatMap((segment, index) => {
    const room = columns ? share - GAP : natural(segment, measure) + (segment.blank ? spare : 0)
    const at = columns ? index * share : x
    x += room + GAP
    return place(segment, at, room, measure)
  })
}

/** A segment that is known to fit on one line. */
function place(segment: Segment, x: number, room: number, measure: Measure): RowLine {
  const inset = insetOf(segment)
  const [line] = flow(segment.runs, Infinity, measure)
  return [
    ...(segment.box === undefined ? [] : [boxMark(segment.box, x)]),
    ...(line?.marks ?? []).map(mark => moved(mark, x + inset, 0)),
    ...(segment.blank ? [dots(x + inset + (line?.width ?? 0) + DOTS_GAP, x + room)] : []),
  ]
}

/** How wide a segment is on one line, with the least of dots. */
function natural(segment: Segment, measure: Measure): number {
  const [line] = flow(segment.runs, Infinity, measure)
  return insetOf(segment) + (line?.width ?? 0) + (segment.blank ? DOTS_GAP + DOTS_LEAST : 0)
}

const insetOf = ({ box }: Segment): number => (box === undefined ? 0 : box.size + BOX_GAP)

const boxMark = ({ size, ticked }: NonNullable<Segment['box']>, x: number): Mark => ({ kind: 'box', x, y: -size + 1, size, ticked })

const dots = (from: number, to: number): Mark => ({ kind: 'line', x: from, y: 0, toX: to, toY: 0, dotted: true })
