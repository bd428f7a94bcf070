import type { FaultCode } from '#domain/kernel/fault.ts'
import { sayFault } from './faults.ts'

/** What `kv doctor printer` looks at, in the order in which one thing needs the one before. */
export type PrinterCheck = 'address' | 'reached' | 'answers' | 'ready' | 'paper' | 'test'

/** Why a printer could not be reached. */
type Unreached = 'name' | 'missing' | 'refused' | 'silent'

const unreached: Readonly<Record<Unreached, string>> = {
  name: 'Mạng không biết tên máy in này. Hãy kiểm tra tên, hoặc dùng địa chỉ số như 192.168.1.50.',
  missing: 'Không có thiết bị ở đường dẫn này. Hãy cắm cáp, bật máy in, rồi xem lại tên thiết bị.',
  refused: 'Có máy ở địa chỉ này nhưng cổng in không mở. Hãy kiểm tra số cổng (thường là 9100).',
  silent: 'Không ai trả lời ở địa chỉ này. Hãy bật máy in, cắm dây mạng, kiểm tra địa chỉ trên phiếu tự in của máy.',
}

export const printerChecked = {
  address: 'Địa chỉ đọc được: {address}.',
  reached: 'Nối được với máy in.',
  answers: 'Máy in có trả lời: in xong máy sẽ tự báo.',
  mute: 'Máy in nhận lệnh nhưng không trả lời: hết giấy thì máy không báo được, xin để mắt tới.',
  ready: 'Máy in sẵn sàng: nắp đóng, dao cắt tốt.',
  paper: 'Còn giấy.',
  test: 'Đã in phiếu thử. Hãy xem: đủ dấu, hai vạch ngang không hụt, mã quét được.',
} as const

/** What is wrong, as one sentence with what to do. */
export const sayPrinter = (code: FaultCode, why?: Unreached): string =>
  code === 'printer.off' && why !== undefined ? unreached[why] : sayFault({ code }, 'vi')
