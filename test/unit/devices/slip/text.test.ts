import { expect, test } from 'vitest'
import { slipText } from '#devices/slip/text.ts'

test('a slip reads line by line as it is printed', () => {
  const text = slipText([
    { kind: 'title', text: 'GIẤY TIẾP NHẬN' },
    { kind: 'huge', text: 'A042' },
    { kind: 'pair', label: 'Người nộp:', value: 'Nguyễn Thị Hương' },
    { kind: 'columns', left: [{ text: 'UBND XÃ' }], right: [{ text: 'CỘNG HÒA' }] },
    { kind: 'table', head: ['STT', 'Giấy tờ'], rows: [['1', 'Tờ khai']], widths: [1, 4] },
    { kind: 'list', items: ['Tờ khai', 'Ảnh'] },
    { kind: 'check', text: 'Nhận tại quầy', ticked: true },
    { kind: 'check', text: 'Nhận qua bưu chính', ticked: false },
    { kind: 'rule' },
    { kind: 'qr', text: '000-1' },
    { kind: 'qr', text: 'https://tra-cuu', caption: 'Tra cứu' },
    { kind: 'cut' },
  ])
  expect(text).toBe(`GIẤY TIẾP NHẬN
A042
Người nộp: Nguyễn Thị Hương
UBND XÃ
CỘNG HÒA
STT | Giấy tờ
1 | Tờ khai
1. Tờ khai
2. Ảnh
[x] Nhận tại quầy
[ ] Nhận qua bưu chính
----
[QR 000-1]
[QR https://tra-cuu]
Tra cứu
---- cut ----
`)
})
