/** The tables a reader of PDF needs of an embedded TrueType font (ISO 32000-1, 9.9). */
const KEPT = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const

/** What the PDF library asks of the part of a font that goes into a document. */
export type Subset = {
  /** The number of a glyph in the part; taken in when it is met first. */
  readonly includeGlyph: (glyph: number | { readonly id: number }) => number
  /** The part as a TrueType file. */
  readonly encode: () => Uint8Array
}

/**
 * Cuts parts out of a TrueType file: the outlines are copied as they stand. The library takes every outline apart and
 * puts it together again, which is a third of the time of a page.
 */
export function openSubsets(file: Uint8Array): () => Subset {
  const tables = tablesOf(file)
  const outlineOf = openOutlines(tables)
  const metricOf = openMetrics(tables)
  return () => {
    const glyphs: number[] = []
    const places = new Map<number, number>()
    const includeGlyph: Subset['includeGlyph'] = glyph => {
      const id = typeof glyph === 'number' ? glyph : glyph.id
      const known = places.get(id)
      if (known !== undefined) return known
      places.set(id, glyphs.length)
      return glyphs.push(id) - 1
    }
    // A font begins with the glyph for letters it has not.
    includeGlyph(0)
    return {
      includeGlyph,
      encode: () => {
        // A letter may be put together from others: the list grows while it is gone through.
        const outlines: Uint8Array[] = []
        for (const id of glyphs) outlines.push(withParts(outlineOf(id), includeGlyph))
        return fontFile({
          ...tables,
          ...outlineTables(outlines),
          ...countedTables(tables, glyphs.length),
          hmtx: joined(glyphs.map(metricOf)),
        })
      },
    }
  }
}

type Tables = Readonly<Record<(typeof KEPT)[number], Uint8Array>>

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

/** The table directory: after 12 bytes, 16 for each table. A table that is missing is an empty one. */
function tablesOf(file: Uint8Array): Tables {
  const view = viewOf(file)
  const found = new Map<string, Uint8Array>()
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    const from = view.getUint32(at + 8)
    found.set(tag, file.subarray(from, from + view.getUint32(at + 12)))
  }
  const table = (tag: string): Uint8Array => found.get(tag) ?? new Uint8Array()
  return {
    'cvt ': table('cvt '),
    fpgm: table('fpgm'),
    glyf: table('glyf'),
    head: table('head'),
    hhea: table('hhea'),
    hmtx: table('hmtx'),
    loca: table('loca'),
    maxp: table('maxp'),
    prep: table('prep'),
  }
}

const LONG_OFFSETS_AT = 50
const METRICS_COUNT_AT = 34
const GLYPHS_COUNT_AT = 4

function openOutlines({ head, loca, glyf }: Tables): (glyph: number) => Uint8Array {
  const isLong = viewOf(head).getInt16(LONG_OFFSETS_AT) === 1
  const view = viewOf(loca)
  const offset = (glyph: number): number => (isLong ? view.getUint32(glyph * 4) : view.getUint16(glyph * 2) * 2)
  return glyph => glyf.subarray(offset(glyph), offset(glyph + 1))
}

/** Width and left bearing, four bytes; glyphs past the counted ones are all as wide as the last of those. */
function openMetrics({ hhea, hmtx }: Tables): (glyph: number) => Uint8Array {
  const counted = viewOf(hhea).getUint16(METRICS_COUNT_AT)
  return glyph => {
    if (glyph < counted) return hmtx.subarray(glyph * 4, glyph * 4 + 4)
    const bearing = counted * 4 + (glyph - counted) * 2
    return joined([hmtx.subarray(counted * 4 - 4, counted * 4 - 2), hmtx.subarray(bearing, bearing + 2)])
  }
}

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x01, 0x08, 0x20, 0x40, 0x80] as const

/** A glyph made of others (less than no contours) names them by their numbers in the part. */
function withParts(outline: Uint8Array, includeGlyph: Subset['includeGlyph']): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline
  const mended = Uint8Array.from(outline)
  const view = viewOf(mended)
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, includeGlyph(view.getUint16(at + 2)))
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + transformLength(flags)
    more = (flags & MORE) !== 0
  }
  return mended
}

function transformLength(flags: number): number {
  if ((flags & SCALE) !== 0) return 2
  if ((flags & TWO_SCALES) !== 0) return 4
  return (flags & MATRIX) === 0 ? 0 : 8
}

function outlineTables(outlines: readonly Uint8Array[]): Pick<Tables, 'glyf' | 'loca'> {
  const loca = new Uint8Array((outlines.length + 1) * 4)
  const view = viewOf(loca)
  let end = 0
  for (const [index, { length }] of outlines.entries()) view.setUint32((index + 1) * 4, (end += length))
  return { glyf: joined(outlines), loca }
}

/** The tables that say how many glyphs there are, and that their offsets are long. */
function countedTables({ head, hhea, maxp }: Tables, glyphs: number): Pick<Tables, 'head' | 'hhea' | 'maxp'> {
  const counted = { head: Uint8Array.from(head), hhea: Uint8Array.from(hhea), maxp: Uint8Array.from(maxp) }
  viewOf(counted.head).setInt16(LONG_OFFSETS_AT, 1)
  viewOf(counted.hhea).setUint16(METRICS_COUNT_AT, glyphs)
  viewOf(counted.maxp).setUint16(GLYPHS_COUNT_AT, glyphs)
  return counted
}

const aligned = (length: number): number => Math.ceil(length / 4) * 4

/** Version, directory, tables. Readers of PDF do not look at the check sums, so there are none. */
function fontFile(tables: Tables): Uint8Array {
  const start = 12 + KEPT.length * 16
  const file = new Uint8Array(KEPT.reduce((length, tag) => length + aligned(tables[tag].length), start))
  const view = viewOf(file)
  const steps = Math.floor(Math.log2(KEPT.length))
  view.setUint32(0, 0x00010000)
  for (const [index, value] of [KEPT.length, 2 ** steps * 16, steps, (KEPT.length - 2 ** steps) * 16].entries())
    view.setUint16(4 + index * 2, value)
  let at = start
  for (const [index, tag] of KEPT.entries()) {
    const record = 12 + index * 16
    for (let letter = 0; letter < 4; letter += 1) file[record + letter] = tag.charCodeAt(letter)
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, tables[tag].length)
    file.set(tables[tag], at)
    at += aligned(tables[tag].length)
  }
  return file
}
