import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { Ended } from '#domain/dossier/life.ts'
import { spellMoney } from '#domain/kernel/spoken-number.ts'
import { type Balance, balanceOf } from '#domain/money/balance.ts'
import { type Bank, bankName } from '#domain/money/bank.ts'
import { transferNote } from '#domain/money/note.ts'
import type { Payment } from '#domain/money/payment.ts'
import { vietQr } from '#domain/money/vietqr.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FeeLine } from '#domain/procedure/fee.ts'
import { NO_RECEIPT, methodWords } from '#words/money.ts'
import { moneyText, timeText } from '#words/paper.ts'

/** What a slip may say about money besides the fee: the account to transfer to, and what was paid by now. */
export type SlipMoney = {
  readonly bank: Bank | null
  readonly payments: readonly Payment[]
  /** How the dossier ended without a result: nothing is to pay then. */
  readonly ended?: Ended | null
}

/**
 * The part of the slip about money, one paper for both: how to pay while something is to pay, what was taken once it was.
 * Nothing is called paid that nobody confirmed, and none of it is a receipt of money (TT 303/2016/TT-BTC Điều 4).
 */
export function slipMoney(
  { code, fee }: Pick<DossierReceived, 'code' | 'fee'>,
  { bank, payments, ended = null }: SlipMoney,
): readonly Block[] {
  const balance = balanceOf(fee, payments, ended)
  const title = titleOf(balance, payments)
  return [
    ...(title === null ? [] : [{ kind: 'text', text: title, align: 'center', style: 'bold' } as const]),
    ...(fee.lines.length === 0 ? [pair('Phí, lệ phí:', 'không thu')] : fee.lines.flatMap(feeLine)),
    ...(fee.lines.length === 0 ? [] : [pair('Tổng cộng:', moneyText(fee.total))]),
    ...(fee.total === 0 ? [] : [pair('Bằng chữ:', spellMoney(fee.total))]),
    ...payments.flatMap(movedLines),
    ...(balance.toGiveBack > 0 ? [pair('Còn trả lại:', moneyText(balance.toGiveBack))] : []),
    ...toPayBlocks(balance, bank, code),
    note(NO_RECEIPT),
  ]
}

/** `null` where nothing is asked and nothing was paid. */
function titleOf({ toPay, paid }: Balance, payments: readonly Payment[]): string | null {
  if (paid > 0 || payments.some(({ state }) => state === 'refunded')) return 'PHIẾU THU TIỀN TẠM'
  return toPay > 0 ? 'PHIẾU HƯỚNG DẪN NỘP PHÍ, LỆ PHÍ' : null
}

function toPayBlocks({ toPay, waiting }: Balance, bank: Bank | null, code: DossierReceived['code']): readonly Block[] {
  if (toPay === 0) return []
  const state = waiting.length > 0 ? 'CHỜ ĐỐI SOÁT CHUYỂN KHOẢN, CHƯA THU' : 'CHƯA THU'
  return [
    { kind: 'text', text: `${state}: ${moneyText(toPay)}`, align: 'center', style: 'bold' },
    pair('Cách nộp:', bank === null ? 'tiền mặt tại quầy' : 'tiền mặt tại quầy hoặc chuyển khoản'),
    ...(bank === null ? [] : transferBlocks(bank, toPay, transferNote(code))),
  ]
}

const pair = (label: string, value: string): Block => ({ kind: 'pair', label, value })
const note = (text: string): Block => ({ kind: 'text', text, style: 'small' })

/** Name, how many, what one costs, what they cost; a dossier from before does not know what one of several cost. */
function feeLine({ name, quantity, unit, vnd, law, exempt }: FeeLine): readonly Block[] {
  if (exempt !== null) return [pair(`${name}:`, 'miễn'), note(`${exempt} (${law})`)]
  const one = quantity === 1 ? vnd : unit
  if (one === undefined) return [pair(`${name} × ${quantity}:`, moneyText(vnd))]
  return [pair(`${name}:`, `${quantity} × ${moneyText(one)} = ${moneyText(vnd)}`)]
}

/** One payment with method, time and who took it. What was voided is no business of the citizen's. */
function movedLines(payment: Payment): readonly Block[] {
  if (payment.state !== 'collected' && payment.state !== 'refunded') return []
  const receipt = payment.state === 'collected' && payment.receipt !== null ? `, biên lai ${payment.receipt}` : ''
  const what = `${moneyText(payment.vnd)}, ${methodWords[payment.method]}, ${timeText(payment.at)}${receipt}`
  return payment.state === 'collected'
    ? [pair('Đã thu:', what), pair('Người thu:', payment.official.name)]
    : [pair('Đã trả lại:', what), pair('Người trả:', payment.official.name)]
}

const transferBlocks = (bank: Bank, vnd: number, text: string): readonly Block[] => [
  { kind: 'qr', text: vietQr({ bank, vnd, note: text }), caption: `Chuyển khoản ${moneyText(vnd)}` },
  pair('Tài khoản:', `${bank.account} · ${bankName(bank.bin)}`),
  pair('Chủ tài khoản:', bank.holder),
  pair('Nội dung:', text),
  note('Chuyển khoản được tính là đã nộp khi cơ quan đối soát xong.'),
]
