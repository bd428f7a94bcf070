import { createCanvas } from '@napi-rs/canvas'
import type { Bitmap } from '../slip/bitmap.ts'

/** A bitmap as a PNG, one pixel a dot, black on white. */
export async function pictureOf({ width, height, bits }: Bitmap): Promise<Uint8Array> {
  const canvas = createCanvas(width, Math.max(1, height))
  const pen = canvas.getContext('2d')
  const image = pen.createImageData(width, Math.max(1, height))
  const pixels = new Uint32Array(image.data.buffer)
  pixels.fill(0xffffffff)
  for (let dot = 0; dot < width * height; dot += 1) {
    if ((((bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1) === 1) pixels[dot] = 0xff000000
  }
  pen.putImageData(image, 0, 0)
  return canvas.encode('png')
}
