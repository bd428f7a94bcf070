import { baseline, lineHeight } from './face.ts'
import type { Face, Measure } from './face.ts'
import { wrap } from './wrap.ts'
import type { Align } from '#domain/paper/block.ts'

/** Something with ink, placed in dots from the top left corner of its row. */
export type Mark =
  | { readonly kind: 'text'; readonly text: string; readonly face: Face; readonly x: number; readonly y: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What is never split between two strips: a line of letters, a QR. */
export type Row = {
  readonly height: number
  /** No ink from this dot on. */
  readonly right: number
  readonly marks: readonly Mark[]
  /** Where its letters stand, for a neighbour in another size. */
  readonly base?: number
  /** The paper is cut after it. */
  readonly cut?: true
}

export type Page = { readonly width: number; readonly measure: Measure }

/** Where a text stands: from `x`, `width` dots wide; its first line may begin `indent` dots further in. */
export type Place = {
  readonly x: number
  readonly width: number
  readonly align?: Align
  readonly indent?: number
  readonly underline?: boolean
}

export const blank = (height: number): Row => ({ height, right: 0, marks: [] })

/** Ink of a slanted or wide letter may pass its measured width by a little. */
const OVERHANG = 6

export function textRows(text: string, face: Face, place: Place, { measure }: Page): readonly Row[] {
  const room = (line: number): number => place.width - (line === 0 ? (place.indent ?? 0) : 0)
  return wrap(text, { room, measure: part => measure(part, face) }).map((line, index) => {
    const width = measure(line, face)
    const start = place.x + (index === 0 ? (place.indent ?? 0) : 0) + Math.round((room(index) - width) * shares[place.align ?? 'left'])
    const words: Mark = { kind: 'text', text: line, face, x: start, y: baseline(face) }
    const under: Mark = { kind: 'box', x: start, y: baseline(face) + 4, width: Math.round(width), height: 2 }
    return {
      height: lineHeight(face),
      base: baseline(face),
      right: Math.ceil(start + width) + OVERHANG,
      marks: place.underline === true ? [words, under] : [words],
    }
  })
}

const shares = { left: 0, center: 0.5, right: 1 } as const

/** Rows that stand side by side: the nth of each become one, their letters on one line. */
export const beside = (...stacks: readonly (readonly Row[])[]): readonly Row[] =>
  Array.from({ length: Math.max(...stacks.map(stack => stack.length)) }, (_, index) => {
    const rows = stacks.flatMap(stack => stack[index] ?? [])
    const base = Math.max(...rows.map(row => row.base ?? 0))
    const level = rows.map(row => lower(row, base - (row.base ?? base)))
    return {
      height: Math.max(...level.map(row => row.height)),
      right: Math.max(...level.map(row => row.right)),
      marks: level.flatMap(row => row.marks),
      base,
    }
  })

const lower = (row: Row, by: number): Row =>
  by === 0 ? row : { ...row, height: row.height + by, marks: row.marks.map(mark => ({ ...mark, y: mark.y + by })) }
