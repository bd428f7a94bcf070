import { execFileSync } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SerialPort } from 'serialport'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPrinter } from '#devices/open.ts'
import type { Printer } from '#devices/printer/printer.ts'
import type { Drawn } from '#devices/slip/bitmap.ts'
import { drawSlip } from '#devices/slip/draw.ts'
import { encodeSlip } from '#devices/slip/encode.ts'
import type { Result } from '#domain/kernel/result.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { pty } from '#kit/pty.ts'
import { type Conduct, type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'
import { receipt } from './slips.ts'

const limits = { askMs: 300, stallMs: 300, confirmMs: 500 }

function printerAt(address: string, change: Partial<typeof limits> = {}): Printer {
  const opened = openPrinter(address, { limits: { ...limits, ...change } })
  if (!opened.ok) throw new Error(`bad address ${address}`)
  onTestFinished(() => opened.value.close())
  return opened.value
}

async function far(conduct: Partial<Conduct> = {}): Promise<TcpPrinter> {
  const printer = await tcpPrinter(conduct)
  onTestFinished(printer.close)
  return printer
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kv-paper-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

const sentOf = (result: Result<unknown>): unknown => (result.ok ? undefined : result.faults[0]?.data?.['sent'])

/** More bytes than any line holds by itself. */
const endless = Array.from({ length: 12 }, () => receipt).flat()

const inkRows = (bytes: Uint8Array = new Uint8Array()): readonly string[] =>
  decodeEscPos(bytes)
    .rows.filter(row => row.includes(1))
    .map(row => row.join(''))

/** Rows with ink of a drawing, a digit a dot. */
const dotsOf = ({ width, height, bits }: Drawn): readonly string[] =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1).join(''),
  ).filter(row => row.includes('1'))

const fault = (code: string, data: object = {}): object => ({
  ok: false,
  faults: [{ kind: 'failure', code, ...(Object.keys(data).length === 0 ? {} : { data }) }],
})

