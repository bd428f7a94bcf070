import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Align, Block } from '#domain/paper/block.ts'
import { columnPieces } from './columns.ts'
import { aligned, balanced, flow } from './flow.ts'
import { type Face, type Mark, type Measure, type Piece, kept, moved } from './mark.ts'
import { type Segment, setRow } from './row.ts'
import type { Setting } from './setting.ts'
import type { Density, Style } from './style.ts'
import { tablePieces } from './table.ts'

const QR_MM = 21
const MM = 72 / 25.4
const LIST_INDENT = 24

/** Sets the blocks of one sheet one below the other. Nothing is assigned to a page yet. */
export function layOut(blocks: readonly Block[], style: Style, density: Density, measure: Measure): readonly Piece[] {
  const whole = style.width - style.margin.left - style.margin.right
  const pieces: Piece[] = []
  let corner = 0
  for (const [index, block] of blocks.entries()) {
    if (isJoined(block) && index > 0) continue
    const width = corner > 0 ? whole - (QR_MM + 4) * MM : whole
    const set = setBlock([block, ...joinedAfter(blocks, index)], { style, density, measure, width, block: index }, whole)
    corner = block.kind === 'qr' && block.beside === true ? QR_MM * MM : corner - heightOf(set)
    if (block.kind === 'columns') keepWithLast(pieces)
    pieces.push(...set)
  }
  return pieces
}

const isJoined = (block: Block | undefined): boolean => block !== undefined && 'joined' in block && block.joined

/** The blocks that want to stand on the line of this one. */
function joinedAfter(blocks: readonly Block[], index: number): readonly Block[] {
  const rest = blocks.slice(index + 1)
  const end = rest.findIndex(block => !isJoined(block))
  return end === -1 ? rest : rest.slice(0, end)
}

/** A signature never stands alone on a page. */
function keepWithLast(pieces: Piece[]): void {
  const last = pieces.at(-1)
  if (last !== undefined) pieces[pieces.length - 1] = kept(last)
}

/** Bold words and titles stand over what follows, so they stay with it. */
function setBlock(row: readonly Block[], setting: Setting, whole: number): readonly Piece[] {
  const [block] = row
  const { style, density, width } = setting
  if (block === undefined) return []
  switch (block.kind) {
    case 'title':
      return textPieces(block.text, style.faces.title, 'center', setting).map(kept)
    case 'huge':
      return textPieces(block.text, style.faces.huge, 'center', setting)
    case 'text':
      if (row.length > 1) return rowPieces(row, setting)
      return block.style === 'bold' ? linesOfText(block, setting).map(kept) : linesOfText(block, setting)
    case 'pair':
    case 'check':
      return rowPieces(row, setting)
    case 'columns':
      return columnPieces(block, setting)
    case 'table':
      return tablePieces(block, setting)
    case 'list':
      return block.items.flatMap((item, index) => itemPieces(item, `${index + 1}.`, setting))
    case 'qr':
      return qrPieces(block, setting, whole)
    case 'rule':
      return [piece([{ kind: 'line', x: 0, y: 4, toX: width, toY: 4 }], 8, setting)]
    case 'space':
      return [piece([], block.mm * MM * (density.gap > 2 ? 1 : 0.6), setting)]
    case 'cut':
      return []
    default:
      return missingCase(block)
  }
}

const piece = (marks: readonly Mark[], height: number, { block }: Setting): Piece => ({ marks, height, block })

/** Lines whose marks stand at baseline 0, as pieces: leading above, the block's white below the last. Short blocks stay whole. */
export function linePieces(lines: readonly (readonly Mark[])[], face: Face, { density, block }: Setting): readonly Piece[] {
  const height = face.size * density.leading
  const base = height - face.size * 0.28
  return lines.map((marks, index) => ({
    marks: marks.map(mark => moved(mark, 0, base)),
    height: index === lines.length - 1 ? height + density.gap : height,
    block,
    keep: index < lines.length - 1 && (lines.length <= 4 || index === 0 || index === lines.length - 2),
  }))
}

function textPieces(text: string, face: Face, align: Align, setting: Setting, underline = false): readonly Piece[] {
  const { width, measure } = setting
  const lines = (align === 'center' ? balanced : flow)([{ text, face }], width, measure).map(line => {
    const marks: readonly Mark[] = aligned(line, width, align)
    return underline ? marks.concat(lineUnder(marks[0]?.x ?? 0, line.width)) : marks
  })
  return linePieces(lines, face, setting)
}

const linesOfText = (
  { text, style = 'normal', align = 'left', underline = false }: Extract<Block, { kind: 'text' }>,
  setting: Setting,
): readonly Piece[] => textPieces(text, setting.style.faces[style], align, setting, underline)

const lineUnder = (x: number, length: number): Mark => ({ kind: 'line', x, y: 3.5, toX: x + length, toY: 3.5 })

function rowPieces(row: readonly Block[], setting: Setting): readonly Piece[] {
  const { style, width, measure } = setting
  return linePieces(
    setRow(
      row.map(block => segmentOf(block, style)),
      width,
      measure,
    ),
    style.faces.normal,
    setting,
  )
}

/** What was filled in is bold: an official who checks a form sees the answers first. */
function segmentOf(block: Block, { faces }: Style): Segment {
  const normal = faces.normal
  if (block.kind === 'pair')
    return {
      runs: [
        { text: block.label, face: normal },
        { text: block.value, face: faces.bold },
      ],
      blank: block.value === '',
    }
  if (block.kind === 'check')
    return { runs: [{ text: block.text, face: normal }], blank: false, box: { size: normal.size * 0.78, ticked: block.ticked } }
  return { runs: [{ text: block.kind === 'text' ? block.text : '', face: normal }], blank: false }
}

function itemPieces(item: string, number: string, setting: Setting): readonly Piece[] {
  const { style, width, measure } = setting
  const face = style.faces.normal
  const numbered: readonly Mark[] = [{ kind: 'text', text: number, face, x: LIST_INDENT - 4 - measure(number, face), y: 0 }]
  const lines = flow([{ text: item, face }], width - LIST_INDENT, measure).map((line, index) =>
    (index === 0 ? numbered : []).concat(line.marks.map(mark => moved(mark, LIST_INDENT, 0))),
  )
  return linePieces(lines, face, setting)
}

function qrPieces(block: Extract<Block, { kind: 'qr' }>, setting: Setting, whole: number): readonly Piece[] {
  const size = QR_MM * MM
  if (block.beside === true) return [{ ...piece([{ kind: 'qr', x: whole - size, y: 0, size, text: block.text }], 0, setting), keep: true }]
  const code = { ...piece([{ kind: 'qr', x: (setting.width - size) / 2, y: 2, size, text: block.text }], size + 4, setting), keep: true }
  return [code, ...textPieces(block.caption ?? '', setting.style.faces.normal, 'center', setting)]
}

const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height }) => sum + height, 0)
