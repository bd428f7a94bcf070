import { rmSync } from 'node:fs'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { openPrinter } from '#devices/open.ts'
import { drawSlip } from '#devices/slip/draw.ts'
import { encodeSlip } from '#devices/slip/encode.ts'
import { type Result, ok } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { TicketHanded } from '#domain/queue/ticket.ts'
import { randomness } from '#machine/randomness.ts'
import { newJob, openPress } from '#office/press.ts'
import { openSlipPrinters } from '#office/slip-printers.ts'
import { ticketSlip } from '#paper/ticket.ts'
import type { PrintJob } from '#storage/jobs.ts'
import { got, tempFolder } from '#kit/basics.ts'
import { anId } from '#kit/dossier.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { tempStore } from '#kit/store.ts'
import { type Conduct, type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'

const NOW = Instant.parse(Date.parse('2026-11-23T09:41:00+07:00'))
const WIDTH = 384

const ticket = TicketHanded.parse({
  ticket: anId(),
  number: 'A012',
  services: ['Chứng thực'],
  priority: null,
  appointment: null,
  at: NOW,
  ahead: 7,
  wait: { from: 15, to: 25 },
  office: 'UBND xã Long Khánh',
  alone: false,
})
const slip = (copy: number): readonly Block[] => ticketSlip(ticket, { copy })

/** The rows with ink of each copy, as the template was drawn. */
const drawn = [1, 2, 3].map(copy => {
  const { width, height, bits } = drawSlip(slip(copy), WIDTH)
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1).join(''),
  )
  return rows.filter(row => row.includes('1')).join('\n')
})

