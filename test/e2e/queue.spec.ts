import { type Page, expect, test } from '@playwright/test'
import { atTheCounter, certify, FREE_SEAT } from '#kit/hands.ts'
import { keyless, serious } from '#kit/screen.ts'

const PICTURES = process.env['KV_PICTURES']

/** What every screen owes everybody, and its picture. */
async function fair(window: Page, screen: string): Promise<void> {
  await window.waitForTimeout(300)
  if (PICTURES !== undefined) await window.screenshot({ path: `${PICTURES}/queue-${screen}.png` })
  expect(await serious(window), screen).toEqual([])
  expect(await keyless(window), `${screen}: buttons without a key`).toEqual([])
}

/** Keys of a greeter: slower than a scanner, as every hand is. */
async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await window.keyboard.press(key)
    await window.waitForTimeout(90)
  }
}

const given = (window: Page) => window.getByRole('complementary', { name: 'Vừa phát' })
const column = (window: Page) => window.getByRole('navigation', { name: 'Trong ngày' })
const called = (window: Page) => window.getByRole('region', { name: /^Đang (gọi|phục vụ)$/ })

/** Five people come: two keys a ticket, three where one goes first or comes for two things. */
async function fivePeople(window: Page): Promise<void> {
  await window.keyboard.press('F11')
  await expect(window.getByRole('heading', { name: 'Phát số' })).toBeVisible()
  for (const [number, keys] of Object.entries({
    A001: ['1'],
    A002: ['1'],
    B001: ['2', 'C'],
    E001: ['5', '6'],
    A003: ['1', 'M'],
  })) {
    await press(window, ...keys, 'Enter')
    await expect(given(window)).toContainText(number)
  }
  await expect(given(window).getByRole('list', { name: 'Giấy đang in' })).toContainText('Phiếu')
}

async function change(window: Page, name: RegExp): Promise<void> {
  await window.keyboard.press('F3')
  await window.getByRole('button', { name }).press('Enter')
  await window.getByLabel('Mã PIN').pressSequentially('2468', { delay: 40 })
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name }).first()).toBeVisible()
}

test('a morning of the queue by keys alone: numbers, calls, who is absent, who is served', async () => {
  const { window, electron } = await atTheCounter()
  await fair(window, 'nobody')
  await window.keyboard.press('F2')
  await expect(column(window)).toContainText('Không còn ai chờ quầy này.')
  await fivePeople(window)
  await press(window, '3', 'Enter')
  await expect(given(window)).toContainText('C001')
  await press(window, 'Alt+H')
  await window.getByLabel('Giờ hẹn trước').fill('25:99')
  await press(window, 'Enter')
  await expect(window.getByRole('alert')).toContainText('Chọn ít nhất một việc')
  await press(window, 'Escape', '4')
  await press(window, 'Enter')
  await expect(window.getByRole('alert')).toContainText('Giờ hẹn viết như')
  await press(window, 'Alt+H')
  await window.getByLabel('Giờ hẹn trước').fill('9h45')
  await press(window, 'Enter')
  await expect(given(window)).toContainText('D001')
  await press(window, '1', '2', 'K')
  await fair(window, 'greeter')
  await press(window, 'Delete', 'Escape')

  // Who has a reason goes first, and is named with it.
  await expect(column(window)).toContainText('Đang chờ 7')
  await expect(column(window).getByRole('list', { name: 'Hàng chờ' })).toContainText('cao tuổi')
  await fair(window, 'waiting')
  await window.keyboard.press('F2')
  await expect(called(window)).toContainText('B001')
  await window.keyboard.press('Alt+G')
  await expect(called(window)).toContainText('gọi lần 2')
  await fair(window, 'called')
  await window.keyboard.press('Alt+V')
  await expect(called(window)).toHaveCount(0)
  await expect(column(window)).toContainText('vắng 1 lần')

  // Two served in one go: the ticket ends with what was done, and the next is called by the same key.
  await window.keyboard.press('F2')
  const first = (await called(window).innerText()).slice(0, 4)
  await certify(window)
  await expect(window.getByRole('button', { name: `Xong ${first}, gọi tiếp` })).toBeFocused()
  await fair(window, 'served')
  await window.keyboard.press('F2')
  await expect(window.getByRole('heading', { name: FREE_SEAT })).toBeVisible()
  await expect(called(window)).not.toContainText(first)

  await electron.close()
})

