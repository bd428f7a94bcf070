import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { electronArgs, openDisplay } from '../electron/display.ts'
import { provideElectron } from '../electron/electron.ts'
import { keysInto } from './keys.ts'
import { peerKeys } from './peer.ts'
import { type Row, quantile, rowOf, within } from './table.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const TIMES = 25

/** In the real app: a scan until the form stands filled and painted, and what one key costs in a form. */
export async function windowRows(): Promise<readonly Row[]> {
  const provided = await provideElectron(line => process.stderr.write(`${line}\n`))
  const display = await openDisplay()
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-window-'))
  const environment = { ...process.env, ...display.variables, KV_DATA_DIR: dataDir, KV_SQLITE_BINDING: provided.sqliteBinding ?? '' }
  const app = await _electron.launch({
    executablePath: provided.path,
    args: [...electronArgs(environment), ROOT],
    env: Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  const window = await app.firstWindow()
  await window.getByRole('button', { name: 'Mở văn phòng mẫu' }).press('Enter')
  await window.getByRole('button', { name: /Nguyễn Thị An/ }).press('Enter')
  await window.getByLabel('Mã PIN').pressSequentially('2468', { delay: 40 })
  await window.keyboard.press('Enter')
  await window.getByRole('heading', { name: 'Mời công dân đưa thẻ căn cước' }).waitFor()
  const scans: Scan[] = []
  for (let i = 0; i < TIMES; i += 1) scans.push(await window.evaluate(scanToPaint, CARD))
  const keys = await keysInto(window.getByLabel('Đã đăng ký tại'))
  await app.close()
  const peer = await peerKeys(provided.path, display.variables)
  await display.close()
  rmSync(dataDir, { recursive: true, force: true })
  const [citizens, forms] = [scans.map(({ citizen }) => citizen), scans.map(({ form }) => form)]
  return [
    rowOf('scan’s last key → citizen on the screen, painted', 'ms', citizens, within(quantile(citizens, 0.95), 50, 'ms')),
    rowOf('scan, Enter → form filled, painted', 'ms', forms, within(quantile(forms, 0.95), 100, 'ms')),
    rowOf('one key in the form, handled and laid out', 'ms', keys, within(quantile(keys, 0.95), 16, 'ms')),
    rowOf('the same in react-jsonschema-form, 22 fields', 'ms', peer),
  ]
}

type Scan = { readonly citizen: number; readonly form: number }

/**
 * Runs in the window: the keys of a scan, then milliseconds from the last one until the name stands there and a frame was
 * painted; and, with the Enter that takes the office's commonest procedure, until its form stands filled and painted. How
 * long the hand rests before that Enter is no part of it.
 */
async function scanToPaint(card: string): Promise<Scan> {
  const name = 'Nguyễn Thị Hương Lan'
  const press = (key: string, at: Element | null = document.body): boolean =>
    at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) ?? false
  const frame = (): Promise<number> => new Promise(done => requestAnimationFrame(done))
  const painted = async (there: () => boolean): Promise<number> => {
    const begun = performance.now()
    while (!there()) await frame()
    await frame()
    return performance.now() - begun
  }
  press('F2')
  await painted(() => document.querySelector('main h1')?.textContent?.startsWith('Mời') === true)
  for (const key of card) press(key)
  press('Enter')
  const citizen = await painted(() => document.querySelector('main h1')?.textContent === name)
  while (document.activeElement?.getAttribute('role') !== 'combobox') await frame()
  // Line ends right after a scan are still the scanner's: a hand comes later.
  await new Promise(done => setTimeout(done, 400))
  press('Enter', document.activeElement)
  const form = await painted(() => [...document.querySelectorAll<HTMLInputElement>('.form input')].some(({ value }) => value === name))
  return { citizen, form: citizen + form }
}
