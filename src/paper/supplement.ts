import type { DossierMoved, Wanted } from '#domain/dossier/move.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { type FormValue, type Matter, commonValues, formLines, formSheets, type StepOptions } from './form-sheet.ts'

/**
 * Mẫu số 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: asked once, fully, in writing (NĐ 61/2018/NĐ-CP Điều 17, Điều
 * 19), of a received dossier or of a citizen who was turned away at reception.
 */
export function supplementPaper(
  dossier: Matter,
  move: Pick<DossierMoved, 'step' | 'at' | 'official' | 'paperNumber'>,
  set: FormSet,
  { copy, slipNumber = 1 }: StepOptions,
): readonly Block[] {
  const sheet = set.papers.supplement
  const { step, at, official } = move
  const [wanted, reason] = step.kind === 'supplement' ? [step.wanted, step.reason] : [[], '']
  const values = { ...commonValues(dossier), wanted: wantedTable(wanted, sheet), reason: { text: reason } }
  const said = { official: official.name, officePhone: dossier.office.phone === '' ? UNKNOWN : dossier.office.phone }
  return formSheets(
    { dossier, set, sheet, at, number: move.paperNumber, copy, slipNumber, official: official.name },
    formLines(sheet.lines, values, { dossier, said }),
  )
}

/** Room to write a number by hand. */
const UNKNOWN = '………………………'

const wantedTable = (wanted: readonly Wanted[], { columns, counts }: FormSet['papers']['supplement']): FormValue => ({
  below: [
    {
      kind: 'table',
      over: ['', '', counts, counts, counts],
      head: columns,
      rows: wanted.map(({ name, original, certified, copy }, index) => [
        String(index + 1),
        name,
        String(original),
        String(certified),
        String(copy),
      ]),
      widths: [8, 53, 12, 15, 12],
      align: ['center', 'left', 'center', 'center', 'center'],
    },
  ],
})
