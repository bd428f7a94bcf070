import type { Method } from '#domain/money/payment.ts'

/** Money on papers: statutory words, Vietnamese whatever the screen speaks. */
export const methodWords: Readonly<Record<Method, string>> = {
  cash: 'tiền mặt',
  transfer: 'chuyển khoản',
  card: 'thẻ',
  portal: 'Cổng dịch vụ công',
  post: 'qua bưu điện',
}

/** Luật Phí và lệ phí 2015 Điều 3. */
export const feeKindWords = { phi: 'phí', 'le-phi': 'lệ phí' } as const

/** No slip of this program is a receipt of money (TT 303/2016/TT-BTC Điều 4). */
export const NO_RECEIPT = 'Không thay thế biên lai thu phí, lệ phí.'
