import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Page, _electron } from '@playwright/test'
import { electronArgs, openDisplay } from '../electron/display.ts'
import { provideElectron } from '../electron/electron.ts'
import type { Office } from '#renderer/hatch.ts'
import { benchOffice } from './office.ts'
import { type Row, quantile, rowOf, within } from './table.ts'

declare const office: Office

const ROOT = resolve(import.meta.dirname, '../../..')
const TIMES = 30
const WISH = { services: ['ho-tich'], priority: null, appointment: null }

/** What the hall feels: from the key that calls to the number on the wall, and from the tap to the paper. */
export const hallRows = async (): Promise<readonly Row[]> => [await callToWall(), await tapToPaper()]

/** In the real app: the counter's call until the display has painted the number. */
async function callToWall(): Promise<Row> {
  const provided = await provideElectron(line => process.stderr.write(`${line}\n`))
  const screen = await openDisplay()
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-hall-'))
  const environment = { ...process.env, ...screen.variables, KV_DATA_DIR: dataDir, KV_SQLITE_BINDING: provided.sqliteBinding ?? '' }
  const app = await _electron.launch({
    executablePath: provided.path,
    args: [...electronArgs(environment), ROOT],
    env: Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  const counter = await app.firstWindow()
  await counter.getByRole('button', { name: 'Mở văn phòng mẫu' }).press('Enter')
  await counter.getByRole('button', { name: /Nguyễn Thị An/ }).press('Enter')
  await counter.getByLabel('Mã PIN').pressSequentially('2468', { delay: 40 })
  await counter.keyboard.press('Enter')
  await counter.getByRole('contentinfo', { name: 'Tình trạng máy' }).waitFor()
  const opening = app.waitForEvent('window')
  await counter.evaluate(() => office.call('hall.open', { window: 'display' }))
  const wall = await opening
  await wall.getByRole('main').waitFor()
  const times: number[] = []
  for (let call = 0; call < TIMES; call += 1) times.push(await oneCall(counter, wall))
  await app.close()
  await screen.close()
  rmSync(dataDir, { recursive: true, force: true })
  return rowOf('call → number on the hall’s screen, painted', 'ms', times, within(quantile(times, 0.95), 150, 'ms'))
}

/** Milliseconds on the clock that both pages share. */
async function oneCall(counter: Page, wall: Page): Promise<number> {
  const number = await counter.evaluate(async wish => {
    const taken = await office.call('queue.take', wish)
    return taken.ok ? taken.value.number : ''
  }, WISH)
  const shown = wall.evaluate(async wanted => {
    const there = (): boolean => document.body.innerText.includes(wanted)
    while (!there()) await new Promise(done => requestAnimationFrame(done))
    await new Promise(done => requestAnimationFrame(done))
    return performance.timeOrigin + performance.now()
  }, number)
  const begun = await counter.evaluate(async () => {
    const at = performance.timeOrigin + performance.now()
    await office.call('queue.next', { done: null, procedures: [] })
    return at
  })
  return (await shown) - begun
}

/** From the tap on the kiosk to the first byte of the ticket at a listening printer that answers like a real one. */
async function tapToPaper(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ticket-'))
  let heard: (at: number) => void = () => undefined
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', bytes => {
      const [first = 0, second = 0] = bytes
      // DLE EOT and GS r are questions; a slip begins with ESC @.
      if (first === 0x10) socket.write(Uint8Array.of(0x12))
      else if (first === 0x1d && second === 0x72) socket.write(Uint8Array.of(0))
      else {
        heard(performance.now())
        if (bytes.at(-3) === 0x1d && bytes.at(-2) === 0x72) socket.write(Uint8Array.of(0))
      }
    })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { get, breathe, close } = await benchOffice(folder, null, `tcp://127.0.0.1:${port}`)
  const times: number[] = []
  for (let tap = 0; tap < TIMES; tap += 1) {
    const first = new Promise<number>(told => (heard = told))
    const begun = performance.now()
    await get('queue.take', WISH)
    times.push((await first) - begun)
    await breathe()
  }
  await close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  return rowOf('tap for a ticket → first byte at a printer that answers', 'ms', times, within(quantile(times, 0.95), 60, 'ms'))
}
