import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HomeView } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import { aRequest, day } from '#kit/home.ts'
import { OWNER, homeMachine, plannedAt, readyDossier } from '#kit/home-office.ts'
import { type TempOffice, personOf } from '#kit/office.ts'
import { pdfText } from '#kit/pdf-text.ts'

const DAY = day('2026-11-25')
let office: TempOffice
beforeEach(async () => {
  office = await homeMachine(3)
})
afterEach(() => office.forget())

const view = (): Promise<HomeView> => office.get('home.view', { day: DAY })
const idsOf = (rows: HomeView['open']) => rows.map(({ visit }) => visit.visit)

test('a request is a task until it is planned; then it is on a route, to be reminded of, and its time is nobody else’s', async () => {
  const { visit } = await office.get('home.ask', { request: aRequest() })
  expect(idsOf((await view()).open)).toEqual([visit])
  const { id } = await personOf(office, 'reception')
  await office.get('home.plan', { visit, day: DAY, slot: '08:30', official: id })
  expect(await view()).toMatchObject({ open: [], routes: [{ official: { id }, stops: [{ visit: { visit } }], isTaken: false }] })
  expect(idsOf((await view()).remind)).toEqual([visit])
  await office.get('home.remind', { visit })
  expect((await view()).remind).toEqual([])
  const other = await office.get('home.ask', { request: aRequest({ name: 'Trần Văn Đức' }) })
  expect(await office.ask('home.plan', { visit: other.visit, day: DAY, slot: '08:45', official: id })).toMatchObject({
    faults: [{ code: 'home.slot.taken', field: 'slot', data: { slot: '08:30' } }],
  })
  const postal = await personOf(office, 'postal')
  expect(await office.ask('home.plan', { visit: other.visit, day: DAY, slot: '10:00', official: postal.id })).toMatchObject({
    faults: [{ code: 'home.official', field: 'official' }],
  })
})

test('the order of a route is kept, and the list that is printed has it', async () => {
  const first = await plannedAt(office, '08:00')
  const second = await plannedAt(office, '09:00', { name: 'Trần Văn Đức' })
  await office.get('home.move', { visit: second.visit, by: -1 })
  const { routes } = await view()
  expect(idsOf(routes[0]?.stops ?? [])).toEqual([second.visit, first.visit])
  expect(routes[0]?.outOfTime).toEqual([second.visit])
  const official = routes[0]?.official.id
  if (official === undefined) throw new Error('nobody goes')
  const job = await office.get('home.print', { day: DAY, official })
  await expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 20_000 }).toBe(0)
  const file = join(office.dataDir, 'trang-in', `route-list-${job.code}.pdf`)
  expect(existsSync(file)).toBe(true)
  expect(job.code).not.toContain('Lan')
  expect(pdfText(readFileSync(file))).toMatch(/09:00 Trần Văn Đức.*08:00 Nguyễn Thị Hương Lan/)
  expect(await office.ask('home.print', { day: day('2026-11-26'), official })).toMatchObject({ faults: [{ code: 'home.route.empty' }] })
})

describe('a visit that ends', () => {
  test('with nobody at home is a task again on its day, and one that was forgotten is named the day after', async () => {
    const absent = await plannedAt(office, '08:00')
    const forgotten = await plannedAt(office, '09:00')
    await office.get('home.end', { visit: absent.visit, end: { kind: 'absent', again: day('2026-11-27') } })
    const [task] = (await view()).open
    expect(task?.visit.visit).toBe(absent.visit)
    expect(task === undefined ? null : homeStanding(task.visit)).toMatchObject({ state: 'open', day: '2026-11-27' })
    office.clock.move('2026-11-26T07:00:00+07:00')
    expect(idsOf((await view()).missed)).toEqual([forgotten.visit])
  })

  test('with a result gives it out to whom the law allows, and the dossier is returned in the same breath', async () => {
    const code = await readyDossier(office)
    const { visit } = await plannedAt(office, '08:00', { matter: { kind: 'return', code } })
    expect(await office.ask('home.ask', { request: aRequest({ matter: { kind: 'return', code } }) })).toMatchObject({
      faults: [{ code: 'home.dossier.twice', field: 'matter.code' }],
    })
    const end = (number: string | null) =>
      office.ask('home.end', {
        visit,
        end: { kind: 'done', note: '', given: { to: { ...OWNER, number }, originals: true, satisfied: 'very' } },
      })
    expect(await end('087190099999')).toMatchObject({ faults: [{ code: 'life.return.other', field: 'to.number' }] })
    expect((await office.get('dossier.open', { code })).state).toBe('ready')
    expect(await end(OWNER.number)).toMatchObject({ ok: true })
    const opened = await office.get('dossier.open', { code })
    expect(opened.state).toBe('returned')
    expect(opened.history.at(-1)).toMatchObject({ moved: { step: { kind: 'return', to: OWNER, satisfied: 'very' } } })
  })

  test('with a result that was given out at the counter meanwhile is refused, and nothing of it is written', async () => {
    const code = await readyDossier(office)
    const { visit } = await plannedAt(office, '08:00', { matter: { kind: 'return', code } })
    await office.get('dossier.step', { code, step: { kind: 'return', to: OWNER, satisfied: null } })
    const given = { to: OWNER, originals: true, satisfied: null }
    expect(await office.ask('home.end', { visit, end: { kind: 'done', note: '', given } })).toMatchObject({
      faults: [{ code: 'life.ended' }],
    })
    const [stop] = (await view()).routes[0]?.stops ?? []
    expect(stop === undefined ? null : homeStanding(stop.visit).state).toBe('planned')
  })
})

test('nothing of a citizen stands in the name of any file', async () => {
  await plannedAt(office, '08:00')
  const { routes } = await view()
  const official = routes[0]?.official.id
  if (official === undefined) throw new Error('nobody goes')
  const file = await office.get('home.carry', { day: DAY, official })
  expect(file.name).toMatch(/^lo-trinh-LT-261125-[0-9a-f]{4}\.kvhome$/)
  expect(readdirSync(office.dataDir).filter(name => name.includes('Lan'))).toEqual([])
})

test('requests of a web form are imported once, and each line that cannot be says why', async () => {
  const text = [
    'Họ tên;Điện thoại;Địa chỉ;Nội dung;Ngày mong muốn;Buổi',
    'Nguyễn Thị Hương Lan;0912345678;Ấp 3, Thường Lạc;Khai tử;26/11/2026;Sáng',
    'Trần Văn Đức;0987654321;Ấp 5;Khai sinh;28/11/2026;Sáng',
    'Lê Thị Bảy;12;Ấp 6;Khai sinh;26/11/2026;Chiều',
  ].join('\n')
  const wrong = [
    { line: 3, faults: [{ code: 'home.day.closed', field: 'wish.day' }] },
    { line: 4, faults: [{ code: 'field.phone', field: 'phone' }] },
  ]
  expect(await office.get('home.import', { text })).toMatchObject({ asked: 1, known: 0, wrong })
  expect(await office.get('home.import', { text })).toMatchObject({ asked: 0, known: 1, wrong })
  expect((await view()).open.map(({ visit }) => visit.request)).toMatchObject([{ name: 'Nguyễn Thị Hương Lan', channel: 'web' }])
  expect(await office.ask('home.import', { text: 'a;b' })).toMatchObject({ faults: [{ code: 'home.import.columns' }] })
})
