import { fold } from '#domain/kernel/text.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

/**
 * The procedures meant by what was typed: a code with or without its dot, or the beginnings of words of the name or of
 * what people call it, in any order, without diacritics. The office's favourites stand first, in their order.
 */
export function findProcedures(procedures: readonly Procedure[], favourites: readonly string[], typed: string): readonly Procedure[] {
  const parts = fold(typed).split(' ')
  const place = ({ code }: Procedure): number => (favourites.includes(code) ? favourites.indexOf(code) : favourites.length)
  return procedures
    .filter(procedure => isMeant(procedure, typed, parts))
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'vi'))
}

function isMeant({ code, name, words }: Procedure, typed: string, parts: readonly string[]): boolean {
  const digits = typed.replace(/\D/g, '')
  if (digits !== '' && code.replace(/\D/g, '').startsWith(digits)) return true
  const named = fold([name, ...words].join(' ')).split(' ')
  return parts.every(part => named.some(word => word.startsWith(part)))
}
