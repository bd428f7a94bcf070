import { type Page, expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { launchApp } from '#kit/app.ts'
import { atTheCounter, certify, choose, finish, scanCard, tickPapers } from '#kit/hands.ts'
import { keyless, serious } from '#kit/screen.ts'

const PICTURES = process.env['KV_PICTURES']

/** What every screen owes everybody: no serious fault for whoever cannot see it, and a key on every button. */
async function fair(window: Page, screen: string): Promise<void> {
  await window.waitForTimeout(300)
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/fair-${screen}.png` })
  expect(await serious(window), screen).toEqual([])
  expect(await keyless(window), `${screen}: buttons without a key`).toEqual([])
}

test('first run, set-up and sign-in are fair to everybody', async () => {
  const { window, electron } = await launchApp()
  await window.getByRole('button', { name: 'Mở văn phòng mẫu' }).waitFor()
  await fair(window, 'first-run')
  await window.keyboard.press('2')
  await window.getByRole('textbox').first().waitFor()
  await fair(window, 'set-up')
  await window.keyboard.press('Escape')
  await window.keyboard.press('1')
  await window.getByRole('button', { name: /Nguyễn Thị An/ }).waitFor()
  await fair(window, 'sign-in')
  await window.keyboard.press('2')
  await window.getByLabel('Mã PIN').waitFor()
  await fair(window, 'pin')
  await electron.close()
})

test('the sitting is fair to everybody, from the empty seat to the saved dossier', async () => {
  const { window, electron } = await atTheCounter()
  await fair(window, 'empty')
  await window.keyboard.press('F5')
  await window.getByRole('heading', { name: 'Nhập thông tin công dân' }).waitFor()
  await fair(window, 'typed-citizen')
  await window.keyboard.press('Escape')
  await typeAsScanner(window, '08719001234||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3|10052021')
  await window.getByText('Xem mã gốc').waitFor()
  await fair(window, 'refused')
  await scanCard(window)
  await fair(window, 'choosing')
  await choose(window, '1.001193')
  await window.keyboard.press('F9')
  await fair(window, 'form-with-faults')
  await window.keyboard.press('Alt+W')
  await fair(window, 'why')
  await window.keyboard.press('F2')
  await scanCard(window)
  await choose(window, '2.000635')
  await window.keyboard.press('F8')
  await window.getByRole('region', { name: 'Đọc lại cho công dân nghe' }).waitFor()
  await fair(window, 'read-back')
  await window.keyboard.press('Escape')
  await window.getByLabel('Đã đăng ký tại').fill('UBND xã Thường Lạc')
  await tickPapers(window)
  await finish(window)
  await fair(window, 'saved')
  await electron.close()
})

test('what happens after the sitting is fair to everybody: dossier, steps, lists, money, book, search, doctor, help', async () => {
  const { window, electron } = await atTheCounter()
  const code = await certify(window)
  for (const [key, screen] of Object.entries({ 'Control+K': 'search', F10: 'doctor', F1: 'help', F3: 'officials', 'Control+B': 'book' })) {
    await window.keyboard.press(key)
    await fair(window, screen)
    await window.keyboard.press('Escape')
  }
  await window.keyboard.press('F12')
  await fair(window, 'money')
  await window.keyboard.press('F6')
  await window.getByRole('button', { name: 'Bắt đầu quét' }).press('Enter')
  await typeAsScanner(window, code)
  await window.getByText(code).first().waitFor()
  await fair(window, 'handover')
  await window.keyboard.press('Escape')
  await typeAsScanner(window, code)
  await window.getByRole('button', { name: 'Sửa sai sót' }).waitFor()
  await fair(window, 'dossier')
  for (const step of ['Yêu cầu bổ sung', 'Từ chối', 'Dừng theo yêu cầu', 'Sửa sai sót']) {
    const button = window.getByRole('button', { name: step, exact: true })
    await window.keyboard.press((await button.getAttribute('aria-keyshortcuts')) ?? '')
    await window.getByRole('region', { name: step }).waitFor()
    await window.keyboard.press('F9')
    await fair(window, `step-${step}`)
    await window.keyboard.press('Escape')
    await button.waitFor()
  }
  await electron.close()
})

test('every section of the settings is fair to everybody', async () => {
  const { window, electron } = await atTheCounter()
  await window.keyboard.press('Control+,')
  for (const section of ['office', 'hours', 'bank', 'forms', 'devices', 'calendar']) {
    await window.keyboard.press(`Alt+${String(['office', 'hours', 'bank', 'forms', 'devices', 'calendar'].indexOf(section) + 1)}`)
    await fair(window, `settings-${section}`)
  }
  await window.keyboard.press('Alt+N')
  await window.getByLabel('Ngày', { exact: true }).waitFor()
  await fair(window, 'settings-day')
  await electron.close()
})

test('the line is fair to everybody: who waits, numbers at the entrance, the hall, the end of the day, its settings', async () => {
  const { window, electron } = await atTheCounter()
  for (const [key, screen] of Object.entries({ F11: 'greeter', 'Control+Q': 'line', 'Control+G': 'hall', 'Control+E': 'day-end' })) {
    await window.keyboard.press(key)
    await fair(window, screen)
    await window.keyboard.press('Escape')
  }
  await window.keyboard.press('Control+,')
  await window.keyboard.press('Alt+7')
  await fair(window, 'settings-hall')
  await electron.close()
})