/** Which copy lies there whole, cut off; `null` for a piece of one. */
function copyOn(paper: Uint8Array): number | null {
  try {
    const { rows, cuts } = decodeEscPos(paper, WIDTH)
    const ink = rows.filter(row => row.includes(1)).map(row => row.join(''))
    const copy = drawn.indexOf(ink.join('\n')) + 1
    return copy > 0 && cuts.length === 1 ? copy : null
  } catch {
    return null
  }
}

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** A press over one or two printers that listen. Time stands still: it tries again when it is told to. */
async function pressOver(...conducts: readonly Partial<Conduct>[]) {
  const folder = tempFolder()
  const store = tempStore(folder)
  const far = await Promise.all(conducts.map(tcpPrinter))
  // Long enough to hear a printer on a busy machine; one that has no paper is asked soon.
  const limits = { askMs: 2000, stallMs: 2000, confirmMs: 20_000, lookMs: 25 }
  const [first, second] = far.map(({ address }) => openPrinter(`${address}?width=58`, { limits }))
  if (first === undefined) throw new Error('no printer')
  let looks: (() => void)[] = []
  const clock = {
    now: () => NOW,
    sleep: (_: number, signal?: AbortSignal): Promise<void> =>
      new Promise(resolve => {
        looks.push(resolve)
        signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
  }
  const printers = openSlipPrinters({ first, second: second ?? null, clock })
  const press = openPress({
    press: 'thermal',
    store,
    clock,
    onChange: () => undefined,
    print: ok((job: PrintJob): Promise<Result<'printed'>> => printers.print(slip(job.copy))),
  })
  closers.push(async () => {
    await press.close()
    await printers.close()
    store.close()
    await Promise.all(far.map(one => one.close()))
    rmSync(folder, { recursive: true, force: true })
  })
  const subjectOf = (n: number): string => `ticket-${n}`
  return {
    far,
    press,
    printers,
    /** Lets everybody who waits have waited long enough. */
    pass: (): void => {
      const woken = looks
      looks = []
      for (const wake of woken) wake()
    },
    order: (n: number): void => {
      const job = newJob({ subject: subjectOf(n), code: 'A012', form: 'ticket', copy: 1 }, NOW, randomness)
      got(store.commit('press', () => ok({ said: [], jobs: [job], answer: null })))
      press.wake()
    },
    /** Once the job has come to rest: done, or waiting with the reason why. */
    rested: async (n: number): Promise<PrintJob> => {
      const job = (): PrintJob | undefined => store.read.jobs.of(subjectOf(n))[0]
      await expect.poll(() => job()?.state === 'done' || job()?.fault !== null, { timeout: 10_000, interval: 3 }).toBe(true)
      const found = job()
      if (found === undefined) throw new Error('no job')
      return found
    },
    done: (n: number): Promise<void> =>
      expect.poll(() => store.read.jobs.of(subjectOf(n))[0]?.state, { timeout: 10_000, interval: 3 }).toBe('done'),
  }
}
type Bench = Awaited<ReturnType<typeof pressOver>>

const TOTAL = encodeSlip(drawSlip(slip(1), WIDTH)).length
const STEP = 64
const offsets = Array.from({ length: Math.ceil(TOTAL / STEP) }, (_, index) => index * STEP)

describe('paper that ends after n bytes of a slip', () => {
  const LANES = 6
  test.each(Array.from({ length: LANES }, (_, lane) => lane))(
    'leaves one whole slip when it is back, marked where a piece lies before it (n = 64 × (6k + %i))',
    async lane => {
      const bench = await pressOver({})
      const [printer] = bench.far
      if (printer === undefined) throw new Error('no printer')
      for (const n of offsets.filter((_, index) => index % LANES === lane)) {
        const before = printer.onPaper().length
        printer.conduct({ paperEndsAfter: n })
        bench.order(n)
        expect(await bench.rested(n), `after ${n} bytes`).toMatchObject({ state: 'waiting', copy: n === 0 ? 1 : 2 })
        expect(bench.press.state()).toMatchObject({ ready: false })
        printer.conduct({ paperEndsAfter: Infinity })
        bench.press.wake()
        await bench.done(n)
        const papers = printer.onPaper().slice(before)
        expect(papers.map(copyOn), `after ${n} bytes`).toEqual(n === 0 ? [1] : [null, 2])
      }
    },
    60_000,
  )
})

describe('two slip printers', () => {
  const both = (bench: Bench): readonly [TcpPrinter, TcpPrinter] => {
    const [one, two] = bench.far
    if (one === undefined || two === undefined) throw new Error('two printers')
    return [one, two]
  }
  const copies = (printer: TcpPrinter): readonly (number | null)[] => printer.onPaper().map(copyOn)

  test.each([
    ['paper out', { paper: 'out' }, 'printer.paper-out'],
    ['its cover open', { cover: 'open' }, 'printer.cover-open'],
    ['a stuck knife', { error: 'cutter' }, 'printer.cutter'],
  ] as const)('with %s the second prints the slip, unmarked, and says why', async (_, conduct, fault) => {
    const bench = await pressOver(conduct, {})
    const [one, two] = both(bench)
    bench.order(1)
    await bench.done(1)
    expect([copies(one), copies(two)]).toEqual([[], [1]])
    expect(bench.printers.standing()).toMatchObject({ fault, since: NOW, second: { fault: null } })
  })

  test('that are one off, one on print too', async () => {
    const bench = await pressOver({}, {})
    const [one, two] = both(bench)
    await one.off()
    bench.order(1)
    await bench.done(1)
    expect(copies(two)).toEqual([1])
    expect(bench.printers.standing()).toMatchObject({ fault: 'printer.off' })
  })

  test('go back to the first by themselves when it is ready again', async () => {
    const bench = await pressOver({ paper: 'out' }, {})
    const [one, two] = both(bench)
    bench.printers.watch({ changed: () => undefined, ready: () => bench.press.wake() })
    bench.order(1)
    await bench.done(1)
    one.conduct({ paper: 'enough' })
    bench.pass()
    await expect.poll(() => bench.printers.standing().fault).toBe(null)
    bench.order(2)
    await bench.done(2)
    expect([copies(one), copies(two)]).toEqual([[1], [1]])
  })

  test('leave a piece on the first and one whole slip on the second, marked', async () => {
    const bench = await pressOver({ paperEndsAfter: 1500 }, {})
    const [one, two] = both(bench)
    bench.order(1)
    expect(await bench.rested(1)).toMatchObject({ state: 'waiting', copy: 2 })
    one.conduct({ paper: 'out' })
    bench.pass()
    await bench.done(1)
    expect([copies(one), copies(two)]).toEqual([[null], [2]])
  })

  test('that both cannot print keep the slip, and say what ails the first', async () => {
    const bench = await pressOver({ paper: 'out' }, { cover: 'open' })
    const [one, two] = both(bench)
    bench.order(1)
    expect(await bench.rested(1)).toMatchObject({ state: 'waiting', copy: 1, fault: 'printer.paper-out' })
    expect(bench.printers.standing()).toMatchObject({ fault: 'printer.paper-out', second: { fault: 'printer.cover-open' } })
    two.conduct({ cover: 'closed' })
    bench.pass()
    await bench.done(1)
    expect([copies(one), copies(two)]).toEqual([[], [1]])
  })

  test('watched while nothing is printed tell of paper that ends soon, and are not disturbed in a slip', async () => {
    const bench = await pressOver({ paper: 'low' }, {})
    const [one] = both(bench)
    bench.printers.watch({ changed: () => undefined, ready: () => undefined })
    await expect.poll(() => bench.printers.standing().warning).toBe('printer.paper-low')
    const asking = setInterval(() => bench.pass(), 1)
    onTestFinished(() => clearInterval(asking))
    for (const n of [1, 2, 3, 4]) {
      bench.order(n)
      await bench.done(n)
    }
    expect(copies(one)).toEqual([1, 1, 1, 1])
  })
})
