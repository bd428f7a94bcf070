/**
 * What a paper is made of. A template answers with blocks; two presses understand them: the thermal one and the A4/A5 one.
 * Texts are final Vietnamese: a press only lays out.
 */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** A number or code to be read from afar. */
  | { readonly kind: 'huge'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly align?: Align; readonly style?: TextStyle }
  /** A printed label and what was filled in beside it. */
  | { readonly kind: 'pair'; readonly label: string; readonly value: string }
  /** Two columns side by side: letterheads, signatures. */
  | { readonly kind: 'columns'; readonly left: readonly ColumnLine[]; readonly right: readonly ColumnLine[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'check'; readonly text: string; readonly ticked: boolean }
  | { readonly kind: 'qr'; readonly text: string; readonly caption?: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly mm: number }
  /** Thermal: cut the paper. A4: a new page. */
  | { readonly kind: 'cut' }

export type Align = 'left' | 'center' | 'right'
export type TextStyle = 'normal' | 'bold' | 'italic' | 'small'
export type ColumnLine = { readonly text: string; readonly style?: TextStyle; readonly underline?: boolean }
