import type { DossierMoved } from '#domain/dossier/move.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { paperWords } from '#words/paper.ts'
import { type Matter, commonValues, formLines, formSheets, type StepOptions } from './form-sheet.ts'
import { originalsSentence } from './originals.ts'

/**
 * Mẫu số 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ: the reason is one of substance (NĐ 61/2018/NĐ-CP Điều 17, Điều 19).
 * Where originals were handed in, a line below the form's own says that they go back: the citizen signs for them here.
 */
export function refusalPaper(
  dossier: Matter,
  move: Pick<DossierMoved, 'step' | 'at' | 'official' | 'paperNumber' | 'originals'>,
  set: FormSet,
  { copy, slipNumber = 1 }: StepOptions,
): readonly Block[] {
  const sheet = set.papers.refusal
  const { step, at, official } = move
  const values = { ...commonValues(dossier), reason: { text: step.kind === 'refuse' ? step.reason : '' } }
  return formSheets({ dossier, set, sheet, at, number: move.paperNumber, copy, slipNumber, official: official.name }, [
    ...formLines(sheet.lines, values, { dossier, said: { office: dossier.office.name } }),
    ...originalsLine(move),
  ])
}

function originalsLine(move: Pick<DossierMoved, 'originals'>): readonly Block[] {
  const value = originalsSentence(move.originals ?? null)
  return value === '' ? [] : [{ kind: 'pair', label: paperWords.originals.label, value }]
}
