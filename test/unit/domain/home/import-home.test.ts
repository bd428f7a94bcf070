import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequests } from '#domain/home/import-home.ts'
import { got } from '#kit/basics.ts'

const HEAD = 'Họ tên,Điện thoại,Địa chỉ,Việc cần làm,Nội dung,Mã hồ sơ,Ngày mong muốn,Buổi,Lý do,Ghi chú'
const rowsOf = (text: string) => got(readRequests(text))
const codesOf = (text: string) =>
  rowsOf(text).map(({ line, request }) => [
    line,
    request.ok ? 'ok' : request.faults.map(({ code, field }) => `${code} ${field ?? ''}`).join(', '),
  ])

test('a table of a web form is read line by line, and a line that cannot be is named', () => {
  const text = [
    HEAD,
    '"Nguyễn Thị Hương Lan",0912345678,"Ấp 3, Thường Lạc",Giúp khai,"Khai tử ""cho chồng""",,25/11/2026,Chiều,Người cao tuổi,',
    'Trần Văn Đức,0987654321,Ấp 5,Trả kết quả,,000.00.20.H20-261123-3001,2026-11-26,Sáng,Bị gãy chân,Gọi trước',
    ',,,,,,,,,',
    'Lê Thị Bảy,0900000000,Ấp 6,Trả kết quả,,không nhớ,31/02/2026,,,',
  ].join('\r\n')
  expect(codesOf(text)).toEqual([
    [2, 'ok'],
    [3, 'ok'],
    [5, 'field.date.impossible wish.day, dossier.unknown matter.code'],
  ])
  expect(rowsOf(text).map(({ request }) => (request.ok ? request.value : null))).toMatchObject([
    {
      address: 'Ấp 3, Thường Lạc',
      channel: 'web',
      matter: { kind: 'help', what: 'Khai tử "cho chồng"' },
      wish: { day: '2026-11-25', half: 'afternoon' },
      why: 'elder',
    },
    {
      matter: { kind: 'return', code: '000.00.20.H20-261123-3001' },
      wish: { day: '2026-11-26' },
      why: 'other',
      note: 'Bị gãy chân; Gọi trước',
    },
    null,
  ])
})

test('a file without its columns is refused whole, and says which', () =>
  expect(readRequests('Họ tên;Ngày\nLan;25/11/2026')).toMatchObject({
    faults: [{ code: 'home.import.columns', data: { columns: 'dien thoai, dia chi' } }],
  }))

test('whatever stands in the cells comes out of them as it was put in, with any separator', () => {
  const cell = fc.string({ maxLength: 12 }).filter(text => !/\p{Cc}/u.test(text))
  fc.assert(
    fc.property(fc.constantFrom(',', ';', '\t'), cell, (separator, note) => {
      const row = ['Lan', '0912345678', 'Ấp 3, Thường Lạc; tổ 1', 'Khai tử', '25/11/2026', `x ${note} x`]
      const quoted = row.map(one => `"${one.replaceAll('"', '""')}"`).join(separator)
      const [read] = rowsOf(`${['Họ tên', 'Điện thoại', 'Địa chỉ', 'Nội dung', 'Ngày', 'Ghi chú'].join(separator)}\n${quoted}`)
      expect(read?.request).toMatchObject({
        ok: true,
        value: { address: 'Ấp 3, Thường Lạc; tổ 1', channel: 'web', wish: { half: 'morning' } },
      })
      const said = read?.request.ok === true ? read.request.value.note : ''
      expect(said.replaceAll(/\s/g, '')).toBe(`x${note}x`.normalize('NFC').replaceAll(/[\s\u200B-\u200D\uFEFF\u00AD]/g, ''))
    }),
  )
})
