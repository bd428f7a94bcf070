import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { Bitmap, Drawn } from './bitmap.ts'

/** Rows in one raster command: printers with small buffers choke on more. */
const BAND = 128
/** A shorter blank run is sent with its band: three rows of white cost less than stopping the paper. */
const LEAST_FEED = 3
const MOST_FEED = 255

/** `letters`: lines of text stand between the strips, in a code page of one byte a letter. */
export type Encoding = { readonly dpi: number; readonly knife: boolean; readonly letters: boolean }

const USUAL: Encoding = { dpi: 203, knife: true, letters: false }

/**
 * ESC @ resets; GS P makes one unit of ESC J one dot: by themselves printers differ in it (1/203, 1/360, 1/406 inch).
 * FS . leaves the mode in which printers for the Chinese market take two bytes for one letter.
 */
const startOf = ({ dpi, letters }: Encoding): Uint8Array =>
  Uint8Array.of(0x1b, 0x40, 0x1d, 0x50, dpi, dpi, ...(letters ? [0x1c, 0x2e] : []))

export type Encoder = {
  /** Bytes for the next strip of a slip. Its last blank rows wait for the strip after it. */
  add(strip: Drawn): Uint8Array
  /** Bytes of a line of letters, standing from the left edge. */
  addLine(line: Uint8Array): Uint8Array
  /** Bytes that end the slip: one that does not end in a cut is fed clear of the tear bar. */
  end(): Uint8Array
}

/**
 * A drawn slip as ESC/POS bytes: `GS v 0` bands without the white at their sides, blank rows fed with `ESC J`, cuts.
 * A band stands left, or in the middle (`ESC a`) where that is shorter: both land on the dot, and a printer that ignores `ESC a` still prints all.
 */
export function encodeSlip(slip: Drawn): Uint8Array {
  const encoder = openEncoder()
  return Buffer.concat([encoder.add(slip), encoder.end()])
}

/** Encodes strip by strip, so that the first bytes can leave before the last line is drawn. */
export function openEncoder(encoding: Encoding = USUAL): Encoder {
  const start = startOf(encoding)
  let blank = 0
  let started = false
  let centred = false
  const write = (out: Uint8Array[], command: Uint8Array): void => {
    out.push(...(started ? [] : [start]), ...feed(blank), command)
    started = true
    blank = 0
  }
  const writeBand = (out: Uint8Array[], strip: Bitmap, band: Band): void => {
    const crop = cropOf(strip, band)
    if (crop.centred !== centred) write(out, Uint8Array.of(0x1b, 0x61, crop.centred ? 1 : 0))
    centred = crop.centred
    write(out, raster(strip, band, crop))
  }
  const writeRows = (out: Uint8Array[], strip: Bitmap, from: number, to: number): void => {
    let row = from
    for (const band of bands(strip, from, to)) {
      blank += band.from - row
      writeBand(out, strip, band)
      row = band.to
    }
    blank += to - row
  }
  return {
    add(strip) {
      const out: Uint8Array[] = []
      let from = 0
      for (const cut of strip.cuts) {
        writeRows(out, strip, from, cut)
        write(out, encoding.knife ? KNIFE : TEAR_OFF)
        started = false
        centred = false
        from = cut
      }
      writeRows(out, strip, from, strip.height)
      return Buffer.concat(out)
    },
    addLine(line) {
      const out: Uint8Array[] = []
      if (centred) write(out, LEFT)
      centred = false
      write(out, line)
      return Buffer.concat(out)
    },
    end() {
      if (!started && blank === 0) return new Uint8Array()
      const out: Uint8Array[] = []
      write(out, TEAR)
      return Buffer.concat(out)
    },
  }
}

/** Rows `from` up to `to`, with ink from byte `first` up to byte `end` of a row. */
type Band = { from: number; to: number; first: number; end: number }

function bands(strip: Bitmap, from: number, to: number): readonly Band[] {
  const found: Band[] = []
  for (let row = from; row < to; row += 1) {
    const { first, end } = inkOf(strip, row)
    if (end === 0) continue
    const last = found.at(-1)
    if (last !== undefined && row - last.to < LEAST_FEED && row - last.from < BAND) {
      last.to = row + 1
      last.first = Math.min(last.first, first)
      last.end = Math.max(last.end, end)
    } else found.push({ from: row, to: row + 1, first, end })
  }
  return found
}

/** The bytes of a row that hold ink; `end` is 0 where it is blank. */
function inkOf({ width, bits }: Bitmap, row: number): { readonly first: number; readonly end: number } {
  const start = (row * width) / 8
  let end = width / 8
  while (end > 0 && bits[start + end - 1] === 0) end -= 1
  let first = 0
  while (first < end && bits[start + first] === 0) first += 1
  return { first, end }
}

type Crop = { readonly centred: boolean; readonly skip: number; readonly columns: number }

/** What of a band is sent: from its left edge, or as much less on both sides as it has white there. */
function cropOf({ width }: Bitmap, { first, end }: Band): Crop {
  const skip = Math.min(first, width / 8 - end)
  const columns = width / 8 - 2 * skip
  return columns < end ? { centred: true, skip, columns } : { centred: false, skip: 0, columns: end }
}

function raster({ width, bits }: Bitmap, { from, to }: Band, { skip, columns }: Crop): Uint8Array {
  const rows = to - from
  const bytes = new Uint8Array(8 + columns * rows)
  bytes.set([0x1d, 0x76, 0x30, 0, columns & 0xff, columns >> 8, rows & 0xff, rows >> 8])
  for (let row = 0; row < rows; row += 1) {
    const start = ((from + row) * width) / 8 + skip
    bytes.set(bits.subarray(start, start + columns), 8 + row * columns)
  }
  return bytes
}

function feed(rows: number): readonly Uint8Array[] {
  if (rows === 0) return []
  const step = Math.min(rows, MOST_FEED)
  return [Uint8Array.of(0x1b, 0x4a, step), ...feed(rows - step)]
}

function command(fill: (press: ThermalPrinter) => void): Uint8Array {
  const press = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' })
  fill(press)
  return Uint8Array.from(press.getBuffer())
}

/** Four lines up, past the knife, then cut; the library resets the printer after it. */
const KNIFE = command(press => press.cut({ verticalTabAmount: 1 }))
const TEAR = command(press => press.printVerticalTab())
/** What a printer without a knife gets for a cut: as much paper, and the same reset. */
const TEAR_OFF = Uint8Array.of(...TEAR, 0x1b, 0x40)
const LEFT = Uint8Array.of(0x1b, 0x61, 0)
