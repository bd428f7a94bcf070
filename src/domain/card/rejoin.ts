import type { CardWarning } from './shape.ts'

export type Rejoined = { readonly text: string; readonly warnings: readonly CardWarning[] }

/**
 * A scan that was broken by line ends, in one piece again. Between two letters nobody can tell whether the line end stood for a
 * blank, so that part is to be compared.
 */
export function rejoin(text: string): Rejoined {
  const warnings: CardWarning[] = []
  const joined = text.replace(/[\r\n]+/g, (ends, at: number) => {
    const around = text.charAt(at - 1) + text.charAt(at + ends.length)
    if (/[| ]/.test(around) || !/\p{L}/u.test(around)) return ''
    if (around.startsWith(',')) return ' '
    const place = text.slice(0, at).split('|').length
    if (place === 3) warnings.push({ code: 'card.name.lost', field: 'name' })
    if (place === 6) warnings.push({ code: 'card.address.lost', field: 'address' })
    return /^(?:\P{Lu}\p{Lu}|\p{L}\d|\d\p{L})$/u.test(around) ? ' ' : ''
  })
  return { text: joined, warnings }
}