test('one number of the line by keys alone: parked, called by hand, sent on with a word; then the hall and the end of the day', async () => {
  const { window, electron } = await atTheCounter()
  await fivePeople(window)
  await window.keyboard.press('Escape')
  await window.keyboard.press('F2')
  await expect(called(window)).toContainText('B001')
  await certify(window)
  await window.keyboard.press('F2')
  await expect(called(window)).not.toContainText('B001')
  const parked = (await called(window).innerText()).slice(0, 4)
  await window.keyboard.press('Control+Q')
  await expect(window.getByRole('dialog', { name: 'Hàng chờ và số đang gọi' })).toBeVisible()
  await fair(window, 'cover')
  await window.keyboard.press('Alt+D')
  await expect(window.getByText('Để chờ · 1')).toBeVisible()
  await expect(window.getByRole('radio', { name: new RegExp(parked) })).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('radio', { name: /A001/ })).toBeChecked()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(called(window)).toContainText('A001')
  await window.keyboard.press('Control+Q')
  await window.keyboard.press('Alt+C')
  await expect(window.getByRole('heading', { name: 'Chuyển A001' })).toBeVisible()
  await window.keyboard.press('F9')
  await expect(window.getByText('Chuyển đi đâu? Hãy chọn một quầy hoặc một dịch vụ.')).toBeVisible()
  await window.keyboard.press('1')
  await window.keyboard.press('3')
  await window.getByLabel('Nhắn quầy kia').fill('Đã có bản chính giấy khai sinh, xin chứng thực giúp bác Nguyễn Thị Bé')
  await fair(window, 'transfer')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: 'Hàng chờ và số đang gọi' })).toBeVisible()
  await expect(window.getByRole('radio', { name: /A001.*Chứng thực.*bản chính/ })).toBeVisible()
  await expect(window.getByRole('radio', { name: new RegExp(parked) })).toBeVisible()
  await window.keyboard.press('Alt+N')
  await expect(window.getByText('Đang mở, được gọi')).toBeVisible()
  await window.keyboard.press('6')
  await fair(window, 'takes')
  await window.keyboard.press('F9')
  // Kept, and back among the numbers: a hand looks before it leaves.
  await expect(window.getByText('Đang mở, được gọi')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  // Where help is needed, and the end of the day.
  await window.keyboard.press('Control+G')
  await expect(window.getByRole('heading', { name: 'Nên cử người sang đâu?' })).toBeVisible()
  await expect(window.getByRole('rowheader', { name: /^Chứng thực bản sao từ bản chính .* 2\.000815$/ })).toBeVisible()
  await fair(window, 'hall')
  await window.keyboard.press('Alt+B')
  await expect(window.getByRole('table', { name: /Số người chờ theo việc/ })).toBeVisible()
  await fair(window, 'hall-table')
  await window.keyboard.press('Control+E')
  await expect(window.getByRole('heading', { name: 'Khép hàng đợi cuối ngày' })).toBeVisible()
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert')).toContainText('Chỉ trưởng bộ phận hoặc quản trị')
  await change(window, /Lê Thị Giám/)
  await window.getByRole('radio').first().focus()
  await window.keyboard.press('Space')
  await expect(window.getByRole('button', { name: /Khép: hủy \d+, giữ 1/ })).toBeVisible()
  await fair(window, 'day-end')
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert')).toContainText(/Đã khép lúc .* giữ 1 phiếu/)
  await electron.close()
})

