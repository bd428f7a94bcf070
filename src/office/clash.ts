import { basename } from 'node:path'
import { type Fault, inputFault } from '#domain/kernel/result.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

/** A good procedure file, and on which shelf it lies: a later shelf goes before an earlier one. */
export type Filed = { readonly file: string; readonly shelf: number; readonly procedure: Procedure }

/** A good file that cannot count beside another one. */
export type Clash = { readonly file: string; readonly faults: readonly Fault[] }

/**
 * Which of the good files count. One on a later shelf takes the place of the same code and edition on an earlier one. Two
 * that nothing tells apart, the same edition twice on one shelf or two editions that begin on the same day, would leave it to
 * chance which counts: the one that comes later in the list is refused.
 */
export function sortOut(files: readonly Filed[]): { readonly counting: readonly Filed[]; readonly clashes: readonly Clash[] } {
  let counting: readonly Filed[] = []
  const clashes: Clash[] = []
  for (const file of files) {
    const others = counting.filter(({ procedure }) => procedure.code === file.procedure.code)
    const same = others.find(({ procedure }) => procedure.edition === file.procedure.edition)
    const fault = clashWith(file, same, others)
    if (fault === null) counting = [...counting.filter(one => one !== same), file]
    else clashes.push({ file: file.file, faults: [fault] })
  }
  return { counting, clashes }
}

function clashWith({ shelf, procedure }: Filed, same: Filed | undefined, others: readonly Filed[]): Fault | null {
  if (same?.shelf === shelf)
    return inputFault('catalog.edition.twice', 'edition', { edition: procedure.edition, file: basename(same.file) })
  const sameDay = others.find(one => one !== same && one.procedure.effectiveFrom === procedure.effectiveFrom)
  if (sameDay === undefined) return null
  const day = procedure.effectiveFrom.split('-').toReversed().join('/')
  return inputFault('catalog.edition.day', 'effectiveFrom', { day, edition: sameDay.procedure.edition, file: basename(sameDay.file) })
}
