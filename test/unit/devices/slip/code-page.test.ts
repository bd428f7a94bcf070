import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLine } from '#devices/slip/code-page.ts'
import { FONTS, drawSlip } from '#devices/slip/draw.ts'
import { slipBytes } from '#devices/slip/slip-bytes.ts'
import { profiles } from '#devices/profile.ts'
import type { Block } from '#domain/paper/block.ts'
import { type CodePageName, codePageNames } from '#domain/paper/code-page.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'

const bases = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
const alphabet = Array.from(bases)
  .flatMap(base => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(tone => (base + tone).normalize('NFC')))
  .concat('đ', 'Đ')
const letter = fc.oneof(
  fc.constantFrom(...alphabet),
  fc.constantFrom(...Array.from(' bcdghklmnpqrstvxBCDGHKLMNPQRSTVX0123456789.,:;()/-+')),
)
/** What no Vietnamese code page holds. */
const foreign = fc.constantFrom('•', '×', '–', '·', '…', 'ŏ', 'Š', '漢', '\u{1F600}', '\u0301')

const bytesOf = (blocks: readonly Block[], letters: CodePageName): Uint8Array =>
  Buffer.concat([...slipBytes(blocks, { ...profiles['80'], letters, fonts: FONTS })])

describe.each(codePageNames)('the code page %s', name => {
  test('holds every Vietnamese letter with its marks', () => {
    expect(alphabet.filter(one => encodeLine(one, name) === null)).toEqual([])
  })

  test('comes out of a printer as it went in, whatever is written, and a question mark only where one stood', () => {
    fc.assert(
      fc.property(fc.array(fc.array(letter, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }), texts => {
        const written = texts.map(one => one.join('')).filter(one => one.trim() !== '')
        const blocks = written.map((text): Block => ({ kind: 'text', text }))
        const paper = decodeEscPos(bytesOf(blocks, name))
        const flat = (all: readonly string[]): string => all.join('').replaceAll(' ', '')
        expect(flat(paper.lines.map(line => line.text))).toBe(flat(written))
        expect(paper.rows.some(row => row.includes(1))).toBe(false)
      }),
    )
  })

  test('leaves a line with any other letter to the picture: the same dots as a drawn slip', () => {
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), foreign, (around, odd) => {
        const text = `x${odd}${around.join('')}`
        if (encodeLine(text, name) !== null) throw new Error(`${text} was given bytes`)
        const drawn = drawSlip([{ kind: 'text', text }], 576)
        const paper = decodeEscPos(
          bytesOf(
            [
              { kind: 'text', text: 'Tên' },
              { kind: 'text', text },
            ],
            name,
          ),
        )
        expect(paper.lines.map(line => line.text)).toEqual(['Tên'])
        expect(paper.rows.flatMap(row => Array.from(row)).filter(dot => dot === 1)).toHaveLength(inkOf(drawn.bits))
      }),
      { numRuns: 10 },
    )
  })
})

const inkOf = (bits: Uint8Array): number => bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

test('a slip in letters keeps order, looks and its codes: words as letters, the QR as a picture, one cut', () => {
  const paper = decodeEscPos(
    bytesOf(
      [
        { kind: 'title', text: 'GIẤY HẸN' },
        { kind: 'huge', text: 'A012' },
        { kind: 'pair', label: 'Người nộp:', value: 'Nguyễn Thị Hương Lan' },
        { kind: 'text', text: 'giữa', align: 'center', style: 'bold' },
        { kind: 'qr', text: 'A012', caption: 'A012' },
        { kind: 'cut' },
      ],
      'tcvn3',
    ),
  )
  expect(paper.lines).toEqual([
    { text: 'GIẤY HẸN', align: 1, bold: true, scale: 2, tables: [31] },
    { text: 'A012', align: 1, bold: true, scale: 4, tables: [] },
    { text: 'Người nộp: Nguyễn Thị Hương Lan', align: 0, bold: false, scale: 1, tables: [30] },
    { text: 'giữa', align: 1, bold: true, scale: 1, tables: [30] },
  ])
  expect(paper.rows.some(row => row.includes(1))).toBe(true)
  expect(paper.cuts).toHaveLength(1)
})

test('a printer without a knife is fed clear of its tear bar, and one of 180 dots an inch gets its own feeds', () => {
  const slip: readonly Block[] = [{ kind: 'text', text: 'Một' }, { kind: 'space', mm: 20 }, { kind: 'text', text: 'Hai' }, { kind: 'cut' }]
  const torn = decodeEscPos(Buffer.concat([...slipBytes(slip, { ...profiles['xp-58'], letters: null, fonts: FONTS })]), 384)
  expect(torn.cuts).toEqual([])
  expect(torn.rows.length - torn.rows.findLastIndex(row => row.includes(1))).toBeGreaterThan(120)
  const coarse = decodeEscPos(Buffer.concat([...slipBytes(slip, { ...profiles['tm-t88'], letters: null, fonts: FONTS })]), 512, 180)
  expect(coarse.rows.findLastIndex(row => row.includes(1))).toBe(inkEnd(drawSlip(slip, 512)))
})

const inkEnd = ({ width, height, bits }: ReturnType<typeof drawSlip>): number =>
  Array.from({ length: height }, (_, y) => bits.subarray((y * width) / 8, ((y + 1) * width) / 8)).findLastIndex(row =>
    row.some(byte => byte !== 0),
  )
