import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Drawn } from '#devices/slip/bitmap.ts'
import { encodeSlip, openEncoder } from '#devices/slip/encode.ts'
import { paperOf } from '#devices/printer/paper.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'

const WIDTH = 64
const STRIDE = WIDTH / 8

/** A drawing of these rows, each a list of its bytes; missing bytes are white. */
function drawing(rows: readonly (readonly number[])[], cuts: readonly number[] = []): Drawn {
  const bits = new Uint8Array(rows.length * STRIDE)
  rows.forEach((row, y) => bits.set(row, y * STRIDE))
  return { width: WIDTH, height: rows.length, bits, cuts }
}
const white = (count: number): readonly (readonly number[])[] => Array.from({ length: count }, () => [])
const inked = (rows: readonly Uint8Array[]): readonly string[] => rows.filter(row => row.includes(1)).map(row => row.join(''))
const dots = ({ width, height, bits }: Drawn): readonly Uint8Array[] =>
  Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1),
  )

/** Mostly white rows, as slips are. */
const row = fc.oneof(
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  fc.array(fc.constantFrom(0, 0, 0, 0x80, 0x01, 0xff), { maxLength: STRIDE }),
)

describe('a slip as bytes', () => {
  test('blank rows are fed, not sent', () => {
    const bytes = encodeSlip(drawing([[1], ...white(600), [1]]))
    expect(bytes.length).toBeLessThan(60)
    expect(decodeEscPos(bytes, WIDTH).rows.findLastIndex(row => row.includes(1))).toBe(601)
  })

  test('a band is as wide as its ink', () => {
    const narrow = encodeSlip(drawing(Array.from({ length: 100 }, () => [0xff])))
    const centred = encodeSlip(drawing(Array.from({ length: 100 }, () => [0, 0, 0, 0xff, 0xff])))
    expect(narrow.length).toBeLessThan(130)
    expect(centred.length).toBeLessThan(230)
  })

  test('a strip after strip comes out like all at once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }), strips => {
        const encoder = openEncoder()
        const bytes = Buffer.concat([...strips.map(rows => encoder.add(drawing(rows))), encoder.end()])
        expect(inked(decodeEscPos(bytes, WIDTH).rows)).toEqual(inked(dots(drawing(strips.flat()))))
      }),
    )
  })

  test('every dot and every cut is where it was drawn, and the virtual printer reads the same as the tests', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 300 }), fc.nat(), (rows, nat) => {
        const cut = nat % rows.length
        const slip = drawing(rows, cut === 0 ? [] : [cut])
        const bytes = encodeSlip(slip)
        const paper = decodeEscPos(bytes, WIDTH)
        const knife = paper.cuts[0] ?? 0
        const drawn = dots(slip)
        const parts = cut === 0 ? [drawn, []] : [drawn.slice(0, cut), drawn.slice(cut)]
        const onPaper = cut === 0 ? [paper.rows, []] : [paper.rows.slice(0, knife), paper.rows.slice(knife)]
        for (const [index, part] of parts.entries()) {
          const lines = part.map(line => line.join(''))
          expect((onPaper[index] ?? []).slice(0, lines.length).map(line => line.join(''))).toEqual(lines.slice(0, onPaper[index]?.length))
          expect(inked(onPaper[index] ?? [])).toEqual(inked(part))
        }
        const virtual = paperOf(bytes, WIDTH)
        expect(inked(dots({ ...virtual, cuts: [] }))).toEqual(inked(paper.rows))
        expect(virtual.height).toBe(paper.rows.length)
      }),
    )
  })

  test('bands are never taller than 128 rows', () => {
    const bytes = encodeSlip(drawing(Array.from({ length: 400 }, () => [0xff])))
    const heights = [...bytes.keys()]
      .filter(at => bytes[at] === 0x1d && bytes[at + 1] === 0x76)
      .map(at => (bytes[at + 6] ?? 0) + 256 * (bytes[at + 7] ?? 0))
    expect(heights).toEqual([128, 128, 128, 16])
  })

  test('an empty slip is no bytes', () => {
    expect(encodeSlip(drawing([]))).toHaveLength(0)
  })

  test('a slip that does not end in a cut is fed clear of the tear bar', () => {
    expect(decodeEscPos(encodeSlip(drawing([[1]])), WIDTH).rows.length).toBeGreaterThan(100)
  })
})
