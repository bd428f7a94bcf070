import { appendFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { typeAsScanner } from '#cli/demo/scanner.ts'
import { atTheCounter, choose, FREE_SEAT, LAN, scanCard } from '#kit/hands.ts'
import { pty } from '#kit/pty.ts'

const DUC = '087085006789|341234567|TRẦN VĂN ĐỨC|20071985|Nam|Số 12, Tổ 5, Khóm An Thành, An Lộc, Hồng Ngự, Đồng Tháp|12082021'

test('a wedge scan works while a field has the focus and leaves nothing in it, between fast typing', async () => {
  const { window, electron } = await atTheCounter()
  await scanCard(window)
  await choose(window, '2.000635')
  const place = window.getByLabel('Đã đăng ký tại')
  await place.focus()
  await window.keyboard.type('UBND xa', { delay: 40 })
  await window.waitForTimeout(100)
  await typeAsScanner(window, DUC)
  await window.waitForTimeout(100)
  await window.keyboard.type(' Thuong Lac', { delay: 40 })
  await expect(place).toHaveValue('UBND xa Thuong Lac')
  await expect(window.getByRole('main')).toContainText('TRẦN VĂN ĐỨC')
  await expect(window.getByRole('heading', { name: 'Nguyễn Thị Hương Lan', level: 1 })).toBeVisible()
  await electron.close()
})

test('a serial scanner is heard in the middle of anything, said to be gone when unplugged, and heard again when it is back', async () => {
  const cable = await pty()
  const { window, electron } = await atTheCounter({ KV_SCANNER: `serial:${cable.ours}` })
  await expect(window.getByRole('heading', { name: FREE_SEAT })).toBeVisible()
  await appendFile(cable.theirs, `${LAN}\r\n`)
  await expect(window.getByRole('heading', { name: 'Nguyễn Thị Hương Lan', level: 1 })).toBeVisible()
  await cable.unplug()
  await expect(window.getByRole('contentinfo')).toContainText(/máy quét.*(mất|không thấy|chưa)|không thấy máy quét/i)
  await cable.plug()
  await expect(window.getByRole('contentinfo')).not.toContainText(/không thấy máy quét/i)
  await window.keyboard.press('F2')
  await expect
    .poll(async () => {
      await appendFile(cable.theirs, `${DUC}\r\n`)
      return window.getByRole('main').innerText()
    })
    .toContain('TRẦN VĂN ĐỨC')
  await electron.close()
  await cable.close()
})
