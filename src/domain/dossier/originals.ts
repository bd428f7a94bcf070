import type { DossierReceived } from './dossier.ts'
import type { Originals, Step } from './move.ts'

/**
 * What goes back of originals with a step that ends a dossier, whatever the end is (NĐ 61/2018/NĐ-CP Điều 4): which they
 * are stands in the dossier, whether they went back was said with the step. `null` where none were handed in.
 */
export function originalsAfter({ papers }: Pick<DossierReceived, 'papers'>, step: Step): Originals | null {
  if (step.kind !== 'refuse' && step.kind !== 'stop' && step.kind !== 'return') return null
  const handedIn = papers.filter(({ need }) => need === 'original').map(({ name, count }) => ({ name, count }))
  return handedIn.length === 0 ? null : { given: step.originals ?? true, papers: handedIn }
}
