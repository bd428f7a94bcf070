import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { DossierMoved } from '#domain/dossier/move.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { longTime } from '#words/paper.ts'
import { commonValues, formLines, formSheets, type StepOptions } from './form-sheet.ts'

/**
 * Mẫu số 04: the apology and the new time, once and at the latest the day before the limit ends (NĐ 61/2018/NĐ-CP Điều
 * 19). The head of the agency signs. Both times stand in the move, so that what is mended later does not change what was
 * said; `promised` is for moves from before the earlier time was kept in them.
 */
export function extensionPaper(
  dossier: DossierReceived,
  move: DossierMoved,
  set: FormSet,
  { copy, slipNumber = 1, promised = dossier.due }: StepOptions & { readonly promised?: Instant },
): readonly Block[] {
  const sheet = set.papers.extension
  const { step, at, official } = move
  const values = {
    ...commonValues(dossier),
    code: dossier.code,
    due: longTime(move.before ?? promised),
    reason: { text: step.kind === 'extend' ? step.reason : '' },
    until: longTime(move.due),
  }
  return formSheets(
    { dossier, set, sheet, at, number: move.paperNumber, copy, slipNumber, official: official.name },
    formLines(sheet.lines, values, { dossier, said: { office: dossier.office.name } }),
  )
}
