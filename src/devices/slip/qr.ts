import bwip from 'bwip-js/node'
import type { Mark, Page, Row } from './row.ts'

/** Dots a module: a phone reads 0.75 mm from a hand's distance, more only costs paper and bytes. */
const MODULE = 6
/** White modules around a QR Code, ISO/IEC 18004 §6.3.8. */
const QUIET = 4

/**
 * A QR Code (level M) in the middle of the page, its quiet zone included.
 * A text too long for modules of 6 dots on this paper gets the largest that fit. Throws where no QR Code holds the text.
 */
export function qrRow(text: string, { width }: Page): Row {
  const { modules, dark } = symbol(text)
  const module = Math.max(1, Math.min(MODULE, Math.floor(width / (modules + 2 * QUIET))))
  const left = Math.floor((width - modules * module) / 2)
  const marks = Array.from({ length: modules }, (_, row) =>
    runs(dark.slice(row * modules, (row + 1) * modules)).map(({ from, length }) => ({ from, length, row })),
  )
    .flat()
    .map((run): Mark => ({
      kind: 'box',
      x: left + run.from * module,
      y: (run.row + QUIET) * module,
      width: run.length * module,
      height: module,
    }))
  return { height: (modules + 2 * QUIET) * module, right: left + modules * module, marks }
}

function symbol(text: string): { readonly modules: number; readonly dark: readonly number[] } {
  const [made] = bwip.raw('qrcode', text, 'eclevel=M')
  if (made === undefined || !('pixs' in made)) throw new Error('no QR Code was made')
  return { modules: made.pixx, dark: made.pixs }
}

/** Neighbouring dark modules become one box. */
function runs(row: readonly number[]): readonly { readonly from: number; readonly length: number }[] {
  const starts = row.flatMap((value, index) => (value !== 0 && (row[index - 1] ?? 0) === 0 ? [index] : []))
  return starts.map(from => {
    const end = row.indexOf(0, from)
    return { from, length: (end === -1 ? row.length : end) - from }
  })
}
