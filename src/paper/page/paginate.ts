import type { Piece } from './mark.ts'

type Placed = { readonly piece: Piece; readonly y: number }
export type Page = readonly Placed[]

/**
 * Puts pieces on pages of `room` points. Pieces that keep together go to the next page together, where they fit on one;
 * a table that goes on sets its head again. There is always at least one page.
 */
export function paginate(pieces: readonly Piece[], room: number): readonly Page[] {
  const pages: Placed[][] = [[]]
  let y = 0
  const put = (piece: Piece): void => {
    pages.at(-1)?.push({ piece, y })
    y += piece.height
  }
  const turn = (): void => {
    pages.push([])
    y = 0
  }
  for (const [index, piece] of pieces.entries()) {
    const group = pieces[index - 1]?.keep === true ? piece.height : groupHeight(pieces, index)
    const needed = group <= room ? group : piece.height
    if (y > 0 && y + needed > room + 0.01) {
      turn()
      for (const head of piece.head ?? []) put(head)
    }
    if (y > 0 || piece.marks.length > 0) put(piece)
  }
  const last = pages.at(-1) ?? []
  return pages.length > 1 && last.every(({ piece }) => piece.marks.length === 0) ? pages.slice(0, -1) : pages
}

/** The height of a piece and all that it is kept with. */
function groupHeight(pieces: readonly Piece[], index: number): number {
  let height = 0
  for (const piece of pieces.slice(index)) {
    height += piece.height
    if (piece.keep !== true) break
  }
  return height
}
