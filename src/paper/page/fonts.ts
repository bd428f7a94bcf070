import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { FaceName, Measure } from './mark.ts'
import { type Subset, openSubsets } from './subset.ts'

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

/** What the library's parsed font is to us. */
type Font = {
  readonly unitsPerEm: number
  readonly glyphForCodePoint: (codePoint: number) => { readonly id: number; readonly advanceWidth: number }
}
type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
type GlyphOf = (letter: string) => Glyph

/** Reads and parses the family once; parsing costs more than a page, so every document borrows the same fonts. */
export function openFonts(folder: string): Fonts {
  const open = (name: FaceName) => {
    const file = readFileSync(join(folder, files[name]))
    const font = parsed(file)
    const glyphOf = glyphsOf(font)
    return { font: withOurOwn(font, glyphOf, openSubsets(file)), widthOf: (text: string) => advanceOf(text, glyphOf) / font.unitsPerEm }
  }
  const family = { regular: open('regular'), bold: open('bold'), italic: open('italic') }
  return {
    lend: document => {
      document.registerFont('regular', family.regular.font)
      document.registerFont('bold', family.bold.font)
      document.registerFont('italic', family.italic.font)
    },
    measure: (text, { name, size }) => family[name].widthOf(text) * size,
  }
}

/**
 * The glyph of a letter, looked up once. They are our own: the library's forget which letter they stand for when a glyph
 * (`e`) was first met as a part of another (`ề`), and the text of later documents has holes.
 */
function glyphsOf(font: Font): GlyphOf {
  const known = new Map<string, Glyph>()
  return letter => {
    const found = known.get(letter)
    if (found !== undefined) return found
    const codePoint = letter.codePointAt(0) ?? 0
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    const glyph = { id, advanceWidth, codePoints: [codePoint] }
    known.set(letter, glyph)
    return glyph
  }
}

function advanceOf(text: string, glyphOf: GlyphOf): number {
  let advance = 0
  for (const letter of text) advance += glyphOf(letter).advanceWidth
  return advance
}

/**
 * Sets letter beside letter, without ligatures or kerning: Vietnamese in NFC needs neither, administrative papers are
 * typed without, and the shaping engine took more time than all the rest of a page. Cuts its parts for a document itself.
 */
function withOurOwn<Parsed extends Font>(font: Parsed, glyphOf: GlyphOf, createSubset: () => Subset): Parsed {
  const layout = (text: string) => {
    const glyphs = Array.from(text, glyphOf)
    // The library scales these numbers in place, so each call makes its own.
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
    return {
      glyphs,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }
  return Object.defineProperties(font, { layout: { value: layout }, createSubset: { value: createSubset } })
}

/** The library takes a parsed font wherever it takes a file, though its types do not say so. */
function parsed(file: Buffer): PDFKit.Mixins.PDFFontSource & Font {
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(file)
  const embedded: unknown = Reflect.get(scratch, '_font')
  const font: unknown = typeof embedded === 'object' && embedded !== null ? Reflect.get(embedded, 'font') : null
  if (!isFont(font)) throw new Error('no font in the file')
  return font
}

const isFont = (font: unknown): font is PDFKit.Mixins.PDFFontSource & Font =>
  typeof font === 'object' && font !== null && 'glyphForCodePoint' in font && 'unitsPerEm' in font && 'layout' in font