describe('a network printer', () => {
  test('that runs out of paper in the middle is half, and says why', async () => {
    const { address } = await far({ paperEndsAfter: 6000 })
    const result = await printerAt(address).print(receipt)
    expect(result).toMatchObject(fault('printer.half', { trouble: 'paper-out' }))
  })

  test('that is switched off in the middle is half, with bytes sent', async () => {
    const { address } = await far({ diesAfter: 3000 })
    const result = await printerAt(address).print(receipt)
    expect(result.ok ? '' : result.faults[0]?.code).toMatch(/^printer\.(half|unconfirmed)$/)
    expect(sentOf(result)).toBeGreaterThan(0)
  })

  test('that talks nonsense is never believed', async () => {
    const { address } = await far({ answers: 'garbage' })
    const printer = printerAt(address)
    expect(await printer.state()).toMatchObject({ value: { ready: true, trouble: 'unknown', answers: true } })
    expect(await printer.print(receipt)).toMatchObject(fault('printer.unconfirmed'))
  })

  test('that never answers and never hangs up is unconfirmed, unless its address waives the proof', async () => {
    const { address } = await far({ answers: 'mute', closes: false })
    expect(await printerAt(address).state()).toMatchObject({ value: { ready: true, trouble: 'unknown', answers: false } })
    expect(await printerAt(address).print(receipt)).toMatchObject(fault('printer.unconfirmed'))
    expect(await printerAt(`${address}?proof=no`).print(receipt)).toEqual({ ok: true, value: 'printed' })
  })

  test('that tells its state but never that it is done is taken at its line, and not asked for more', async () => {
    const { address, conduct } = await far({ answers: 'real-time' })
    expect(await printerAt(address).print(receipt)).toEqual({ ok: true, value: 'printed' })
    conduct({ stopsAfter: 4000 })
    expect(await printerAt(address).print(receipt)).toMatchObject(fault('printer.unconfirmed'))
    conduct({ stopsAfter: Infinity, paper: 'out' })
    expect(await printerAt(address).print(receipt)).toMatchObject(fault('printer.paper-out', { sent: 0 }))
  })

  test('with little paper prints and says so', async () => {
    const { address } = await far({ paper: 'low' })
    const printer = printerAt(address)
    expect(await printer.state()).toMatchObject({ value: { ready: true, trouble: 'paper-low', answers: true } })
    expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
  })

  test('with its cover open takes nothing', async () => {
    const { address, slips } = await far({ cover: 'open' })
    expect(await printerAt(address).print(receipt)).toMatchObject(fault('printer.cover-open', { sent: 0 }))
    expect(slips()).toHaveLength(0)
  })

  test.each([
    ['cutter', 'printer.cutter'],
    ['broken', 'printer.broken'],
    ['passing', 'printer.error'],
  ] as const)('with the error %s takes nothing and says which', async (error, code) => {
    const { address, slips } = await far({ error })
    expect(await printerAt(address).print(receipt)).toMatchObject(fault(code, { sent: 0 }))
    expect(slips()).toHaveLength(0)
  })

  test('that its profile knows to be mute is not asked, and prints', async () => {
    const { address, slips } = await far({ answers: 'garbage' })
    const printer = printerAt(`${address}?profile=generic-58`)
    expect(await printer.state()).toMatchObject({ value: { ready: true, trouble: 'unknown', answers: false } })
    expect(await printer.print(receipt)).toEqual({ ok: true, value: 'printed' })
    expect(decodeEscPos(slips()[0] ?? new Uint8Array(), 384).cuts).toEqual([])
  })

  test('asked how it is never holds up a slip: the question gives way', async () => {
    const { address, slips } = await far({ answers: 'mute' })
    const printer = printerAt(address, { askMs: 60_000 })
    const asked = printer.state()
    const other = printerAt(address)
    expect(await other.print(receipt)).toEqual({ ok: true, value: 'printed' })
    void printer.print(receipt)
    expect(await asked).toMatchObject(fault('printer.busy'))
    expect(slips().length).toBeGreaterThan(0)
  })

  test('opens the drawer at its pin, and one that is not ready refuses rather than open it later', async () => {
    const { address, slips, conduct } = await far()
    expect(await printerAt(address).openDrawer()).toEqual({ ok: true, value: 'opened' })
    await expect.poll(() => slips().length).toBe(1)
    expect(decodeEscPos(slips()[0] ?? new Uint8Array()).pulses).toEqual([2])
    conduct({ paper: 'out' })
    expect(await printerAt(address).openDrawer()).toMatchObject(fault('printer.paper-out', { sent: 0 }))
    expect(slips()).toHaveLength(1)
  })

  test('opens the drawer after the slip that is printing', async () => {
    const { address, slips } = await far()
    const printer = printerAt(address)
    const printing = printer.print(receipt)
    expect(await printer.openDrawer()).toEqual({ ok: true, value: 'opened' })
    expect(await printing).toEqual({ ok: true, value: 'printed' })
    await expect.poll(() => slips().map(bytes => decodeEscPos(bytes).pulses.length)).toEqual([0, 1])
  })

  test.each([
    ['whose name nobody knows', 'tcp://no-such-printer.invalid', 'name'],
    ['whose port is shut', 'tcp://127.0.0.1:1', 'refused'],
  ])('%s says why it cannot be reached', async (_, address, why) => {
    expect(await printerAt(address).state()).toMatchObject({ value: { ready: false, trouble: 'off', why } })
  })

  test('that accepts and never reads cannot take more than its line holds', async () => {
    const server = createServer({ pauseOnConnect: true })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const bound = server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const result = await printerAt(`tcp://127.0.0.1:${port}`, { askMs: 50 }).print(receipt)
    expect(result.ok ? '' : result.faults[0]?.code).toMatch(/^printer\.(half|unconfirmed)$/)
  })

  test('whose name nobody knows is off', async () => {
    expect(await printerAt('tcp://no-such-printer.invalid').print(receipt)).toMatchObject(fault('printer.off'))
  })

  test('is given up at once when the program closes', async () => {
    const { address } = await far({ stopsAfter: 100 })
    const printer = printerAt(address, { stallMs: 600_000, confirmMs: 600_000, askMs: 600_000 })
    const printing = printer.print(receipt)
    await printer.close()
    expect((await printing).ok).toBe(false)
  })

  test('of 58 mm gets bands of at most 384 dots', async () => {
    const { address, slips } = await far()
    await printerAt(`${address}?width=58`).print(receipt)
    expect(decodeEscPos(slips()[0] ?? new Uint8Array(), 384).cuts).toHaveLength(1)
  })
})

