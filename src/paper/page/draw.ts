import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Block } from '#domain/paper/block.ts'
import { declarationWords } from '#words/declaration.ts'
import { put } from '#words/say.ts'
import type { Mark, Measure } from './mark.ts'
import type { Page } from './paginate.ts'
import { qrRuns } from './qr.ts'
import type { Style } from './style.ts'

type Document = PDFKit.PDFDocument

/** A paper and its pages: they are numbered from 1 where there are several. */
export type Sheet = { readonly blocks: readonly Block[]; readonly pages: readonly Page[] }

type Look = { readonly style: Style; readonly measure: Measure }
type Pen = { readonly document: Document; readonly codeOf: typeof qrRuns }

/** Draws papers into a document, block by block under a tag, so that a screen reader hears what the eye sees. */
export function drawSheets(document: Document, sheets: readonly Sheet[], look: Look): void {
  const root = document.struct('Document')
  document.addStructure(root)
  const pen = { document, codeOf: onceEach(qrRuns) }
  for (const sheet of sheets) drawSheet(pen, root, sheet, look)
  root.end()
}

/** The sheets of a paper bear the same code, and making one takes as long as all the text. */
function onceEach(make: typeof qrRuns): typeof qrRuns {
  const made = new Map<string, ReturnType<typeof qrRuns>>()
  return text => {
    const runs = made.get(text) ?? make(text)
    made.set(text, runs)
    return runs
  }
}

function drawSheet(pen: Pen, root: PDFKit.PDFStructureElement, { blocks, pages }: Sheet, { style, measure }: Look): void {
  const { document } = pen
  const tags = new Map<number, PDFKit.PDFStructureElement>()
  for (const [index, page] of pages.entries()) {
    document.addPage({ size: [style.width, style.height], margin: 0 })
    for (const number of new Set(page.map(({ piece }) => piece.block))) {
      const tag = tags.get(number) ?? tagOf(document, blocks[number])
      if (!tags.has(number)) {
        tags.set(number, tag)
        root.add(tag)
      }
      const content = document.markStructureContent('Span')
      for (const { piece, y } of page.filter(({ piece }) => piece.block === number))
        for (const mark of piece.marks) drawMark(pen, mark, style.margin.left, style.margin.top + y)
      document.endMarkedContent()
      tag.add(content)
    }
    if (pages.length > 1) drawFoot(document, footOf(blocks, index + 1, pages.length), style, measure)
  }
  for (const tag of tags.values()) tag.end()
}

function tagOf(document: Document, block: Block | undefined): PDFKit.PDFStructureElement {
  if (block?.kind === 'title') return document.struct('H1')
  if (block?.kind === 'qr') return document.struct('Figure', { alt: block.text })
  return document.struct('P')
}

function drawMark({ document, codeOf }: Pen, mark: Mark, left: number, top: number): void {
  const [x, y] = [left + mark.x, top + mark.y]
  switch (mark.kind) {
    case 'text':
      document.font(mark.face.name).fontSize(mark.face.size).text(mark.text, x, y, { lineBreak: false, baseline: 'alphabetic' })
      return
    case 'line':
      drawLine(document, mark, left, top)
      return
    case 'box':
      document.lineWidth(0.7).rect(x, y, mark.size, mark.size).stroke()
      if (mark.ticked) drawTick(document, x, y, mark.size)
      return
    case 'qr':
      drawQr(document, codeOf(mark.text), { x, y, size: mark.size })
      return
    default:
      missingCase(mark)
  }
}

function drawLine(document: Document, { x, y, toX, toY, dotted }: Extract<Mark, { kind: 'line' }>, left: number, top: number): void {
  document.moveTo(left + x, top + y).lineTo(left + toX, top + toY)
  if (dotted === true) document.lineWidth(0.8).lineCap('round').dash(0.01, { space: 2.6 }).stroke().undash().lineCap('butt')
  else document.lineWidth(0.6).stroke()
}

/** A cross, as one makes by hand; a letter, so that who copies the text finds it too. */
function drawTick(document: Document, x: number, y: number, size: number): void {
  document.font('bold').fontSize(size * 1.15)
  const width = document.widthOfString('X')
  document.text('X', x + (size - width) / 2, y + size * 0.88, { lineBreak: false, baseline: 'alphabetic' })
}

function drawQr(
  document: Document,
  { modules, runs }: ReturnType<typeof qrRuns>,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const module = size / modules
  for (const { row, from, length } of runs) document.rect(x + from * module, y + row * module, length * module, module)
  document.fill('black')
}

/** The page's number, after the code of the paper where it has one: a sheet that went astray is known again. */
function footOf(blocks: readonly Block[], page: number, pages: number): string {
  const code = blocks.find(({ kind }) => kind === 'qr')
  return `${code?.kind === 'qr' ? `${code.text} - ` : ''}${put(declarationWords.page, { page, pages })}`
}

function drawFoot(document: Document, text: string, style: Style, measure: Measure): void {
  const face = style.faces.small
  document.markContent('Artifact', { type: 'Pagination' })
  document
    .font(face.name)
    .fontSize(face.size)
    .text(text, (style.width - measure(text, face)) / 2, style.height - style.margin.bottom / 2, {
      lineBreak: false,
      baseline: 'alphabetic',
    })
  document.endMarkedContent()
}
