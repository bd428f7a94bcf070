import { afterEach, describe, expect, test } from 'vitest'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, signIn } from '#kit/office.ts'
import { type Conduct, type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

/** Long enough for a busy machine. */
const WAIT = { timeout: 20_000 }

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function printerOf(conduct: Partial<Conduct> = {}): Promise<TcpPrinter> {
  const printer = await tcpPrinter(conduct)
  closers.push(printer.close)
  return printer
}

async function officeWith(printer: TcpPrinter, printer2: TcpPrinter | null = null): Promise<TempOffice> {
  const office = await demoOffice({ printer: printer.address, printer2: printer2?.address ?? null })
  closers.push(office.forget)
  return office
}

const papers = (printer: TcpPrinter) => printer.slips().map(bytes => decodeEscPos(bytes))
/** A slip is told by its end: the drawer's pulse and a question leave none. */
const slips = (printer: TcpPrinter): number => papers(printer).filter(({ cuts }) => cuts.length > 0).length
const pulses = (printer: TcpPrinter): readonly number[] => papers(printer).flatMap(paper => paper.pulses)

/** A finished dossier of certified copies, and what it costs. */
async function received(office: TempOffice): Promise<{ code: string; vnd: number }> {
  const { draft } = await draftOf(office, LAN, '2.000815')
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
  return { code: dossier.code, vnd: (await office.get('money.of', { code: dossier.code })).toPay }
}
const pay = async (office: TempOffice, method: 'cash' | 'transfer'): Promise<void> => {
  const { code, vnd } = await received(office)
  await office.get('money.collect', { code, payment: null, vnd, method, receipt: null })
}

describe('the cash drawer', () => {
  const withDrawer = async (drawer: boolean): Promise<{ office: TempOffice; printer: TcpPrinter }> => {
    const printer = await printerOf()
    const office = await officeWith(printer)
    await signIn(office, 'supervisor')
    const { settings } = await office.get('settings.open', {})
    await office.get('settings.keep', { settings: { ...settings, drawer }, years: [] })
    await signIn(office, 'reception')
    return { office, printer }
  }
  /** The printer has its turns one after the other: once a slip more came out, what was to come before it has come. */
  const afterAnother = async (office: TempOffice, printer: TcpPrinter): Promise<void> => {
    const before = slips(printer)
    expect(await office.get('printer.test', {})).toMatchObject([{ state: 'ok' }])
    expect(slips(printer)).toBeGreaterThan(before)
  }

  test('is opened once when cash was taken, and not by a transfer', async () => {
    const { office, printer } = await withDrawer(true)
    await pay(office, 'transfer')
    await afterAnother(office, printer)
    expect(pulses(printer)).toEqual([])
    await pay(office, 'cash')
    await expect.poll(() => pulses(printer), WAIT).toEqual([2])
    await afterAnother(office, printer)
    expect(pulses(printer)).toEqual([2])
  })

  test('that is not there is left alone', async () => {
    const { office, printer } = await withDrawer(false)
    await pay(office, 'cash')
    await afterAnother(office, printer)
    expect(pulses(printer)).toEqual([])
  })
})

describe('a test slip', () => {
  const WELL = { state: 'ok', what: expect.stringContaining('Đã in phiếu thử') }

  test('comes out of both printers, each with its own address', async () => {
    const [one, two] = [await printerOf(), await printerOf()]
    const office = await officeWith(one, two)
    expect(await office.get('printer.test', {})).toMatchObject([
      { id: 'printer', ...WELL },
      { id: 'printer2', ...WELL },
    ])
    expect([slips(one), slips(two)]).toEqual([1, 1])
    expect(papers(one)[0]?.lines).toHaveLength(4)
  })

  test.each([
    [{ paper: 'out' }, 'hết giấy', 'lắp giấy'],
    [{ cover: 'open' }, 'Nắp máy in đang mở', 'đóng nắp'],
    [{ paperEndsAfter: 3000 }, 'dừng giữa chừng', 'bỏ mẩu giấy'],
  ] as const)('that a printer with %o cannot print is not printed elsewhere: it says what to do', async (conduct, what, todo) => {
    const [one, two] = [await printerOf(conduct), await printerOf()]
    const office = await officeWith(one, two)
    const [first, second] = await office.get('printer.test', {})
    expect(first).toMatchObject({ id: 'printer', state: 'ill', what: expect.stringContaining(what) })
    expect(first).toMatchObject({ todo: expect.stringMatching(new RegExp(`${todo}.*Xong rồi in thử lại`)) })
    expect(second).toMatchObject({ id: 'printer2', ...WELL })
    expect(slips(two)).toBe(1)
  })

  test('of a printer that was never set, or cannot be reached, says so', async () => {
    const printer = await printerOf()
    const office = await officeWith(printer)
    await printer.off()
    expect(await office.get('printer.test', {})).toMatchObject([{ state: 'ill', what: expect.stringContaining('cổng in không mở') }])
    await office.close()
    const again = await demoOffice({ dataDir: office.dataDir })
    closers.push(again.close)
    await signIn(again, 'supervisor')
    const { settings } = await again.get('settings.open', {})
    await again.get('settings.keep', { settings: { ...settings, printer: null }, years: [] })
    expect(await again.get('printer.test', {})).toMatchObject([{ id: 'printer', state: 'ill', what: 'Chưa chọn máy in phiếu.' }])
  })

  test('waits for the slips before it, and they for it: none goes to the second printer', async () => {
    const [one, two] = [await printerOf(), await printerOf()]
    const office = await officeWith(one, two)
    const taking = Array.from({ length: 3 }, () => received(office))
    const tested = await office.get('printer.test', {})
    await Promise.all(taking)
    await expect.poll(async () => (await office.get('paper.waiting', {})).filter(({ form }) => form === 'receipt'), WAIT).toEqual([])
    expect(tested.map(({ state }) => state)).toEqual(['ok', 'ok'])
    expect([slips(one), slips(two)]).toEqual([4, 1])
  })
})

test('the doctor calls a printer whose paper ends soon neither well nor ill, and says what to prepare', async () => {
  const office = await officeWith(await printerOf({ paper: 'low' }), await printerOf())
  const checks = await office.get('doctor.run', {})
  expect(checks.find(({ id }) => id === 'printer')).toEqual({
    id: 'printer',
    state: 'soon',
    what: 'Máy in phiếu: Máy in sắp hết giấy.',
    todo: 'Hãy chuẩn bị cuộn giấy mới; máy vẫn in.',
  })
  expect(checks.find(({ id }) => id === 'printer2')).toMatchObject({ state: 'ok' })
  expect(checks.find(({ id }) => id === 'city')).toMatchObject({ state: 'away' })
})
