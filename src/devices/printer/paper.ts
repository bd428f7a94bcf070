import type { Bitmap } from '../slip/bitmap.ts'

/**
 * The printed paper that bytes make: what `virtual:` shows. It knows the commands this program sends; at any other it stops. It
 * has no typeface: a letter is a grey cell.
 */
export function paperOf(bytes: Uint8Array, width: number): Bitmap {
  const rows: Uint8Array[] = []
  let centred = false
  let scale = 1
  let letters = 0
  let at = 0
  const byte = (offset: number): number => bytes[at + offset] ?? 0
  const feed = (count: number): void => {
    for (let row = 0; row < count; row += 1) rows.push(new Uint8Array(width / 8))
  }
  const raster = (): number => {
    const columns = byte(4) + 256 * byte(5)
    const height = byte(6) + 256 * byte(7)
    const skip = centred ? Math.floor((width / 8 - columns) / 2) : 0
    for (let row = 0; row < height && at + 8 + row * columns < bytes.length; row += 1) {
      const from = at + 8 + row * columns
      const dots = new Uint8Array(width / 8)
      dots.set(bytes.subarray(from, from + columns).subarray(0, width / 8), skip)
      rows.push(dots)
    }
    return 8 + columns * height
  }
  const endLine = (): void => {
    const dots = Uint8Array.from({ length: width / 8 }, (_, index) => (index * 8 < letters * scale * CELL ? 0x22 : 0))
    for (let row = 0; row < LINE * scale; row += 1) rows.push(row % 4 === 0 && row < CELL * 2 * scale ? dots : new Uint8Array(width / 8))
    letters = 0
  }
  /** Carries out the command at `at` and answers with its length, 0 for one that is not known. */
  const obey = (): number => {
    if (byte(0) >= 0x20) {
      letters += 1
      return 1
    }
    if (byte(0) === 0x0a) {
      endLine()
      return 1
    }
    switch (byte(0) * 256 + byte(1)) {
      case 0x1b40:
        centred = false
        return 2
      case 0x1b45:
      case 0x1b74:
        return 3
      case 0x1c2e:
        return 2
      case 0x1d21:
        scale = 1 + (byte(2) & 7)
        return 3
      case 0x1b4a:
        feed(byte(2))
        return 3
      case 0x1b61:
        centred = byte(2) === 1
        return 3
      case 0x1b64:
        feed(byte(2) * LINE)
        return 3
      case 0x1d50:
        return 4
      case 0x1d56:
        return 3
      case 0x1d76:
        return raster()
      default:
        return 0
    }
  }
  for (let length = -1; at < bytes.length && length !== 0; at += length) length = obey()
  return { width, height: rows.length, bits: Buffer.concat(rows) }
}

/** Dots of a text line after ESC @: 1/6 inch. */
const LINE = 34
/** Dots from one letter to the next. */
const CELL = 12
