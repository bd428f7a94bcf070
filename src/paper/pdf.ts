import PDFDocument from 'pdfkit'
import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { drawSheets } from './page/draw.ts'
import { type Fonts, openFonts } from './page/fonts.ts'
import { layOut } from './page/lay-out.ts'
import type { Measure } from './page/mark.ts'
import { type Page, paginate } from './page/paginate.ts'
import { type PageSize, type Style, styles } from './page/style.ts'

export type { PageSize } from './page/style.ts'

export type PressOptions = {
  readonly size: PageSize
  /** Shown by a reader of the file; never names a citizen. */
  readonly title: string
  /** When the file says it was made: the same blocks at the same moment are the same bytes. */
  readonly at: Instant
}

export type PagePress = { readonly press: (blocks: readonly Block[], options: PressOptions) => Promise<Uint8Array> }

/**
 * The press for pages: blocks in, a PDF out, without a window. Letters are embedded and can be searched and copied as
 * NFC; the file is tagged and says that it is Vietnamese. The fonts in `folder` are read with the first page and kept.
 */
export function openPagePress(folder: string): PagePress {
  let opened: Fonts | null = null
  return {
    press: async (blocks, options) => {
      opened ??= openFonts(folder)
      return press(blocks, options, opened)
    },
  }
}

async function press(blocks: readonly Block[], { size, title, at }: PressOptions, fonts: Fonts): Promise<Uint8Array> {
  const style = styles[size]
  const document = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title, Producer: 'Không Viết', Creator: 'Không Viết', CreationDate: new Date(at) },
  })
  const chunks: Buffer[] = []
  const written = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', resolve)
    document.on('error', reject)
  })
  fonts.lend(document)
  const sheets = sheetsOf(blocks).map(sheet => ({ blocks: sheet, pages: fewestPages(sheet, style, fonts.measure) }))
  drawSheets(document, sheets, { style, measure: fonts.measure })
  document.end()
  await written
  return Buffer.concat(chunks)
}

/** What stands between two cuts is a sheet of its own, with its own setting and page numbers. A cut at the end makes none. */
function sheetsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sheets: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'cut') sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  const filled = sheets.filter(sheet => sheet.length > 0)
  return filled.length === 0 ? [[]] : filled
}

/** The loosest setting among those that need the fewest pages: a form that just misses one sheet is set closer. */
function fewestPages(blocks: readonly Block[], style: Style, measure: Measure): readonly Page[] {
  const room = style.height - style.margin.top - style.margin.bottom
  const [loosest, ...closer] = style.densities.map(density => () => paginate(layOut(blocks, style, density, measure), room))
  let best = loosest?.() ?? []
  for (const set of closer) {
    if (best.length <= 1) break
    const pages = set()
    if (pages.length < best.length) best = pages
  }
  return best
}
