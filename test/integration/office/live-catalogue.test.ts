import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RESOURCES } from '#kit/basics.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, signIn, tempOffice } from '#kit/office.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const CODE = '9.000001'
const MODEL: Record<string, unknown> = JSON.parse(readFileSync(join(RESOURCES, 'catalog/procedures/2.000815.json'), 'utf8'))

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

const fileOf = (name = 'moi.json') => join(office.dataDir, 'catalog', 'procedures', name)
const own = (part: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ ...MODEL, code: CODE, name: 'Thủ tục của phường', ...part })
const offered = async () => {
  const hello = await office.get('office.hello', {})
  return hello.setUp ? hello.procedures.filter(({ code }) => code === CODE).map(({ name, edition }) => `${name} ${edition}`) : []
}
const told = () => office.told.filter(({ name }) => name === 'catalog').map(({ what }) => what)
const doctor = async () => (await office.get('doctor.run', {})).find(({ id }) => id === 'catalog')
const typed = (field: string, value: string) => ({ [field]: { value, origin: { from: 'typed' as const } } })
const dropNewEdition = (): void =>
  writeFileSync(fileOf('2.000815.json'), JSON.stringify({ ...MODEL, edition: '2026-11-20', effectiveFrom: '2026-11-20', name: 'Bản mới' }))
const EDITION = String(MODEL['edition'])

