import { isOpen, splitGlued } from './header.ts'

/** Texts a scanner may send without an end before they are thrown away: the longest card is a tenth of it. */
const MOST = 4096
/** Silence after which a text without a line end is whole. */
export const SILENCE_MS = 300

/**
 * What a scanner has sent so far of a text that is not whole yet. One character stands for one byte (Latin-1), so that
 * a letter cut in two by the line stays in two until the text is decoded whole.
 */
export type Frame = {
  readonly pending: string
  readonly last: number
  /** Too much came without an end: what follows is dropped up to the next line end or silence. */
  readonly noisy: boolean
}
/** `dropped` counts the characters of noise that this step threw away. */
export type Cut = { readonly frame: Frame; readonly texts: readonly string[]; readonly dropped: number }

export const emptyFrame: Frame = { pending: '', last: 0, noisy: false }

/**
 * Takes the next piece, as it came at `at` (ms). Whole texts end with a line end or a tab; three MRZ lines are one text, so is a
 * card with a line end inside it, and two cards glued are two.
 */
export function feed(frame: Frame, piece: string, at: number): Cut {
  const before = idle(frame, at)
  const muted = frame.noisy && at - frame.last < SILENCE_MS
  const from = muted ? piece.search(LINE_END) : 0
  if (from < 0) return { frame: { pending: '', last: at, noisy: true }, texts: before.texts, dropped: piece.length }
  const { texts, rest } = cutLines(before.frame.pending + piece.slice(from))
  const noisy = rest.length > MOST
  return {
    frame: { pending: noisy ? '' : rest, last: at, noisy },
    texts: [...before.texts, ...texts],
    dropped: from + (noisy ? rest.length : 0),
  }
}

/** After a silence what is pending is whole. */
export function idle(frame: Frame, at: number): Cut {
  if (frame.pending === '' || at - frame.last < SILENCE_MS) return { frame, texts: [], dropped: 0 }
  return { frame: emptyFrame, texts: wholeTexts(frame.pending), dropped: 0 }
}

const LINE_END = /[\r\n\t]/

/** Cuts at every line end that ends a text. One inside a text stays in it: the reader needs to know where it was broken. */
function cutLines(text: string): { readonly texts: readonly string[]; readonly rest: string } {
  const texts: string[] = []
  let from = 0
  for (const { index } of text.matchAll(/[\r\n\t]/g)) {
    if (isOpen(text.slice(from, index))) continue
    texts.push(...wholeTexts(text.slice(from, index)))
    from = index + 1
  }
  return { texts, rest: text.slice(from) }
}

/** Without the line ends around, and with one sign for each inside. */
const wholeTexts = (text: string): readonly string[] => splitGlued(text).map(part => part.trim().replace(/\r\n?/g, '\n'))
