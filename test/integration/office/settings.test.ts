import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '#contract/calls.ts'
import type { OfficeSettings, SettingsSheet } from '#contract/settings.ts'
import { proposeYear } from '#domain/calendar/proposal.ts'
import { Day, isoTime } from '#domain/kernel/time.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, signIn, tempOffice } from '#kit/office.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
  await signIn(office, 'supervisor')
})
afterEach(() => office.forget())

const opened = (): Promise<SettingsSheet> => office.get('settings.open', {})
const keep = async (
  change: (settings: OfficeSettings) => Partial<OfficeSettings>,
  years: SettingsSheet['years'][number]['calendar'][] = [],
) => {
  const { settings } = await opened()
  return office.ask('settings.keep', { settings: { ...settings, ...change(settings) }, years })
}
const faultsOf = (result: Awaited<ReturnType<typeof keep>>) =>
  result.ok ? [] : result.faults.map(({ code, field }) => `${field ?? ''} ${code}`)
const due = async (): Promise<string> => isoTime((await draftOf(office, LAN, '2.000815')).due.at)
const helloOf = async (from = office): Promise<Extract<Output<'office.hello'>, { setUp: true }>> => {
  const hello = await from.get('office.hello', {})
  if (!hello.setUp) throw new Error('not set up')
  return hello
}

describe('settings that are kept', () => {
  it('count at once: an earlier cut-off moves the next same-day due date, and whoever is signed in stays so', async () => {
    expect(await due()).toBe('2026-11-23T17:00:00+07:00')
    expect((await keep(({ hours }) => ({ hours: { ...hours, cutOff: '09:30' } }))).ok).toBe(true)
    expect(await due()).toBe('2026-11-25T17:00:00+07:00')
    expect((await helloOf()).signedIn).toMatchObject({ role: 'supervisor' })
    expect(office.told.filter(({ name }) => name === 'settings')).toHaveLength(1)
  })

  it('never give a machine back a role in the hall that was taken from it while they were typed', async () => {
    const typed = await opened()
    await office.get('hall.lead', {})
    const kept = await office.get('settings.keep', {
      settings: { ...typed.settings, hall: { ...typed.settings.hall, role: 'guest', notices: ['Nghỉ chiều thứ Bảy'] } },
      years: [],
    })
    expect(kept.settings.hall).toMatchObject({ role: 'host', notices: ['Nghỉ chiều thứ Bảy'] })
    const alone = { ...kept.settings, hall: { ...kept.settings.hall, role: 'alone' as const } }
    expect((await office.get('settings.keep', { settings: alone, years: [] })).settings.hall.role).toBe('alone')
  })

  it('refuse silent hours that no clock has', async () => {
    const wrong = await office.foreign('settings.keep', {
      settings: { ...(await opened()).settings, hall: { voice: { quiet: [{ from: '99:99', to: '07:00' }] } } },
      years: [],
    })
    expect(wrong.ok).toBe(false)
  })

  it('hold after a restart, and change nothing that was received before', async () => {
    const { draft } = await draftOf(office, LAN, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    await keep(({ office: before }) => ({ office: { ...before, phone: '0277 111 2222' }, formSet: 'TT01-2018', bank: null }))
    await office.close()
    const again = await tempOffice({ dataDir: office.dataDir })
    expect((await helloOf(again)).office).toMatchObject({ formSet: 'TT01-2018', bank: null, office: { phone: '0277 111 2222' } })
    await signIn(again, 'reception')
    expect((await again.get('dossier.open', { code: dossier.code })).dossier.office.phone).toBe('0277 000 0000')
    await again.close()
  })

  it('give an office that was set up without an account its bank code', async () => {
    const { draft } = await draftOf(office, LAN, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    await keep(() => ({ bank: null }))
    expect((await office.get('money.of', { code: dossier.code })).transfer).toBeNull()
    await keep(() => ({ bank: { bin: '970405', account: '6500201234567', holder: 'UBND PHUONG AN BINH' } }))
    const { transfer } = await office.get('money.of', { code: dossier.code })
    expect(transfer).toMatchObject({ bank: 'Agribank', account: '6500201234567', holder: 'UBND PHUONG AN BINH' })
  })

  it('print by the other forms from that moment on, what waits for paper included', async () => {
    await keep(() => ({ formSet: 'TT01-2018', pagePrinter: `folder:${join(office.dataDir, 'trang-khac')}` }))
    const { draft } = await draftOf(office, LAN, '2.000815')
    await office.get('dossier.finish', { draft: await completed(office, draft) })
    await expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 15_000 }).toBe(0)
    expect(readdirSync(join(office.dataDir, 'trang-khac')).some(name => name.startsWith('mau-01'))).toBe(true)
  })

  it('are refused with a fault at each field, and nothing of them is written', async () => {
    const before = readFileSync(join(office.dataDir, 'settings.json'), 'utf8')
    const wrong = { printer: 'máy in', pagePrinter: 'giấy', scanner: 'usb:1', formSet: 'TT99-2099' }
    expect(faultsOf(await keep(() => wrong, [proposeYear(2031)]))).toEqual([
      'printer printer.address',
      'pagePrinter page.printer.address',
      'scanner scanner.address',
      'formSet field.choice',
    ])
    expect(readFileSync(join(office.dataDir, 'settings.json'), 'utf8')).toBe(before)
    expect((await opened()).years.some(({ calendar }) => calendar.year === 2031)).toBe(false)
  })

  it('never change who this counter is in the journal', async () => {
    await keep(({ counter, office: before }) => ({
      counter: { ...counter, number: 7, name: 'Quầy mới' },
      office: { ...before, id: 'KHAC' },
    }))
    expect((await opened()).settings).toMatchObject({
      counter: { id: 'DEMO-01.Q3', number: 3, name: 'Quầy mới' },
      office: { id: 'DEMO-01' },
    })
    expect((await office.ask('doctor.run', {})).ok).toBe(true)
  })

  it('are kept by a supervisor or an admin alone, where the counter has one', async () => {
    await signIn(office, 'reception')
    expect((await opened()).mayKeep).toBe(false)
    expect(faultsOf(await keep(() => ({ bank: null })))).toEqual([' settings.role'])
    expect((await opened()).settings.bank).not.toBeNull()
  })

  it('are kept by whoever signed in at a counter that has neither', async () => {
    const small = await tempOffice()
    const { settings } = await opened()
    await small.get('office.setUp', {
      settings: { ...settings, bank: null },
      officials: [{ name: 'Lê Một Mình', role: 'reception', pin: '2468' }],
    })
    await signIn(small, 'reception')
    const sheet = await small.get('settings.open', {})
    expect(sheet.mayKeep).toBe(true)
    expect((await small.ask('settings.keep', { settings: { ...sheet.settings, formLayout: 'table' }, years: [] })).ok).toBe(true)
    await small.forget()
  })

  it('two at a time are kept one after the other', async () => {
    const { settings } = await opened()
    const both = [settings, { ...settings, formLayout: 'table' as const }].map(one =>
      office.ask('settings.keep', { settings: one, years: [] }),
    )
    expect((await Promise.all(both)).every(done => done.ok)).toBe(true)
    expect((await opened()).settings.formLayout).toBe('table')
    expect(await due()).toBe('2026-11-23T17:00:00+07:00')
  })

  it('say where the environment speaks louder', async () => {
    await office.close()
    const again = await tempOffice({ dataDir: office.dataDir, printer: 'virtual:/tmp/khac' })
    await signIn(again, 'supervisor')
    const { overridden, settings } = await again.get('settings.open', {})
    expect(overridden).toEqual(['printer'])
    expect(settings.printer).toContain('may-in')
    await again.close()
  })
})

