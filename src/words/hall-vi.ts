import type { Priority } from '#domain/queue/ticket.ts'

const reasons: Readonly<Record<Priority, string>> = {
  elder: 'Người cao tuổi',
  disabled: 'Người khuyết tật',
  pregnant: 'Phụ nữ mang thai',
  child: 'Có con nhỏ đi cùng',
  merit: 'Người có công với cách mạng',
}

/** What the kiosk says. */
export const hallVi = {
  kiosk: {
    language: 'English',
    start: 'Ông/bà đến làm việc gì?',
    startHow: 'Chạm vào một ô để lấy số',
    more: 'Xem thêm',
    first: 'Về đầu',
    waiting: '{count} người đang chờ',
    nobody: 'chưa có ai chờ',
    wait: 'khoảng {from}–{to} phút',
    waitLess: 'không quá {to} phút',
    byMatter: 'Tìm theo việc',
    matters: 'Ông/bà cần làm việc nào?',
    appointment: 'Tôi có hẹn',
    when: 'Ông/bà hẹn lúc mấy giờ hôm nay?',
    earlier: 'Giờ sớm hơn',
    later: 'Giờ muộn hơn',
    appointedAt: 'Hẹn lúc {time}',
    priority: 'Ông/bà có thuộc diện ưu tiên không?',
    priorityHow: 'Người thuộc diện ưu tiên được gọi trước',
    none: 'Không, lấy số',
    addMatter: 'Thêm việc khác',
    add: 'Ông/bà còn làm việc gì nữa?',
    back: 'Quay lại',
    taking: 'Đang lấy số…',
    yours: 'Số của ông/bà',
    ahead: 'Trước ông/bà: {count} người',
    next: 'Ông/bà là người kế tiếp',
    told: 'Chờ khoảng {from} đến {to} phút',
    toldLess: 'Chờ không quá {to} phút',
    untold: 'Chưa ước được thời gian chờ',
    paper: 'Mời ông/bà lấy giấy ở khe in',
    noPaper: 'Máy in đang hết giấy hoặc bận: xin nhớ số này, hoặc chụp lại màn hình.',
    noPaperStart: 'Máy in chưa in được. Ông/bà vẫn lấy được số: số hiện trên màn hình.',
    alone: 'Máy này đang cấp số riêng, số vẫn được gọi theo lượt.',
    done: 'Xong',
    again: 'Thử lại',
    failed: 'Chưa lấy được số. Xin thử lại, hoặc nhờ cán bộ hướng dẫn.',
    noSetUp: 'Máy này chưa được thiết lập. Hãy thiết lập ở cửa sổ quầy.',
    lost: 'Máy lấy số đang tạm dừng. Xin gặp cán bộ hướng dẫn.',
    chosen: 'Đã chọn',
  },
  reasons,
}

/** The same sections and keys in every language. */
export type HallWords = typeof hallVi
