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
const MIDDLES = 'Thị Văn Thị Văn Thị Văn Hữu Ngọc Minh Thanh Hoàng Quốc Đức Kim Xuân Bảo Gia Thu Hồng Phương'.split(' ')
const GIVEN = (
  'Lan Hương Hoa Mai Hùng Dũng Tuấn Anh Nam Hải Linh Trang Thảo Hà Nga Vân Yến Phúc Khang An Bình Chi Dung Giang Hạnh Hiền ' +
  'Hòa Khánh Khoa Kiên Lâm Long Loan Ly My Nhi Như Oanh Phong Quân Quyên Sơn Tâm Tân Thắng Thành Thủy Tiên Toàn Trâm Trí Trinh ' +
  'Trung Tú Tùng Uyên Việt Vinh Vy Xuân Ý Đạt Đông Đức Bảo Cường Diễm Duyên Hậu Hiếu Huy Kiệt Liên Lộc Lợi Nghĩa Nguyên Nhân Nhung'
).split(' ')

export type Person = { readonly name: string; readonly number: string; readonly phone: string }

/** The same people for the same seed, one after another, named as people here are. */
export function* people(count: number, seed = 3): Generator<Person> {
  const chance = openChance(seed)
  const one = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? ''
  for (let n = 0; n < count; n += 1) {
    const middle = one(MIDDLES)
    const second = chance() < 0.35 ? ` ${one(MIDDLES.slice(6))}` : ''
    yield {
      name: `${family(chance, one)} ${middle}${second} ${one(GIVEN)}`,
      number: `${String(1 + Math.floor(chance() * 96)).padStart(3, '0')}${Math.floor(chance() * 4)}${digits(chance, 8)}`,
      phone: `09${digits(chance, 8)}`,
    }
  }
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
