import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { launchApp } from '#kit/app.ts'
import { tempFolder } from '#kit/basics.ts'
import { completed } from '#kit/complete.ts'
import { handClock } from '#kit/hand-clock.ts'
import { demoOffice, draftOf } from '#kit/office.ts'
import { serious } from '#kit/screen.ts'

const FIRST = '2026-11-23T15:00:00+07:00'
const NEXT = '2026-11-24T09:00:00+07:00'
const LONG = 'Công Tằng Tôn Nữ Thị Ngọc Phương Thảo Hoàng Hà Minh Châu'
const SIGNED = 'Hai bên đã ký'

const shoot = async (window: Page, name: string): Promise<void> => {
  const folder = process.env['KV_PICTURES']
  if (folder !== undefined) await window.screenshot({ path: `${folder}/post-${name}.png` })
}

/** Results that are ready and go by the Post, and one that its citizen collects here; written before the app starts. */
async function readyOffice(count: number) {
  const dataDir = tempFolder()
  const office = await demoOffice({ dataDir }, { clock: handClock('2026-11-23T08:00:00+07:00') })
  const ready = async (returnBy: 'post' | 'counter', name: string): Promise<string> => {
    const card = `087190012345||${name}|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021`
    const { draft } = await draftOf(office, card, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: { ...(await completed(office, draft)), returnBy } })
    await office.get('dossier.step', { code: dossier.code, step: { kind: 'ready', result: 'Bản sao đã chứng thực' } })
    return dossier.code
  }
  const codes: string[] = []
  for (let at = 0; at < count; at += 1) codes.push(await ready('post', at % 5 === 4 ? LONG : 'Nguyễn Thị Hương Lan'))
  const counter = await ready('counter', 'Nguyễn Thị Hương Lan')
  await office.close()
  return { dataDir, codes, counter }
}

/** The postal clerk signs in and stands at the lists. */
async function asPostal(dataDir: string, now: string) {
  const app = await launchApp({ KV_NOW: now }, dataDir)
  await app.window.getByRole('button', { name: /Trần Văn Bưu/ }).press('Enter')
  await app.window.getByLabel('Mã PIN').pressSequentially('2468', { delay: 40 })
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByRole('navigation', { name: 'Các danh sách' })).toBeVisible()
  return app
}

const count = (window: Page) => window.locator('.handover-number')

/** As a clerk does: what the machine, too busy to tell a scanner from a hand, did not take is scanned again. */
const scanUntil = (window: Page, code: string, items: number): Promise<void> =>
  expect(async () => {
    await window.getByLabel('Quét mã trên phiếu').fill('')
    await typeAsScanner(window, code)
    await expect(count(window)).toHaveText(String(items), { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })

async function bothSign(window: Page): Promise<void> {
  await window.getByLabel('Mã PIN bên cơ quan').fill('2468')
  await window.getByLabel('Mã PIN bên bưu điện').fill('2468')
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert').filter({ hasText: SIGNED })).toBeVisible()
}

test('a postal clerk takes 20 over, one is refused, both sign, it is printed; three come back the next day and a fourth is brought', async () => {
  test.setTimeout(300_000)
  const { dataDir, codes, counter } = await readyOffice(20)
  const first = await asPostal(dataDir, FIRST)
  const { window } = first
  await window.getByRole('button', { name: 'Bắt đầu quét' }).press('Enter')
  await expect(window.getByLabel('Quét mã trên phiếu')).toBeFocused()
  for (const [at, code] of codes.entries()) {
    await scanUntil(window, code, at + 1)
  }
  await typeAsScanner(window, 'RN123456785VN')
  await expect(window.getByRole('cell', { name: 'RN123456785VN' })).toBeVisible()
  await window.keyboard.press('Alt+M')
  await window.getByLabel('Nặng (gam)').fill('hai lạng')
  await window.getByLabel('Cước', { exact: true }).fill('26.000')
  await window.getByLabel('Cước', { exact: true }).press('Enter')
  await expect(window.getByRole('alert')).toContainText('Hãy nhập một số nguyên')
  await shoot(window, 'describe-fault')
  await window.getByLabel('Nặng (gam)').fill('200')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('row', { name: /RN123456785VN 200 g 26\.000 đ/ })).toBeVisible()
  await typeAsScanner(window, counter)
  await expect(window.getByText(/Công dân đã chọn nhận kết quả tại quầy/)).toBeVisible()
  await expect(count(window)).toHaveText('20')
  expect(await serious(window)).toEqual([])
  await shoot(window, 'refused')
  await bothSign(window)
  await shoot(window, 'signed')
  await expect.poll(() => readdirSync(join(dataDir, 'trang-in')).filter(file => file.endsWith('.pdf')).length).toBeGreaterThan(0)
  const printed = readdirSync(join(dataDir, 'trang-in')).find(file => file.includes('BG-261123'))
  expect(printed === undefined ? 0 : readFileSync(join(dataDir, 'trang-in', printed)).length).toBeGreaterThan(1000)
  await first.electron.close()

  const next = await asPostal(dataDir, NEXT)
  const back = next.window
  await back.keyboard.press('F2')
  await back.getByRole('radio', { name: 'Nhận từ bưu điện' }).press('2')
  await back.getByRole('button', { name: 'Bắt đầu quét' }).press('Enter')
  await expect(back.getByRole('heading', { name: /BG-261124/ })).toBeVisible()
  await expect(back.getByLabel('Quét mã trên phiếu')).toBeFocused()
  for (const [at, code] of codes.slice(0, 3).entries()) {
    await scanUntil(back, code, at + 1)
  }
  await typeAsScanner(back, counter)
  await expect(back.getByText(/không phải hồ sơ của quầy này/)).toBeVisible()
  await typeAsScanner(back, 'RN123456784VN')
  await expect(back.getByRole('button', { name: 'Đúng như nhãn, dùng số này' })).toBeVisible()
  await shoot(back, 'label-in-doubt')
  await back.keyboard.press('F4')
  await expect(back.getByRole('heading', { name: 'Nhập hồ sơ bưu điện mang tới' })).toBeVisible()
  await back.getByRole('combobox').pressSequentially('2.000815', { delay: 40 })
  await back.keyboard.press('Enter')
  await back.getByLabel('Họ tên công dân').fill(LONG)
  await back.getByLabel('Điện thoại').fill('09')
  await back.keyboard.press('F9')
  await expect(back.getByText('Số điện thoại có từ 9 đến 12 chữ số')).toBeVisible()
  await shoot(back, 'bring-fault')
  expect(await serious(back)).toEqual([])
  await back.keyboard.press('Escape')
  await back.keyboard.press('F5')
  await expect(back.getByLabel('Họ tên công dân')).toHaveValue(LONG)
  await back.getByLabel('Điện thoại').fill('0912345678')
  await back.getByLabel('Lệ phí nộp thay').fill('2.000')
  await back.getByLabel('Kiểm đếm thấy thiếu').fill('Bản chính giấy khai sinh')
  await back.keyboard.press('F9')
  await expect(count(back)).toHaveText('4')
  await shoot(back, 'back')
  await bothSign(back)
  await shoot(back, 'back-signed')
  await back.keyboard.press('Alt+C')
  await expect(back.getByText(/Điều chỉnh danh sách BG-261124/)).toBeVisible()
  await shoot(back, 'correction')
  await back.keyboard.press('Alt+2')
  await back.keyboard.press('F8')
  await expect(back.getByRole('heading', { name: LONG, level: 1 })).toBeVisible()
  await shoot(back, 'written-down')
  await next.electron.close()
})
