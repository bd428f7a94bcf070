/** Black and white dots, row after row, eight to a byte, the leftmost in the highest bit; 1 is ink. `width` is a multiple of 8. */
export type Bitmap = { readonly width: number; readonly height: number; readonly bits: Uint8Array }

/** A bitmap and the rows after which the paper is cut (a cut at `height` is after the last row). */
export type Drawn = Bitmap & { readonly cuts: readonly number[] }
