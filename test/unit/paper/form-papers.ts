import { DossierReceived } from '#domain/dossier/dossier.ts'
import { DossierMoved, type Happening, type State, type Step } from '#domain/dossier/move.ts'
import { TurnedAway } from '#domain/dossier/turn-away.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { type FormSet, type SheetSize, withLayout } from '#domain/paper/form-set.ts'
import { aDossier } from '#kit/dossier.ts'
import type { BookRow } from '#paper/book-row.ts'
import { controlSlip } from '#paper/control.ts'
import { extensionPaper } from '#paper/extension.ts'
import { followUpBook } from '#paper/follow-up-book.ts'
import { mau01 } from '#paper/mau-01.ts'
import { refusalPaper } from '#paper/refusal.ts'
import { stopPaper } from '#paper/stop.ts'
import { supplementPaper } from '#paper/supplement.ts'
import { MORNING, office } from './shipped.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const official = { id: ID, name: 'Nguyễn Thị An' }
const at = (text: string): number => Date.parse(`${text}+07:00`)

/** What a paper is made of: a name, a reason, papers. */
export type Telling = { readonly name?: string; readonly reason?: string; readonly papers?: readonly string[] }

export const aReceived = ({ name = 'Nguyễn Thị Hương Lan', papers }: Telling = {}, book = 1): DossierReceived =>
  DossierReceived.parse({
    ...aDossier({ at: MORNING, id: ID, name, book, code: `000.00.20.H20-261123-${3000 + book}` }),
    office,
    due: at('2026-11-25T17:00:00'),
    procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', edition: '2026-01', takes: '3d' },
    applicant: { ...aDossier().applicant, name, phone: '0912345678' },
    papers: papers?.map((name, index) => ({ id: `p${index}`, name, need: 'original', count: 1 })) ?? [
      { id: 'identity', name: 'Thẻ căn cước hoặc giấy tờ có giá trị thay thế', need: 'shown', count: 1 },
      { id: 'divorce', name: 'Bản án hoặc quyết định ly hôn đã có hiệu lực', need: 'copy', count: 1 },
    ],
    fee: {
      lines: [{ id: 'status', name: 'Lệ phí cấp Giấy xác nhận', kind: 'le-phi', quantity: 1, vnd: 3000, law: 'x', exempt: null }],
      total: 3000,
    },
  })

type Taken = { readonly time?: string; readonly due?: string; readonly state?: State } & {
  readonly originals?: DossierMoved['originals']
}

/** A step of that dossier, in the morning of the next day unless told. */
export const aMove = (
  dossier: DossierReceived,
  step: Step,
  { time = '2026-11-24T09:12:00', due = '2026-11-25T17:00:00', state = 'forwarded', ...more }: Taken = {},
): DossierMoved =>
  DossierMoved.parse({
    dossier: dossier.dossier,
    code: dossier.code,
    step,
    at: at(time),
    counter: 'Quầy 3',
    official,
    state,
    due: at(due),
    dueSure: true,
    paperNumber: 12,
    ...more,
  })

/** A dossier's way through the house, as the control slip and the book tell it. */
export function aWay(dossier: DossierReceived): readonly DossierMoved[] {
  const to = { right: 'owner', name: dossier.applicant.name, number: null, paper: null } as const
  return [
    aMove(dossier, { kind: 'forward', to: 'Công chức Tư pháp - Hộ tịch' }, { time: '2026-11-23T10:05:00' }),
    aMove(dossier, { kind: 'supplement', wanted: [wanted('Giấy tờ chứng minh nơi cư trú')], reason: 'Thiếu' }, { state: 'supplement' }),
    aMove(dossier, { kind: 'complete' }, { time: '2026-11-24T15:00:00', due: '2026-11-27T17:00:00', state: 'received' }),
    aMove(dossier, { kind: 'forward', to: 'Công chức Tư pháp - Hộ tịch' }, { time: '2026-11-24T15:10:00', due: '2026-11-27T17:00:00' }),
    aMove(
      dossier,
      { kind: 'ready', result: 'Giấy xác nhận tình trạng hôn nhân' },
      { time: '2026-11-26T10:05:00', due: '2026-11-27T17:00:00', state: 'ready' },
    ),
    aMove(
      dossier,
      { kind: 'return', to, satisfied: 'yes' },
      { time: '2026-11-27T15:05:00', due: '2026-11-27T17:00:00', state: 'returned' },
    ),
  ]
}

