import { afterEach, describe, expect, test } from 'vitest'
import type { Drawn } from '#devices/slip/bitmap.ts'
import { drawSlip } from '#devices/slip/draw.ts'
import type { Printer } from '#devices/printer/printer.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { everything, receipt } from './slips.ts'

/** A printer under test and its far end. What it cannot do is absent. */
export type Bench = {
  readonly printer: Printer
  /** All bytes that reached the far end, slip after slip. */
  readonly bytes: () => Promise<Uint8Array>
  readonly off: () => Promise<void>
  readonly on: () => Promise<void>
  readonly paperOut?: (out: boolean) => Promise<void>
  /** From the next slip on it takes so many bytes and no more; `null` mends it. */
  readonly stallAfter?: (bytes: number | null) => Promise<void>
  readonly close: () => Promise<void>
}

/** What every printer promises, whatever its address. */
export function printerSuite(
  name: string,
  can: { readonly lackPaper: boolean; readonly stall: boolean },
  open: () => Promise<Bench>,
): void {
  describe(name, () => {
    let bench: Bench | null = null
    const set = async (): Promise<Bench> => {
      bench = await open()
      return bench
    }
    afterEach(async () => {
      await bench?.printer.close()
      await bench?.close()
      bench = null
    })

    test('paper shows the dots that were drawn, none more, none less', async () => {
      const { printer, bytes } = await set()
      expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
      const paper = decodeEscPos(await bytes())
      const drawn = drawSlip(receipt, 576)
      expect(differing(paper.rows, drawn)).toBe(0)
      expect(paper.text).toBe('')
      expect(paper.cuts).toHaveLength(1)
    })

    test('two slips come out whole and in order', async () => {
      const { printer, bytes } = await set()
      await printer.print(receipt)
      await printer.print(everything)
      const paper = decodeEscPos(await bytes())
      const drawn = [drawSlip(receipt, 576), drawSlip(everything, 576)].flatMap(slip => rowsOf(slip))
      expect(inked(paper.rows)).toEqual(inked(drawn))
      expect(paper.cuts).toHaveLength(2)
    })

    test('a printer that is off takes nothing, says so, and prints when it is back', async () => {
      const { printer, bytes, off, on } = await set()
      await off()
      expect(await printer.print(receipt)).toMatchObject({ ok: false, faults: [{ kind: 'failure', code: 'printer.off' }] })
      expect(await printer.state()).toMatchObject({ ok: true, value: { ready: false, trouble: 'off' } })
      expect(await bytes()).toHaveLength(0)
      await on()
      expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
      expect(decodeEscPos(await bytes()).cuts).toHaveLength(1)
    })

    test('a second slip is refused while one is printing, and the first comes out', async () => {
      const { printer, bytes } = await set()
      const first = printer.print(receipt)
      expect(await printer.print(receipt)).toMatchObject({ ok: false, faults: [{ code: 'printer.busy' }] })
      expect(await first).toEqual({ ok: true, value: 'printed' })
      expect(decodeEscPos(await bytes()).cuts).toHaveLength(1)
    })

    if (can.lackPaper)
      test('a printer without paper takes nothing and says so', async () => {
        const { printer, bytes, paperOut } = await set()
        await paperOut?.(true)
        expect(await printer.print(receipt)).toMatchObject({ ok: false, faults: [{ code: 'printer.paper-out', data: { sent: 0 } }] })
        expect(await printer.state()).toMatchObject({ value: { ready: false, trouble: 'paper-out', answers: true } })
        expect(await bytes()).toHaveLength(0)
        await paperOut?.(false)
        expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
      })

    if (can.stall)
      test('a printer that stops half-way is never said to have printed, at whatever byte', async () => {
        const { printer, bytes, stallAfter } = await set()
        for (const room of [1, 500, 9000]) {
          await stallAfter?.(room)
          const result = await printer.print(receipt)
          expect(result).toMatchObject({ ok: false, faults: [{ kind: 'failure' }] })
          const fault = result.ok ? undefined : result.faults[0]
          expect(['printer.half', 'printer.unconfirmed']).toContain(fault?.code)
          expect(fault?.data?.['sent']).toBeGreaterThanOrEqual(1)
        }
        await stallAfter?.(null)
        const before = (await bytes()).length
        expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
        expect(differing(decodeEscPos((await bytes()).subarray(before)).rows, drawSlip(receipt, 576))).toBe(0)
      })

    test('a closed printer refuses and stays quiet', async () => {
      const { printer, bytes } = await set()
      await printer.close()
      expect(await printer.print(receipt)).toMatchObject({ ok: false, faults: [{ code: 'printer.off' }] })
      expect(await bytes()).toHaveLength(0)
    })
  })
}

/** Dots that differ between paper and drawing; paper may go on with white. */
function differing(paper: readonly Uint8Array[], slip: Drawn): number {
  const drawn = rowsOf(slip)
  const white = new Uint8Array(slip.width)
  return Array.from({ length: Math.max(drawn.length, paper.length) }, (_, y) => {
    const [left, right] = [drawn[y] ?? white, paper[y] ?? white]
    return left.reduce((count, dot, x) => count + (dot === right[x] ? 0 : 1), 0)
  }).reduce((sum, count) => sum + count, 0)
}

/** Rows of a drawing, one byte a dot. */
const rowsOf = ({ width, height, bits }: Drawn): readonly Uint8Array[] =>
  Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1),
  )

const inked = (rows: readonly Uint8Array[]): readonly string[] => rows.filter(row => row.includes(1)).map(row => row.join(''))
