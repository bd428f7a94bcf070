import type { Align } from '#domain/paper/block.ts'
import type { Face, Measure, TextMark } from './mark.ts'

/** A stretch of text in one face. */
export type Run = { readonly text: string; readonly face: Face }

/** One line that was set: what is on it from its left edge, and how far that reaches. Baseline at 0. */
export type Line = { readonly marks: readonly TextMark[]; readonly width: number }

type Word = { readonly text: string; readonly face: Face; readonly width: number; readonly space: number }

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Breaks runs into lines no wider than `width`, between words; a word wider than a line between its letters. Nothing is cut off. */
export function flow(runs: readonly Run[], width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let taken = 0
  const end = (): void => {
    lines.push(setWords(words))
    words = []
    taken = 0
  }
  const add = (word: Word): void => {
    taken += (words.at(-1)?.space ?? 0) + word.width
    words.push(word)
  }
  for (const word of runs.flatMap(run => wordsOf(run, measure))) {
    if (word.text === '\n') end()
    else if (taken + (words.at(-1)?.space ?? 0) + word.width <= width) add(word)
    else {
      for (const part of partsThatFit(word, width, measure)) {
        if (words.length > 0) end()
        add(part)
      }
    }
  }
  if (words.length > 0 || lines.length === 0) end()
  return lines
}

/** As `flow`, with lines about as long as each other: a centred title does not leave one word alone on its last line. */
export function balanced(runs: readonly Run[], width: number, measure: Measure): readonly Line[] {
  const lines = flow(runs, width, measure)
  if (lines.length < 2 || lines.length > 3) return lines
  let [enough, tooLittle] = [width, 0]
  while (enough - tooLittle > 2) {
    const tried = (enough + tooLittle) / 2
    if (flow(runs, tried, measure).length <= lines.length) enough = tried
    else tooLittle = tried
  }
  return flow(runs, enough, measure)
}

/** A line's marks with the line standing left, in the middle or right of `width`. */
export function aligned(line: Line, width: number, align: Align): readonly TextMark[] {
  const by = (width - line.width) * { left: 0, center: 0.5, right: 1 }[align]
  return line.marks.map(mark => ({ ...mark, x: mark.x + by }))
}

function wordsOf({ text, face }: Run, measure: Measure): readonly Word[] {
  const space = measure(' ', face)
  return clean(text)
    .split(/( |\n)/)
    .filter(word => word !== '' && word !== ' ')
    .map(word => ({ text: word, face, width: measure(word, face), space }))
}

/** One code point a letter, so that a reader of the PDF finds `ế` and not three marks. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')

/** Neighbours of one face become one text. Letters stand beside each other without kerning, so widths simply add up. */
function setWords(words: readonly Word[]): Line {
  const marks: TextMark[] = []
  let x = 0
  let space = 0
  for (const word of words) {
    const last = marks.at(-1)
    x += space
    if (last !== undefined && last.face.name === word.face.name) marks[marks.length - 1] = { ...last, text: `${last.text} ${word.text}` }
    else marks.push({ kind: 'text', text: word.text, face: word.face, x, y: 0 })
    x += word.width
    space = word.space
  }
  return { marks, width: x }
}

function partsThatFit(word: Word, width: number, measure: Measure): readonly Word[] {
  if (word.width <= width) return [word]
  const parts: string[] = ['']
  for (const { segment } of graphemes.segment(word.text)) {
    const part = `${parts.at(-1) ?? ''}${segment}`
    if (parts.at(-1) === '' || measure(part, word.face) <= width) parts[parts.length - 1] = part
    else parts.push(segment)
  }
  return parts.map(text => ({ text, face: word.face, width: measure(text, word.face), space: word.space }))
}
