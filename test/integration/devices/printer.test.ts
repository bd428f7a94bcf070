import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPrinter } from '#devices/open.ts'
import type { Printer } from '#devices/printer/printer.ts'
import { pty } from '#kit/pty.ts'
import { tcpPrinter } from '#kit/tcp-printer.ts'
import { printerSuite } from './printer-suite.ts'

/** Short, so that a printer that never answers does not hold the tests up; long enough for a busy machine. */
const limits = { askMs: 300, stallMs: 300, confirmMs: 500 }

const printerAt = (address: string): Printer => {
  const opened = openPrinter(address, { limits })
  if (!opened.ok) throw new Error(`bad address ${address}`)
  return opened.value
}

const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'kv-printer-'))

printerSuite('virtual:', { lackPaper: true, stall: true }, async () => {
  const folder = await temporary()
  const state = (text: string): Promise<void> => writeFile(join(folder, 'printer.state'), text)
  return {
    printer: printerAt(`virtual:${folder}`),
    bytes: async () => {
      const names = (await readdir(folder)).filter(name => name.endsWith('.bin')).toSorted()
      return Buffer.concat(await Promise.all(names.map(name => readFile(join(folder, name)))))
    },
    off: () => state('off'),
    on: () => state(''),
    paperOut: out => state(out ? 'paper-out' : ''),
    stallAfter: bytes => state(bytes === null ? '' : `stall-after=${bytes}\n`),
    close: () => rm(folder, { recursive: true }),
  }
})

printerSuite('tcp: that answers', { lackPaper: true, stall: true }, async () => {
  const far = await tcpPrinter()
  return {
    printer: printerAt(far.address),
    bytes: async () => Buffer.concat(far.slips()),
    off: far.off,
    on: far.on,
    paperOut: async out => far.conduct({ paper: out ? 'out' : 'enough' }),
    stallAfter: async bytes => far.conduct({ stopsAfter: bytes ?? Infinity }),
    close: far.close,
  }
})

printerSuite('tcp: that never answers', { lackPaper: false, stall: true }, async () => {
  const far = await tcpPrinter({ answers: 'mute' })
  return {
    printer: printerAt(far.address),
    bytes: async () => Buffer.concat(far.slips()),
    off: far.off,
    on: far.on,
    stallAfter: async bytes => far.conduct({ stopsAfter: bytes ?? Infinity }),
    close: far.close,
  }
})

printerSuite('serial:', { lackPaper: true, stall: false }, async () => {
  const far = await tcpPrinter()
  const cable = await pty(`TCP:127.0.0.1:${far.port}`)
  return {
    printer: printerAt(`serial:${cable.ours}?baud=115200`),
    bytes: async () => Buffer.concat(far.slips()),
    off: cable.unplug,
    on: cable.plug,
    paperOut: async out => far.conduct({ paper: out ? 'out' : 'enough' }),
    close: async () => {
      await cable.close()
      await far.close()
    },
  }
})

printerSuite('file:', { lackPaper: false, stall: false }, async () => {
  const folder = await temporary()
  const path = join(folder, 'lp', 'lp0')
  await mkdir(join(folder, 'lp'))
  return {
    printer: printerAt(`file:${path}`),
    bytes: () => readFile(path).catch(() => Buffer.alloc(0)),
    off: () => rename(join(folder, 'lp'), join(folder, 'away')),
    on: () => rename(join(folder, 'away'), join(folder, 'lp')),
    close: () => rm(folder, { recursive: true }),
  }
})
