import type { Block } from '#domain/paper/block.ts'
import type { CodePageName } from '#domain/paper/code-page.ts'
import type { Profile } from '../profile.ts'
import type { Drawn } from './bitmap.ts'
import { encodeLine } from './code-page.ts'
import { drawStrips } from './draw.ts'
import { type Encoder, openEncoder } from './encode.ts'
import { drawnLine, letterLines, lineBytes } from './letters.ts'

/** `letters`: the code page that a person saw this printer print whole; `null` draws everything. */
export type SlipLook = Pick<Profile, 'dots' | 'dpi' | 'knife'> & { readonly letters: CodePageName | null; readonly fonts: string }

/**
 * A slip as bytes, piece by piece, so that the first leave before the last line is drawn. All is laid out before this returns:
 * a slip that cannot be drawn throws here and not half-way.
 */
export function slipBytes(slip: readonly Block[], look: SlipLook): Generator<Uint8Array, undefined> {
  const letters = slip.some(block => pageOf(block, look) !== null)
  const parts = letters ? slip.flatMap(block => partsOf(block, look)) : [drawStrips(slip, look.dots, look.fonts)]
  return encoded(parts, openEncoder({ dpi: look.dpi, knife: look.knife, letters }))
}

type Part = Iterable<Drawn> | Uint8Array

/** The page a block is printed in: its own, where it was written in one, else the printer's. */
const pageOf = (block: Block, look: SlipLook): CodePageName | null =>
  block.kind === 'text' && block.letters !== undefined ? block.letters : look.letters

function partsOf(block: Block, look: SlipLook): readonly Part[] {
  const { dots, fonts } = look
  const page = pageOf(block, look)
  const lines = page === null ? null : letterLines(block, dots)
  if (page === null || lines === null) return [drawStrips([block], dots, fonts)]
  return lines.map(line => {
    const letters = encodeLine(line.text, page)
    return letters === null ? drawStrips([drawnLine(line)], dots, fonts) : lineBytes(line, letters)
  })
}

function* encoded(parts: readonly Part[], encoder: Encoder): Generator<Uint8Array, undefined> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield encoder.addLine(part)
    else for (const strip of part) yield encoder.add(strip)
  }
  yield encoder.end()
}
