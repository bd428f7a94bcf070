import { fold, tidy } from './text.ts'

/** A name line of a card's back has 30 signs, two of them behind the family name (ICAO 9303-5): a name this long may have been cut. */
const CUT_FROM = 29

/**
 * Whether two ways of writing may be one person's name. Where a tone stands is spelling (`Hoà`, `Hòa`); a name from the
 * back of a card bears no marks and may be cut, and then only what is left of it counts.
 */
export function sameName(one: string, other: string): boolean {
  const [left, right] = [tidy(one), tidy(other)]
  if (spelled(left) === spelled(right)) return true
  return (isPlain(left) && isReadAs(right, left)) || (isPlain(right) && isReadAs(left, right))
}

/** A name without any mark, as the machine readable lines have it. */
const isPlain = (name: string): boolean => /^[ -~]*$/.test(name)

/** Without spaces: ICAO 9303 part 3, 4.6, turns a hyphen into a filler, which reads back as a space. */
function isReadAs(printed: string, zone: string): boolean {
  const [whole, maybeCut] = [fold(printed).replaceAll(' ', ''), fold(zone).replaceAll(' ', '')]
  return zone.length >= CUT_FROM ? whole.startsWith(maybeCut) : whole === maybeCut
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Each word with its tone behind it, so that it does not matter over which vowel it was written. */
const spelled = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .split(' ')
    .map(word => `${word.replace(TONES, '')}${(word.match(TONES) ?? []).join('')}`)
    .join(' ')
