import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, type Page, expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import type { CallName, Input, Output } from '#contract/calls.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { ServiceId } from '#domain/queue/service.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { CODE } from '#kit/hall.ts'
import { LAN, atTheCounter } from '#kit/hands.ts'
import { keyless, serious } from '#kit/screen.ts'
import { type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'

const PICTURES = process.env['KV_PICTURES']
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1366 },
  ...(PICTURES === undefined ? [] : [{ width: 3840, height: 2160 }]),
]

/** The screen as it is at every size that a hall has: nothing of it may lie outside, and it is fair to everybody. */
async function fair(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.waitForTimeout(200)
    const spilt = await page.evaluate(() =>
      [...document.querySelectorAll('#app *')]
        .filter(element => {
          const { right, bottom, left, top } = element.getBoundingClientRect()
          const frame =
            element.closest('.called, .choice, .ticket')?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect()
          return right > frame.right + 1 || bottom > frame.bottom + 1 || left < frame.left - 1 || top < frame.top - 1
        })
        .map(element => element.className),
    )
    expect(spilt, `${name} ${size.width}×${size.height}`).toEqual([])
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/hall-${name}-${size.width}x${size.height}.png` })
  }
  expect(await serious(page), name).toEqual([])
  expect(await keyless(page), `${name}: buttons without a key`).toEqual([])
}

/** As a window asks: by the hatch that its page has. */
const call = <Name extends CallName>(page: Page, name: Name, input: Input<Name>): Promise<Result<Output<Name>>> =>
  page.evaluate<Result<Output<Name>>, string>(
    asked => {
      const { which, what } = JSON.parse(asked)
      return window.office.call(which, what)
    },
    JSON.stringify({ which: name, what: input }),
  )

async function got<Name extends CallName>(page: Page, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.faults[0]?.code}`)
  return answer.value
}

const comes = (electron: ElectronApplication, which: 'display' | 'kiosk'): Promise<Page> =>
  electron.waitForEvent('window', page => page.url().includes(`/${which}/`))

/** Opens a window of the hall from the counter, as an official does. */
async function open(electron: ElectronApplication, counter: Page, which: 'display' | 'kiosk'): Promise<Page> {
  const opened = comes(electron, which)
  await got(counter, 'hall.open', { window: which })
  return opened
}

/** Slips that came out whole: cut once, and not empty. */
const printed = (printer: TcpPrinter): number =>
  printer.slips().filter(slip => {
    const { cuts, rows } = decodeEscPos(slip)
    return cuts.length === 1 && rows.some(row => row.includes(1))
  }).length

/** The app of an office that was set up before, whose settings say how its hall is; its windows open with it. */
async function openHall(hall: Readonly<Record<string, unknown>>, name: string) {
  const { electron: first, dataDir } = await atTheCounter()
  await first.close()
  const file = join(dataDir, 'settings.json')
  const settings = JSON.parse(readFileSync(file, 'utf8'))
  const changed = {
    ...settings,
    office: { ...settings.office, name },
    hall: { ...settings.hall, ...hall, opens: ['display', 'kiosk'] },
  }
  writeFileSync(file, JSON.stringify(changed))
  writeFileSync(join(dataDir, 'hall.key'), `${CODE}\n`)
  // A clock that goes: calls come one after the other.
  const { electron, window: counter } = await atTheCounter({ KV_NOW: '' }, dataDir)
  await expect.poll(() => electron.windows().length).toBe(3)
  const at = (which: string): Page => electron.windows().find(page => page.url().includes(`/${which}/`)) ?? counter
  return { electron, counter, display: at('display'), kiosk: at('kiosk') }
}

const called = (display: Page) => display.locator('.called')
const closeCounter = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/counter/'))
      ?.close(),
  )

