import { Buffer } from 'node:buffer'
import { type Page, expect, test } from '@playwright/test'
import { atTheCounter } from '#kit/hands.ts'
import { serious } from '#kit/screen.ts'

/** Where a person looks at the screens afterwards; nowhere unless asked. */
const shoot = async (window: Page, name: string): Promise<void> => {
  const folder = process.env['KV_PICTURES']
  if (folder !== undefined) await window.screenshot({ path: `${folder}/${name}.png` })
}

test('a file of the Post is mapped and taken by keys, and the day is closed only over a reason', async () => {
  const { window, electron } = await atTheCounter()
  await window.keyboard.press('Control+U')
  await expect(window.getByRole('heading', { name: 'Bưu gửi' })).toBeVisible()
  const choosing = window.waitForEvent('filechooser')
  await window.keyboard.press('F4')
  const rows = [
    'Số hiệu;Trạng thái;Thời gian;Người nhận',
    'RN123456785VN;Đã phát;22/11/2026 14:05;Ai đó',
    'sai;Đã phát;22/11/2026 14:05;Ai đó',
  ]
  await (await choosing).setFiles({ name: 'trang-thai.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await expect(window.getByLabel('Số hiệu bưu gửi')).toBeFocused()
  await shoot(window, 'post-mapping')
  expect(await serious(window)).toEqual([])
  await window.keyboard.press('F9')
  await expect(window.getByText(/Dòng 2: RN123456785VN không do cơ quan gửi/)).toBeVisible()
  await expect(window.getByText(/Dòng 3: ô này không phải số hiệu bưu gửi/)).toBeVisible()
  await shoot(window, 'post-taken')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+D')
  await expect(window.getByLabel('Quét từng thứ đang nằm ở đây, hoặc gõ mã')).toBeFocused()
  await window.keyboard.type('EA000000014VN', { delay: 60 })
  await window.keyboard.press('Enter')
  await expect(window.getByText('EA000000014VN không nằm trong số phải có ở đây')).toBeVisible()
  await window.keyboard.press('F9')
  const why = window.getByLabel('Vì sao chấp nhận: EA000000014VN')
  await expect(why).toBeFocused()
  await shoot(window, 'post-day-fault')
  expect(await serious(window)).toEqual([])
  await window.keyboard.type('Của tiệm bên cạnh, đã gọi', { delay: 50 })
  await window.keyboard.press('Enter')
  await window.keyboard.type('Bưu điện ghi nhầm số', { delay: 50 })
  await window.keyboard.press('F9')
  await expect(window.getByText(/đã khép ngày này lúc/)).toBeVisible()
  await shoot(window, 'post-day-closed')
  await electron.close()
})
