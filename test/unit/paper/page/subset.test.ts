import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESOURCES } from '#kit/basics.ts'
import { openSubsets } from '#paper/page/subset.ts'

const FILE = readFileSync(join(RESOURCES, 'fonts', 'Tinos-Regular.ttf'))
const subsets = openSubsets(FILE)
/** Every Vietnamese letter's glyph lies below. */
const GLYPHS = 2000

function part(of: readonly number[], cut = subsets): Uint8Array {
  const subset = cut()
  for (const glyph of of) subset.includeGlyph(glyph)
  return subset.encode()
}

/** Glyphs in a TrueType file, by its `maxp` table. */
function glyphsIn(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    if (String.fromCharCode(...font.subarray(at, at + 4)) === 'maxp') return view.getUint16(view.getUint32(at + 8) + 4)
  }
  return 0
}

const someGlyphs = fc.uniqueArray(fc.integer({ min: 1, max: GLYPHS }), { maxLength: 80 })

test('a part of a font holds what it was asked for and whatever that is made of: cutting it whole changes nothing', () => {
  fc.assert(
    fc.property(someGlyphs, glyphs => {
      const once = part(glyphs)
      const count = glyphsIn(once)
      expect(count).toBeGreaterThan(glyphs.length)
      const all = Array.from({ length: count }, (_, glyph) => glyph)
      expect(Buffer.from(part(all, openSubsets(once))).equals(Buffer.from(once))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a glyph has one number in a part, given in the order they are met, after the one for missing letters', () => {
  const subset = subsets()
  expect([70, 40, 70, 0, { id: 40 }, 41].map(subset.includeGlyph)).toEqual([1, 2, 1, 0, 2, 3])
})

test('a part is far smaller than its font', () => {
  expect(part(Array.from({ length: 60 }, (_, index) => 36 + index)).length).toBeLessThan(FILE.length / 8)
})