export const aHistory = (moves: readonly DossierMoved[]): readonly Happening[] => moves.map(moved => ({ kind: 'moved', moved }))

/** How far the dossiers of the book are: not begun, forwarded, asked for papers, complete, ready, returned. */
const WAYS = [0, 1, 2, 3, 5, 6]

export const aBook = (count: number, telling: Telling = {}): readonly BookRow[] =>
  Array.from({ length: count }, (_, index) => {
    const dossier = aReceived(index === 1 ? telling : {}, index + 1)
    return { dossier, history: aHistory(aWay(dossier).slice(0, WAYS[index % WAYS.length])) }
  })

const wanted = (name: string) => ({ name, original: 0, certified: 1, copy: 2 })

const REASON =
  'Bản án nộp là bản chụp chưa được chứng thực; Điều 22 Nghị định số 123/2015/NĐ-CP yêu cầu giấy tờ chứng minh tình trạng hôn nhân.'

/** The citizen of a dossier turned away at reception instead: what the paper is about, and what it says, are one. */
export function aVisit({ office, applicant, procedure }: DossierReceived, step: Step): readonly [TurnedAway, TurnedAway] {
  const { code, name, edition } = procedure
  const visit = TurnedAway.parse({
    visit: ID,
    paper: 'YC-261124-3-12',
    draft: ID,
    procedure: { code, name, edition },
    applicant,
    proxy: null,
    step,
    after: null,
    office,
    counter: 'Quầy 3',
    official,
    at: at('2026-11-24T09:12:00'),
    paperNumber: 12,
  })
  return [visit, visit]
}

type FormPaper = { readonly name: string; readonly size: SheetSize; readonly blocks: readonly Block[] }

/** All the papers of a set about one dossier. */
export function formPapers(set: FormSet, telling: Telling = {}): readonly FormPaper[] {
  const dossier = aReceived(telling)
  const { reason = REASON, papers = ['Bản án hoặc quyết định ly hôn đã có hiệu lực pháp luật', 'Giấy tờ chứng minh nơi cư trú'] } = telling
  const take = (step: Step, taken: Taken): DossierMoved => aMove(dossier, step, taken)
  const copy = { copy: 1 }
  const originals = { given: true, papers: [{ name: 'Bản án hoặc quyết định ly hôn đã có hiệu lực', count: 1 }] }
  const declaration = 'TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN'
  const blocks: Readonly<Record<keyof FormSet['papers'], readonly Block[]>> = {
    'mau-01': mau01(dossier, { copy: 1, declarations: [declaration] }, set),
    supplement: supplementPaper(
      dossier,
      take({ kind: 'supplement', wanted: papers.map(wanted), reason }, { state: 'supplement' }),
      set,
      copy,
    ),
    refusal: refusalPaper(dossier, take({ kind: 'refuse', reason }, { state: 'refused' }), set, copy),
    extension: extensionPaper(
      dossier,
      take({ kind: 'extend', reason, until: Day.parse('2026-12-02') }, { due: '2026-12-02T17:00:00' }),
      set,
      copy,
    ),
    stop: stopPaper(dossier, take({ kind: 'stop', reason, refund: 3000, originals: true }, { state: 'stopped', originals }), set, copy),
    control: controlSlip({ ...dossier, due: Instant.parse(at('2026-11-27T17:00:00')) }, aWay(dossier).slice(0, 5), set, copy),
    book: followUpBook(aBook(12, telling), set),
  }
  const visits = {
    'supplement-visit': supplementPaper(...aVisit(dossier, { kind: 'supplement', wanted: papers.map(wanted), reason }), set, copy),
    'refusal-visit': refusalPaper(...aVisit(dossier, { kind: 'refuse', reason }), set, copy),
  }
  const table = mau01(dossier, { copy: 1, declarations: [declaration] }, withLayout(set, 'table'))
  return [
    ...Object.entries({ ...blocks, ...visits }).map(([name, blocks]) => ({
      name,
      size: name === 'book' ? ('A4-landscape' as const) : ('A5' as const),
      blocks,
    })),
    { name: 'mau-01-table', size: 'A5', blocks: table },
  ]
}
