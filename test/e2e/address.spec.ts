import { expect, test } from '@playwright/test'
import { atTheCounter, choose, scanCard } from '#kit/hands.ts'

const OLD = 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp'

test('an address is typed without diacritics: an arrow and Enter take the place, Enter alone goes on, Esc takes it back', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '1.001193')
  const { keyboard } = window
  const box = window.locator('input[role="combobox"][id^="field-"]').last()
  const before = await box.inputValue()
  await box.focus()
  await keyboard.press('Control+A')
  await keyboard.type('To 5, hong ng', { delay: 40 })
  await expect(window.getByRole('option').first()).toContainText('Hồng Ngự')
  if (process.env['SHOT'] !== undefined) await window.screenshot({ path: `${process.env['SHOT']}-list.png` })
  await keyboard.press('Escape')
  await expect(box).toHaveValue(before)
  await keyboard.press('Control+A')
  await keyboard.type('To 5, hong ngu', { delay: 40 })
  await expect(window.getByRole('option').first()).toContainText('phường Hồng Ngự, tỉnh Đồng Tháp')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(box).toHaveValue('To 5, phường Hồng Ngự, tỉnh Đồng Tháp')
  await expect(box).not.toBeFocused()
  await box.focus()
  await keyboard.press('Control+A')
  await keyboard.type('Ap 3, thuong phuoc', { delay: 40 })
  await expect(window.getByRole('option').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(box).toHaveValue('Ap 3, thuong phuoc')
  await expect(box).not.toBeFocused()
  await electron.close()
})

test('an old address of the card says what it is called today, and one key takes that', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '1.001193')
  const old = window.locator(`input[value="${OLD}"]`)
  const count = await old.count()
  expect(count).toBeGreaterThan(0)
  const renewed = 'Ấp 3, phường Thường Lạc, tỉnh Đồng Tháp'
  await expect(window.getByRole('button', { name: renewed }).first()).toBeVisible()
  if (process.env['SHOT'] !== undefined) await window.screenshot({ path: `${process.env['SHOT']}-offer.png` })
  await window.keyboard.press('Alt+ArrowDown')
  await expect(window.locator(`input[value="${renewed}"]`)).toHaveCount(1)
  await electron.close()
})
