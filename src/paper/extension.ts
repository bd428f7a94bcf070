import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { DossierMoved } from '#domain/dossier/move.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { longTime } from '#words/paper.ts'
import { commonValues, formLines, formSheets } from './form-sheet.ts'

/**
 * Mẫu số 04: the apology and the new time, once and at the latest the day before the limit ends (NĐ 61/2018/NĐ-CP Điều
 * 19). The head of the agency signs. The time that was promised stands in the dossier, the new one in the move.
 */
export function extensionPaper(
  dossier: DossierReceived,
  move: DossierMoved,
  set: FormSet,
  { copy }: { readonly copy: number },
): readonly Block[] {
  const sheet = set.papers.extension
  const { step, at, official } = move
  const values = {
    ...commonValues(dossier),
    code: dossier.code,
    reason: { text: step.kind === 'extend' ? step.reason : '' },
    until: longTime(move.due),
  }
  return formSheets(
    { dossier, set, sheet, at, number: move.paperNumber, copy, official: official.name },
    formLines(sheet.lines, values, { dossier, said: { office: dossier.office.name } }),
  )
}