describe('the calendar', () => {
  const closing = [Day.parse('2026-11-23')]

  it('of a year that ships is listed, and a day the office adds moves due dates at once', async () => {
    const { years } = await opened()
    const shipped = years.find(({ calendar }) => calendar.year === 2026)
    if (shipped === undefined) throw new Error('no 2026')
    expect(shipped.own).toBe(false)
    const storm = { day: Day.parse('2026-11-25'), kind: 'holiday' as const, name: 'Nghỉ tránh bão theo công điện' }
    office.clock.move('2026-11-23T16:00:00+07:00')
    expect(await due()).toBe('2026-11-25T17:00:00+07:00')
    const kept = await keep(() => ({}), [{ ...shipped.calendar, days: [...shipped.calendar.days, storm] }])
    expect(kept.ok && kept.value.years.find(({ calendar }) => calendar.year === 2026)?.own).toBe(true)
    expect(await due()).toBe('2026-11-26T17:00:00+07:00')
    const { skipped } = (await draftOf(office, LAN, '2.000815')).due
    expect(skipped.map(({ day }) => day)).toContain('2026-11-25')
  })

  it('knows a day on which the office is closed by its own decision', async () => {
    expect((await keep(() => ({ closedDays: closing }))).ok).toBe(true)
    expect(await due()).toBe('2026-11-25T17:00:00+07:00')
    await keep(() => ({ closedDays: [] }))
    expect(await due()).toBe('2026-11-23T17:00:00+07:00')
  })

  it('of a year without a file is written where the catalogue looks for it, and a file by another name is written over', async () => {
    await keep(() => ({}), [proposeYear(2031)])
    const folder = join(office.dataDir, 'catalog', 'calendars')
    expect(readdirSync(folder)).toEqual(['2031.json'])
    rmSync(join(folder, '2031.json'))
    writeFileSync(join(folder, 'tet.json'), JSON.stringify(proposeYear(2031)))
    await keep(() => ({}), [{ ...proposeYear(2031), sure: true }])
    expect(readdirSync(folder)).toEqual(['tet.json'])
    expect((await opened()).years.find(({ calendar }) => calendar.year === 2031)).toMatchObject({ own: true, calendar: { sure: true } })
  })

  it('that is missing is a finding of the doctor: this year always, the next from October on', async () => {
    const finding = async () => (await office.get('doctor.run', {})).find(({ id }) => id === 'calendar')
    expect(await finding()).toMatchObject({ state: 'ok' })
    expect((await finding())?.what).toContain('2027 chưa có thông báo chính thức')
    office.clock.move('2030-09-30T09:00:00+07:00')
    expect(await finding()).toMatchObject({ state: 'ok' })
    office.clock.move('2030-10-01T09:00:00+07:00')
    expect(await finding()).toMatchObject({ state: 'ill', what: expect.stringContaining('2031') })
    await keep(() => ({}), [proposeYear(2031)])
    expect(await finding()).toMatchObject({ state: 'ok' })
  })
})
