import { upper } from '#domain/kernel/text.ts'
import type { Block } from '#domain/paper/block.ts'
import { type Handover, totalsOf } from '#domain/post/handover.ts'
import { moneyText, reprintText, timeText } from '#words/paper.ts'

/** The thermal summary of a handover list, for the clerk's bag: what is on it by code, the sums, who signed. No citizen is named: such a slip gets lost. */
export function handoverSlip(list: Handover, { copy }: { readonly copy: number }): readonly Block[] {
  const { items, papers, weight, postage, fee, cod, paidIn } = totalsOf(list)
  const sums: readonly (readonly [string, number])[] = [
    ['Cước:', postage],
    ['Phí, lệ phí nộp:', fee],
    ['Thu hộ khi phát:', cod],
    ['Thu hộ đã nộp:', paidIn],
  ]
  return [
    ...(copy > 1 ? [{ kind: 'huge', text: reprintText(copy) } as const] : []),
    { kind: 'text', text: upper(list.office), align: 'center', style: 'bold' },
    { kind: 'title', text: list.corrects === null ? 'BÀN GIAO HỒ SƠ' : 'ĐIỀU CHỈNH BÀN GIAO' },
    { kind: 'qr', text: list.code, caption: list.code },
    ...(list.corrects === null ? [] : [{ kind: 'pair', label: 'Sửa danh sách:', value: list.corrects.code } as const]),
    { kind: 'pair', label: list.direction === 'to-post' ? 'Giao cho:' : 'Nhận từ:', value: list.partner },
    ...(list.signed === null ? [] : [{ kind: 'pair', label: 'Hai bên ký lúc:', value: timeText(list.signed.at) } as const]),
    { kind: 'rule' },
    ...list.items.map(
      ({ code, parcel }, index) =>
        ({ kind: 'text', text: `${index + 1}. ${[parcel, code].filter(Boolean).join(' · ') || 'hồ sơ mới'}` }) as const,
    ),
    { kind: 'rule' },
    { kind: 'huge', text: `${items} bưu gửi` },
    { kind: 'pair', label: 'Giấy tờ:', value: String(papers) },
    ...(weight === 0 ? [] : [{ kind: 'pair', label: 'Khối lượng:', value: `${weight} g` } as const]),
    ...sums.flatMap(([label, vnd]) => (vnd === 0 ? [] : [{ kind: 'pair', label, value: moneyText(vnd) } as const])),
    { kind: 'cut' },
  ]
}
