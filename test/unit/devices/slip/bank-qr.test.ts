import { QRPay } from 'vietnam-qr-pay'
import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#devices/slip/bitmap.ts'
import { drawSlip } from '#devices/slip/draw.ts'
import { transferNote } from '#domain/money/note.ts'
import { vietQr } from '#domain/money/vietqr.ts'
import { aDossierWith, aFee } from '#kit/money.ts'
import { qrRuns } from '#paper/page/qr.ts'
import { receiptSlip } from '#paper/receipt.ts'

const bank = { bin: '970436', account: '1234567890', holder: 'TAI KHOAN MAU' }
const dossier = aDossierWith(aFee(16_000))

const inkAt = ({ width, bits }: Bitmap, x: number, y: number): boolean => ((bits[(y * width + x) >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0

/** The dark modules of a text as one string of rows, `#` and space, as another room of the program makes them. */
function expected(text: string): { readonly rows: readonly string[]; readonly modules: number } {
  const { modules, runs } = qrRuns(text)
  const dark = new Set(runs.flatMap(({ row, from, length }) => Array.from({ length }, (_, at) => row * modules + from + at)))
  const rows = Array.from({ length: modules }, (_, row) =>
    Array.from({ length: modules }, (_, column) => (dark.has(row * modules + column) ? '#' : ' ')).join(''),
  )
  return { rows, modules }
}

/** Every square of `modules` modules in the middle of the picture, sampled at the centre of each module. */
function squaresIn(picture: Bitmap, modules: number, module: number): ReadonlySet<string> {
  const left = Math.floor((picture.width - modules * module) / 2)
  const rowAt = (y: number): string =>
    Array.from({ length: modules }, (_, column) => (inkAt(picture, left + column * module + (module >> 1), y) ? '#' : ' ')).join('')
  const lines = Array.from({ length: picture.height }, (_, y) => rowAt(y))
  const tops = lines.slice(0, Math.max(0, picture.height - modules * module))
  return new Set(tops.map((_, top) => Array.from({ length: modules }, (_, row) => lines[top + row * module + (module >> 1)]).join('\n')))
}

describe.each([576, 384])('the bank code on a slip of %i dots', width => {
  it('comes out module for module, whole and unbroken', () => {
    const text = vietQr({ bank, vnd: 16_000, note: transferNote(dossier.code) })
    expect(new QRPay(text)).toMatchObject({ isValid: true, amount: '16000' })
    const { rows, modules } = expected(text)
    const picture = drawSlip(receiptSlip(dossier, { copy: 1, money: { bank, payments: [] } }), width)
    expect(squaresIn(picture, modules, 6)).toContain(rows.join('\n'))
  })
})
