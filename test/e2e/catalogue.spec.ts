import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atTheCounter, choose, finish, scanCard, tickPapers } from '#kit/hands.ts'

const guide = readFileSync('resources/catalog/README.md', 'utf8')
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
const NAME = 'Xác nhận tạm vắng để nhận trợ cấp'

test('a file dropped in while the counter runs is in the chooser; broken, it is named on F10 and its good edition goes on; taken away, it is gone', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  const folder = join(dataDir, 'catalog', 'procedures')
  const file = join(folder, '9.000123.json')
  const option = window.getByRole('option', { name: new RegExp(NAME) })
  mkdirSync(folder, { recursive: true })
  await scanCard(window)
  await window.getByRole('combobox').pressSequentially('tam vang', { delay: 40 })
  await expect(option).toHaveCount(0)
  writeFileSync(file, example)
  await expect(option).toBeVisible()
  await window.getByRole('combobox').fill('')

  writeFileSync(file, example.replace('"working": 3', '"working": -3'))
  await window.keyboard.press('F10')
  const found = window.getByRole('main')
  await expect
    .poll(async () => {
      await window.keyboard.press('F5')
      return found.innerText()
    })
    .toMatch(/9\.000123\.json[\s\S]*takes\.working/)
  await window.keyboard.press('Escape')

  await choose(window, '9.000123')
  await window.getByLabel('Vắng từ ngày').fill('01/11/2026')
  await tickPapers(window)
  expect(await finish(window)).toMatch(/-3001$/)
  await window.keyboard.press('F2')

  rmSync(file)
  await scanCard(window)
  await window.getByRole('combobox').pressSequentially('tam vang', { delay: 40 })
  await expect(option).toHaveCount(0)
  await electron.close()
})
