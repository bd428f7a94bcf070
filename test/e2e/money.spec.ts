import { type Page, expect, test } from '@playwright/test'
import { atTheCounter, certify } from '#kit/hands.ts'
import { serious } from '#kit/screen.ts'

/** Where a person looks at the screens afterwards; nowhere unless asked. */
const shoot = async (window: Page, name: string): Promise<void> => {
  const folder = process.env['KV_SHOTS']
  if (folder !== undefined) await window.screenshot({ path: `${folder}/${name}.png` })
}

test('a fee is shown, transferred, confirmed, taken in cash, and the till is closed, by keys alone', async () => {
  const { window, electron } = await atTheCounter()
  const fees = window.getByRole('region', { name: 'Phí, lệ phí' })

  await certify(window)
  await expect(fees).toContainText('Còn phải thu 2.000 đ')
  expect(await serious(window)).toEqual([])
  await shoot(window, 'received')
  await window.keyboard.press('Alt+Q')
  const code = window.getByRole('dialog', { name: 'Mời quét mã để chuyển khoản' })
  await expect(code.getByRole('img', { name: 'Mã VietQR, 2.000 đ' })).toBeVisible()
  await expect(code).toContainText('HS 0000020H20 261123 3001')
  expect(await serious(window)).toEqual([])
  await shoot(window, 'bank-qr')
  await window.keyboard.press('Alt+D')
  await expect(fees.getByRole('alert')).toContainText('chờ đối soát')
  await expect(fees).toContainText('Còn phải thu 2.000 đ')
  await window.keyboard.press('Alt+C')
  await expect(fees.getByRole('alert')).toContainText('Đã thu đủ 2.000 đ')
  await window.keyboard.press('Alt+L')
  await window.getByLabel('Ký hiệu và số biên lai').fill('AB/26P 0000123')
  await window.keyboard.press('Enter')
  await expect(fees).toContainText('biên lai AB/26P 0000123')
  await shoot(window, 'paid')

  await window.keyboard.press('F2')
  await certify(window)
  await window.keyboard.press('Alt+M')
  await expect(fees.getByRole('alert')).toContainText('Đã thu đủ 2.000 đ')
  await window.keyboard.press('F2')
  await certify(window)
  await window.keyboard.press('Alt+D')
  await expect(fees.getByRole('alert')).toContainText('chờ đối soát')

  await window.keyboard.press('F12')
  await expect(window.getByRole('heading', { name: 'Tiền trong ngày 23/11/2026' })).toBeVisible()
  await expect(window.getByRole('row', { name: /tiền mặt 1 2\.000 đ/ })).toBeVisible()
  await window.getByLabel('Tồn đầu ngày').fill('50.000')
  await window.getByLabel('Số tờ 50.000 đ').fill('1')
  await expect(window.getByRole('region', { name: 'Đếm tiền mặt' })).toContainText('▲ −2.000 đ')
  await shoot(window, 'day-open')
  expect(await serious(window)).toEqual([])
  await window.getByLabel('Người nhận tiền').fill('Lê Thị Quỹ')
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert')).toContainText('lệch -2000 đồng')
  await window.getByLabel('Số tờ 2.000 đ').fill('1')
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert')).toContainText('bảng kê BK-261123-3')
  expect(await serious(window)).toEqual([])
  await shoot(window, 'day-closed')
  await electron.close()
})

test('who does not pay now costs no key: F2 calls the next citizen', async () => {
  const { window, electron } = await atTheCounter()
  await certify(window)
  await window.keyboard.press('F2')
  await expect(window.getByText('Mời công dân đưa thẻ căn cước')).toBeVisible()
  await electron.close()
})
