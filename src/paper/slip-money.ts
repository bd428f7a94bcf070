import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { balanceOf, isMoved } from '#domain/money/balance.ts'
import { type Bank, bankName } from '#domain/money/bank.ts'
import { transferNote } from '#domain/money/note.ts'
import type { Moved, Payment } from '#domain/money/payment.ts'
import { vietQr } from '#domain/money/vietqr.ts'
import type { Block } from '#domain/paper/block.ts'
import { methodWords } from '#words/money.ts'
import { moneyText, timeText } from '#words/paper.ts'

/** What a slip may say about money besides the fee: the account to transfer to, and what was paid by now. */
export type SlipMoney = { readonly bank: Bank | null; readonly payments: readonly Payment[] }

/** What was taken and given back, each with its time, and how to pay the rest. Nothing is called paid that nobody confirmed. */
export function slipMoney({ code, fee }: Pick<DossierReceived, 'code' | 'fee'>, { bank, payments }: SlipMoney): readonly Block[] {
  const { toPay, toGiveBack, waiting } = balanceOf(fee, payments)
  const state = waiting.length > 0 ? 'CHỜ ĐỐI SOÁT CHUYỂN KHOẢN, CHƯA THU' : 'CHƯA THU'
  return [
    ...payments.filter(isMoved).map(movedLine),
    ...(toGiveBack > 0 ? [pair('Còn trả lại:', moneyText(toGiveBack))] : []),
    ...(toPay > 0 ? [{ kind: 'text', text: `${state}: ${moneyText(toPay)}`, align: 'center', style: 'bold' } as const] : []),
    ...(toPay > 0 && bank !== null ? transferBlocks(bank, toPay, transferNote(code)) : []),
  ]
}

const pair = (label: string, value: string): Block => ({ kind: 'pair', label, value })

function movedLine(payment: Moved): Block {
  const label = payment.state === 'collected' ? 'Đã thu:' : 'Đã trả lại:'
  const receipt = payment.state === 'collected' && payment.receipt !== null ? `, biên lai ${payment.receipt}` : ''
  return pair(label, `${moneyText(payment.vnd)}, ${methodWords[payment.method]}, ${timeText(payment.at)}${receipt}`)
}

const transferBlocks = (bank: Bank, vnd: number, note: string): readonly Block[] => [
  { kind: 'qr', text: vietQr({ bank, vnd, note }), caption: `Chuyển khoản ${moneyText(vnd)}` },
  pair('Tài khoản:', `${bank.account} · ${bankName(bank.bin)}`),
  pair('Chủ tài khoản:', bank.holder),
  pair('Nội dung:', note),
  { kind: 'text', text: 'Chuyển khoản được tính là đã nộp khi cơ quan đối soát xong.', style: 'small' },
]
