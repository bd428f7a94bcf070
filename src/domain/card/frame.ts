/** Texts a scanner may send without an end before its buffer is thrown away: the longest card is a tenth of it. */
const MOST = 4096
/** Silence after which a text without a line end is whole. */
export const SILENCE_MS = 300

/**
 * What a scanner has sent so far of a text that is not whole yet. One character stands for one byte (Latin-1), so that
 * a letter cut in two by the line stays in two until the text is decoded whole.
 */
export type Frame = { readonly pending: string; readonly last: number }
export type Cut = { readonly frame: Frame; readonly texts: readonly string[] }

export const emptyFrame: Frame = { pending: '', last: 0 }

/** Takes the next piece, as it came at `at` (ms). Whole texts end with a line end or a tab; three MRZ lines are one text. */
export function feed({ pending }: Frame, piece: string, at: number): Cut {
  const parts = (pending + piece).split(/[\r\n\t]+/)
  const rest = parts.pop() ?? ''
  const whole = joinMrz(parts)
  const open = whole.open === '' ? rest : `${whole.open}\n${rest}`
  // Noise without an end: nothing in it can be a scan any more.
  return { frame: { pending: open.length > MOST ? '' : open, last: at }, texts: whole.texts.flatMap(splitGlued) }
}

/** After a silence what is pending is whole. */
export function idle(frame: Frame, at: number): Cut {
  if (frame.pending === '' || at - frame.last < SILENCE_MS) return { frame, texts: [] }
  const text = frame.pending.trim()
  return { frame: emptyFrame, texts: text === '' ? [] : splitGlued(text) }
}

/** A card's number, its old number or none, and then a letter: where a second scan begins inside a text. */
const HEADER = /\d{12}(?=\|(?:\d{9}|\d{12})?\|[^\d|])/g

/** Two scans that came as one are cut where the second card begins. */
export function splitGlued(text: string): readonly string[] {
  const starts = [...text.matchAll(HEADER)].map(match => match.index).filter(index => index > 0)
  const cuts = text.search(HEADER) <= 3 ? starts.filter(index => index > 3) : starts
  return [0, ...cuts].map((from, n) => text.slice(from, cuts[n])).filter(part => part.trim() !== '')
}

const MRZ_LINE = /^[A-Z0-9<]{30}$/

/** Lines of a TD1 zone are gathered in threes; one or two at the end stay open. */
function joinMrz(lines: readonly string[]): { readonly texts: readonly string[]; readonly open: string } {
  const texts: string[] = []
  let zone: string[] = []
  for (const line of lines.filter(part => part.trim() !== '')) {
    const inner = line.split('\n').map(part => part.trim())
    if (inner.every(part => MRZ_LINE.test(part)) && (zone.length > 0 || line.startsWith('I'))) zone.push(...inner)
    else texts.push(...zone.splice(0), line)
    if (zone.length >= 3) texts.push(zone.splice(0, 3).join('\n'))
  }
  return { texts, open: zone.join('\n') }
}
