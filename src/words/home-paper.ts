import type { HomeEnd, HomeMatter, HomeWhy } from '#domain/home/home-visit.ts'

/** What the route list says: it goes from door to door with the official, so it is Vietnamese whatever the screen speaks. */
export const routeWords = {
  title: 'LỘ TRÌNH HẸN TẠI NHÀ',
  goes: 'Cán bộ đi: {name}',
  head: ['STT', 'Giờ hẹn', 'Công dân, điện thoại', 'Địa chỉ', 'Việc làm, mang theo', 'Kết quả, giờ', 'Công dân ký'],
  phone: 'ĐT {phone}',
  help: 'Giúp khai: {what}',
  receive: 'Nhận hồ sơ: {what}',
  return: 'Trả kết quả: {what}',
  code: 'Mã hồ sơ {code}',
  bringHelp: 'Mang: tờ khai trống, máy tính',
  bringReceive: 'Mang: máy tính, máy in phiếu',
  bringReturn: 'Mang: kết quả',
  bringOriginals: 'Mang: kết quả, bản chính trả lại ({papers})',
  note: 'Ghi chú: {note}',
  total: 'Cộng: {count} nhà.',
  keep: 'Danh sách có thông tin của công dân: không để người khác xem, nộp lại bộ phận khi về.',
  made: 'Lập lúc {time}',
  goer: 'NGƯỜI ĐI',
  sender: 'PHỤ TRÁCH BỘ PHẬN',
  hand: '(Ký và ghi rõ họ tên)',
} as const

/** Why somebody is served at home, in a word. */
export const homeWhyWords: Readonly<Record<HomeWhy, string>> = {
  elder: 'người cao tuổi',
  disabled: 'người khuyết tật',
  ill: 'người ốm',
  far: 'nhà ở xa',
  other: 'lý do khác',
}

/** How a visit ended, in a word or two: `{day}` is the day of the next try. */
export const homeEndWords: Readonly<Record<HomeEnd['kind'], string>> = {
  done: 'Đã xong {time}',
  absent: 'Không gặp {time}, hẹn lại {day}',
  later: 'Dời sang {day}',
  cancelled: 'Đã hủy',
}

export const bringWords = (kind: HomeMatter['kind'], originals: number): string => {
  if (kind === 'help') return routeWords.bringHelp
  if (kind === 'receive') return routeWords.bringReceive
  return originals === 0 ? routeWords.bringReturn : routeWords.bringOriginals
}
