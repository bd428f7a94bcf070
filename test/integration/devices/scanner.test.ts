import { appendFile } from 'node:fs/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openScanner } from '#devices/open.ts'
import type { Scanner, ScannerState } from '#devices/scanner/scanner.ts'
import { type Pty, pty } from '#kit/pty.ts'

const LAN = '087195001234|331234567|Nguyễn Thị Hương Lan|15031995|Nữ|Khóm 1, phường An Lộc, Hồng Ngự, Đồng Tháp|20052021'
const BINH = '087090004321||Trần Văn Bình|02011990|Nam|Ấp 2, xã Long Khánh, Hồng Ngự, Đồng Tháp|11112021'

type Bench = { readonly cable: Pty; readonly scanner: Scanner; readonly texts: string[]; readonly states: ScannerState[] }

/** A scanner on a cable, listened to. Looking again after an unplug takes no time here. */
async function listening(): Promise<Bench> {
  const cable = await pty()
  const texts: string[] = []
  const states: ScannerState[] = []
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms === 1000 ? 20 : ms)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  const scanner = openScanner(
    `serial:${cable.ours}`,
    text => texts.push(text),
    state => states.push(state),
    { sleep },
  )
  onTestFinished(async () => {
    await scanner.close()
    await cable.close()
  })
  await until(() => states.includes('connected'))
  return { cable, scanner, texts, states }
}

const until = (reached: () => boolean): Promise<void> => vi.waitFor(() => expect(reached()).toBe(true), { timeout: 5000, interval: 10 })
const send = (cable: Pty, bytes: string | Uint8Array): Promise<void> => appendFile(cable.theirs, bytes)

describe('a serial scanner', () => {
  test('hands on a card whole when it comes in two pieces, cut inside a letter', async () => {
    const { cable, texts } = await listening()
    const bytes = Buffer.from(`${LAN}\r\n`)
    const inside = bytes.indexOf('ễ') + 1
    await send(cable, bytes.subarray(0, inside))
    await send(cable, bytes.subarray(inside))
    await until(() => texts.length > 0)
    expect(texts).toEqual([LAN])
  })

  test('hands on two scans that came glued as two', async () => {
    const { cable, texts } = await listening()
    await send(cable, `${LAN}${BINH}\r\n`)
    await until(() => texts.length > 1)
    expect(texts).toEqual([LAN, BINH])
  })

  test('hands on a scan without a line end after a silence', async () => {
    const { cable, texts } = await listening()
    await send(cable, LAN)
    await until(() => texts.length > 0)
    expect(texts).toEqual([LAN])
  })

  test('keeps the other letters when a byte is lost, and leaves another code page to the card', async () => {
    const { cable, texts } = await listening()
    const bytes = Buffer.from(`${LAN}\r`)
    const spoilt = bytes.indexOf('ễ')
    await send(cable, Buffer.concat([bytes.subarray(0, spoilt), bytes.subarray(spoilt + 1)]))
    await send(cable, Buffer.from('Nguy\u00ean\r', 'latin1'))
    await until(() => texts.length > 1)
    expect(texts[0]).toMatch(/Nguy\uFFFD+n Thị Hương Lan/)
    expect(texts[1]).toBe('Nguyên')
  })

  test('comes back after it was unplugged, and half a scan is forgotten', async () => {
    const { cable, scanner, texts, states } = await listening()
    await send(cable, LAN.slice(0, 30))
    await cable.unplug()
    await until(() => scanner.state() === 'missing')
    await cable.plug()
    await until(() => scanner.state() === 'connected')
    await send(cable, `${BINH}\r\n`)
    await until(() => texts.length > 0)
    expect(texts).toEqual([BINH])
    expect(states).toEqual(['connected', 'missing', 'connected'])
  })

  test('survives a flood of noise and still hears the next card', async () => {
    const { cable, texts } = await listening()
    const noise = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919 + (index >> 7)) & 0xff)
    await send(cable, noise)
    await send(cable, `\r\n${LAN}\r\n`)
    await until(() => texts.includes(LAN))
  })
})

test('a scanner that is not there is missing, and nothing is thrown', async () => {
  const states: ScannerState[] = []
  const scanner = openScanner(
    'serial:/dev/no-such-scanner',
    () => undefined,
    state => states.push(state),
  )
  await until(() => states.length > 0)
  expect(states).toEqual(['missing'])
  await scanner.close()
})

test('an address that means no scanner is missing too', async () => {
  const states: ScannerState[] = []
  const scanner = openScanner(
    'usb:1',
    () => undefined,
    state => states.push(state),
  )
  expect([states, scanner.state()]).toEqual([['missing'], 'missing'])
  await scanner.close()
})
