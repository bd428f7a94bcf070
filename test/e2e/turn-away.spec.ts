import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atTheCounter, choose, scanCard } from '#kit/hands.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { keyless, serious } from '#kit/screen.ts'

const PICTURES = process.env['KV_PICTURES']
const NGOC = 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Phương Thảo Quỳnh Như Khánh Ngọc'
const CARD = `087190012345||${NGOC}|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021`

test('a dossier that is not complete: one key asks for every missing paper, and when she comes back the desk knows; a refusal ends it', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  const picture = async (name: string): Promise<void> => {
    if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/turn-${name}.png` })
  }
  const fair = async (): Promise<void> => {
    expect(await serious(window)).toEqual([])
    expect(await keyless(window)).toEqual([])
  }
  await scanCard(window, CARD, NGOC)
  await choose(window, '1.001193')
  await window.locator('[data-place="child.name"] input').fill('Trần Nguyễn Bảo An')
  await picture('form')
  await window.keyboard.press('Alt+B')
  const sheet = window.getByRole('region', { name: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)' })
  await expect(sheet).toBeVisible()
  const asked = sheet.locator('tbody tr[data-place^="papers."]').filter({ has: window.locator('input[value="1"]') })
  const missing = await asked.locator('td:first-child').allInnerTexts()
  expect(missing.length).toBeGreaterThan(1)
  await window.keyboard.type('Giấy cam đoan về việc sinh', { delay: 20 })
  await expect(window.getByRole('complementary', { name: 'Xem trước giấy' })).toContainText('Giấy cam đoan về việc sinh')
  await picture('sheet')
  await window.keyboard.press('F9')
  const done = window.getByRole('region', { name: 'Chưa nhận hồ sơ' })
  await expect(done).toContainText('Đã lập Phiếu yêu cầu bổ sung số 00001')
  await expect(done.getByRole('list', { name: 'Giấy đang in' })).toContainText('đã in')
  await picture('done')
  await fair()
  const page = readdirSync(join(dataDir, 'trang-in')).find(name => name.startsWith('supplement-')) ?? ''
  const text = pdfText(readFileSync(join(dataDir, 'trang-in', page)))
  const bare = (said: string): string => said.replace(/[\d\s]+/g, ' ')
  for (const said of [...missing, 'Giấy cam đoan về việc sinh', NGOC]) expect(bare(text)).toContain(bare(said))

  await window.keyboard.press('F2')
  await window.keyboard.press('Control+K')
  await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await window.keyboard.type('ngoc cong tang', { delay: 20 })
  await expect(window.getByRole('dialog').getByRole('option', { name: NGOC })).toContainText('Đăng ký khai sinh')
  await picture('found')
  await window.keyboard.press('Escape')
  await scanCard(window, CARD, NGOC)
  await choose(window, '1.001193')
  const before = window.getByText(/Ngày 23\/11\/2026 đã yêu cầu bổ sung \(phiếu số 00001, Nguyễn Thị An\)/)
  await expect(before).toBeVisible()
  await picture('back')
  await fair()
  await window.keyboard.press('Alt+O')
  await expect(window.locator('[data-place="child.name"] input')).toHaveValue('Trần Nguyễn Bảo An')
  await window.keyboard.press('Alt+B')
  await window.keyboard.press('F9')
  await expect(window.getByText('luật cho yêu cầu một lần')).toBeVisible()
  await picture('once')
  await fair()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Alt+K')
  await expect(window.getByRole('region', { name: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03)' })).toBeVisible()
  await window.keyboard.press('F9')
  await expect(window.getByText('còn thiếu')).toBeVisible()
  await window.keyboard.type('Nơi cư trú của cha, mẹ không thuộc thẩm quyền', { delay: 20 })
  await picture('refuse')
  await window.keyboard.press('F9')
  await expect(done).toContainText('Đã lập Phiếu từ chối tiếp nhận số 00001')
  await expect(window.getByText('Đang làm dở')).toHaveCount(0)
  await picture('refused')
  await electron.close()
})