describe('while the office runs', () => {
  test('a file that is dropped in adds a procedure, and somebody is received under it', async () => {
    expect(await offered()).toEqual([])
    writeFileSync(fileOf(), own())
    await expect.poll(told).toEqual([{ procedures: 26, broken: 0 }])
    expect(await offered()).toEqual([`Thủ tục của phường ${EDITION}`])
    const { draft } = await draftOf(office, LAN, CODE)
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    expect(dossier.procedure).toMatchObject({ code: CODE, name: 'Thủ tục của phường', edition: EDITION })
    await expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 15_000 }).toBe(0)
  })

  test('a file that breaks keeps its last good edition in use, and the doctor names file, field and reason', async () => {
    writeFileSync(fileOf(), own())
    await expect.poll(offered).toEqual([`Thủ tục của phường ${EDITION}`])
    writeFileSync(fileOf(), own({ name: 'Tên mới', takes: { working: -3 } }))
    await expect.poll(async () => (await doctor())?.state).toBe('ill')
    expect((await doctor())?.what).toMatch(/catalog\/procedures\/moi\.json.*takes\.working.*>0/)
    expect(await offered()).toEqual([`Thủ tục của phường ${EDITION}`])
    const { draft } = await draftOf(office, LAN, CODE)
    expect((await office.ask('dossier.finish', { draft: await completed(office, draft) })).ok).toBe(true)
    writeFileSync(fileOf(), own({ name: 'Tên mới' }))
    await expect.poll(offered).toEqual([`Tên mới ${EDITION}`])
    expect(await doctor()).toMatchObject({ state: 'ok' })
  })

  test('a new edition alone is offered from its day on, and what was begun under the old one goes on there', async () => {
    const { draft } = await draftOf(office, LAN, '2.000815')
    await office.get('draft.keep', { draft: { ...draft, answers: { ...draft.answers, ...typed('originals.1.name', 'Bằng lái xe') } } })
    dropNewEdition()
    await expect.poll(told).toHaveLength(1)
    const hello = await office.get('office.hello', {})
    const editions = hello.setUp ? hello.procedures.filter(({ code }) => code === '2.000815').map(({ edition }) => edition) : []
    expect(editions).toEqual(['2026-11-20'])
    expect((await draftOf(office, LAN, '2.000815')).draft.procedure.edition).toBe('2026-11-20')
    expect(await office.ask('dossier.finish', { draft: await completed(office, draft) })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.replaced', data: { code: '2.000815', name: 'Bản mới', day: '20/11/2026' } }],
    })
    const { draft: moved, warnings } = await office.get('draft.resume', { id: draft.id })
    expect(warnings).toMatchObject([{ code: 'draft.moved' }])
    expect(moved.answers['originals.1.name']?.value).toBe('Bằng lái xe')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, moved) })
    expect(dossier.procedure.edition).toBe('2026-11-20')
  })

  test('a dossier keeps the edition it was received under when a newer one comes', async () => {
    const { draft } = await draftOf(office, LAN, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    dropNewEdition()
    await expect.poll(told).toHaveLength(1)
    expect(dossier.procedure.edition).toBe(EDITION)
    expect((await office.get('dossier.open', { code: dossier.code })).dossier.procedure).toMatchObject({
      edition: EDITION,
      name: MODEL['name'],
    })
  })

  test.each([
    ['the edition of a file beside it', { edition: '2026-11-20' }, 'edition'],
    ['the first day of another edition', { edition: '2026-11-21' }, 'effectiveFrom'],
  ])('a file with %s is refused by name, place and reason', async (_, part, place) => {
    dropNewEdition()
    await expect.poll(told).toHaveLength(1)
    writeFileSync(fileOf('z.json'), JSON.stringify({ ...MODEL, effectiveFrom: '2026-11-20', ...part }))
    await expect.poll(async () => (await doctor())?.what).toMatch(new RegExp(`z\\.json.*${place}.*2\\.000815\\.json`))
    expect((await draftOf(office, LAN, '2.000815')).draft.procedure.edition).toBe('2026-11-20')
  })

  test('a file that is taken away takes its procedure with it; what was opened under it says so', async () => {
    writeFileSync(fileOf(), own())
    await expect.poll(offered).toHaveLength(1)
    const { draft } = await draftOf(office, LAN, CODE)
    const ready = await completed(office, draft)
    rmSync(fileOf())
    await expect.poll(offered).toEqual([])
    expect(await office.ask('draft.open', { procedure: CODE, applicant: draft.applicant, card: null })).toMatchObject({
      ok: false,
      faults: [{ code: 'catalog.unknown' }],
    })
    expect(await office.ask('dossier.finish', { draft: ready })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.not-in-force' }],
    })
  })

  test('a file that is still being copied is not called broken: it counts when it is whole', async () => {
    const whole = own()
    writeFileSync(fileOf(), whole.slice(0, 300))
    await office.get('office.hello', {})
    writeFileSync(fileOf(), whole)
    await expect.poll(offered).toHaveLength(1)
    expect(told()).toEqual([{ procedures: 26, broken: 0 }])
  })

  test('a file that stays half is named, and a calendar is watched like a procedure', async () => {
    writeFileSync(fileOf(), own().slice(0, 300))
    await expect.poll(async () => (await doctor())?.what).toMatch(/moi\.json/)
    rmSync(fileOf())
    const calendar = { year: 2027, sure: true, source: 'thông báo', days: [{ day: '2027-01-01', kind: 'holiday', name: 'Nghỉ' }] }
    writeFileSync(join(office.dataDir, 'catalog', 'calendars', '2027.json'), JSON.stringify(calendar))
    office.clock.move('2026-12-31T16:00:00+07:00')
    await expect.poll(async () => (await draftOf(office, LAN, '2.000815')).due.sure).toBe(true)
    expect(await doctor()).toMatchObject({ state: 'ok' })
  })

  test('a change the system did not tell is found when the office is asked the next time', async () => {
    const folder = join(office.dataDir, 'catalog', 'procedures')
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    await new Promise(done => setImmediate(done))
    writeFileSync(fileOf(), own())
    await expect.poll(offered).toHaveLength(1)
  })
})

test('a day the office closed by its own decision moves the due day', async () => {
  const demo = office
  await demo.close()
  const file = join(demo.dataDir, 'settings.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), closedDays: ['2026-11-25'] }))
  office = await tempOffice({ dataDir: demo.dataDir })
  await signIn(office, 'reception')
  const { due } = await draftOf(office, LAN, '1.004873')
  expect(due.skipped).toContainEqual({ day: '2026-11-25', why: 'closed' })
})
