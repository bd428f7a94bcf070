import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { readSheet } from '#machine/sheet.ts'

const rowsOf = async (bytes: Uint8Array) => {
  const read = await readSheet(bytes)
  return read.ok ? read.value : read.faults.map(({ code, field }) => `${field}: ${code}`)
}

const TABLE = [
  ['Số hiệu', 'Trạng thái', 'Thời gian', 'Người nhận', 'Lý do', 'Tiền thu hộ'],
  ['RN123456785VN', 'Phát thành công', '25/11/2026 14:05', 'Nguyễn Thị Hồng Ánh', '', '16.000'],
  ['EA000000014VN', 'Phát không thành công', '25/11/2026 15:30', 'Đỗ Văn Được', 'Vắng nhà, hẹn "chiều"', ''],
]

describe('a CSV file', () => {
  const quoted = (cell: string, delimiter: string) =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  const csv = (delimiter: string, end = '\r\n') => TABLE.map(row => row.map(cell => quoted(cell, delimiter)).join(delimiter) + end).join('')

  const encodings: readonly [string, (text: string) => Buffer][] = [
    ['UTF-8', text => Buffer.from(text)],
    ['UTF-8 with a mark', text => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', text => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE with a mark', text => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1258', windows1258],
  ]
  test.each(encodings.flatMap(([name, encode]) => [';', ',', '\t'].map(sign => [name, sign, encode] as const)))(
    'in %s with %j is the table it was',
    async (_name, sign, encode) => {
      const read = await rowsOf(encode(csv(sign)))
      expect(read.map(row => Array.from(row, cell => cell.normalize('NFC')))).toEqual(TABLE)
    },
  )

  test('may say its own separator, and its rows keep their numbers', async () => {
    expect(await rowsOf(Buffer.from(`sep=;\r\n${csv(';')}`))).toEqual([[], ...TABLE])
    expect(await rowsOf(Buffer.from(`Báo cáo, ngày 25/11\n\n${csv(';', '\n')}\n`))).toEqual([['Báo cáo, ngày 25/11'], [''], ...TABLE, ['']])
  })

  test('with a line break inside a cell keeps it there', async () => {
    expect(await rowsOf(Buffer.from('a;b\n"một\nhai";c\n'))).toEqual([
      ['a', 'b'],
      ['một\nhai', 'c'],
    ])
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'post.file.empty'],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'post.file.kind'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'post.file.kind'],
    ['a page of the web', Buffer.from('\r\n<html><table><tr><td>RN123456785VN</td></tr></table>'), 'post.file.kind'],
    ['a quote that never ends', Buffer.from('a;b\n"c;d\n'), 'post.file.broken'],
    ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1, 'a;b\n'), 'post.file.large'],
    ['more rows than anybody reads', Buffer.from('a;b\n'.repeat(20_200)), 'post.file.large'],
  ])('%s is refused', async (_name, bytes, code) => expect(await rowsOf(bytes)).toEqual([`file: ${code}`]))
})

/** Windows-1258 writes a vowel with its own mark as one sign and the tone behind it as another. */
function windows1258(text: string): Buffer {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Buffer.of(byte)), byte]))
  const signs = Array.from(text.normalize('NFC')).flatMap(sign => {
    if (table.has(sign)) return [sign]
    const parts = Array.from(sign.normalize('NFD'))
    const isTone = (part: string) => /[\u0300\u0301\u0303\u0309\u0323]/.test(part)
    return [
      parts
        .filter(part => !isTone(part))
        .join('')
        .normalize('NFC'),
      ...parts.filter(isTone),
    ]
  })
  return Buffer.from(signs.map(sign => table.get(sign) ?? expect.fail(`no byte for ${sign}`)))
}

describe('an XLSX file', () => {
  const write = (rows: Row[]) => writeXlsxFile(rows).toBuffer()
  const texts = (rows: readonly (readonly string[])[]): Row[] => rows.map(row => row.map(value => ({ type: String, value })))

  test('is the table it was', async () => expect(await rowsOf(await write(texts(TABLE)))).toEqual(TABLE))

  test('gives its own times and amounts as text that has one meaning', async () => {
    const at = new Date('2026-11-25T14:05:09Z')
    const row: Row = [
      { type: Date, value: at, format: 'dd/mm/yyyy hh:mm:ss' },
      { type: Date, value: at, format: 'dd/MM/yyyy' },
      { type: Number, value: 16_000, format: '#,##0" đ"' },
      { type: Number, value: 16.125 },
      { type: Number, value: 46_351.5 },
      { type: Boolean, value: true },
    ]
    expect(await rowsOf(await write([row]))).toEqual([
      ['2026-11-25T14:05:09', '2026-11-25T14:05:09', '16000', '16.1250', '46351.5', 'true'],
    ])
  })

  test('keeps the numbers of its rows: blank ones stay', async () => {
    const read = await rowsOf(await write([[], [], ...texts([['a', 'b']]), [], ...texts([['c', 'd']])]))
    expect(read.map(row => row.length === 0 || Array.from(row).every(cell => cell === ''))).toEqual([true, true, false, true, false])
  })

  test('cut off, or with a byte changed, is read or refused, and nothing breaks', { timeout: 60_000 }, async () => {
    const whole = Buffer.from(await write(texts(TABLE)))
    expect(await rowsOf(whole.subarray(0, whole.length - 30))).toEqual(['file: post.file.broken'])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: whole.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, cut) => {
        const hurt = Buffer.from(cut ? whole.subarray(0, at) : whole)
        if (!cut) hurt[at] = byte
        const read = await readSheet(hurt)
        if (read.ok) expect(read.value).toEqual(TABLE)
        else expect(read.faults).toMatchObject([{ field: 'file' }])
      }),
      { numRuns: 300 },
    )
  })

  const page = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`
  test.each([
    ['that becomes more than a hundred megabytes', ' '.repeat(101 * 1024 * 1024), 'post.file.large'],
    ['with a cell in the last column there is', page('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'post.file.large'],
    ['with a cell in the last row there is', page('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), 'post.file.large'],
  ])('%s is refused', async (_name, text, code) => {
    expect(await rowsOf(zip('xl/worksheets/sheet1.xml', text))).toEqual([`file: ${code}`])
  })

  test('that is some other ZIP is refused', async () => {
    expect(await rowsOf(zip('word/document.xml', '<document/>'))).toEqual(['file: post.file.kind'])
  })
})

/** A ZIP with one file in it. */
function zip(name: string, text: string): Buffer {
  const [raw, path] = [Buffer.from(text), Buffer.from(name)]
  const packed = deflateRawSync(raw)
  const sizes = Buffer.alloc(22)
  sizes.writeUInt16LE(20, 0)
  sizes.writeUInt16LE(8, 4)
  sizes.writeUInt32LE(crc32(raw), 10)
  sizes.writeUInt32LE(packed.length, 14)
  sizes.writeUInt32LE(raw.length, 18)
  const length = Buffer.alloc(4)
  length.writeUInt16LE(path.length)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sizes, length, path, packed])
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), sizes, length, Buffer.alloc(14), path])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
