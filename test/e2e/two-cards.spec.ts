import { expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { LAN, atTheCounter, choose, finish, scanCard, tickPapers } from '#kit/hands.ts'
import { zoneOf } from '#kit/mrz.ts'
import { keyless, serious } from '#kit/screen.ts'

const PICTURES = process.env['KV_PICTURES']
const DUC = '087085006789|341234567|Trần Văn Đức|20071985|Nam|Số 12, Tổ 5, Khóm An Thành, An Lộc, Hồng Ngự, Đồng Tháp|12082021'
const BACK = { number: '087085006789', name: 'TRAN VAN DUC', birth: '850720', expires: '450720', sex: 'M' } as const

test('a couple’s cards: the other side of the groom’s is held against the first, and the bride’s scanned again keeps him', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '1.000894')
  await typeAsScanner(window, DUC)
  const main = window.getByRole('main')
  await expect(main).toContainText('Đã điền từ thẻ thứ hai: Trần Văn Đức')
  await typeAsScanner(window, zoneOf(BACK))
  await expect(main).toContainText('hai mặt thẻ khớp nhau')
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/couple.png` })
  await typeAsScanner(window, LAN)
  await expect(main).toContainText('Đã điền từ thẻ thứ hai: Trần Văn Đức')
  await expect(window.getByLabel('Họ, chữ đệm, tên').nth(1)).toHaveValue('Trần Văn Đức')
  expect(await serious(window)).toEqual([])
  expect(await keyless(window)).toEqual([])
  await electron.close()
})

test('the back of a card first, then the front of another with the same number: the difference is said', async () => {
  const { window, electron } = await atTheCounter()
  await typeAsScanner(window, zoneOf({ ...BACK, name: 'TRAN VAN MINH', birth: '850721' }))
  await expect(window.getByRole('heading', { name: 'TRAN VAN MINH', level: 1 })).toBeVisible()
  await typeAsScanner(window, DUC)
  await expect(window.getByRole('heading', { name: 'Trần Văn Đức', level: 1 })).toBeVisible()
  await expect(window.getByRole('main')).toContainText('không cùng một thẻ: khác ngày sinh, họ tên')
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/differs.png` })
  await electron.close()
})

test('the wrong procedure, found after printing, is mended by F4: nothing is asked again and one draft is left', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '2.000815')
  await tickPapers(window)
  const code = await finish(window)
  await typeAsScanner(window, code)
  await window.getByRole('button', { name: 'Sửa sai sót' }).click()
  await window.getByLabel('Lý do').fill('Chọn nhầm thủ tục')
  await window.keyboard.press('F9')
  await expect(window.getByText(`Đang sửa hồ sơ ${code}`)).toBeVisible()
  await window.getByLabel('Điện thoại').fill('0912345678')
  await expect(window.getByText(/đã giữ/)).toBeVisible()
  await window.keyboard.press('F4')
  await choose(window, '2.000635')
  await expect(window.getByText(`Đang sửa hồ sơ ${code}`)).toBeVisible()
  await expect(window.getByLabel('Họ, chữ đệm, tên').first()).toHaveValue('Nguyễn Thị Hương Lan')
  await expect(window.getByLabel('Điện thoại')).toHaveValue('0912345678')
  await expect(window.getByRole('navigation', { name: 'Trong ngày' })).not.toContainText('Đang làm dở')
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/other-procedure.png` })
  await window.getByLabel('Đã đăng ký tại').fill('UBND xã Thường Lạc')
  await tickPapers(window)
  expect(await finish(window)).toBe(code)
  await electron.close()
})
