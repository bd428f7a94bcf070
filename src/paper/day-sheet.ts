import { upper } from '#domain/kernel/text.ts'
import { spellMoney } from '#domain/kernel/spoken-number.ts'
import { signed } from '#domain/money/balance.ts'
import type { DayClosed } from '#domain/money/day.ts'
import type { Moved } from '#domain/money/payment.ts'
import type { Block } from '#domain/paper/block.ts'
import { feeKindWords, methodWords } from '#words/money.ts'
import { dayText, longDay, moneyText, timeText } from '#words/paper.ts'
import { copyMark, nation, signature } from './letterhead.ts'

export type SheetOptions = { readonly copy: number; readonly payments: readonly Moved[] }

/**
 * Bảng kê thu phí, lệ phí of one counter and day, A4: each payment by dossier code (no names), those voided marked as
 * such, sums by method and by item (phí and lệ phí apart, Luật Phí và lệ phí 2015 Điều 3), the cash that was counted, and two signatures.
 */
export function daySheet(day: DayClosed, { copy, payments }: SheetOptions): readonly Block[] {
  return [
    ...copyMark(copy),
    {
      kind: 'columns',
      share: 0.4,
      scale: 0.92,
      left: [{ text: upper(day.office), style: 'bold', underline: true, underlined: 0.4 }, { text: `Số: ${day.code}` }],
      right: [...nation, { text: longDay(day.at), style: 'italic' }],
    },
    { kind: 'space', mm: 5 },
    { kind: 'title', text: 'BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY' },
    { kind: 'text', text: `Ngày ${dayText(day.day)} · ${day.counter} · chốt lúc ${timeText(day.at)}`, align: 'center', style: 'italic' },
    { kind: 'space', mm: 3 },
    ...paymentTable(payments),
    { kind: 'pair', label: 'Tổng thu trong ngày:', value: `${signedText(day.total)} (${spellMoney(day.total)})` },
    { kind: 'space', mm: 2 },
    ...sumTables(day),
    ...waitingLines(day),
    ...cashLines(day),
    { kind: 'space', mm: 4 },
    {
      kind: 'columns',
      left: signature('NGƯỜI THU TIỀN', '(Ký và ghi rõ họ tên)', day.official.name),
      right: signature('NGƯỜI NHẬN TIỀN', '(Ký và ghi rõ họ tên)', day.taker),
    },
  ]
}

/** `moneyText` for sums that may be below nought. */
const signedText = (vnd: number): string => (vnd < 0 ? `−${moneyText(-vnd)}` : moneyText(vnd))

function paymentTable(payments: readonly Moved[]): readonly Block[] {
  if (payments.length === 0) return [{ kind: 'text', text: 'Trong ngày không thu, không trả khoản nào.' }]
  const rows = payments.map((payment, index) => [
    String(index + 1),
    timeText(payment.at).slice(0, 5),
    payment.code,
    payment.items.map(({ name }) => name).join('; ') + remark(payment),
    methodWords[payment.method] + (payment.state !== 'refunded' && payment.receipt !== null ? `, ${payment.receipt}` : ''),
    payment.state === 'voided' ? `(hủy ${moneyText(payment.vnd)})` : signedText(signed(payment)),
  ])
  return [
    {
      kind: 'table',
      head: ['STT', 'Giờ', 'Mã hồ sơ', 'Khoản thu', 'Hình thức, biên lai', 'Số tiền'],
      rows,
      widths: [9, 11, 44, 26, 20, 18],
      align: ['center', 'center', 'left', 'left', 'left', 'right'],
    },
  ]
}

/** Why money went back, or why a line does not count and who said so. */
function remark(payment: Moved): string {
  if (payment.state === 'refunded') return ` (trả lại: ${payment.reason})`
  if (payment.state !== 'voided') return ''
  const { reason, official, at } = payment.voided
  return ` (${payment.was === 'refunded' ? 'lần trả lại ghi nhầm' : 'ghi nhầm'}, hủy lúc ${timeText(at).slice(0, 5)}, ${official.name}: ${reason})`
}

const sumTables = ({ methods, items }: DayClosed): readonly Block[] => [
  { kind: 'text', text: 'Theo hình thức', style: 'bold' },
  {
    kind: 'table',
    head: ['Hình thức', 'Số lượt', 'Đã thu', 'Đã trả lại'],
    rows: methods.map(({ method, count, collected, refunded }) => [
      methodWords[method],
      String(count),
      moneyText(collected),
      moneyText(refunded),
    ]),
    widths: [45, 15, 30, 30],
    align: ['left', 'center', 'right', 'right'],
  },
  { kind: 'text', text: 'Theo khoản thu', style: 'bold' },
  {
    kind: 'table',
    head: ['Khoản thu', 'Loại', 'Số tiền'],
    rows: items.map(({ name, kind, vnd }) => [name, feeKindWords[kind], signedText(vnd)]),
    widths: [70, 20, 30],
    align: ['left', 'left', 'right'],
  },
]

const waitingLines = ({ waiting }: DayClosed): readonly Block[] =>
  waiting.length === 0
    ? []
    : [
        { kind: 'text', text: 'Chuyển khoản chờ đối soát (chưa tính vào tổng thu)', style: 'bold' },
        { kind: 'list', items: waiting.map(({ code, vnd }) => `${code}: ${moneyText(vnd)}`) },
      ]

const cashLines = ({ opening, expected, counted, cash, difference, reason }: DayClosed): readonly Block[] => [
  { kind: 'text', text: 'Tiền mặt', style: 'bold' },
  { kind: 'pair', label: 'Tồn đầu ngày:', value: moneyText(opening) },
  { kind: 'pair', label: 'Phải có:', value: signedText(expected) },
  { kind: 'pair', label: 'Kiểm đếm:', value: `${moneyText(cash)} (${spellMoney(cash)})` },
  ...(counted.length === 0
    ? []
    : [{ kind: 'text', text: counted.map(({ note, count }) => `${moneyText(note)} × ${count}`).join(' · '), style: 'small' } as const]),
  { kind: 'pair', label: 'Chênh lệch:', value: difference === 0 ? 'không' : `${signedText(difference)}. Lý do: ${reason ?? ''}` },
]
