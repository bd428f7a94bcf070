import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Block, ColumnLine, TextStyle } from '#domain/paper/block.ts'
import type { Face } from './face.ts'
import { qrRow } from './qr.ts'
import { beside, blank, textRows } from './row.ts'
import type { Mark, Page, Row } from './row.ts'

/** White dots left and right: letters that hang over are not lost at the edge of the head. */
const MARGIN = 8
const GAP = 12
/** Second lines of a value or an item stand in by this. */
const INDENT = 24
/** Room for `40.` before an item. */
const LIST_INDENT = 44
/** White below each block, so that lines that belong together are seen to. */
const LEADING = 4
const DOTS_PER_MM = 203 / 25.4

const faces: Readonly<Record<TextStyle, Face>> = {
  normal: { size: 24 },
  bold: { size: 24, bold: true },
  italic: { size: 24, italic: true },
  small: { size: 20 },
}
const TITLE: Face = { size: 30, bold: true }
/** What was filled in stands out by size: in bold, OCR and tired eyes confuse the marks (`ằ` and `ă`) at 203 dpi. */
const VALUE: Sizes = { most: 28, least: 24 }
/** A ticket's number is read from an arm's length, from a chair. */
const HUGE: Sizes = { most: 168, least: 36, bold: true }

/** Turns blocks into rows of marks, top down. Nothing is drawn yet; widths come from `page.measure`. */
export const layOut = (blocks: readonly Block[], page: Page): readonly Row[] =>
  blocks.flatMap(block => (block.kind === 'cut' || block.kind === 'space' ? rowsOf(block, page) : [...rowsOf(block, page), blank(LEADING)]))

function rowsOf(block: Block, page: Page): readonly Row[] {
  const whole = { x: MARGIN, width: page.width - 2 * MARGIN }
  switch (block.kind) {
    case 'title':
      return textRows(block.text, TITLE, { ...whole, align: 'center' }, page)
    case 'huge':
      return textRows(block.text, fitting(block.text, HUGE, whole.width, page), { ...whole, align: 'center' }, page)
    case 'text':
      return textRows(
        block.text,
        faces[block.style ?? 'normal'],
        { ...whole, align: block.align ?? 'left', underline: block.underline ?? false },
        page,
      )
    case 'pair':
      return pairRows(block.label, block.value, page)
    case 'columns': {
      const half = Math.floor((whole.width - GAP) / 2)
      return beside(columnRows(block.left, MARGIN, half, page), columnRows(block.right, MARGIN + half + GAP, half, page))
    }
    case 'table':
      return tableRows(block, page)
    case 'list':
      return block.items.flatMap((item, index) =>
        beside(
          textRows(`${index + 1}.`, faces.normal, whole, page),
          textRows(item, faces.normal, { x: MARGIN + LIST_INDENT, width: whole.width - LIST_INDENT }, page),
        ),
      )
    case 'check':
      return beside([tickBox(block.ticked)], textRows(block.text, faces.normal, { x: MARGIN + 32, width: whole.width - 32 }, page))
    case 'qr':
      return [qrRow(block.text, page), ...captionRows(block.caption ?? block.text, page)]
    case 'rule':
      return [line(page.width)]
    case 'space':
      return [blank(Math.round(block.mm * DOTS_PER_MM))]
    case 'cut':
      return [{ height: 0, right: 0, marks: [], cut: true }]
    default:
      return missingCase(block)
  }
}

type Sizes = { readonly most: number; readonly least: number; readonly bold?: boolean }

/** The largest size in which the text fits on one line; where even the least does not, it will wrap. */
function fitting(text: string, { most, least, bold = false }: Sizes, room: number, { measure }: Page): Face {
  const natural = measure(text, { size: most, bold })
  return { size: Math.max(least, Math.floor((most * room) / Math.max(natural, room))), bold }
}

/** Label and value on one line; a value that is too long goes on below, a long label has its own lines. Codes are not broken where they can fit. */
function pairRows(label: string, value: string, page: Page): readonly Row[] {
  const whole = { x: MARGIN, width: page.width - 2 * MARGIN }
  const below = { x: MARGIN + INDENT, width: whole.width - INDENT }
  const longest = value.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? ''
  const face = fitting(longest, VALUE, below.width, page)
  const labelRows = textRows(label, faces.normal, whole, page)
  const taken = Math.ceil(page.measure(`${label} `, faces.normal))
  if (taken > whole.width / 2 && taken + page.measure(value, face) > whole.width)
    return [...labelRows, ...textRows(value, face, below, page)]
  return beside(labelRows, textRows(value, face, { ...below, indent: taken - INDENT }, page))
}

const columnRows = (lines: readonly ColumnLine[], x: number, width: number, page: Page): readonly Row[] =>
  lines.flatMap(({ text, style, underline }) =>
    textRows(text, faces[style ?? 'normal'], { x, width, align: 'center', underline: underline ?? false }, page),
  )

function tableRows({ head, rows, widths }: Extract<Block, { kind: 'table' }>, page: Page): readonly Row[] {
  const room = page.width - 2 * MARGIN
  const total = widths.reduce((sum, width) => sum + width, 0)
  const starts = widths.map((_, index) => Math.round((room * widths.slice(0, index).reduce((sum, width) => sum + width, 0)) / total))
  const cells = (texts: readonly string[], face: Face): readonly Row[] =>
    beside(
      ...texts.map((text, index) => {
        const start = starts[index] ?? room
        return textRows(text, face, { x: MARGIN + start, width: (starts[index + 1] ?? room) - start - GAP }, page)
      }),
    )
  return [...cells(head, { size: 20, bold: true }), line(page.width), ...rows.flatMap(row => cells(row, faces.normal)), line(page.width)]
}

function captionRows(caption: string, page: Page): readonly Row[] {
  const width = page.width - 2 * MARGIN
  return caption === '' ? [] : textRows(caption, fitting(caption, VALUE, width, page), { x: MARGIN, width, align: 'center' }, page)
}

const line = (width: number): Row => ({
  height: 14,
  right: width - MARGIN,
  marks: [{ kind: 'box', x: MARGIN, y: 6, width: width - 2 * MARGIN, height: 2 }],
})

function tickBox(ticked: boolean): Row {
  const box = (x: number, y: number, width: number, height: number): Mark => ({ kind: 'box', x: MARGIN + x, y: 8 + y, width, height })
  const frame = [box(0, 0, 20, 2), box(0, 18, 20, 2), box(0, 0, 2, 20), box(18, 0, 2, 20)]
  return { height: 34, right: MARGIN + 20, marks: ticked ? [...frame, box(5, 5, 10, 10)] : frame }
}
