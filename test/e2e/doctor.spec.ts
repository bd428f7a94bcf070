import { type Page, expect, test } from '@playwright/test'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { atTheCounter } from '#kit/hands.ts'
import { keyless, serious } from '#kit/screen.ts'
import { tcpPrinter } from '#kit/tcp-printer.ts'

const PICTURES = process.env['KV_PICTURES']
const shoot = async (window: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/doctor-${name}.png` })
}

test('F10 and one key print the test slip at each slip printer, and what keeps one from printing is said with what to do', async () => {
  const [printer, second] = [await tcpPrinter(), await tcpPrinter()]
  const { window, electron } = await atTheCounter({ KV_PRINTER: printer.address, KV_PRINTER2: second.address })
  await window.keyboard.press('F10')
  await expect(window.getByRole('heading', { name: 'Kiểm tra máy', level: 1 })).toBeVisible()
  await window.keyboard.press('Alt+P')
  await expect(window.getByRole('alert').filter({ hasText: 'Máy in phiếu: Đã in phiếu thử' })).toBeVisible()
  await expect(window.getByRole('alert').filter({ hasText: 'Máy in phiếu thứ hai: Đã in phiếu thử' })).toBeVisible()
  await shoot(window, 'printed')
  const papers = [...printer.slips(), ...second.slips()].map(bytes => decodeEscPos(bytes))
  expect(papers.map(({ cuts, lines }) => [cuts.length, lines.length])).toEqual([
    [1, 4],
    [1, 4],
  ])

  printer.conduct({ paper: 'low' })
  second.conduct({ cover: 'open' })
  await window.keyboard.press('Alt+P')
  await expect(window.getByRole('alert').filter({ hasText: 'Nắp máy in đang mở' })).toContainText('Hãy đóng nắp')
  const low = window.getByRole('listitem').filter({ hasText: 'Máy in sắp hết giấy' })
  await expect(low).toContainText('Sắp đến lúc:')
  await expect(low).toContainText('Hãy chuẩn bị cuộn giấy mới')
  await shoot(window, 'low-and-open')
  expect(await serious(window)).toEqual([])
  expect(await keyless(window)).toEqual([])

  await window.keyboard.press('Control+,')
  await window.keyboard.press('Alt+5')
  await expect(window.getByRole('radiogroup', { name: 'Ngăn kéo tiền' })).toBeVisible()
  await window.getByRole('radio', { name: 'có', exact: true }).press('2')
  await expect(window.getByRole('radio', { name: 'có', exact: true })).toBeChecked()
  await shoot(window, 'devices')
  await electron.close()
  await Promise.all([printer.close(), second.close()])
})
