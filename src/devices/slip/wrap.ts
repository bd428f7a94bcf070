/** What `wrap` needs to know: the room in dots of the nth line, and how wide a text comes out. */
export type Room = { readonly room: (line: number) => number; readonly measure: (text: string) => number }

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Cuts a text into lines that fit. Breaks between words; a word wider than a line is broken between letters, never cut off. */
export function wrap(text: string, room: Room): readonly string[] {
  const lines: string[] = []
  for (const paragraph of clean(text).split('\n')) lines.push(...wrapParagraph(paragraph, shifted(room, lines.length)))
  return lines
}

/** One code point per letter, so that the font's own `ế` is drawn; nothing invisible but line ends. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')

const shifted = ({ room, measure }: Room, by: number): Room => ({ room: line => room(line + by), measure })

function wrapParagraph(text: string, { room, measure }: Room): readonly string[] {
  if (measure(text) <= room(0)) return [text]
  const lines: string[] = []
  let line = ''
  const fits = (candidate: string): boolean => measure(candidate) <= room(lines.length)
  const end = (): void => {
    lines.push(line)
    line = ''
  }
  for (const word of text.split(' ')) {
    if (line !== '' && !fits(`${line} ${word}`)) end()
    if (line === '' && !fits(word) && measure(word) <= room(lines.length + 1)) end()
    if (line !== '' || fits(word)) {
      line = line === '' ? word : `${line} ${word}`
      continue
    }
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && !fits(line + segment)) end()
      line += segment
    }
  }
  end()
  return lines
}
