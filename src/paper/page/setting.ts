import type { Measure } from './mark.ts'
import type { Density, Style } from './style.ts'

/** Everything a block needs to be set: where, how, and which block it is. */
export type Setting = {
  readonly style: Style
  readonly density: Density
  readonly measure: Measure
  /** Room for this block; a QR in the corner takes some away. */
  readonly width: number
  readonly block: number
}
