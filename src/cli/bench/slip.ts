import { createCanvas } from '@napi-rs/canvas'
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { profiles } from '#devices/profile.ts'
import { FONTS, drawSlip } from '#devices/slip/draw.ts'
import { encodeSlip } from '#devices/slip/encode.ts'
import { fontOf, openFaces } from '#devices/slip/face.ts'
import { slipBytes } from '#devices/slip/slip-bytes.ts'
import { layOut } from '#devices/slip/layout.ts'
import type { Block } from '#domain/paper/block.ts'
import { receiptSlip } from '#paper/receipt.ts'
import { benchDossier } from './dossier.ts'
import { type Row, against, quantile, rowOf } from './table.ts'

const WIDTH = 576
const TIMES = 60

/** A receipt slip as printer bytes, beside drawing the same slip on one canvas and reading all of it back; and its size. */
export async function slipRows(): Promise<readonly Row[]> {
  const blocks = receiptSlip(await benchDossier(), { copy: 1 })
  const times = { limit: [] as number[], ours: [] as number[], letters: [] as number[], thermal: [] as number[], receipt: [] as number[] }
  const lines = linesOf(blocks)
  let bytes = 0
  for (let i = 0; i < TIMES; i += 1) {
    times.limit.push(timed(() => drawAndReadBack(blocks)))
    times.ours.push(timed(() => (bytes = encodeSlip(drawSlip(blocks, WIDTH)).length)))
    times.letters.push(timed(() => inLetters(blocks)))
    times.thermal.push(timed(() => byThermalPrinter(lines)))
    times.receipt.push(timed(() => byReceiptEncoder(lines)))
  }
  const full = (WIDTH / 8) * drawSlip(blocks, WIDTH).height
  return [
    rowOf('limit: draw the slip, read all of it back', 'ms', times.limit),
    rowOf(
      'receipt slip → printer bytes',
      'ms',
      times.ours,
      against(quantile(times.ours, 0.5), 'draw + read back', quantile(times.limit, 0.5), { most: 1.1 }),
    ),
    rowOf(
      'the same slip in the printer’s letters (QR and rules drawn)',
      'ms',
      times.letters,
      against(quantile(times.letters, 0.5), 'the drawn slip', quantile(times.ours, 0.5), { most: 1.1 }),
    ),
    rowOf('its words by node-thermal-printer (no QR, marks lost)', 'ms', times.thermal),
    rowOf('its words by receipt-printer-encoder (no QR)', 'ms', times.receipt),
    rowOf('bytes of the slip', 'B', [bytes], against(bytes, 'full raster', full, { most: 0.4 })),
  ]
}

function inLetters(blocks: readonly Block[]): number {
  let bytes = 0
  for (const piece of slipBytes(blocks, { ...profiles['80'], letters: 'cp1258', fonts: FONTS })) bytes += piece.length
  return bytes
}

/** Every word of a slip, a line for each block. */
const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(block => {
    if (block.kind === 'pair') return [`${block.label} ${block.value}`]
    return block.kind === 'text' || block.kind === 'title' || block.kind === 'huge' ? [block.text] : []
  })

function byThermalPrinter(lines: readonly string[]): number {
  const press = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', characterSet: CharacterSet.PC858_EURO })
  for (const line of lines) press.println(line)
  press.cut()
  return press.getBuffer().length
}

function byReceiptEncoder(lines: readonly string[]): number {
  const encoder = new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t20iii', columns: 48 }).initialize().codepage('windows1258')
  for (const line of lines) encoder.line(line)
  return encoder.cut().encode().length
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function drawAndReadBack(blocks: readonly Block[]): void {
  const rows = layOut(blocks, { width: WIDTH, measure: openFaces(FONTS) })
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  const pen = createCanvas(WIDTH, height).getContext('2d')
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
  pen.getImageData(0, 0, WIDTH, height)
}