test('a ticket taken with two touches is printed, called, shown and called again; a wall that dies comes back', async () => {
  const printer = await tcpPrinter()
  const { electron, window: counter } = await atTheCounter({ KV_PRINTER: printer.address })
  const display = await open(electron, counter, 'display')
  const kiosk = await open(electron, counter, 'kiosk')
  await expect(display.getByText('Chưa gọi số nào')).toBeVisible()
  await fair(display, 'wall-nobody')
  await fair(kiosk, 'kiosk-start')

  await kiosk.getByRole('button', { name: /Hộ tịch/ }).click()
  await fair(kiosk, 'kiosk-priority')
  await kiosk.getByRole('button', { name: 'Không, lấy số' }).click()
  await expect(kiosk.getByText('A001', { exact: true })).toBeVisible()
  await expect(kiosk.getByText('Mời ông/bà lấy giấy ở khe in')).toBeVisible()
  await expect.poll(() => printed(printer)).toBe(1)
  await expect(display.locator('.waiting-one', { hasText: 'Hộ tịch' })).toContainText('1')

  await counter.keyboard.press('F2')
  await expect(called(display)).toContainText('A001')
  await expect(called(display).locator('.called-counter')).toContainText('3')
  await counter.keyboard.press('Alt+G')
  await expect(called(display)).toContainText('gọi lần 2')
  await fair(display, 'wall-called')

  // The page on the wall dies: a new one stands there, with what is so now.
  const again = comes(electron, 'display')
  await electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find(contents => contents.getURL().includes('/display/'))
      ?.forcefullyCrashRenderer(),
  )
  const second = await again
  await expect(called(second)).toContainText('A001')
  await expect(called(second)).toContainText('gọi lần 2')

  // An official closes it, and opens it again.
  await second.close()
  const third = await open(electron, counter, 'display')
  await expect(called(third)).toContainText('A001')

  const ended = electron.waitForEvent('close')
  await closeCounter(electron)
  await ended
  await printer.close()
})

