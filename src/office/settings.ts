import { join } from 'node:path'
import { HallSettings } from '#contract/queue.ts'
import { OfficeSettings } from '#contract/settings.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Environment } from '#machine/env.ts'
import { readJsonFile, writeAtomically } from '#machine/files.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'settings.json')

/**
 * The settings of a data folder, the environment winning over the file. `null` where nothing was set up yet; a file that
 * cannot be read is refused with the place that is wrong, and left as it is.
 */
export function readSettings(environment: Environment): Result<OfficeSettings | null> {
  const read = readFile(environment.dataDir)
  if (!read.ok || read.value === null) return read
  const settings = read.value
  return ok({
    ...settings,
    printer: environment.printer ?? settings.printer,
    printer2: environment.printer2 ?? settings.printer2,
    pagePrinter: environment.pagePrinter ?? settings.pagePrinter,
    scanner: environment.scanner ?? settings.scanner,
    cityUrl: environment.cityUrl ?? settings.cityUrl,
  })
}

/** The settings as the file of an office that is set up has them, whatever the environment says. */
export function keptSettings(dataDir: string): Result<OfficeSettings> {
  const read = readFile(dataDir)
  if (!read.ok) return read
  return read.value === null ? refuse(failureFault('office.not.set.up')) : ok(read.value)
}

function readFile(dataDir: string): Result<OfficeSettings | null> {
  const foreign = readJsonFile(fileIn(dataDir))
  if (foreign === undefined) return ok(null)
  const parsed = OfficeSettings.safeParse(foreign)
  if (parsed.success) return ok(parsed.data)
  return refuse(failureFault('settings.invalid', { at: parsed.error.issues[0]?.path.join('.') ?? '' }))
}

export const keepSettings = (dataDir: string, settings: OfficeSettings): void =>
  writeAtomically(fileIn(dataDir), `${JSON.stringify(settings, null, 2)}\n`)

/** An invented office to try and to learn on. */
export const demoSettings = (dataDir: string): OfficeSettings => ({
  office: {
    id: 'DEMO-01',
    name: 'Trung tâm Phục vụ hành chính công phường An Bình',
    authority: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
    unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    commune: 'phường An Bình',
    province: 'tỉnh Đồng Tháp',
    phone: '0277 000 0000',
  },
  agency: '000.00.20.H20',
  counter: { id: 'DEMO-01.Q3', name: 'Quầy 3 · Hộ tịch', number: 3 },
  hours: { morning: { from: '07:00', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' }, cutOff: '15:00' },
  printer: `virtual:${join(dataDir, 'may-in')}`,
  printer2: null,
  drawer: false,
  pagePrinter: `folder:${join(dataDir, 'trang-in')}`,
  scanner: 'wedge',
  cityUrl: null,
  // Invented like the office: no such account is known, and the holder says so to whoever scans it.
  bank: { bin: '970436', account: '1234567890', holder: 'TAI KHOAN MAU KHONG CHUYEN TIEN' },
  formSet: 'TT03-2025',
  formLayout: 'lines',
  closedDays: [],
  hall: HallSettings.parse({}),
  favourites: ['2.000635', '2.000815', '1.001193'],
})

/** Its people, all with the PIN 2468. */
export const demoOfficials = [
  { name: 'Nguyễn Thị An', role: 'reception', pin: '2468' },
  { name: 'Trần Văn Bưu', role: 'postal', pin: '2468' },
  { name: 'Lê Thị Giám', role: 'supervisor', pin: '2468' },
] as const
