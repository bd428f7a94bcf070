import type { Priority } from '#domain/queue/ticket.ts'

/** What a ticket of the line says: Vietnamese, and a small English line under what a guest has to know. */
export const ticketWords = {
  title: 'SỐ THỨ TỰ CỦA ÔNG/BÀ',
  titleEn: 'Your number',
  service: 'Việc:',
  taken: 'Lấy số lúc:',
  ahead: 'Trước ông/bà: {count} người',
  next: 'Ông/bà là người kế tiếp',
  aheadEn: '{count} people before you',
  nextEn: 'You are next',
  wait: 'Chờ khoảng {from} đến {to} phút',
  waitLess: 'Chờ không quá {to} phút',
  waitEn: 'Estimated wait: {from}-{to} minutes',
  noWait: 'Chưa ước được thời gian chờ',
  appointment: 'Giờ hẹn:',
  appointmentEn: 'Appointment',
  please: 'Mời ông/bà ngồi chờ, số sẽ hiện trên màn hình và được đọc lên.',
  pleaseEn: 'Please wait. Your number will be shown and called.',
  alone: 'Số do riêng máy này cấp khi mất nối với hàng chờ chung: vẫn được gọi theo lượt.',
} as const

/** Why somebody is called before others, as the paper says it: the reason, never the person. */
export const priorityWords: Readonly<Record<Priority, string>> = {
  elder: 'Ưu tiên: người cao tuổi',
  disabled: 'Ưu tiên: người khuyết tật',
  pregnant: 'Ưu tiên: phụ nữ mang thai',
  child: 'Ưu tiên: người có con nhỏ đi cùng',
  merit: 'Ưu tiên: người có công với cách mạng',
}
