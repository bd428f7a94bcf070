import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Align, Block } from '#domain/paper/block.ts'
import { wrap } from './wrap.ts'

/** A line in the printer's own letters: `scale` times as wide and as high as its usual ones. */
export type LetterLine = { readonly text: string; readonly align: Align; readonly bold: boolean; readonly scale: number }

/** Dots from one letter to the next in a printer's usual typeface. */
const LETTER_DOTS = 12
const TITLE_SCALE = 2
const MOST_SCALE = 4

/** A block as lines of letters on paper of `dots`; `null` where it is drawn: codes, tables, boxes, rules, what is underlined. */
export function letterLines(block: Block, dots: number): readonly LetterLine[] | null {
  const columns = Math.floor(dots / LETTER_DOTS)
  switch (block.kind) {
    case 'title':
      return lines(block.text, { align: 'center', bold: true, scale: fitting(block.text, columns, TITLE_SCALE) }, columns)
    case 'huge':
      return lines(block.text, { align: 'center', bold: true, scale: fitting(block.text, columns, MOST_SCALE) }, columns)
    case 'text':
      if (block.underline === true) return null
      return lines(block.text, { align: block.align ?? 'left', bold: block.style === 'bold', scale: 1 }, columns)
    case 'pair':
      return lines(`${block.label} ${block.value}`, PLAIN, columns)
    case 'list':
      return block.items.flatMap((item, index) => lines(`${index + 1}. ${item}`, PLAIN, columns))
    case 'columns':
    case 'table':
    case 'check':
    case 'qr':
    case 'rule':
    case 'space':
    case 'cut':
      return null
    default:
      return missingCase(block)
  }
}

type Look = Omit<LetterLine, 'text'>

const PLAIN: Look = { align: 'left', bold: false, scale: 1 }

const lines = (text: string, look: Look, columns: number): readonly LetterLine[] =>
  wrap(text, { room: () => Math.floor(columns / look.scale), measure: part => Array.from(part).length }).map(line => ({
    ...look,
    text: line,
  }))

/** The largest scale at which the text stands on one line. */
const fitting = (text: string, columns: number, most: number): number =>
  Math.max(1, Math.min(most, Math.floor(columns / Math.max(1, Array.from(text.normalize('NFC')).length))))

/** The line with its looks (ESC a, ESC E, GS !), which it takes back at its end. */
export const lineBytes = (line: LetterLine, letters: Uint8Array): Uint8Array =>
  Uint8Array.of(...looks(line), ...letters, 0x0a, ...looks(PLAIN))

const looks = ({ align, bold, scale }: Look): readonly number[] => {
  const side = { left: 0, center: 1, right: 2 }[align]
  return [0x1b, 0x61, side, 0x1b, 0x45, bold ? 1 : 0, 0x1d, 0x21, (scale - 1) * 0x11]
}

/** The same line as a block to be drawn, for a letter that the code page does not hold. */
export function drawnLine({ text, align, bold, scale }: LetterLine): Block {
  if (scale > TITLE_SCALE) return { kind: 'huge', text }
  return scale > 1 ? { kind: 'title', text } : { kind: 'text', text, align, style: bold ? 'bold' : 'normal' }
}
