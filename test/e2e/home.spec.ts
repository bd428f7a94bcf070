import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, type Page, expect, test } from '@playwright/test'
import { CODE } from '#kit/hall.ts'
import { atTheCounter } from '#kit/hands.ts'
import { OWNER, homeMachine, plannedAt, readyDossier } from '#kit/home-office.ts'
import { keyless, serious } from '#kit/screen.ts'
import { tempFolder } from '#kit/basics.ts'

/** Two machines and a stick: on a busy computer that takes its time. */
test.describe.configure({ timeout: 240_000 })

const PICTURES = process.env['KV_PICTURES']
const NGOC = 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Phương Thảo Quỳnh Như Khánh Ngọc'
const FAR = 'Tổ 14, khóm An Thạnh A, đường Nguyễn Tri Phương nối dài, phường An Bình, tỉnh Đồng Tháp'

const picture = async (window: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/home-${name}.png` })
}
const fair = async (window: Page): Promise<void> => {
  expect(await serious(window)).toEqual([])
  expect(await keyless(window)).toEqual([])
}
const type = async (window: Page, label: string, text: string): Promise<void> => {
  const box = window.getByLabel(label, { exact: true })
  await box.fill(text)
  await box.press('Enter')
}
/** Saves go into a folder of their own, and no dialog asks where. */
const savesTo = (electron: ElectronApplication, folder: string): Promise<void> =>
  electron.evaluate(({ session }, into) => {
    session.defaultSession.on('will-download', (_, item) => item.setSavePath(`${into}/${item.getFilename()}`))
  }, folder)

/** Opens a file with the key, as from a stick. */
async function opens(window: Page, file: string): Promise<void> {
  const chooser = window.waitForEvent('filechooser')
  await window.keyboard.press('Alt+o')
  await (await chooser).setFiles(file)
}

async function ask(
  window: Page,
  { name, phone, day }: { readonly name: string; readonly phone: string; readonly day: string },
): Promise<void> {
  await window.keyboard.press('F2')
  await window.getByRole('region', { name: 'Yêu cầu phục vụ tại nhà' }).waitFor()
  await type(window, 'Họ, chữ đệm, tên', name)
  await type(window, 'Điện thoại', phone)
  await type(window, 'Địa chỉ nhà', FAR)
  await type(window, 'Việc gì, thủ tục nào', 'Đăng ký khai tử cho chồng')
  await type(window, 'Ngày mong muốn', day)
  await window.keyboard.press('F9')
}

test('somebody asks to be served at home: asked, planned, ordered, printed, ended, with keys alone', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  await window.keyboard.press('Control+h')
  await expect(window.getByRole('heading', { name: 'Hẹn tại nhà' })).toBeVisible()
  await picture(window, 'empty')
  await fair(window)
  await ask(window, { name: NGOC, phone: '12', day: '28/11/2026' })
  await expect(window.getByText('cơ quan không làm việc')).toBeVisible()
  await picture(window, 'ask-wrong')
  await fair(window)
  await type(window, 'Điện thoại', '0912345678')
  await type(window, 'Ngày mong muốn', '25/11/2026')
  await window.keyboard.press('F9')
  await expect(window.getByRole('region', { name: 'Chờ xếp lịch' }).getByRole('button', { name: NGOC })).toBeVisible()
  await picture(window, 'asked')
  await fair(window)

  await window.keyboard.press('F9')
  await expect(window.getByRole('region', { name: `Xếp lịch cho ${NGOC}` })).toBeVisible()
  await type(window, 'Giờ đến', '12:15')
  await window.keyboard.press('F9')
  await expect(window.getByText('Giờ này ngoài giờ làm việc của cơ quan.')).toBeVisible()
  await picture(window, 'plan-wrong')
  await fair(window)
  await type(window, 'Giờ đến', '8h30')
  await window.keyboard.press('F9')
  const route = window.getByRole('list', { name: 'Lộ trình của Nguyễn Thị An' })
  await expect(route.getByRole('listitem')).toHaveCount(1)

  await ask(window, { name: 'Trần Văn Đức', phone: '0987654321', day: '25/11/2026' })
  await window.keyboard.press('F9')
  await type(window, 'Giờ đến', '08:45')
  await window.keyboard.press('F9')
  await expect(window.getByText('Cán bộ này đã có hẹn lúc 08:30.')).toBeVisible()
  await picture(window, 'taken')
  await type(window, 'Giờ đến', '09:30')
  await window.keyboard.press('F9')
  await expect(route.getByRole('listitem')).toHaveCount(2)
  await window.keyboard.press('Alt+ArrowUp')
  await expect(route.getByRole('listitem').first()).toContainText('Trần Văn Đức')
  await expect(route.getByText('đi sau người hẹn muộn hơn')).toHaveCount(1)
  await picture(window, 'route')
  await fair(window)

  await window.keyboard.press('Control+p')
  await expect(window.getByRole('list', { name: 'Giấy đang in' })).toContainText('đã in')
  expect(readdirSync(join(dataDir, 'trang-in')).filter(name => name.startsWith('route-list-LT-261125-'))).toHaveLength(1)
  await window.keyboard.press('F9')
  await window.getByRole('radio', { name: 'Không gặp' }).press('2')
  await type(window, 'Hẹn lại ngày', '27/11/2026')
  await picture(window, 'absent')
  await window.keyboard.press('F9')
  await expect(window.getByRole('region', { name: 'Chờ xếp lịch' }).getByRole('button', { name: 'Trần Văn Đức' })).toContainText(
    '27/11/2026',
  )
  await window.keyboard.press('ArrowDown')
  await picture(window, 'again')
  const table = join(tempFolder(), 'yeu-cau.csv')
  const rows = [`${NGOC};0911111111;${FAR};Khai tử;26/11/2026`, `Lê Thị Bảy;12;${FAR};Khai sinh;28/11/2026`]
  writeFileSync(table, ['Họ tên;Điện thoại;Địa chỉ;Nội dung;Ngày mong muốn', ...rows].join('\n'))
  await opens(window, table)
  await expect(window.getByText('Dòng 3. Điện thoại: Số điện thoại')).toBeVisible()
  await expect(window.getByRole('region', { name: 'Chờ xếp lịch' }).getByRole('button', { name: NGOC })).toBeVisible()
  await picture(window, 'imported')
  await fair(window)
  await window.keyboard.press('F4')
  await expect(window.getByRole('heading', { name: /Trần Văn Đức|Khánh Ngọc/, level: 1 })).toBeVisible()
  await picture(window, 'sitting')
  await electron.close()
})

test('a route goes along to a laptop as one file, and what was found at the door comes back and is joined', async () => {
  const office = await homeMachine(3)
  const code = await readyDossier(office)
  await plannedAt(office, '08:00', { matter: { kind: 'return', code } })
  await plannedAt(office, '09:00', { name: NGOC, address: FAR })
  await office.close()
  const stick = mkdtempSync(join(tmpdir(), 'stick-'))
  const at = { KV_NOW: '2026-11-25T07:10:00+07:00' }
  const counter = await atTheCounter(at, office.dataDir)
  await savesTo(counter.electron, stick)
  await counter.window.keyboard.press('Control+h')
  await counter.window
    .getByRole('list', { name: /^Lộ trình của/ })
    .getByRole('listitem')
    .first()
    .waitFor()
  await counter.window.keyboard.press('Alt+m')
  await expect(counter.window.getByText(/Đã niêm phong 2 lượt hẹn/)).toBeVisible()
  await picture(counter.window, 'carried')
  await fair(counter.window)
  await expect.poll(() => readdirSync(stick).filter(name => name.startsWith('lo-trinh-LT-261125-'))).toHaveLength(1)
  const route = join(stick, readdirSync(stick)[0] ?? '')
  expect(readFileSync(route, 'utf8')).not.toContain('Lan')

  const folder = tempFolder()
  writeFileSync(join(folder, 'hall.key'), `${CODE}\n`)
  const own = await homeMachine(8, folder)
  await own.close()
  const laptop = await atTheCounter(at, folder)
  await savesTo(laptop.electron, stick)
  await laptop.window.keyboard.press('Control+h')
  await opens(laptop.window, route)
  await expect(laptop.window.getByText(/Đã mở 2 lượt hẹn ngày 25\/11\/2026/)).toBeVisible()
  await laptop.window.keyboard.press('ArrowDown')
  await picture(laptop.window, 'laptop')
  await fair(laptop.window)
  await laptop.window.keyboard.press('F9')
  await laptop.window.getByLabel('Số giấy tờ đã xuất trình').fill('087190099999')
  await laptop.window.keyboard.press('F9')
  await expect(laptop.window.locator('.form-fault')).toBeVisible()
  await picture(laptop.window, 'door-wrong')
  await fair(laptop.window)
  await laptop.window.getByLabel('Số giấy tờ đã xuất trình').fill(OWNER.number)
  await laptop.window.keyboard.press('F9')
  await expect(
    laptop.window
      .getByRole('list', { name: /^Lộ trình của/ })
      .getByRole('listitem')
      .first(),
  ).toContainText('Đã xong')
  await laptop.window.keyboard.press('Alt+k')
  await expect(laptop.window.getByText(/Đã niêm phong 1 kết quả/)).toBeVisible()
  await laptop.electron.close()

  const back = readdirSync(stick).find(name => name.startsWith('ket-qua-')) ?? ''
  for (const said of ['Đã nhập 1 kết quả mới', 'Đã nhập 0 kết quả mới, 1 đã có']) {
    await opens(counter.window, join(stick, back))
    await expect(counter.window.getByText(said)).toBeVisible()
  }
  await expect(
    counter.window
      .getByRole('list', { name: /^Lộ trình của/ })
      .getByRole('listitem')
      .first(),
  ).toContainText('Đã xong')
  await picture(counter.window, 'joined')
  await fair(counter.window)
  await opens(counter.window, route)
  await expect(counter.window.getByText('Lộ trình này của chính máy này')).toBeVisible()
  await picture(counter.window, 'wrong-file')
  await counter.electron.close()
})
