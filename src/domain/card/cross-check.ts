import { sameName } from '../kernel/same-name.ts'
import type { Card } from './shape.ts'

/** Number, birth, sex and the folded name of the two sides must agree; the fields that do not mean two different cards on the desk. */
export function crossCheck(qr: Card, mrz: Card): readonly ('number' | 'birth' | 'sex' | 'name')[] {
  const differs = (['number', 'birth', 'sex'] as const).filter(field => qr[field] !== mrz[field])
  return sameName(qr.name, mrz.name) ? differs : [...differs, 'name']
}

/** Whether two scans are the two sides of a card: the code of one, the lines of the other. */
export const areTwoSides = (one: Pick<Card, 'source'>, other: Pick<Card, 'source'>): boolean =>
  (one.source === 'mrz') !== (other.source === 'mrz')

/** A card read on both sides, in whatever order: the front keeps its letters, the back adds how long the card is valid. */
export function bothSides(one: Card, other: Card): { readonly card: Card; readonly differs: ReturnType<typeof crossCheck> } {
  const [front, back] = one.source === 'mrz' ? [other, one] : [one, other]
  return { card: { ...front, expires: back.expires }, differs: crossCheck(front, back) }
}
