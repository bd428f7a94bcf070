import { createCanvas } from '@napi-rs/canvas'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { fileURLToPath } from 'node:url'
import type { Block } from '#domain/paper/block.ts'
import type { Bitmap, Drawn } from './bitmap.ts'
import { fontOf, openFaces } from './face.ts'
import { layOut } from './layout.ts'
import type { Row } from './row.ts'

/** Rows drawn at a time: small enough that the first bytes leave at once and that printers with small buffers keep up. */
const STRIP = 128

/** Beside the source, and beside the bundle in `out/app/main`; a packaged app names its own folder. */
export const FONTS = fileURLToPath(new URL('../../../resources/fonts/', import.meta.url))

/** A slip as dots: `widthDots` is 576 on 80 mm paper, 384 on 58 mm, always a multiple of 8. `cuts`: rows after which the paper is cut. */
export function drawSlip(blocks: readonly Block[], widthDots: number, fonts = FONTS): Drawn {
  const strips = [...drawStrips(blocks, widthDots, fonts)]
  const height = strips.reduce((sum, strip) => sum + strip.height, 0)
  const bits = new Uint8Array((widthDots / 8) * height)
  const cuts: number[] = []
  let rows = 0
  for (const strip of strips) {
    bits.set(strip.bits, (rows * widthDots) / 8)
    rows += strip.height
    cuts.push(...strip.cuts.map(() => rows))
  }
  return { width: widthDots, height, bits, cuts }
}

/**
 * The same slip strip by strip, top down: whole lines, about 128 rows each; a cut ends a strip.
 * All is laid out before this returns, so a slip that cannot be drawn throws here and not between two strips.
 */
export function drawStrips(blocks: readonly Block[], width: number, fonts = FONTS): Iterable<Drawn> {
  return draw(strips(layOut(blocks, { width, measure: openFaces(fonts) })), width)
}

function* draw(strips: readonly (readonly Row[])[], width: number): Generator<Drawn> {
  const tallest = Math.max(STRIP, ...strips.map(heightOf))
  const pen = createCanvas(width, tallest).getContext('2d')
  for (const rows of strips) {
    yield { ...drawRows(pen, rows, width), cuts: rows.some(row => row.cut === true) ? [heightOf(rows)] : [] }
  }
}

function strips(rows: readonly Row[]): readonly (readonly Row[])[] {
  const all: Row[][] = [[]]
  for (const row of rows) {
    const last = all.at(-1) ?? []
    const full = last.length > 0 && (heightOf(last) + row.height > STRIP || last.some(({ cut }) => cut === true))
    if (full && row.cut !== true) all.push([row])
    else last.push(row)
  }
  return all
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0)

/** Draws black on nothing and reads back only as far right as there is ink: reading back is what costs. */
function drawRows(pen: SKRSContext2D, rows: readonly Row[], width: number): Bitmap {
  const height = heightOf(rows)
  const bits = new Uint8Array((width / 8) * height)
  const right = Math.min(width, Math.ceil(Math.max(0, ...rows.map(row => row.right)) / 8) * 8)
  if (right === 0) return { width, height, bits }
  pen.clearRect(0, 0, width, height)
  let top = 0
  for (const row of rows) {
    for (const mark of row.marks) {
      if (mark.kind === 'box') pen.fillRect(mark.x, top + mark.y, mark.width, mark.height)
      else {
        pen.font = fontOf(mark.face)
        pen.fillText(mark.text, mark.x, top + mark.y)
      }
    }
    top += row.height
  }
  const { data } = pen.getImageData(0, 0, right, height)
  pack(new Uint32Array(data.buffer, data.byteOffset, right * height), right / 8, bits, width / 8)
  return { width, height, bits }
}

/** Eight dots to a byte, the leftmost highest. A dot is ink where at least half of it is covered: the top bit of alpha. */
function pack(dots: Uint32Array, columns: number, bits: Uint8Array, stride: number): void {
  for (let from = 0, byte = 0; from < dots.length; byte += stride - columns) {
    for (let column = 0; column < columns; column += 1, byte += 1) {
      let value = 0
      for (const end = from + 8; from < end; from += 1) value = (value << 1) | ((dots[from] ?? 0) >>> 31)
      bits[byte] = value
    }
  }
}
