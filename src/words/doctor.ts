import { faultCodes } from '#domain/kernel/fault.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { sayFault } from './faults.ts'
import { type Finding, findingOf } from './finding.ts'
import { put } from './say.ts'

/** What `kv doctor` and the doctor's page look at. */
export type DoctorCheck = 'printer' | 'printer2' | 'pages' | 'scanner' | 'disk' | 'clock' | 'journal' | 'catalog' | 'calendar' | 'city'

type Figures = Readonly<Record<string, string | number>>

const well: Readonly<Record<DoctorCheck, string>> = {
  printer: 'Máy in phiếu sẵn sàng, {waiting} phiếu chờ in.',
  printer2: 'Máy in phiếu thứ hai sẵn sàng, in thay khi máy thứ nhất không in được.',
  pages: 'Máy in trang A4 sẵn sàng, {waiting} trang chờ in.',
  scanner: 'Máy quét đang nối ({address}).',
  disk: 'Ổ đĩa còn trống {megabytes} MB.',
  clock: 'Đồng hồ máy đúng thứ tự: hôm nay {day}.',
  journal: 'Nhật ký nguyên vẹn, {entries} mục.',
  catalog: 'Danh mục có {procedures} thủ tục.',
  calendar: 'Lịch nghỉ lễ có đến năm {last}.',
  city: 'Máy chủ thành phố đã nhận; {pending} mục chờ gửi.',
}

const ill: Readonly<Record<DoctorCheck, Finding>> = {
  printer: {
    what: 'Máy in phiếu chưa in được, {waiting} phiếu đang chờ.',
    todo: 'Bật máy in, lắp giấy, đóng nắp, cắm lại dây. Phiếu chờ sẽ tự in, không in trùng.',
  },
  printer2: {
    what: 'Máy in phiếu thứ hai chưa in được.',
    todo: 'Bật máy in thứ hai, lắp giấy, đóng nắp, cắm lại dây: máy thứ nhất hỏng thì không có máy in thay.',
  },
  pages: {
    what: 'Máy in trang A4 chưa in được, {waiting} trang đang chờ.',
    todo: 'Chọn máy in hoặc thư mục nhận trang trong Cài đặt (Ctrl+,), mục Thiết bị.',
  },
  scanner: { what: 'Không thấy máy quét ở {address}.', todo: 'Cắm lại cáp máy quét. Trong lúc chờ, vẫn nhập được số căn cước bằng tay.' },
  disk: { what: 'Ổ đĩa chỉ còn {megabytes} MB.', todo: 'Dọn bớt tệp không cần, hoặc gọi bộ phận kỹ thuật trước khi đĩa đầy.' },
  clock: {
    what: 'Đồng hồ máy đang chỉ {day}, sớm hơn hồ sơ đã cấp số gần nhất.',
    todo: 'Chỉnh lại ngày giờ của máy tính; chưa chỉnh thì chưa cấp số được.',
  },
  journal: {
    what: 'Nhật ký bị sửa hoặc hỏng từ mục {at}.',
    todo: 'Ngừng tiếp nhận trên máy này, giữ nguyên thư mục dữ liệu và gọi bộ phận kỹ thuật.',
  },
  catalog: {
    what: 'Tệp trong danh mục bị từ chối: {files}. Bản tốt gần nhất vẫn được dùng.',
    todo: 'Sửa chỗ đã nêu rồi lưu lại; không cần mở lại chương trình. Xem đủ các chỗ sai: “kv catalog check TỆP”.',
  },
  calendar: {
    what: 'Chưa có lịch nghỉ lễ năm {years}: ngày hẹn rơi vào năm ấy không chắc chắn.',
    todo: 'Mở Cài đặt (Ctrl+,), mục Lịch nghỉ, chọn năm, lấy đề xuất theo luật rồi sửa theo thông báo nghỉ lễ và lưu.',
  },
  city: {
    what: 'Chưa gửi được về máy chủ thành phố, {pending} mục đang chờ.',
    todo: 'Vẫn làm việc bình thường. Kiểm tra dây mạng; khi có mạng, máy tự gửi.',
  },
}

/** What was never set. */
const unset: Readonly<Partial<Record<DoctorCheck, Finding>>> = {
  pages: { what: 'Chưa chọn máy in trang A4, {waiting} trang đang chờ.', todo: ill.pages.todo },
  city: {
    what: 'Chưa đặt máy chủ thành phố; {pending} mục đang giữ ở máy này.',
    todo: 'Vẫn làm việc bình thường. Khi có địa chỉ máy chủ, ghi trong Cài đặt (Ctrl+,), mục Thiết bị.',
  },
}

/** Of two that can ail alike, which one it is. */
const named: Readonly<Partial<Record<DoctorCheck, string>>> = { printer: 'Máy in phiếu: ', printer2: 'Máy in phiếu thứ hai: ' }

/** Refused files, each with the place in it and the reason; the first reasons of each are enough to begin mending. */
export const sayBrokenFiles = (broken: readonly { readonly file: string; readonly faults: readonly Fault[] }[]): string =>
  broken
    .map(({ file, faults }) => {
      const reasons = faults.slice(0, MOST_REASONS).map(fault => [fault.field, sayFault(fault, 'vi').replace(/\.$/, '')])
      return put('{file} ({reasons})', {
        file: file.split(/[\\/]/).slice(-3).join('/'),
        reasons: reasons.map(parts => parts.filter(part => part !== undefined).join(': ')).join('; '),
      })
    })
    .join(', ')

const MOST_REASONS = 3

/** A year whose notice is not out yet: nothing is wrong, and due dates in it say so themselves. */
const undecided = ({ undecided: years = '' }: Figures): string =>
  years === '' ? '' : put(' Năm {years} chưa có thông báo chính thức: khi có, sửa trong Cài đặt, mục Lịch nghỉ.', { years })

/** What is well, as a sentence. */
export const sayWell = (id: DoctorCheck, figures: Figures): string => put(well[id], figures) + undecided(figures)

/** What is not, as sentences. `trouble`: a fault's code, `none` for what was never set, else a word of the doctor's own. */
export function sayTrouble(id: DoctorCheck, trouble: string, figures: Figures): Finding {
  const known = faultCodes.find(code => code === trouble)
  if (known === undefined) {
    const { what, todo } = (trouble === 'none' ? unset[id] : undefined) ?? ill[id]
    return { what: put(what, figures), todo: put(todo, figures) }
  }
  const { what, todo } = findingOf(sayFault({ code: known }, 'vi'))
  return { what: `${named[id] ?? ''}${what}`, todo: todo === '' ? put(ill[id].todo, figures) : todo }
}
