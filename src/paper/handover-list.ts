import { upper } from '#domain/kernel/text.ts'
import type { Block, ColumnLine } from '#domain/paper/block.ts'
import type { Handover, Signer } from '#domain/post/handover.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { longDay, longTime, timeText } from '#words/paper.ts'
import { copyMark, nation, signature } from './letterhead.ts'

/** Biên bản giao nhận hồ sơ between the office and the Post (QĐ 45/2016/QĐ-TTg Điều 7), A4. Unsigned, it leaves room for two hands. */
export function handoverList(list: Handover, { copy }: { readonly copy: number }): readonly Block[] {
  const { giver, taker } = sidesOf(list)
  const at = list.signed?.at ?? list.opened
  return [
    ...copyMark(copy),
    {
      kind: 'columns',
      share: 0.4,
      scale: 0.92,
      left: [{ text: upper(list.office), style: 'bold', underline: true, underlined: 0.4 }, { text: `Số: ${list.code}` }],
      right: [...nation, { text: longDay(at), style: 'italic' }],
    },
    { kind: 'space', mm: 6 },
    { kind: 'title', text: 'BIÊN BẢN GIAO NHẬN HỒ SƠ' },
    { kind: 'text', text: '(Quyết định số 45/2016/QĐ-TTg, Điều 7)', align: 'center', style: 'italic' },
    { kind: 'space', mm: 4 },
    { kind: 'pair', label: 'Thời điểm lập:', value: longTime(at) },
    { kind: 'pair', label: 'Bên giao:', value: sideText(giver) },
    { kind: 'pair', label: 'Bên nhận:', value: sideText(taker) },
    { kind: 'space', mm: 2 },
    {
      kind: 'table',
      head: ['STT', 'Mã hồ sơ', 'Chủ hồ sơ', 'Thủ tục', 'Số giấy tờ'],
      rows: list.items.map(({ code, owner, procedure, papers }, index) => [
        String(index + 1),
        code ?? '',
        owner,
        procedure,
        String(papers),
      ]),
      widths: [8, 42, 31, 27, 12],
      align: ['center', 'left', 'left', 'left', 'center'],
    },
    { kind: 'pair', label: 'Tổng cộng:', value: totalText(list) },
    { kind: 'text', text: 'Hai bên đã cùng kiểm đếm và thống nhất danh sách nêu trên.' },
    { kind: 'space', mm: 4 },
    { kind: 'columns', left: signed('ĐẠI DIỆN BÊN GIAO', giver, list), right: signed('ĐẠI DIỆN BÊN NHẬN', taker, list) },
  ]
}

type Side = { readonly unit: string; readonly signer: Signer | null }

function sidesOf({ direction, office, partner, signed: done }: Handover): { readonly giver: Side; readonly taker: Side } {
  const ours: Side = { unit: office, signer: done?.official ?? null }
  const theirs: Side = { unit: partner, signer: done?.clerk ?? null }
  return direction === 'to-post' ? { giver: ours, taker: theirs } : { giver: theirs, taker: ours }
}

const sideText = ({ unit, signer }: Side): string => (signer === null ? unit : `${unit}, đại diện: ${signer.name}`)

const totalText = ({ items }: Handover): string => `${items.length} hồ sơ, ${items.reduce((sum, { papers }) => sum + papers, 0)} giấy tờ`

const signed = (who: string, { signer }: Side, list: Handover): readonly ColumnLine[] =>
  signer === null || list.signed === null ? signature(who, '(Ký và ghi rõ họ tên)', '') : pinned(who, signer.name, list.signed.at)

const pinned = (who: string, name: string, at: Instant): readonly ColumnLine[] => [
  { text: who, style: 'bold' },
  { text: 'Đã ký bằng mã PIN', style: 'italic' },
  { text: `lúc ${timeText(at)}`, style: 'italic' },
  { text: '' },
  { text: name, style: 'bold' },
]
