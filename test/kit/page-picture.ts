import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'

/** Every page of a PDF as a PNG in black and white, 90 dots an inch: still read with the naked eye, and a file stays small. */
export function pagePictures(pdf: Uint8Array): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    execFileSync('pdftoppm', ['-r', '90', '-mono', '-png', '-', join(folder, 'page')], { input: pdf })
    return readdirSync(folder)
      .toSorted()
      .map(name => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Squares of this many dots are compared by how dark they are, so that two rasterisers may smooth a letter differently. */
const SQUARE = 10
/** A square differs when it is lighter or darker by more than this, of 255. */
const SHADE = 30

/**
 * The share of a page that differs from its golden picture, 0 to 1. With `UPDATE_PAGES=1` in the environment the golden
 * is written anew and nothing differs; without a golden everything does.
 */
export async function differsFromGolden(picture: Buffer, golden: string): Promise<number> {
  if (process.env['UPDATE_PAGES'] === '1') {
    writeFileSync(golden, picture)
    return 0
  }
  if (!existsSync(golden)) return 1
  const [one, other] = [await shades(picture), await shades(readFileSync(golden))]
  if (one.length !== other.length) return 1
  return one.filter((shade, index) => Math.abs(shade - (other[index] ?? 0)) > SHADE).length / one.length
}

async function shades(png: Buffer): Promise<readonly number[]> {
  const image = await loadImage(png)
  const [width, height] = [Math.floor(image.width / SQUARE), Math.floor(image.height / SQUARE)]
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return Array.from({ length: width * height }, (_, index) => {
    const { data } = context.getImageData((index % width) * SQUARE, Math.floor(index / width) * SQUARE, SQUARE, SQUARE)
    return data.reduce((sum, value, at) => (at % 4 === 0 ? sum + value : sum), 0) / (SQUARE * SQUARE)
  })
}
