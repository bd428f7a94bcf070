import type { TextStyle } from '#domain/paper/block.ts'
import type { SheetSize } from '#domain/paper/form-set.ts'
import type { Face } from './mark.ts'

export type PageSize = SheetSize

/** How tight a page is set, loosest first: a paper that just misses one sheet of paper is set closer, never smaller than the decree's sizes on A4. */
export type Density = { readonly leading: number; readonly gap: number }

export type Style = {
  readonly width: number
  readonly height: number
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly faces: Readonly<Record<TextStyle | 'title' | 'huge', Face>>
  /** Points between the baselines, as a share of the size; points below a block. */
  readonly densities: readonly [Density, ...Density[]]
}

const MM = 72 / 25.4

const faces = (body: number, title: number, small: number, huge: number): Style['faces'] => ({
  normal: { name: 'regular', size: body },
  bold: { name: 'bold', size: body },
  italic: { name: 'italic', size: body },
  small: { name: 'italic', size: small },
  title: { name: 'bold', size: title },
  huge: { name: 'bold', size: huge },
})

/**
 * A4 by NĐ 30/2020/NĐ-CP Phụ lục I: letters of 13 to 14 points, 30 mm on the left for the binding, 20 mm above and below.
 * A5 is the size of the one-stop forms (TT 01/2018/TT-VPCP), for which no decree fixes sizes. The book lies on its long
 * side, bound on the left; it is set one way, or its pages would differ from print to print.
 */
export const styles: Readonly<Record<PageSize, Style>> = {
  A4: {
    width: 210 * MM,
    height: 297 * MM,
    margin: { left: 30 * MM, right: 15 * MM, top: 20 * MM, bottom: 20 * MM },
    faces: faces(13, 14, 11, 26),
    densities: [
      { leading: 1.32, gap: 3 },
      { leading: 1.26, gap: 2.5 },
      { leading: 1.2, gap: 2 },
      { leading: 1.16, gap: 1.2 },
      { leading: 1.12, gap: 0.5 },
    ],
  },
  A5: {
    width: 148 * MM,
    height: 210 * MM,
    margin: { left: 15 * MM, right: 12 * MM, top: 10 * MM, bottom: 10 * MM },
    faces: faces(10.5, 12, 9, 20),
    densities: [
      { leading: 1.3, gap: 2.5 },
      { leading: 1.24, gap: 2 },
      { leading: 1.18, gap: 1.5 },
      { leading: 1.13, gap: 0.9 },
      { leading: 1.08, gap: 0.4 },
    ],
  },
  'A4-landscape': {
    width: 297 * MM,
    height: 210 * MM,
    margin: { left: 20 * MM, right: 10 * MM, top: 12 * MM, bottom: 12 * MM },
    faces: faces(11, 14, 9, 20),
    densities: [{ leading: 1.25, gap: 2.5 }],
  },
}
