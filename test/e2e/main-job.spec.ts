import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { atTheCounter, certify, choose, FREE_SEAT, finish, LAN, scanCard, signIn, tickPapers } from '#kit/hands.ts'
import { startAndWait } from '#kit/app.ts'
import { tcpPrinter } from '#kit/tcp-printer.ts'

test('a citizen is served by scanner and keyboard, and the slip comes out of a listening printer', async () => {
  const printer = await tcpPrinter()
  const { window, electron } = await atTheCounter({ KV_PRINTER: printer.address })
  await certify(window)
  await expect(window.getByRole('list', { name: 'Giấy đang in' })).toContainText('đã in')
  await expect.poll(() => printer.slips().length).toBe(1)
  await window.keyboard.press('F2')
  await expect(window.getByRole('heading', { name: FREE_SEAT })).toBeVisible()
  await electron.close()
  await printer.close()
})

test('a known citizen with the commonest matter is served with three keys: choose, tick, finish', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '2.000635')
  await window.getByLabel('Đã đăng ký tại').fill('UBND xã Thường Lạc')
  await tickPapers(window)
  await finish(window)
  await window.keyboard.press('F2')
  await scanCard(window)
  await window.getByRole('combobox').waitFor()
  // A line end right after a scan is still the scanner's: no hand is as fast.
  await window.waitForTimeout(400)
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Đã đăng ký tại')).toHaveValue('UBND xã Thường Lạc')
  await expect(window.getByRole('checkbox', { checked: false })).toHaveCount(1)
  await expect(window.getByRole('checkbox', { checked: false })).toBeFocused()
  await window.keyboard.press('Space')
  await finish(window)
  await expect(window.getByText(/^3 phím · /)).toBeVisible()
  await electron.close()
})

test('a form that lacks something stays, says what at its field, and keeps what was typed', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '1.001193')
  await window.getByLabel('Nơi sinh', { exact: true }).fill('Bệnh viện Hồng Ngự')
  await window.keyboard.press('F9')
  await expect(window.getByText('còn thiếu').first()).toBeVisible()
  await expect(window.getByLabel('Nơi sinh', { exact: true })).toHaveValue('Bệnh viện Hồng Ngự')
  await electron.close()
})

test('a printer without paper holds nobody up: the slip waits, is said, and comes out once when the paper is back', async () => {
  const printer = await tcpPrinter({ paper: 'out' })
  const { window, electron } = await atTheCounter({ KV_PRINTER: printer.address })
  await certify(window)
  await expect(window.getByRole('list', { name: 'Giấy đang in' })).toContainText('hết giấy')
  await window.keyboard.press('F2')
  await expect(window.getByRole('heading', { name: FREE_SEAT })).toBeVisible()
  await expect(window.getByRole('contentinfo')).toContainText('hết giấy')
  printer.conduct({ paper: 'enough' })
  await expect.poll(() => printer.slips().length, { timeout: 15_000 }).toBe(1)
  await expect(window.getByRole('contentinfo')).not.toContainText('hết giấy')
  await electron.close()
  await printer.close()
})

test('killed in the middle of a form, the app comes back with it; what was saved is there and numbering goes on', async () => {
  const first = await atTheCounter()
  expect(await certify(first.window)).toMatch(/-3001$/)
  await first.window.keyboard.press('F2')
  await scanCard(first.window)
  await choose(first.window, '2.000635')
  await first.window.getByLabel('Đã đăng ký tại').fill('UBND xã Thường Lạc')
  await expect(first.window.getByText(/đã giữ/)).toBeVisible()
  await first.window.waitForTimeout(600)
  first.electron.process().kill('SIGKILL')
  const again = await atTheCounter({}, first.dataDir)
  const { window } = again
  await expect(window.getByRole('navigation', { name: 'Trong ngày' })).toContainText('Đang làm dở')
  await window
    .getByRole('navigation', { name: 'Trong ngày' })
    .getByRole('button', { name: /Hương Lan/ })
    .first()
    .press('Enter')
  await expect(window.getByLabel('Đã đăng ký tại')).toHaveValue('UBND xã Thường Lạc')
  await tickPapers(window)
  expect(await finish(window)).toMatch(/-3002$/)
  await again.electron.close()
})

test('a data folder opened by a second app: the second says so and leaves', async () => {
  const first = await atTheCounter()
  const second = await startAndWait(first.dataDir)
  expect(second.code).toBe(1)
  expect(second.said).toContain('đang mở thư mục dữ liệu này')
  await expect(first.window.getByRole('heading', { name: FREE_SEAT })).toBeVisible()
  await first.electron.close()
})

test('another document, a torn scan and two scans in one are told apart, and nothing is filled from them', async () => {
  const { window, electron } = await atTheCounter()
  await typeAsScanner(window, 'DN4870123456789|4e677579e1bb856e|15/01/1990|2|...$')
  await expect(window.getByRole('main')).toContainText('bảo hiểm y tế')
  await typeAsScanner(window, LAN.slice(0, 70))
  await expect(window.getByRole('main')).toContainText('Nguyễn Thị Hương Lan')
  await expect(window.getByRole('main')).toContainText(/đứt đoạn|chưa đủ/)
  await electron.close()
})

test('change of official in two keys keeps the sitting', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '2.000635')
  await window.getByLabel('Đã đăng ký tại').fill('UBND xã Thường Lạc')
  await window.keyboard.press('F3')
  await signIn(window)
  await expect(window.getByLabel('Đã đăng ký tại')).toHaveValue('UBND xã Thường Lạc')
  await electron.close()
})

test('no page or slip holds a file name with a citizen in it', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  await certify(window)
  await expect.poll(() => readdirSync(join(dataDir, 'trang-in')).length).toBeGreaterThan(0)
  const names = ['trang-in', 'may-in', 'log'].flatMap(folder => readdirSync(join(dataDir, folder)))
  expect(names.join(' ')).not.toMatch(/lan|0871/i)
  expect(readFileSync(join(dataDir, 'log', 'office.ndjson'), { encoding: 'utf8', flag: 'a+' })).not.toMatch(/Hương|0871/)
  await electron.close()
})
