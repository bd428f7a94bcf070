import { execFileSync } from 'node:child_process'
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, expect, test } from 'vitest'
import { openPrinter } from '#devices/open.ts'
import { drawSlip } from '#devices/slip/draw.ts'
import { Instant } from '#domain/kernel/time.ts'
import { ticketSlip } from '#paper/ticket.ts'
import { got } from '#kit/basics.ts'
import { type Printout, decodeEscPos } from '#kit/escpos-decode.ts'
import { type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'

const OFFICE = 'Trung tâm Phục vụ hành chính công phường An Bình'
const ticket = ticketSlip(
  {
    number: 'A012',
    services: ['Hộ tịch', 'Chứng thực'],
    priority: 'elder',
    appointment: null,
    at: Instant.parse(1_795_401_660_000),
    ahead: 7,
    wait: { from: 15, to: 30 },
    office: OFFICE,
    alone: false,
  },
  { copy: 1 },
)

let printer: TcpPrinter | null = null
afterEach(() => printer?.close())

/** What a listening printer put on paper, by a decoder that was written without the encoder. */
async function printed(width: '58' | '80'): Promise<Printout> {
  printer = await tcpPrinter()
  const opened = got(openPrinter(`${printer.address}?width=${width}`, {}))
  expect(await opened.print(ticket)).toEqual({ ok: true, value: 'printed' })
  await opened.close()
  return decodeEscPos(Buffer.concat([...printer.slips()]), width === '58' ? 384 : 576)
}

test.each([
  ['80', 576],
  ['58', 384],
] as const)('a ticket on %s mm comes out of a listening printer dot for dot as its template is drawn', async (width, dots) => {
  const paper = await printed(width)
  const drawn = drawSlip(ticket, dots)
  const bit = (row: number, column: number): number => ((drawn.bits[(row * dots + column) >> 3] ?? 0) >> (7 - (column & 7))) & 1
  const wrong = Array.from({ length: drawn.height }, (_, row) => row).filter(row =>
    Array.from({ length: dots }, (_empty, column) => column).some(column => bit(row, column) !== (paper.rows[row]?.[column] ?? 0)),
  )
  expect(wrong).toEqual([])
  // What follows the last line of the template is white: the feed to the knife.
  expect(
    paper.rows
      .slice(drawn.height)
      .flatMap(row => [...row])
      .some(dot => dot === 1),
  ).toBe(false)
})

test('a reader that knows nothing of the template reads number, service and office from the paper', async () => {
  const read = readText(await printed('80')).toUpperCase()
  expect(read).toContain('A012')
  expect(read).toContain('HỘ TỊCH')
  expect(read.replaceAll(/\s+/g, ' ')).toContain(OFFICE.toUpperCase())
})

/** By tesseract with its Vietnamese letters, twice as large and with white around, as a scan of the paper would be. */
function readText({ width, rows }: Printout): string {
  const [scale, margin] = [2, 40]
  const canvas = createCanvas(width * scale + 2 * margin, rows.length * scale + 2 * margin)
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = 'black'
  for (const [y, row] of rows.entries()) {
    for (const [x, dot] of row.entries()) if (dot === 1) pen.fillRect(margin + x * scale, margin + y * scale, scale, scale)
  }
  return execFileSync('tesseract', ['-', '-', '-l', 'vie', '--psm', '4'], {
    input: canvas.toBuffer('image/png'),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).normalize('NFC')
}
