import { expect, test } from 'vitest'
import { sameName } from '#domain/kernel/same-name.ts'

test.each([
  ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'the place of a tone is spelling'],
  ['Lê Thuý', 'LÊ THÚY', 'so is it over y, and capitals do not matter'],
  ['Nguyễn Thị Hương Lan', 'NGUYEN THI HUONG LAN', 'the back of a card has no marks'],
  ['K’Brếu Y-Đôn', 'KBREU Y DON', 'nor hyphens'],
  ['Công Tằng Tôn Nữ Thị Phương Nguyễn Khuê', 'CONG TANG TON NU THI PHUONG NG', 'and it cuts a long name'],
])('%s and %s are one name: %s', (one, other) => {
  expect(sameName(one, other)).toBe(true)
  expect(sameName(other, one)).toBe(true)
})

test.each([
  ['Nguyễn Thị Hoà', 'Nguyễn Thị Hoa'],
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoạ'],
  ['Trần Văn Đức', 'Trần Văn Đúc'],
  ['Nguyễn Thị Hương Lan', 'NGUYEN THI HUONG'],
  ['Nguyễn Lân', 'Nguyễn Lan'],
])('%s and %s are two', (one, other) => {
  expect(sameName(one, other)).toBe(false)
})
