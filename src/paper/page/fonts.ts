import { readFileSync } from 'node:fs'
import { join } from 'node:path'
// oxlint-disable-next-line import/no-named-as-default -- the types know the default alone
import PDFDocument from 'pdfkit'
import type { FaceName, Measure } from './mark.ts'

/** Tinos: free, as wide letter for letter as the Times New Roman that NĐ 30/2020/NĐ-CP asks for, with every Vietnamese letter. */
const files: Readonly<Record<FaceName, string>> = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
}

export type Fonts = {
  readonly measure: Measure
  /** Makes the family known to a document. */
  readonly lend: (document: PDFKit.PDFDocument) => void
}

/** Reads and parses the family once; parsing costs more than a page, so every document borrows the same fonts. */
export function openFonts(folder: string): Fonts {
  const scratch = new PDFDocument({ autoFirstPage: false })
  const fonts = {
    regular: parsed(scratch, join(folder, files.regular)),
    bold: parsed(scratch, join(folder, files.bold)),
    italic: parsed(scratch, join(folder, files.italic)),
  }
  const lend: Fonts['lend'] = document => {
    document.registerFont('regular', fonts.regular)
    document.registerFont('bold', fonts.bold)
    document.registerFont('italic', fonts.italic)
  }
  lend(scratch)
  return {
    lend,
    measure: (text, { name, size }) => scratch.font(name).fontSize(size).widthOfString(text),
  }
}

/** The library takes a parsed font wherever it takes a file, though its types do not say so. */
function parsed(scratch: PDFKit.PDFDocument, file: string): PDFKit.Mixins.PDFFontSource {
  scratch.font(readFileSync(file))
  const embedded: unknown = Reflect.get(scratch, '_font')
  const font: unknown = typeof embedded === 'object' && embedded !== null ? Reflect.get(embedded, 'font') : null
  if (!isFont(font)) throw new Error(`no font in ${file}`)
  return font
}

const isFont = (font: unknown): font is PDFKit.Mixins.PDFFontSource =>
  typeof font === 'object' && font !== null && typeof Reflect.get(font, 'layout') === 'function'
