import type { FaultCode } from '#domain/kernel/fault.ts'
import { sayFault } from './faults.ts'
import { type Finding, findingOf } from './finding.ts'

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

/** What is wrong with a printer, and what to do. */
export const sayPrinter = (code: FaultCode, why?: Unreached): Finding =>
  findingOf(code === 'printer.off' && why !== undefined ? unreached[why] : sayFault({ code }, 'vi'))

/** Why a test slip did not come out, and what to do: unlike other slips it does not wait to be printed. */
export function sayUntested(code: FaultCode, why?: Unreached): Finding {
  const own = untested[code]
  const { what, todo } = own === undefined ? sayPrinter(code, why) : findingOf(own)
  return { what, todo: `${todo} Xong rồi in thử lại.` }
}

/** Where the words for other slips promise what does not happen to a test slip. */
const untested: Readonly<Partial<Record<FaultCode, string>>> = {
  'printer.none': 'Chưa chọn máy in phiếu. Hãy ghi địa chỉ máy in trong Cài đặt (Ctrl+,), mục Thiết bị.',
  'printer.busy': 'Máy in đang bận hoặc bị nút bấm trên máy tạm dừng. Hãy chờ máy xong, hoặc bấm lại nút ấy.',
  'printer.half': 'Máy in dừng giữa chừng khi đang in thử. Hãy xem giấy, nắp và dây, bỏ mẩu giấy dở.',
  'printer.unconfirmed': 'Máy in đã nhận phiếu thử nhưng chưa báo in xong. Hãy xem phiếu đã ra đủ chưa.',
}
