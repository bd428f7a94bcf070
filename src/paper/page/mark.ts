/** A font of the family and its size in points. */
export type Face = { readonly name: FaceName; readonly size: number }
export type FaceName = 'regular' | 'bold' | 'italic'

/** Points a text is wide. */
export type Measure = (text: string, face: Face) => number

/** Something with ink, in points from the top left corner of its piece; `y` of a text is its baseline. */
export type Mark =
  | TextMark
  | { readonly kind: 'line'; readonly x: number; readonly y: number; readonly toX: number; readonly toY: number; readonly dotted?: boolean }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly size: number; readonly ticked: boolean }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly size: number; readonly text: string }

export type TextMark = { readonly kind: 'text'; readonly text: string; readonly face: Face; readonly x: number; readonly y: number }

/** What is never split between two pages: a line of letters, a line of a table row. */
export type Piece = {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Which block it belongs to: what a screen reader hears as one thing. */
  readonly block: number
  /** Stays on the page of the piece that follows. */
  readonly keep?: boolean
  /** Set again above it where a page begins with it. */
  readonly head?: readonly Piece[]
}

/** The same mark, `x` further right and `y` further down. */
export const moved = (mark: Mark, x: number, y: number): Mark =>
  mark.kind === 'line'
    ? { ...mark, x: mark.x + x, y: mark.y + y, toX: mark.toX + x, toY: mark.toY + y }
    : { ...mark, x: mark.x + x, y: mark.y + y }

export const kept = (piece: Piece): Piece => ({ ...piece, keep: true })
