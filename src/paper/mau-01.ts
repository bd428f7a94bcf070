import type { DossierReceived, HandedPaper } from '#domain/dossier/dossier.ts'
import { upper } from '#domain/kernel/text.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { limitWords, longTime, moneyText, needWords, paperWords as words } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { type FormValue, commonValues, formLines, formSheets } from './form-sheet.ts'

export type Mau01Options = {
  readonly copy: number
  /** Given when this paper took another's place. */
  readonly slip?: Replacement | null
  /** When papers that were missing became complete and the limit began anew; `null` where it runs from the reception. */
  readonly completed?: Instant | null
  /** Titles of the declarations that were signed with the dossier: they are papers like the others. */
  readonly declarations?: readonly string[]
}

/**
 * Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP), A5: two copies, one is
 * kept with the control slip and one goes to the citizen. The form set says labels, order and which of its two bodies.
 */
export function mau01(
  dossier: DossierReceived,
  { copy, slip = null, completed = null, declarations = [] }: Mau01Options,
  set: FormSet,
): readonly Block[] {
  const sheet = set.papers['mau-01']
  const papers = handed(dossier, declarations)
  const values = {
    ...commonValues(dossier),
    received: receivedValue(dossier, completed),
    due: dueValue(dossier),
    papers: sheet.layout === 'table' && papers.length > 0 ? paperTable(papers, sheet.columns) : paperList(papers),
    sets: words.oneSet,
    limit: limitWords(dossier.procedure.takes),
    return: returnPlace(dossier),
    fee: dossier.fee.lines.length === 0 ? words.free : moneyText(dossier.fee.total),
    volume: dossier.book.volume,
    bookNumber: String(dossier.book.number),
  }
  const context = {
    dossier,
    set,
    sheet,
    at: completed ?? dossier.received,
    number: dossier.book.number,
    copy,
    slip,
    official: dossier.official.name,
  }
  return formSheets(context, formLines(sheet.bodies[sheet.layout], values, { dossier }))
}

type Handed = Pick<HandedPaper, 'name' | 'need' | 'count'>

const handed = ({ papers }: DossierReceived, declarations: readonly string[]): readonly Handed[] => [
  ...declarations.map(title => ({ name: sentenceCase(title), need: 'original', count: 1 }) as const),
  ...papers,
]

/** `TỜ KHAI ĐĂNG KÝ KHAI SINH` stands in a list as `Tờ khai đăng ký khai sinh`. */
function sentenceCase(title: string): string {
  if (title !== upper(title)) return title
  return `${title.slice(0, 1)}${title.slice(1).toLocaleLowerCase('vi')}`
}

const two = (count: number): string => String(count).padStart(2, '0')

const paperList = (papers: readonly Handed[]): FormValue =>
  papers.length === 0
    ? { value: words.noPapers, below: [] }
    : {
        below: [
          {
            kind: 'list',
            items: papers.map(({ name, need, count }) => put(words.paper, { name, need: needWords[need], count: two(count) })),
          },
        ],
      }

const paperTable = (papers: readonly Handed[], head: readonly string[]): FormValue => ({
  below: [
    {
      kind: 'table',
      head,
      rows: papers.map(({ name, need, count }, index) => [String(index + 1), name, needWords[need], two(count)]),
      widths: [9, 52, 26, 13],
      align: ['center', 'left', 'center', 'center'],
    },
  ],
})

const receivedValue = ({ received }: DossierReceived, completed: Instant | null): FormValue => ({
  value: longTime(received),
  below: completed === null ? [] : [{ kind: 'text', style: 'italic', text: put(words.completed, { time: longTime(completed) }) }],
})

const dueValue = ({ due, dueSure }: DossierReceived): FormValue => ({
  value: longTime(due),
  below: dueSure ? [] : [{ kind: 'text', style: 'italic', text: words.unsure }],
})

function returnPlace({ returnBy, office, applicant }: DossierReceived): string {
  if (returnBy === 'counter') return office.name
  if (returnBy === 'online') return words.online
  return applicant.address === null ? words.byPost : put(words.byPostTo, { address: applicant.address })
}
