import { expect } from '@playwright/test'
import { HAND_GAP_MS } from './answer.ts'
import type { Counter } from './counter.ts'
import type { Sitting } from './sitting.ts'

/** The old slip is scanned, the reason given, the number of copies mended; F9 prints the slip that takes its place. */
export async function mend({ window, scan, picture }: Counter, code: string): Promise<void> {
  const { keyboard } = window
  await scan(code)
  const why = window.getByRole('button', { name: 'Sửa sai sót' })
  await why.waitFor()
  await keyboard.press((await why.getAttribute('aria-keyshortcuts')) ?? '')
  await window.getByLabel('Lý do').waitFor()
  await keyboard.type('Ghi sai so ban', { delay: HAND_GAP_MS })
  await keyboard.press('F9')
  await window.getByText('Đang sửa hồ sơ').waitFor()
  await window.getByLabel('Số lượng bản sao đề nghị cấp').focus()
  await keyboard.press('Control+A')
  await keyboard.type('2', { delay: HAND_GAP_MS })
  await keyboard.press('F9')
  await window.getByRole('region', { name: 'Hồ sơ đã nhận' }).waitFor()
  await expect(window.getByRole('main')).not.toContainText(/chờ in|đang in/, { timeout: 20_000 })
  await scan(code)
  await window.getByText('Giấy ấy đã được thay bằng giấy số 2').waitFor()
  await picture('10-mended')
  await keyboard.press('Escape')
}

/** Fees in cash with one key; then F9 notes the result, and F9 gives it to its owner. */
export async function giveBack({ window, scan, picture }: Counter, code: string): Promise<void> {
  const { keyboard } = window
  await scan(code)
  await window.getByRole('button', { name: /Thu tiền mặt/ }).waitFor()
  await keyboard.press('Alt+M')
  await window.getByRole('button', { name: /Thu tiền mặt/ }).waitFor({ state: 'hidden' })
  for (const state of ['Có kết quả', 'Đã trả kết quả']) {
    await keyboard.press('F9')
    await window.getByRole('button', { name: 'Thực hiện' }).waitFor()
    await keyboard.press('F9')
    await window.getByText(state, { exact: true }).first().waitFor()
  }
  await picture('11-returned')
  await keyboard.press('Escape')
}

export async function keepBook({ window, picture }: Counter): Promise<void> {
  await window.keyboard.press('Control+B')
  await window.getByText(/^Có \d+ hồ sơ/).waitFor()
  await window.keyboard.press('F9')
  await window.keyboard.press('Control+S')
  await window.getByText(/Đã lưu/).waitFor()
  await expect(window.getByRole('main')).not.toContainText(/chờ in|đang in/, { timeout: 20_000 })
  await picture('12-book')
  await window.keyboard.press('Escape')
}

/** F6, a new list, every slip scanned onto it, one scanned twice and refused, both PINs. Answers with the list's code. */
export async function handOver(counter: Counter, sittings: readonly Sitting[]): Promise<string> {
  const { window, picture } = counter
  await window.keyboard.press('F6')
  await window.getByRole('button', { name: 'Bắt đầu quét' }).waitFor()
  await window.getByRole('button', { name: 'Bắt đầu quét' }).press('Enter')
  for (const [count, { code }] of sittings.entries()) {
    await counter.scan(code)
    await window.getByText(code).first().waitFor()
    await expect(window.getByRole('main')).toContainText(String(count + 1))
  }
  await counter.scan(sittings[0]?.code ?? '')
  await window.getByText('Hồ sơ này đã có trong danh sách').waitFor()
  await picture('08-handover')
  await sign(counter)
  await picture('09-signed')
  return /BG-\d{6}-\d+-\d+/.exec(await window.getByRole('main').innerText())?.[0] ?? ''
}

async function sign({ window }: Counter): Promise<void> {
  const pins = window.getByLabel(/PIN/)
  for (let n = 0; n < (await pins.count()); n += 1) {
    await pins.nth(n).focus()
    await window.keyboard.type('2468', { delay: HAND_GAP_MS })
  }
  await window.keyboard.press('F9')
  await window.getByText('Hai bên đã ký').first().waitFor()
}
