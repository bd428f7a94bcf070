import type { Renewal } from '#domain/address/renew.ts'
import { joinAddress } from '#domain/address/renew.ts'

/** What the official can take with one key instead of the address that stands there. */
export type Offer = { readonly kind: 'renewed' | 'split' | 'marks'; readonly texts: readonly string[] }

/** What stands after the last comma is being typed; before it is kept. */
export function cutAddress(typed: string): { readonly head: string; readonly part: string } {
  const comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf(';'))
  return { head: typed.slice(0, Math.max(comma, 0)).trim(), part: typed.slice(comma + 1).trim() }
}

/** Whether there is enough to look for: two letters, for a house number alone names no place. */
export const canFind = (part: string): boolean => (part.match(/\p{L}/gu) ?? []).length >= 2

/** The address with the place taken for what was typed last. */
export const withPlace = (typed: string, place: string): string => joinAddress(cutAddress(typed).head, place)

/** An old address offers its new name; one of today that was typed without any mark offers to be written whole. */
export function offerOf(address: string, { kind, rest, candidates }: Renewal): Offer | null {
  const texts = candidates.map(place => joinAddress(rest, place))
  if (kind === 'renewed' || kind === 'split') return { kind, texts }
  const plain = /^\p{ASCII}*$/u.test(address)
  return kind === 'new' && plain && texts.some(text => text !== address) ? { kind: 'marks', texts } : null
}
