/** Families by their share of the people, in per mille (Lê Trung Hoa, Họ và tên người Việt Nam, 2005), the rest spread over rarer ones. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 384],
  ['Trần', 121],
  ['Lê', 95],
  ['Phạm', 70],
  ['Huỳnh', 51],
  ['Phan', 45],
  ['Vũ', 39],
  ['Võ', 36],
  ['Đặng', 21],
  ['Bùi', 20],
  ['Đỗ', 14],
  ['Hồ', 13],
  ['Ngô', 13],
  ['Dương', 10],
  ['Lý', 5],
]
const RARE = 'Ung Khuê Thạch Kim Sơn Danh Tô Cao Châu Quách Mai Trương Tạ Hà Lâm Đinh Đoàn Lương Triệu Tăng'.split(' ')
const MIDDLES = (
  'Thị Văn Thị Văn Thị Văn Thị Văn Thị Văn Hữu Ngọc Minh Thanh Hoàng Quốc Đức Kim Xuân Bảo Gia Thu Hồng Phương Công Anh Thành ' +
  'Tuấn Thùy Như Mỹ Bích Đình Trọng Quang Phước Hoài Thúy Khánh Diệu Cẩm Tấn Trung Nhật Hải Trường'
).split(' ')
/** Where the second of two middle names begins: nobody is called Thị twice. */
const SECOND = 10
/** The commonest first: a name of rank r is about 1 / (r + 12) as frequent. */
const GIVEN = (
  'Anh Linh Huy Hương Trang Thảo Tuấn Hùng Lan Dũng Minh Hà Nam Ngọc Phương Hải Dung Phúc Tâm Hoa Thành Long Đức Nga Thủy Mai Vân ' +
  'Khánh Nhung Quân Hiếu Yến Sơn Bình Cường Huyền My Vy Trung Loan Hạnh Nhi Châu Đạt Hòa Kiên Khoa Giang Hằng Tiên An Thúy Ngân ' +
  'Khang Thắng Quỳnh Trâm Phong Lâm Oanh Tùng Tú Hồng Hoàng Bảo Duy Hiền Tân Vinh Trinh Uyên Như Nhân Kiệt Nghĩa Lộc Việt Quang ' +
  'Hậu Trúc Liên Tài Tuyết Toàn Xuân Ly Trí Duyên Lợi Diễm Hưng Thư Chi Phượng Hân Đông Thịnh Thái Nguyên Quyên Khôi Tín Thơ Hữu ' +
  'Bích Nhàn Ánh Công Lê Thuận Tấn Mỹ Thiện Phát Quý Danh Thương Thanh Cúc Chiến Diệu Hoàn Sang Đăng Vũ Hào Tiến Thi Tường Vĩnh ' +
  'Quốc Chung Luân Lực Gấm Đào Nhật Khải Nở Sen Út Bé Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Đẹp Lành Hiệp Thọ Phước Lũy Mẫn Ngà Ngát ' +
  'Triều Trường Trọng Tuyền Thoa Thơm Thùy Thục Hoài Hường Kha Kỳ Lam Lệ Liễu Lý Mến Nết Nguyệt Nhã Nhạn Nhị Nhiên Nương Phấn Phi ' +
  'Quế Quí Rạng Sáng Sĩ Sương Tám Thạch Thạnh Thế Thiên Thoại Thu Thuần Tỉnh Tính Toán Tồn Trân Triết Truyền Tuân Tươi Ty Vàng Vi ' +
  'Viên Vui Vương Vượng Xinh Xoàn Xuyến Ý Yên Cảnh Cẩm Chánh Chí Chương Dân Diện Dư Đính Đoan Độ Đồng Giàu Hảo Hên Hội Huế Huệ Huệ'
).split(' ')
const SHARES = GIVEN.map((_, rank) => 1 / (rank + 12))
const ALL_SHARES = SHARES.reduce((sum, share) => sum + share, 0)

const HOME = '087'
const HOME_SHARE = 0.75
const MOBILE = '032 033 034 035 036 037 038 039 070 076 077 078 079 081 082 083 084 085 090 091 093 094 096 097 098'.split(' ')

export type Person = { readonly name: string; readonly number: string; readonly phone: string }

/** The same people for the same seed, one after another, named as people here are. */
export function* people(count: number, seed = 3): Generator<Person> {
  const chance = openChance(seed)
  const one = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? ''
  for (let n = 0; n < count; n += 1) {
    const middle = one(MIDDLES)
    const second = chance() < 0.35 ? ` ${one(MIDDLES.slice(SECOND))}` : ''
    yield {
      name: `${family(chance, one)} ${middle}${second} ${given(chance)}`,
      number: citizenNumber(chance),
      phone: `${one(MOBILE)}${digits(chance, 7)}`,
    }
  }
}

/** Most were born in the office's own province, and between 1940 and 2026 (NĐ 137/2015/NĐ-CP Điều 13: province, sex and century, year, six digits). */
function citizenNumber(chance: () => number): string {
  const province = chance() < HOME_SHARE ? HOME : String(1 + Math.floor(chance() * 96)).padStart(3, '0')
  const year = 1940 + Math.floor(chance() * 87)
  const sex = Math.floor(chance() * 2) + (year < 2000 ? 0 : 2)
  return `${province}${sex}${String(year % 100).padStart(2, '0')}${digits(chance, 6)}`
}

function given(chance: () => number): string {
  let place = chance() * ALL_SHARES
  for (const [rank, name] of GIVEN.entries()) {
    place -= SHARES[rank] ?? 0
    if (place < 0) return name
  }
  return GIVEN.at(-1) ?? ''
}

function family(chance: () => number, one: (list: readonly string[]) => string): string {
  let place = chance() * 1000
  for (const [name, share] of FAMILIES) {
    place -= share
    if (place < 0) return name
  }
  return one(RARE)
}

const digits = (chance: () => number, length: number): string => String(Math.floor(chance() * 10 ** length)).padStart(length, '0')

/** Mulberry32 (Tommy Ettinger, public domain): small, quick, the same everywhere. */
function openChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