describe('a serial printer', () => {
  test('that is unplugged in the middle is half', async () => {
    const printer = await far({ diesAfter: 3000 })
    const cable = await pty(`TCP:127.0.0.1:${printer.port}`)
    onTestFinished(cable.close)
    const result = await printerAt(`serial:${cable.ours}`).print(receipt)
    expect(result).toMatchObject(fault('printer.half'))
  })

  test('that says XOFF for longer than a piece takes is waited for, and loses no byte', async () => {
    const printer = await far({ holds: { after: 3000, ms: 900 } })
    const cable = await pty(`TCP:127.0.0.1:${printer.port}`)
    onTestFinished(cable.close)
    const begun = performance.now()
    const patient = printerAt(`serial:${cable.ours}?flow=xon&baud=115200`, { stallMs: 5000, confirmMs: 5000 })
    expect(await patient.print(endless)).toEqual({ ok: true, value: 'printed' })
    expect(performance.now() - begun).toBeGreaterThan(900)
    expect(inkRows(printer.slips()[0])).toEqual(dotsOf(drawSlip(endless, 576)))
    // What was already on its way when XOFF came; the line itself was stopped.
    expect(printer.cameWhileHeld()).toBeLessThan(20_000)
  })

  test('that stays at XOFF is half, and has not got the rest', async () => {
    const printer = await far({ holds: { after: 3000, ms: 60_000 } })
    const cable = await pty(`TCP:127.0.0.1:${printer.port}`)
    onTestFinished(cable.close)
    expect(await printerAt(`serial:${cable.ours}?flow=xon&baud=115200`).print(endless)).toMatchObject(fault('printer.half'))
    expect(printer.slips()[0]?.length).toBeLessThan(encodeSlip(drawSlip(endless, 576)).length)
  })

  test('that another program holds is busy, and has nothing on paper', async () => {
    const cable = await pty()
    onTestFinished(cable.close)
    const other = new SerialPort({ path: cable.ours, baudRate: 9600, autoOpen: false })
    await new Promise<void>((resolve, reject) => other.open(error => (error === null ? resolve() : reject(error))))
    onTestFinished(() => new Promise<void>(resolve => other.close(() => resolve())))
    expect(await printerAt(`serial:${cable.ours}`).print(receipt)).toMatchObject(fault('printer.busy'))
  })

  test('that stops taking bytes is half', async () => {
    const cable = await pty()
    onTestFinished(cable.close)
    cable.freeze()
    const result = await printerAt(`serial:${cable.ours}`, { askMs: 50 }).print(endless)
    expect(result).toMatchObject(fault('printer.half'))
    expect(Number(sentOf(result))).toBeLessThan(100_000)
  })
})

describe('a printer behind a device file', () => {
  test('answers like any other where the device can be read', async () => {
    const printer = await far()
    const cable = await pty(`TCP:127.0.0.1:${printer.port}`)
    onTestFinished(cable.close)
    expect(await printerAt(`file:${cable.ours}`).state()).toMatchObject({ value: { ready: true, trouble: null, answers: true } })
    expect(await printerAt(`file:${cable.ours}`).print(receipt)).toEqual({ ok: true, value: 'printed' })
    expect(decodeEscPos(printer.slips()[0] ?? new Uint8Array()).cuts).toHaveLength(1)
    printer.conduct({ paper: 'out' })
    expect(await printerAt(`file:${cable.ours}`).print(receipt)).toMatchObject(fault('printer.paper-out', { sent: 0 }))
  })

  test('that stops taking bytes is half, and no thread hangs on it', async () => {
    const pipe = join(await folder(), 'lp0')
    execFileSync('mkfifo', [pipe])
    const reader = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
    onTestFinished(() => reader.close())
    const result = await printerAt(`file:${pipe}`).print(endless)
    expect(result).toMatchObject(fault('printer.half'))
    const { bytesRead } = await reader.read(new Uint8Array(100_000))
    expect(sentOf(result)).toBe(bytesRead)
  })

  test('that is not plugged in is off, and no plain file takes its place', async () => {
    expect(await printerAt('file:/dev/usb/lp-not-there').print(receipt)).toMatchObject(fault('printer.off'))
    expect(await readdir('/dev').then(names => names.includes('lp-not-there'))).toBe(false)
  })
})

describe('a virtual printer', () => {
  test('leaves bytes, words and a picture of each slip, numbered, and nothing else', async () => {
    const paper = await folder()
    const printer = printerAt(`virtual:${paper}`)
    await printer.print(receipt)
    await printer.print(receipt)
    const files = ['slip-0001.bin', 'slip-0001.png', 'slip-0001.txt', 'slip-0002.bin', 'slip-0002.png', 'slip-0002.txt']
    expect((await readdir(paper)).toSorted()).toEqual(files)
    expect(await readFile(join(paper, 'slip-0001.txt'), 'utf8')).toContain('Người nộp: Nguyễn Thị Hương Lan\n')
  })

  test('two programs on one folder never take the same number', async () => {
    const paper = await folder()
    const printers = Array.from({ length: 5 }, () => printerAt(`virtual:${paper}`))
    expect(await Promise.all(printers.map(printer => printer.print(receipt)))).toEqual(printers.map(() => ({ ok: true, value: 'printed' })))
    expect((await readdir(paper)).filter(name => name.endsWith('.bin'))).toHaveLength(5)
  })

  test('that stalls leaves the half that came out, under its own name', async () => {
    const paper = await folder()
    await writeFile(join(paper, 'printer.state'), 'stall-after=5000')
    const result = await printerAt(`virtual:${paper}`).print(receipt)
    expect(result).toMatchObject(fault('printer.half', { sent: 5000 }))
    expect((await readFile(join(paper, 'slip-0001.half.bin'))).length).toBe(5000)
    expect((await readdir(paper)).toSorted()).toEqual(['printer.state', 'slip-0001.half.bin', 'slip-0001.half.png'])
  })
})
