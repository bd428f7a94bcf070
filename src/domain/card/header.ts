/**
 * Where a card begins inside a text: a whole head (number, old number or none, name, birth), or a number glued to an issue
 * date. A lone number is no head: a 2024 card may carry a cancelled one, and names, behind its issue date.
 */
const HEAD = /(?<=\|\d{8})\d{12}(?=\|)|\d{12}(?=\|(?:\d{9}|\d{12})?\|[^\d|][^|]*\|\d{8}(?:\||$))/g

/** What may stand before the first card: a BOM and the symbology prefix (ISO/IEC 15424). */
const PREFIX = 4

/** Two scans that came as one are cut where the next card begins. */
export function splitGlued(text: string): readonly string[] {
  const cuts = [...text.matchAll(HEAD)].map(match => match.index).filter(index => index > PREFIX)
  return [0, ...cuts].map((from, n) => text.slice(from, cuts[n])).filter(part => part.trim() !== '')
}

/** No card is longer; looking through noise again at each of its line ends would cost. */
const OPEN_MOST = 600

/**
 * Whether a line end after this text may lie inside a scan: a card that is not complete, or one or two MRZ lines. Only a
 * silence shows then that nothing more comes.
 */
export function isOpen(text: string): boolean {
  if (text.length > OPEN_MOST) return false
  const last = splitGlued(text).at(-1)?.trim() ?? ''
  return (CARD_START.test(last) && !CARD_WHOLE.test(last)) || isOpenZone(last)
}

const CARD_START = /^\uFEFF?(?:\][A-Za-z]\d)?\d{12}\|/
const CARD_WHOLE = /^\D{0,4}\d{12}(?:\|[^|]*){2}\|\d{8}(?:\|[^|]*){2}\|\d{8}(?:\||\s*$)/

/** A TD1 line has 30 signs (ICAO 9303-5); a camera may lose or add one or two. */
const ZONE_LINE = /^[A-Z0-9<]{28,32}$/

function isOpenZone(text: string): boolean {
  const lines = text.split(/[\r\n\t]+/).map(line => line.trim())
  return lines.length < 3 && text.startsWith('I') && lines.every(line => ZONE_LINE.test(line))
}