test('tickets that nobody decided about are named at the next sign-in, and decided with one key', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  await fivePeople(window)
  await electron.close()
  const morning = await atTheCounter({ KV_NOW: '2026-11-24T07:05:00+07:00' }, dataDir)
  await expect(column(morning.window)).toContainText('5 phiếu hôm trước chưa quyết')
  await fair(morning.window, 'left')
  await morning.window.keyboard.press('Control+E')
  await expect(morning.window.getByRole('heading', { name: 'Phiếu hôm trước chưa quyết' })).toBeVisible()
  await morning.window.keyboard.press('Space')
  await morning.window.keyboard.press('F9')
  await expect(morning.window.getByRole('alert')).toContainText('hủy 4 phiếu, giữ 1 phiếu')
  await morning.window.keyboard.press('Escape')
  await expect(column(morning.window)).not.toContainText('chưa quyết')
  await expect(column(morning.window)).toContainText('Đang chờ 1')
  await morning.electron.close()
})

test('who does not come is called again after 45 seconds, and is absent after the second call', async () => {
  const { window, electron, dataDir } = await atTheCounter()
  await fivePeople(window)
  await window.keyboard.press('Escape')
  await window.keyboard.press('F2')
  await expect(called(window)).toContainText('gọi lần 1')
  await electron.close()
  const later = await atTheCounter({ KV_NOW: '2026-11-23T09:41:50+07:00' }, dataDir)
  await expect(called(later.window)).toContainText('Đã 45 giây, chưa quét thẻ.')
  await fair(later.window, 'again')
  await later.window.keyboard.press('Alt+G')
  await expect(called(later.window)).toContainText('gọi lần 2')
  await expect(called(later.window)).not.toContainText('45 giây')
  await later.electron.close()
  const last = await atTheCounter({ KV_NOW: '2026-11-23T09:42:40+07:00' }, dataDir)
  await expect(called(last.window)).toContainText('Đã gọi 2 lần, chưa có người.')
  await fair(last.window, 'absent')
  await last.electron.close()
})

test('a machine takes the lead of the queue by keys alone, and shows it on every screen', async () => {
  const { window, electron } = await atTheCounter()
  const status = window.getByRole('contentinfo', { name: 'Tình trạng máy' })
  await expect(status).toContainText('hàng đợi: riêng máy này')
  await change(window, /Lê Thị Giám/)
  await window.keyboard.press('Control+,')
  await window.keyboard.press('Alt+7')
  await fair(window, 'settings-alone')
  await window.getByLabel('Giờ không đọc').fill('11h30 - 13:30; 25:00-26:00')
  await window.keyboard.press('F9')
  await expect(window.getByLabel('Giờ không đọc')).toBeFocused()
  await window.getByLabel('Giờ không đọc').fill('11h30 - 13:30')
  await window.getByLabel('Cổng mạng của máy').fill('17878')
  await window.getByLabel('Dòng thông báo').fill('Thứ Bảy làm việc buổi sáng.\nXin giữ yên lặng nơi công sở.')
  await window.keyboard.press('F9')
  await expect(window.getByRole('alert')).toContainText('Đã lưu lúc')
  await window.keyboard.press('Alt+P')
  await window.getByLabel('Mã ghép của cơ quan').fill('ABC')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Mã ghép không đúng.', { exact: false })).toBeVisible()
  await fair(window, 'settings-pair')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Alt+L')
  await expect(window.getByText('cần bật suốt giờ làm việc', { exact: false })).toBeVisible()
  await fair(window, 'settings-lead')
  await window.keyboard.press('Alt+Y')
  await expect(status).toContainText('hàng đợi: máy này')
  await expect(window.getByText('•••• - ••••', { exact: false })).toBeVisible()
  await window.keyboard.press('Alt+H')
  await expect(window.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/)).toBeVisible()
  await fair(window, 'settings-host')
  for (const key of ['F6', 'F12', 'Control+B', 'F10']) {
    await window.keyboard.press(key)
    await expect(status).toContainText('hàng đợi: máy này')
  }
  await electron.close()
})
