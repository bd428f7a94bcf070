import { expect } from '@playwright/test'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { hasSecondPerson } from '#domain/procedure/fill.ts'
import { HAND_GAP_MS, answerAll } from './answer.ts'
import type { Counter } from './counter.ts'
import type { Steps } from './steps.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const DUC = '087085006789|341234567|TRẦN VĂN ĐỨC|20071985|Nam|Số 12, Tổ 5, Khóm An Thành, An Lộc, Hồng Ngự, Đồng Tháp|12082021'
const KHOI = '087218000456||Võ Minh Khôi|02092018|Nam|Khóm 1, Phường An Bình, Đồng Tháp|20012025||||'
const RECOGNITION = '1.001022'

export type Sitting = { readonly procedure: string; readonly code: string; readonly citizen: string }
export type Served = { readonly sittings: readonly Sitting[]; readonly list: string }

/** The main job minute by minute, by keyboard and scanner alone, as an official does it. */
export async function serve(counter: Counter, steps: Steps, catalogue: readonly Procedure[]): Promise<Served> {
  const { window, picture } = counter
  const step: Steps['step'] = async (what, work) =>
    steps.step(what, work).catch(async (failed: unknown) => {
      await picture('failed')
      throw failed
    })
  await step('first run: open the demo office', async () => {
    await window.getByRole('button', { name: 'Mở văn phòng mẫu' }).waitFor()
    await picture('01-first-run')
    await window.keyboard.press('1')
    await window.getByRole('button', { name: /Nguyễn Thị An/ }).waitFor()
    await picture('02-sign-in')
  })
  await step('sign in with a PIN', async () => {
    await window.keyboard.press('2')
    await window.keyboard.type('2468', { delay: HAND_GAP_MS })
    await window.keyboard.press('Enter')
    await window.getByRole('heading', { name: 'Mời công dân đưa thẻ căn cước' }).waitFor()
    await picture('03-empty-seat')
  })
  const first = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: 'trich luc',
    procedure: '2.000635',
    answer: firstExtract,
    name: '04',
  })
  const known = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: '',
    procedure: '2.000635',
    answer: onlyPapers,
    name: '05-known',
  })
  const certified = await sitting(counter, step, {
    card: DUC,
    citizen: 'TRẦN VĂN ĐỨC',
    search: 'sao y',
    procedure: '2.000815',
    answer: onlyPapers,
    name: '06-certified',
  })
  const birth = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: 'dang ky khai sinh',
    procedure: '1.001193',
    answer: birthOfChild,
    name: '07-birth',
  })
  const served = new Set([first, certified, birth].map(({ procedure }) => procedure))
  const others: Sitting[] = []
  for (const procedure of catalogue.filter(({ code }) => !served.has(code)))
    others.push(
      await sitting(counter, step, {
        card: DUC,
        citizen: 'TRẦN VĂN ĐỨC',
        search: procedure.code,
        procedure: procedure.code,
        answer: desk => (hasSecondPerson(procedure) ? withSecondCard(desk, procedure) : answerAll(desk.window, procedure)),
        name: procedure.code,
      }),
    )
  await step('a mistake found after printing is mended: same code, new slip', () => mend(counter, first.code))
  await step('the known citizen pays, and takes the result home', () => giveBack(counter, known.code))
  await step('the follow-up book of the month is printed and saved', () => keepBook(counter))
  const sittings = [first, known, certified, birth]
  const list = await step('hand the dossiers over to the Post, both sides sign', () => handOver(counter, [first, certified, birth]))
  await step('all that was saved is at the city', async () => {
    await expect(window.getByRole('contentinfo')).not.toContainText('chờ gửi', { timeout: 20_000 })
  })
  return { sittings: [...sittings, ...others], list }
}

type Visit = {
  readonly card: string
  readonly citizen: string
  readonly search: string
  readonly procedure: string
  readonly answer: (counter: Counter) => Promise<void>
  readonly name: string
}

/** One citizen: scan, choose, answer what is missing, finish, and see the papers out. */
async function sitting(counter: Counter, step: Steps['step'], visit: Visit): Promise<Sitting> {
  const { window, picture } = counter
  await step(`${visit.name} scan the card`, async () => {
    await counter.scan(visit.card)
    await window.getByRole('heading', { name: visit.citizen, level: 1 }).waitFor()
  })
  await step(`${visit.name} choose ${visit.procedure}`, async () => {
    await window.getByRole('combobox').waitFor()
    await window.keyboard.type(visit.search, { delay: HAND_GAP_MS })
    await picture(`${visit.name}-choose`)
    await window.keyboard.press('Enter')
    await window.getByText(visit.procedure, { exact: true }).first().waitFor()
  })
  await step(`${visit.name} ask only what is missing`, async () => {
    await visit.answer(counter)
    await picture(`${visit.name}-form`)
  })
  return step(`${visit.name} finish: saved, numbered, printed`, async () => {
    await window.keyboard.press('F9')
    await window.getByRole('region', { name: 'Hồ sơ đã nhận' }).waitFor()
    const code = /\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}-\d{6}-\d{4}/.exec(await window.getByRole('main').innerText())?.[0] ?? ''
    await expect(window.getByRole('main')).not.toContainText(/chờ in|đang in/, { timeout: 20_000 })
    await picture(`${visit.name}-saved`)
    await window.keyboard.press('F2')
    await window.getByRole('heading', { name: 'Mời công dân đưa thẻ căn cước' }).waitFor()
    return { procedure: visit.procedure, code, citizen: visit.citizen }
  })
}

/** Ticks what is still to be handed in, from the field that has the focus. */
async function onlyPapers({ window }: Counter): Promise<void> {
  const papers = window.getByRole('checkbox', { checked: false })
  await papers.first().waitFor()
  for (let left = await papers.count(); left > 0; left -= 1) {
    await papers.first().focus()
    await window.keyboard.press('Space')
  }
}

async function firstExtract(counter: Counter): Promise<void> {
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
async function withSecondCard({ window, scan }: Counter, procedure: Procedure): Promise<void> {
  await window.locator('[data-place]:focus-within').waitFor()
  await scan(procedure.code === RECOGNITION ? KHOI : LAN)
  await window.getByText('Đã điền từ thẻ thứ hai').waitFor()
  await answerAll(window, procedure)
}

async function birthOfChild(counter: Counter): Promise<void> {
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

/** The old slip is scanned, the reason given, the number of copies mended; F9 prints the slip that takes its place. */
async function mend({ window, scan, picture }: Counter, code: string): Promise<void> {
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
async function giveBack({ window, scan, picture }: Counter, code: string): Promise<void> {
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

async function keepBook({ window, picture }: Counter): Promise<void> {
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
async function handOver(counter: Counter, sittings: readonly Sitting[]): Promise<string> {
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
