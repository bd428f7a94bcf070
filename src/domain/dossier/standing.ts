import type { Instant } from '../kernel/time.ts'
import type { DossierReceived, HandedPaper } from './dossier.ts'
import { lifeOf } from './life.ts'
import type { Happening, Wanted } from './move.ts'

/**
 * A dossier as it stands today: as it was received and corrected, with the due time that holds now and the papers that
 * came later. Whatever is printed anew says this, so that no paper repeats a time that is over.
 */
export function standingOf(dossier: DossierReceived, history: readonly Happening[]): DossierReceived {
  const { due, dueSure } = lifeOf(dossier, history)
  return { ...dossier, due, dueSure, papers: [...dossier.papers, ...broughtLater(dossier, history)] }
}

/** When papers that were missing became complete and the limit began anew, `null` where that did not happen. */
export function completedAt(dossier: DossierReceived, history: readonly Happening[]): Instant | null {
  const { since } = lifeOf(dossier, history)
  return since === dossier.received ? null : since
}

/** When each slip of a dossier was made, from the second on: after a correction, and when completed papers began another limit. */
export const laterSlips = (history: readonly Happening[]): readonly Instant[] =>
  history.flatMap(one => {
    if (one.kind === 'corrected') return [one.corrected.at]
    return one.moved.step.kind === 'complete' ? [one.moved.at] : []
  })

/** What was asked for and then brought. What stands in the dossier already is the same paper, mended. */
function broughtLater({ papers }: DossierReceived, history: readonly Happening[]): readonly HandedPaper[] {
  const moves = history.flatMap(one => (one.kind === 'moved' ? [one.moved] : []))
  const complete = moves.findLastIndex(({ step }) => step.kind === 'complete')
  const asked = moves.slice(0, Math.max(complete, 0)).flatMap(({ step }) => (step.kind === 'supplement' ? step.wanted : []))
  return asked
    .flatMap((wanted, index) => asPapers(wanted, index))
    .filter(({ name, need }) => !papers.some(paper => paper.name === name && paper.need === need))
}

const asPapers = ({ name, ...counts }: Wanted, index: number): readonly HandedPaper[] =>
  (['original', 'certified', 'copy'] as const).flatMap(need =>
    counts[need] === 0 ? [] : [{ id: `later-${index + 1}-${need}`, name, need, count: counts[need] }],
  )
