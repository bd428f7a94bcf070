import { fold } from '../kernel/text.ts'
import type { Card } from './shape.ts'

/** A TD1 name line has 30 signs, two of them behind the family name: a name this long may have been cut. */
const CUT_FROM = 29

/** Number, birth, sex and the folded name of the two sides must agree; the fields that do not mean two different cards on the desk. */
export function crossCheck(qr: Card, mrz: Card): readonly ('number' | 'birth' | 'sex' | 'name')[] {
  const differs = (['number', 'birth', 'sex'] as const).filter(field => qr[field] !== mrz[field])
  return sameName(qr.name, mrz.name) ? differs : [...differs, 'name']
}

/** Without spaces: ICAO 9303 part 3, 4.6, turns a hyphen into a filler, which reads back as a space. */
function sameName(printed: string, zone: string): boolean {
  const [whole, maybeCut] = [fold(printed).replaceAll(' ', ''), fold(zone).replaceAll(' ', '')]
  return zone.length >= CUT_FROM ? whole.startsWith(maybeCut) : whole === maybeCut
}
