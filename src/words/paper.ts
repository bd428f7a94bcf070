import type { Applicant } from '#domain/dossier/dossier.ts'
import { type Day, type Instant, dayOf, wallTime } from '#domain/kernel/time.ts'
import { upper } from '#domain/kernel/text.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { put } from './say.ts'

/** What papers say in figures: statutory papers are Vietnamese whatever the screen speaks. */

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

export const needWords = {
  original: 'bản chính',
  copy: 'bản sao',
  certified: 'bản sao chứng thực',
  shown: 'xuất trình, trả lại ngay',
} as const

export const sexWord = (sex: NonNullable<Applicant['sex']>): string => (sex === 'male' ? 'Nam' : 'Nữ')

/** `16.000 đ`. */
export const moneyText = (vnd: number): string => `${String(vnd).replace(/\B(?=(\d{3})+$)/g, '.')} đ`

const two = (number: number): string => String(number).padStart(2, '0')

/** `2026-11-25` as `25/11/2026`; what is no such day (a year alone) as it stands. */
export const dayText = (day: Day | string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

const hourAndMinute = (at: Instant): readonly [string, string] => {
  const minutes = Math.floor(wallTime(at).minutes)
  return [two(Math.floor(minutes / 60)), two(minutes % 60)]
}

/** `17:00 ngày 25/11/2026`. */
export const timeText = (at: Instant): string => `${hourAndMinute(at).join(':')} ngày ${dayText(dayOf(at))}`

/** The hour above the day, for narrow columns. */
export const bookTime = (at: Instant): string => `${hourAndMinute(at).join(':')}\n${dayText(dayOf(at))}`

/** `ngày 25 tháng 11 năm 2026`: days and months below 10 and 3 with a nought (NĐ 30/2020/NĐ-CP Phụ lục I). */
export function longDay(at: Instant): string {
  const [year = '', month = '', day = ''] = dayOf(at).split('-')
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** `17 giờ 00 phút, ngày 25 tháng 11 năm 2026`. */
export function longTime(at: Instant): string {
  const [hour, minute] = hourAndMinute(at)
  return `${hour} giờ ${minute} phút, ${longDay(at)}`
}

/** `0871••••2345`: enough for its owner to know it, too little for a finder. */
export const maskedNumber = (number: string): string => `${number.slice(0, -8)}••••${number.slice(-4)}`

/** The limit in a dossier's words (`same-day`, `3d`, `8h`) as a sentence says it; other words as they stand. */
export function limitWords(takes: string): string {
  if (takes === 'same-day') return 'trong ngày làm việc'
  const [, count = '', unit = ''] = /^(\d+)([dh])$/.exec(takes) ?? []
  if (count === '') return takes
  return `${two(Number(count))} ${unit === 'd' ? 'ngày' : 'giờ'} làm việc`
}

/** First line of every copy after the first; `copy` counts from 1. */
export const reprintText = (copy: number): string => `BẢN IN LẠI LẦN ${copy - 1}`

/** First line of a slip that took another's place: `GIẤY SỐ 2, THAY GIẤY IN LÚC 09:12 NGÀY 24/11/2026`. */
export const replacementText = ({ number, replaces }: Replacement): string =>
  upper(put(paperWords.replacement, { number, time: timeText(replaces) }))

/** What the statutory papers say of themselves and what stands behind their labels. `{…}` are filled in by the template. */
export const paperWords = {
  replacement: 'Giấy số {number}, thay giấy in lúc {time}',
  form: '(Mẫu số {number} - {law})',
  code: 'Mã hồ sơ: {code}',
  number: 'Số: {number}/{mark}',
  noPapers: 'Không nộp giấy tờ kèm theo',
  paper: '{name} ({need}): {count}',
  oneSet: '01 (bộ)',
  completed: '(Nhận đủ hồ sơ bổ sung {time}; thời hạn tính lại từ lúc này.)',
  unsure: '(Lịch nghỉ năm trả kết quả chưa có quyết định: ngày hẹn có thể đổi, nơi tiếp nhận sẽ báo.)',
  online: 'Trực tuyến, bản điện tử',
  byPost: 'Qua dịch vụ bưu chính công ích',
  byPostTo: 'Qua dịch vụ bưu chính công ích, đến {address}',
  free: 'không thu',
  stop: {
    refund: '{money} ({spelled})',
    noRefund: 'Không có khoản phải hoàn trả',
    none: 'Không có bản chính phải trả lại',
  },
  /** Originals that go back when a dossier ends; `{papers}` names them. */
  originals: {
    paper: '{name} ({count})',
    given: 'Đã trả lại đầy đủ cho Ông/Bà: {papers}',
    later: 'Trả lại khi Ông/Bà đến nhận: {papers}',
    label: 'Bản chính đã nộp:',
    back: 'Trả bản chính: {papers}',
  },
  control: {
    early: 'Trước hạn',
    inTime: 'Đúng hạn',
    late: 'Quá hạn',
    supplement: 'Yêu cầu bổ sung hồ sơ (Mẫu số {number})',
    post: 'Bưu chính công ích',
    until: 'Hẹn trả: {time}',
  },
  book: {
    page: 'từ số {first} đến số {last}, từ {from} đến {to}',
    counter: 'Trực tiếp',
    post: 'Bưu chính công ích',
    online: 'Trực tuyến',
    empty: 'Chưa có hồ sơ nào.',
    supplement: 'Yêu cầu bổ sung {day}',
    complete: 'Đủ hồ sơ {day}',
    extend: 'Gia hạn {day}',
    refuse: 'Từ chối {day}',
    stop: 'Dừng giải quyết {day}',
    correct: 'Đính chính {day}',
  },
} as const

/** The letters an office signs its numbers with: `Trung tâm Phục vụ hành chính công` gives `TTPVHCC`. */
export const initials = (name: string): string =>
  upper(name)
    .split(/[\s,.-]+/)
    .map(word => word.slice(0, 1))
    .join('')
