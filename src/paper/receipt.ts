import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { slipText } from '#domain/dossier/code.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { upper } from '#domain/kernel/text.ts'
import type { Block } from '#domain/paper/block.ts'
import { maskedNumber, replacementText, reprintText, timeText } from '#words/paper.ts'
import { type SlipMoney, slipMoney } from './slip-money.ts'

export type SlipOptions = { readonly copy: number; readonly money?: SlipMoney; readonly slip?: Replacement | null }

/**
 * The slip a citizen leaves with, on thermal paper. It may be lost: the number is masked, address and phone stay away.
 * It states fees but is no receipt of money (TT 303/2016/TT-BTC), and says so.
 */
export const receiptSlip = (dossier: DossierReceived, { copy, money = NO_MONEY, slip = null }: SlipOptions): readonly Block[] => [
  ...(slip === null ? [] : [{ kind: 'text', text: replacementText(slip), align: 'center', style: 'bold' } as const]),
  ...(copy > 1 ? [{ kind: 'huge', text: reprintText(copy) } as const] : []),
  { kind: 'text', text: upper(dossier.office.name), align: 'center', style: 'bold' },
  { kind: 'title', text: 'GIẤY TIẾP NHẬN' },
  { kind: 'title', text: 'VÀ HẸN TRẢ KẾT QUẢ' },
  { kind: 'rule' },
  { kind: 'pair', label: 'Họ tên:', value: dossier.applicant.name },
  ...(dossier.applicant.number === null ? [] : [pair('Số giấy tờ:', maskedNumber(dossier.applicant.number))]),
  { kind: 'pair', label: 'Thủ tục:', value: dossier.procedure.name },
  { kind: 'qr', text: slipText(dossier.code, slip?.number ?? 1), caption: dossier.code },
  { kind: 'pair', label: 'Nhận lúc:', value: timeText(dossier.received) },
  { kind: 'text', text: 'HẸN TRẢ KẾT QUẢ', align: 'center', style: 'bold' },
  { kind: 'huge', text: timeText(dossier.due) },
  ...(dossier.dueSure ? [] : [note('Lịch nghỉ năm ấy chưa có quyết định: ngày hẹn có thể đổi, nơi tiếp nhận sẽ báo.')]),
  pair('Trả kết quả:', returnPlace(dossier)),
  { kind: 'rule' },
  ...slipMoney(dossier, money),
  { kind: 'rule' },
  pair('Người nhận:', `${dossier.official.name} · ${dossier.counter}`),
  pair('Sổ theo dõi:', `quyển ${dossier.book.volume}, số ${dossier.book.number}`),
  { kind: 'cut' },
]

const NO_MONEY: SlipMoney = { bank: null, payments: [] }

const pair = (label: string, value: string): Block => ({ kind: 'pair', label, value })
const note = (text: string): Block => ({ kind: 'text', text, style: 'small' })

/** Never the address: the slip only says the way. */
function returnPlace({ returnBy, office }: DossierReceived): string {
  if (returnBy === 'counter') return `tại ${office.name}`
  return returnBy === 'post' ? 'qua bưu chính, đến địa chỉ đã đăng ký' : 'trực tuyến, bản điện tử'
}
