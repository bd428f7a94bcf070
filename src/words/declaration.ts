/** What all declarations share, word for word from the forms of TT 04/2024/TT-BTP; `{…}` are filled in by the template. */
export const declarationWords = {
  law: '(Mẫu ban hành kèm theo {law})',
  request: 'PHIẾU YÊU CẦU',
  to: 'Kính gửi: {addressee}',
  toNumbered: 'Kính gửi: (1) {addressee}',
  addressees: {
    committee: 'Ủy ban nhân dân {commune}, {province}',
    chairman: 'Chủ tịch Ủy ban nhân dân {commune}, {province}',
    police: 'Công an {commune}, {province}',
    business: 'Cơ quan đăng ký kinh doanh cấp xã - {commune}, {province}',
  },
  identity: { number: '{paper} số {number}', issued: '{issuer} cấp ngày {day}', issuer: '{issuer} cấp', day: 'cấp ngày {day}' },
  spelled: 'ghi bằng chữ:',
  time: '{hour} giờ {minute} phút',
  madeAt: 'Làm tại: {place}, {day}',
  /** Who signs in place of the requester, and by which paper (Bộ luật Dân sự 2015 Điều 138). */
  byProxy: 'Người nộp hồ sơ theo ủy quyền của {owner}: {name}. {paper}',
  byProxyNumbered: 'Người nộp hồ sơ theo ủy quyền của {owner}: {name}, số định danh {number}. {paper}',
  requester: 'Người yêu cầu',
  declarer: 'NGƯỜI KÊ KHAI',
  sign: '(Ký, ghi rõ họ, chữ đệm, tên)',
  /** The head of the column that numbers the rows of a table. */
  order: 'TT',
  couple: { head: 'Thông tin', bride: 'Bên nữ', groom: 'Bên nam' },
  /** The four opinions of Mẫu CT01 (TT 53/2025/TT-BCA); the person number stands under each name. */
  opinions: {
    head: ['Ý KIẾN CỦA CHỦ HỘ', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 'NGƯỜI KÊ KHAI'],
    name: 'Họ và tên: {name}',
    number: 'Số định danh cá nhân: {number}',
  },
  page: 'Trang {page}/{pages}',
} as const