test('a wall that has nothing to sound through says so, and the counter is told; a loudspeaker that comes ends it', async () => {
  const { electron, window: counter } = await atTheCounter()
  const display = await open(electron, counter, 'display')
  const sign = display.getByText('Loa không phát được, xin nhìn màn hình.')
  const told = counter.getByRole('contentinfo', { name: 'Tình trạng máy' }).getByText(/^loa sảnh không kêu/)
  const isSilent = (silent: boolean) => Promise.all([sign, told].map(one => expect(one).toBeVisible({ visible: silent })))
  const outputs = await display.evaluate(async () =>
    (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput').map(({ label }) => label),
  )
  // Which devices there are is known without a permission: their names are not.
  expect(outputs.filter(label => label !== '')).toEqual([])
  await isSilent(outputs.length === 0)
  await fair(display, 'wall-as-it-is')
  await plugIn(display, ['videoinput', 'audiooutput'])
  await isSilent(false)
  await plugIn(display, ['videoinput'])
  await isSilent(true)
  await got(counter, 'queue.take', { services: ['ho-tich'], priority: null, appointment: null })
  await got(counter, 'queue.next', { done: null, procedures: [] })
  await expect(called(display)).toContainText('A001')
  await fair(display, 'wall-silent')
  await counter.keyboard.press('Control+G')
  await expect(counter.getByText(/^▲?.*Loa không phát được, số chỉ hiện trên màn hình/)).toBeVisible()
  if (PICTURES !== undefined) await counter.screenshot({ path: `${PICTURES}/hall-counter-silent.png` })
  await electron.close()
})

/** The devices of the machine from now on, as the browser tells of them. */
const plugIn = (page: Page, kinds: readonly MediaDeviceKind[]): Promise<void> =>
  page.evaluate(all => {
    const { mediaDevices } = navigator
    const device = (kind: MediaDeviceKind) => ({ kind, deviceId: '', groupId: '', label: '', toJSON: () => ({ kind }) })
    mediaDevices.enumerateDevices = () => Promise.resolve(all.map(device))
    mediaDevices.dispatchEvent(new Event('devicechange'))
  }, kinds)

/** No hand is faster; a scanner is. */
const HAND = { delay: 120 } as const

test('the kiosk works by keys alone, in English too, and tells the number where no paper comes', async () => {
  const printer = await tcpPrinter()
  const { electron, window: counter } = await atTheCounter({ KV_PRINTER: printer.address })
  const kiosk = await open(electron, counter, 'kiosk')
  await kiosk.getByRole('heading', { name: 'Ông/bà đến làm việc gì?' }).waitFor()
  await typeAsScanner(kiosk, LAN)
  await expect(kiosk.getByRole('heading', { name: 'Ông/bà đến làm việc gì?' })).toBeVisible()
  expect((await got(counter, 'queue.view', {})).hall.tickets).toEqual([])
  await kiosk.keyboard.press('7')
  await fair(kiosk, 'kiosk-matters')
  await kiosk.keyboard.type('608', HAND)
  await fair(kiosk, 'kiosk-times')
  await kiosk.getByRole('button', { name: '10:00' }).click()
  await kiosk.keyboard.type('172', HAND)
  await expect(kiosk.getByText('Hộ tịch · Chứng thực · Hẹn lúc 10:00')).toBeVisible()
  await kiosk.keyboard.press('2')
  await expect(kiosk.getByText('A001', { exact: true })).toBeVisible()
  await fair(kiosk, 'kiosk-ticket')
  const { hall } = await got(counter, 'queue.view', {})
  expect(hall.tickets).toMatchObject([{ number: 'A001', services: ['ho-tich', 'chung-thuc'], priority: 'elder', state: 'waiting' }])
  await expect.poll(() => printed(printer)).toBe(1)
  await kiosk.keyboard.press('Enter')
  await kiosk.getByRole('heading', { name: 'Ông/bà đến làm việc gì?' }).waitFor()

  await printer.off()
  await kiosk.keyboard.press('9')
  await kiosk.getByRole('button', { name: /Certification/ }).waitFor()
  await kiosk.keyboard.press('2')
  await fair(kiosk, 'kiosk-english')
  await kiosk.keyboard.press('1')
  await expect(kiosk.getByText('B001', { exact: true })).toBeVisible()
  await expect(kiosk.getByText(/please remember this number/)).toBeVisible()
  await fair(kiosk, 'kiosk-no-paper')
  await kiosk.keyboard.press('Enter')
  await expect(kiosk.getByText('Máy in chưa in được.', { exact: false })).toBeVisible()
  await fair(kiosk, 'kiosk-start-no-paper')
  await printer.on()
  await expect.poll(() => printed(printer)).toBe(2)
  await expect(kiosk.getByText('Máy in chưa in được.', { exact: false })).toBeHidden()
  await electron.close()
  await printer.close()
})

test('a full hall is readable; the wall and the kiosk may ask nothing of the counter’s', async () => {
  const notices = [
    'Ngày 25/11/2026, Trung tâm nghỉ tránh bão số 12 theo công điện của Chủ tịch Ủy ban nhân dân tỉnh; hồ sơ đã hẹn trả sẽ được gọi điện báo lại cho từng người.',
    'Ông/bà cao tuổi, phụ nữ mang thai được mời trước.',
  ]
  const name = 'Trung tâm Phục vụ hành chính công phường Thường Lạc An Bình Hồng Ngự'
  const { electron, counter, display, kiosk } = await openHall({ notices }, name)

  const take = (service: ServiceId) => got(counter, 'queue.take', { services: [service], priority: null, appointment: null })
  for (const service of ['ho-tich', 'chung-thuc', 'cu-tru', 'ho-tich', 'kinh-doanh', 'bao-tro', 'ho-tich', 'ho-tich', 'khac', 'ho-tich']) {
    await take(service)
  }
  let done = null
  for (let calls = 0; calls < 6; calls += 1) done = await got(counter, 'queue.next', { done, procedures: [] })
  await expect(called(display)).toContainText('E001')
  await expect(display.locator('.last-call')).toHaveText([/D001/, /A002/, /C001/, /B001/])
  await fair(display, 'wall-full')
  await fair(kiosk, 'kiosk-full')
  if (PICTURES !== undefined) {
    await display.waitForTimeout(21_000)
    await fair(display, 'wall-later')
  }

  for (const page of [display, kiosk]) {
    for (const name of ['office.hello', 'queue.view', 'settings.open', 'day.counts'] as const) {
      expect(await call(page, name, {})).toMatchObject({ ok: false, faults: [{ code: 'call.unknown' }] })
    }
  }
  expect(await call(display, 'queue.take', { services: ['ho-tich'], priority: null, appointment: null })).toMatchObject({ ok: false })
  const hello = await got(kiosk, 'hall.hello', {})
  expect(hello.setUp && hello.view.hall.tickets).toEqual([])
  await electron.close()
})

test('a hall whose host is away says so quietly, and goes on with numbers of this machine', async () => {
  const hall = { role: 'guest', meet: '127.0.0.1:9' }
  const { electron, counter, display, kiosk } = await openHall(hall, 'Trung tâm Phục vụ hành chính công phường An Bình')
  await kiosk.getByRole('button', { name: /Chứng thực/ }).click()
  await kiosk.getByRole('button', { name: 'Không, lấy số' }).click()
  await expect(kiosk.getByText('P001', { exact: true })).toBeVisible()
  await expect(kiosk.getByText('Máy này đang cấp số riêng')).toBeVisible()
  await fair(kiosk, 'kiosk-alone')
  await got(counter, 'queue.next', { done: null, procedures: [] })
  await expect(called(display)).toContainText('P001')
  await expect(display.getByText('tới được máy chủ hàng đợi')).toBeVisible()
  await fair(display, 'wall-alone')
  await electron.close()
})

test('a wall whose screen is unplugged goes on unseen, and stands on it again when it is back', async () => {
  const { electron, window: counter } = await atTheCounter()
  const display = await open(electron, counter, 'display')
  await display.getByText('Chưa gọi số nào').waitFor()
  const plug = (there: boolean): Promise<void> =>
    electron.evaluate(({ screen }, plugged) => {
      const own = screen.getPrimaryDisplay()
      const wall = { ...own, id: own.id + 1, bounds: { x: own.bounds.width, y: 0, width: 1920, height: 1080 } }
      screen.getAllDisplays = () => (plugged ? [own, wall] : [own])
      screen.emit(plugged ? 'display-added' : 'display-removed', {}, wall)
    }, there)
  const seen = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const wall = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/display/'))
      // Where it was put: the fullscreen of a screen that is not there is another matter.
      return wall === undefined ? null : { visible: wall.isVisible(), full: wall.isFullScreen(), x: wall.getNormalBounds().x }
    })
  await plug(true)
  await expect.poll(seen).toEqual({ visible: true, full: true, x: 1366 })
  await plug(false)
  await expect.poll(seen).toMatchObject({ visible: false, full: false })
  await got(counter, 'queue.take', { services: ['ho-tich'], priority: null, appointment: null })
  await got(counter, 'queue.next', { done: null, procedures: [] })
  await expect(called(display)).toContainText('A001')

  // Its page dies meanwhile: the new one waits for the screen as well.
  const again = comes(electron, 'display')
  await electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find(contents => contents.getURL().includes('/display/'))
      ?.forcefullyCrashRenderer(),
  )
  await expect(called(await again)).toContainText('A001')
  expect(await seen()).toMatchObject({ visible: false })
  await plug(true)
  await expect.poll(seen).toEqual({ visible: true, full: true, x: 1366 })
  await electron.close()
})
