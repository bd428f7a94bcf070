import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { join } from 'node:path'

/** How letters look on a slip. Noto Sans at 24 dots was read by OCR without a wrong letter; smaller or lighter faces were not. */
export type Face = { readonly size: number; readonly bold?: boolean; readonly italic?: boolean }

/** Width in dots of a text in a face. */
export type Measure = (text: string, face: Face) => number

const FAMILY = 'Khong Viet Slip'

export const fontOf = ({ size, bold, italic }: Face): string =>
  `${italic === true ? 'italic ' : ''}${bold === true ? 'bold ' : ''}${size}px "${FAMILY}"`

/** Dots from the top of a line to its baseline: the ascent of Noto Sans (1.069 em) holds a capital with two marks, `Ế`. */
export const baseline = (face: Face): number => Math.ceil(face.size * 1.069)

/** Dots from one line to the next. */
export const lineHeight = (face: Face): number => baseline(face) + Math.ceil(face.size * 0.293)

/**
 * Makes the fonts in `folder` known to the canvas, once per process, and answers with a way to measure.
 * Throws where a font file is missing or broken: then the program itself is broken.
 */
export function openFaces(folder: string): Measure {
  if (!GlobalFonts.has(FAMILY)) {
    for (const file of ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']) {
      if (GlobalFonts.registerFromPath(join(folder, file), FAMILY) === null) throw new Error(`font ${file} cannot be read`)
    }
  }
  const pen = createCanvas(8, 8).getContext('2d')
  return (text, face) => {
    pen.font = fontOf(face)
    return pen.measureText(text).width
  }
}
