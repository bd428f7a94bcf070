import AxeBuilder from '@axe-core/playwright'
import { type Page, expect, test } from '@playwright/test'
import { launchApp } from '#kit/app.ts'
import { atTheCounter, certify, choose, scanCard } from '#kit/hands.ts'

/** What axe calls serious or worse on the screen as it is. */
async function serious(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

test('no screen has a serious accessibility fault', async () => {
  const fresh = await launchApp()
  await fresh.window.getByRole('button', { name: 'Mở văn phòng mẫu' }).waitFor()
  expect(await serious(fresh.window)).toEqual([])
  await fresh.electron.close()

  const { window, electron } = await atTheCounter()
  expect(await serious(window)).toEqual([])
  await scanCard(window)
  expect(await serious(window)).toEqual([])
  await choose(window, '2.000635')
  expect(await serious(window)).toEqual([])
  await window.keyboard.press('F8')
  await window.getByRole('region', { name: 'Đọc lại cho công dân nghe' }).waitFor()
  expect(await serious(window)).toEqual([])
  await window.keyboard.press('Escape')
  await window.keyboard.press('F2')
  await certify(window)
  expect(await serious(window)).toEqual([])
  for (const key of ['F6', 'F10', 'F1']) {
    await window.keyboard.press(key)
    await window.waitForTimeout(300)
    expect(await serious(window), key).toEqual([])
    await window.keyboard.press('Escape')
  }
  await electron.close()
})
