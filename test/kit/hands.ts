import { type Page, expect } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { type App, launchApp } from './app.ts'

export const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
export const NOW = '2026-11-23T09:41:00+07:00'
export const FREE_SEAT = 'Mời công dân đưa thẻ căn cước'

/** The real app with the demo office and Nguyễn Thị An at the counter. */
export async function atTheCounter(variables: Readonly<Record<string, string>> = {}, dataDir?: string): Promise<App> {
  const app = await launchApp({ KV_NOW: NOW, ...variables }, dataDir)
  const { window } = app
  const demo = window.getByRole('button', { name: 'Mở văn phòng mẫu' })
  const an = window.getByRole('button', { name: /Nguyễn Thị An/ })
  await demo.or(an).first().waitFor()
  if (await demo.isVisible()) await window.keyboard.press('1')
  await signIn(window)
  return app
}

export async function signIn(window: Page): Promise<void> {
  await window.getByRole('button', { name: /Nguyễn Thị An/ }).press('Enter')
  await window.getByLabel('Mã PIN').pressSequentially('2468', { delay: 40 })
  await window.keyboard.press('Enter')
  await expect(window.getByRole('contentinfo', { name: 'Tình trạng máy' })).toBeVisible()
}

export async function scanCard(window: Page, text = LAN, name = 'Nguyễn Thị Hương Lan'): Promise<void> {
  await typeAsScanner(window, text)
  await expect(window.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Chooses by code and waits for the form. */
export async function choose(window: Page, code: string): Promise<void> {
  await window.getByRole('combobox').pressSequentially(code, { delay: 40 })
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Hoàn tất và in' })).toBeVisible()
}

export async function tickPapers(window: Page): Promise<void> {
  const open = window.getByRole('checkbox', { checked: false })
  await open.first().waitFor()
  for (let left = await open.count(); left > 0; left -= 1) await open.first().press('Space')
}

/** Ends the sitting with F9 and answers with the dossier's code. */
export async function finish(window: Page): Promise<string> {
  await window.keyboard.press('F9')
  const received = window.getByRole('region', { name: 'Hồ sơ đã nhận' })
  await expect(received).toBeVisible()
  return /\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}-\d{6}-\d{4}/.exec(await received.innerText())?.[0] ?? ''
}

/** A certified copy from scan to saved dossier. */
export async function certify(window: Page): Promise<string> {
  await scanCard(window)
  await choose(window, '2.000815')
  await tickPapers(window)
  return finish(window)
}
