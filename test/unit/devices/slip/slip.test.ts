import { describe, expect, test } from 'vitest'
import type { Block } from '#domain/paper/block.ts'
import { FONTS, drawSlip, drawStrips } from '#devices/slip/draw.ts'
import { encodeSlip } from '#devices/slip/encode.ts'
import { openFaces } from '#devices/slip/face.ts'
import { layOut } from '#devices/slip/layout.ts'
import type { Row } from '#devices/slip/row.ts'

const page = (width: number) => ({ width, measure: openFaces(FONTS) })
const words = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(row => row.marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : [])))

const name = 'Công Tằng Tôn Nữ Nguyễn Thị Hương Lan Phương Thảo Trần Lê Đặng Quỳnh Như Ngọc Ánh'
const long = 'q'.repeat(60)
const code = '000.00.20.H20-261123-0042'
/** Every kind of block, and the words that must be on the paper. */
const blocks: readonly (readonly [Block, readonly string[]])[] = [
  [{ kind: 'title', text: name }, [name]],
  [{ kind: 'huge', text: long }, [long]],
  [{ kind: 'text', text: long, align: 'right', style: 'bold' }, [long]],
  [{ kind: 'pair', label: 'Người nộp:', value: name }, ['Người nộp:', name]],
  [{ kind: 'pair', label: `${name}:`, value: long }, [`${name}:`, long]],
  [
    { kind: 'columns', left: [{ text: name, underline: true }], right: [{ text: long }, { text: name, style: 'small' }] },
    [name, long, name],
  ],
  [{ kind: 'table', head: ['STT', name, 'SL'], rows: [['1', long, '2']], widths: [1, 6, 1] }, ['STT', name, 'SL', '1', long, '2']],
  [{ kind: 'list', items: [name, long] }, ['1.', name, '2.', long]],
  [{ kind: 'check', text: name, ticked: true }, [name]],
  [{ kind: 'qr', text: code }, [code]],
  [{ kind: 'qr', text: code, caption: name }, [name]],
]
const all = blocks.map(([block]) => block)
const letters = (texts: readonly string[]): string =>
  Array.from(texts.join(''))
    .filter(letter => letter !== ' ')
    .toSorted()
    .join('')

describe.each([576, 384])('a slip of %i dots', width => {
  test.each(blocks)('loses no letter of %o, and none leaves the paper', (block, texts) => {
    const rows = layOut([block], page(width))
    expect(letters(words(rows))).toBe(letters(texts))
    for (const row of rows) expect(row.right).toBeLessThanOrEqual(width)
  })

  test('strips join to the same picture as rows laid out', () => {
    const height = layOut(all, page(width)).reduce((sum, row) => sum + row.height, 0)
    expect(drawSlip(all, width).height).toBe(height)
    expect([...drawStrips(all, width)].length).toBeGreaterThan(3)
  })
})

describe('letters', () => {
  /** Every Vietnamese letter, both cases. */
  const bases = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
  const alphabet = Array.from(bases)
    .flatMap(base => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(tone => (base + tone).normalize('NFC')))
    .concat('đ', 'Đ')

  const dotsOf = (text: string, style: 'normal' | 'bold'): string => {
    const { bits } = drawSlip([{ kind: 'text', text, style }], 576)
    return Buffer.from(bits).toString('base64')
  }

  test.each(['normal', 'bold'] as const)('every Vietnamese letter has its own %s shape in the font', style => {
    expect(alphabet).toHaveLength(146)
    expect(alphabet.every(letter => Array.from(letter).length === 1)).toBe(true)
    const missing = dotsOf('\u{10FFFD}', style)
    const shapes = new Set(alphabet.map(letter => dotsOf(letter, style)))
    expect(shapes.has(missing)).toBe(false)
    expect(shapes.size).toBe(alphabet.length)
  })

  test('marks above and below stay inside their line', () => {
    const text = 'ẪỆỘẴỶỌ'
    const ink = (bits: Uint8Array): number => bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
    const [alone, amongOthers] = [[], [{ kind: 'text', text: '' } as const]].map(space =>
      drawSlip([...space, { kind: 'text', text }, ...space], 576),
    )
    expect(ink(alone?.bits ?? new Uint8Array())).toBe(ink(amongOthers?.bits ?? new Uint8Array()))
  })
})

describe('a receipt', () => {
  const receipt: readonly Block[] = [
    { kind: 'text', text: 'UBND XÃ LONG KHÁNH', align: 'center', style: 'bold' },
    { kind: 'title', text: 'GIẤY TIẾP NHẬN HỒ SƠ' },
    { kind: 'pair', label: 'Mã hồ sơ:', value: '000.00.20.H20-261123-0042' },
    { kind: 'pair', label: 'Người nộp:', value: 'Nguyễn Thị Hương Lan' },
    { kind: 'pair', label: 'Thủ tục:', value: 'Cấp bản sao trích lục hộ tịch' },
    { kind: 'pair', label: 'Hẹn trả:', value: '17:00 ngày 25/11/2026' },
    { kind: 'qr', text: '000.00.20.H20-261123-0042' },
    { kind: 'cut' },
  ]

  test('is at most four tenths of its full raster', () => {
    const drawn = drawSlip(receipt, 576)
    expect(encodeSlip(drawn).length / drawn.bits.length).toBeLessThanOrEqual(0.4)
  })

  test('gives its first bytes from its first strip', () => {
    const [first] = drawStrips(receipt, 576)
    expect(first?.height).toBeLessThanOrEqual(128)
  })

  test('says the dossier code under its QR', () => {
    expect(words(layOut(receipt, page(576))).filter(text => text === '000.00.20.H20-261123-0042')).toHaveLength(2)
  })

  test('its QR has modules of 6 dots and four white modules around', () => {
    const [qr] = layOut([{ kind: 'qr', text: '000.00.20.H20-261123-0042' }], page(384))
    const boxes = qr?.marks.flatMap(mark => (mark.kind === 'box' ? [mark] : [])) ?? []
    expect(boxes.every(box => box.height === 6 && box.width % 6 === 0)).toBe(true)
    expect(Math.min(...boxes.map(box => box.y))).toBe(24)
    expect(Math.min(...boxes.map(box => box.x))).toBeGreaterThanOrEqual(24)
    expect(qr?.height).toBe((25 + 8) * 6)
  })
})
