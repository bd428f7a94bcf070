import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { DossierMoved } from '#domain/dossier/move.ts'
import { originalsAfter } from '#domain/dossier/originals.ts'
import { spellMoney } from '#domain/kernel/spoken-number.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { longDay, longTime, moneyText, paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { commonValues, formLines, formSheets, type StepOptions } from './form-sheet.ts'
import { originalsSentence } from './originals.ts'

const words = paperWords.stop

/**
 * Thông báo dừng giải quyết hồ sơ (TT 03/2025/TT-VPCP Phụ lục I, Mẫu số 05): the citizen withdrew before a decision was
 * made. Says when and why, what money and which originals go back; the head of the agency signs.
 */
export function stopPaper(
  dossier: DossierReceived,
  move: DossierMoved,
  set: FormSet,
  { copy, slipNumber = 1 }: StepOptions,
): readonly Block[] {
  const sheet = set.papers.stop
  const { step, at, official } = move
  const { reason, refund } = step.kind === 'stop' ? step : { reason: '', refund: 0 }
  // An entry from before originals were kept in it says only whether they went back.
  const originals = originalsSentence(move.originals ?? originalsAfter(dossier, step))
  const values = {
    ...commonValues(dossier),
    code: dossier.code,
    asked: longDay(at),
    reason: { text: reason },
    refund: refund === 0 ? words.noRefund : put(words.refund, { money: moneyText(refund), spelled: spellMoney(refund) }),
    originals: originals === '' ? words.none : originals,
  }
  return formSheets(
    { dossier, set, sheet, at, number: move.paperNumber, copy, slipNumber, official: official.name },
    formLines(sheet.lines, values, { dossier, said: { office: dossier.office.name, time: longTime(at) } }),
  )
}
