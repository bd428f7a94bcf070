import type { Block, ColumnLine } from '#domain/paper/block.ts'
import { aligned, balanced } from './flow.ts'
import type { Setting } from './setting.ts'
import { type Mark, type Piece, moved } from './mark.ts'

const GAP = 10
/** A line that is wider than its column by no more than this is set smaller rather than broken: the nation's name is one line. */
const SQUEEZE = 0.86

/** Two columns of centred lines side by side, never split between pages: letterheads and signatures. */
export function columnPieces(block: Extract<Block, { kind: 'columns' }>, setting: Setting): readonly Piece[] {
  const { width, density } = setting
  const left = (width - GAP) * (block.share ?? 0.5)
  const right = width - GAP - left
  const scale = block.scale ?? 1
  const sides = [setColumn(block.left, left, scale, setting), setColumn(block.right, right, scale, setting)] as const
  const marks = [...sides[0].marks, ...sides[1].marks.map(mark => moved(mark, left + GAP, 0))]
  return [{ marks, height: Math.max(sides[0].height, sides[1].height) + density.gap, block: setting.block }]
}

function setColumn(
  lines: readonly ColumnLine[],
  width: number,
  scale: number,
  setting: Setting,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { density, measure, style } = setting
  const marks: Mark[] = []
  let y = 0
  for (const { text, style: look, underline, underlined } of lines) {
    const base = style.faces[look ?? 'normal']
    const face = { ...base, size: squeezed(measure(text, { ...base, size: base.size * scale }), width) * base.size * scale }
    const height = base.size * scale * density.leading
    for (const line of balanced([{ text, face }], width, measure)) {
      y += height
      marks.push(...aligned(line, width, 'center').map(mark => moved(mark, 0, y - base.size * scale * 0.28)))
    }
    if (underline === true) {
      const length = Math.min(measure(text, face), width) * (underlined ?? 1)
      marks.push({ kind: 'line', x: (width - length) / 2, y: y + 1.5, toX: (width + length) / 2, toY: y + 1.5 })
      y += 3
    }
  }
  return { marks, height: y }
}

const squeezed = (natural: number, width: number): number => (natural > width && natural * SQUEEZE <= width ? (width / natural) * 0.999 : 1)
