import type { CodePageName } from './code-page.ts'

/**
 * What a paper is made of. A template answers with blocks; two presses understand them: the thermal one and the A4/A5 one.
 * Texts are final Vietnamese: a press only lays out. What is marked "pages" a slip may leave out without losing a word.
 */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** A number or code to be read from afar. */
  | { readonly kind: 'huge'; readonly text: string }
  /** Slips: `letters` is the code page of the printer's own letters it is printed in, `null` draws it; where not said, as the printer is set. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly align?: Align
      readonly style?: TextStyle
      readonly underline?: boolean
      readonly letters?: CodePageName | null
    }
  /** A printed label and what was filled in beside it; nothing filled in is a dotted line on pages. `joined`: pages put it on the line of the block before, where it fits. */
  | { readonly kind: 'pair'; readonly label: string; readonly value: string; readonly joined?: boolean }
  /** Two columns side by side: letterheads, signatures. Pages: `share` of the width goes to the left, `scale` sizes the letters. */
  | {
      readonly kind: 'columns'
      readonly left: readonly ColumnLine[]
      readonly right: readonly ColumnLine[]
      readonly share?: number
      readonly scale?: number
    }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
      /** Pages: how each column stands, left where not said. */
      readonly align?: readonly Align[]
      /** Pages: a word above each head; neighbours that say the same share one cell, and where nothing is said the head stands alone. */
      readonly over?: readonly string[]
      /** Pages: cells `from` to `to` of a row (or of the head) are one, with the text of the first. Such a row stays with the next, whose empty cells go on from above. */
      readonly wide?: readonly { readonly row: number | 'head'; readonly from: number; readonly to: number }[]
      /** Pages: letters in the cells as a share of the page's. */
      readonly scale?: number
    }
  /** Numbered from 1. */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'check'; readonly text: string; readonly ticked: boolean; readonly joined?: boolean }
  /** `beside`: pages set it in the right corner, beside what follows. */
  | { readonly kind: 'qr'; readonly text: string; readonly caption?: string; readonly beside?: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly mm: number }
  /** Thermal: cut the paper. A4: a new page. */
  | { readonly kind: 'cut' }

export type Align = 'left' | 'center' | 'right'
export type TextStyle = 'normal' | 'bold' | 'italic' | 'small'
/** One line of a column. Pages: the line drawn under it is `underlined` of its width, all of it where not said (NĐ 30/2020/NĐ-CP Phụ lục I). */
export type ColumnLine = { readonly text: string; readonly style?: TextStyle; readonly underline?: boolean; readonly underlined?: number }
