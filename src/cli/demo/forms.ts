import type { Procedure } from '#domain/procedure/procedure.ts'
import { HAND_GAP_MS, answerAll } from './answer.ts'
import { KHOI, LAN } from './cards.ts'
import type { Counter } from './counter.ts'

const RECOGNITION = '1.001022'

/** Ticks what is still to be handed in, from the field that has the focus. */
export async function onlyPapers({ window }: Counter): Promise<void> {
  const papers = window.getByRole('checkbox', { checked: false })
  await papers.first().waitFor()
  for (let left = await papers.count(); left > 0; left -= 1) {
    await papers.first().focus()
    await window.keyboard.press('Space')
  }
}

export async function firstExtract(counter: Counter): Promise<void> {
  const { window, picture } = counter
  await window.getByLabel('Đã đăng ký tại').focus()
  await window.keyboard.type('UBND xa Thuong Lac', { delay: HAND_GAP_MS })
  await onlyPapers(counter)
  await window.keyboard.press('F8')
  await window.getByRole('region', { name: 'Đọc lại cho công dân nghe' }).waitFor()
  await picture('04-read-back')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: /Hoàn tất và in/ }).waitFor()
}

/** The other one's card fills the other side; only what no card tells is asked. */
export async function withSecondCard({ window, scan }: Counter, procedure: Procedure): Promise<void> {
  await window.locator('[data-place]:focus-within').waitFor()
  await scan(procedure.code === RECOGNITION ? KHOI : LAN)
  await window.getByText('Đã điền từ thẻ thứ hai').waitFor()
  await answerAll(window, procedure)
}

export async function birthOfChild(counter: Counter): Promise<void> {
  const { window } = counter
  const say = async (label: string, text: string): Promise<void> => {
    await window.getByLabel(label, { exact: true }).first().focus()
    await window.keyboard.type(text, { delay: HAND_GAP_MS })
  }
  await window.getByRole('radio', { name: 'Mẹ', exact: true }).focus()
  await window.keyboard.press('Space')
  await window.getByRole('radiogroup', { name: 'Giới tính' }).getByRole('radio').first().focus()
  await window.keyboard.press('Space')
  await say('Họ, chữ đệm, tên', 'Tran Minh Khang')
  await window.getByLabel('Ngày, tháng, năm sinh', { exact: true }).nth(1).focus()
  await window.keyboard.type('01112026', { delay: HAND_GAP_MS })
  await say('Nơi sinh', 'Benh vien Da khoa khu vuc Hong Ngu')
  await say('Quê quán', 'Dong Thap')
  await onlyPapers(counter)
}
