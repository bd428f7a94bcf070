import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLesson } from '#city/read-model/reading.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import { verifyExport, writeEntry } from '#domain/journal/chain.ts'
import { Day } from '#domain/kernel/time.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { tempStore } from '#kit/store.ts'
import { sha256 } from '#machine/digest.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const MINH = '087085006789||Trần Văn Minh|20071985|Nam|Ấp 1, Thường Phước, Hồng Ngự, Đồng Tháp|10052021'
const CODE = '1.001193'
const TODAY = Day.parse('2026-11-23')

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

const asking: Turning = { kind: 'supplement', papers: {}, others: [], reason: 'Chưa có giấy chứng sinh', again: false }
const refusing: Turning = { kind: 'refuse', reason: 'Nơi cư trú của cha, mẹ không thuộc thẩm quyền' }

const birth = async (scan = LAN): Promise<Draft> => (await draftOf(office, scan, CODE)).draft
const turnAway = (draft: Draft, turning: Turning) => office.ask('visit.turnAway', { draft, turning })
const turned = (draft: Draft, turning: Turning) => office.get('visit.turnAway', { draft, turning })
const printed = () => expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 20_000 }).toBe(0)
const page = (name: string): Uint8Array => readFileSync(join(office.dataDir, 'trang-in', name))
const papersOf = async () => {
  const hello = await office.get('office.hello', {})
  const papers = hello.setUp ? hello.procedures.find(({ code }) => code === CODE)?.papers : undefined
  return (papers ?? []).filter(({ must, when }) => must && when === undefined)
}

describe('a request for papers at reception', () => {
  test('is a numbered paper with every missing paper on it, and no dossier', async () => {
    const others = [{ name: 'Giấy cam đoan về việc sinh có người làm chứng', original: 1, certified: 0, copy: 0 }]
    const { visit, jobs, paper } = await turned(await birth(), { ...asking, others })
    expect(visit).toMatchObject({ paper: 'YC-261123-3-01', paperNumber: 1, after: null })
    expect(jobs).toMatchObject([{ form: 'supplement', code: visit.paper, copy: 1 }])
    expect(paper.filter(({ kind }) => kind === 'cut')).toEqual([])
    await printed()
    const text = pdfText(page(`supplement-${visit.paper}.pdf`))
    const missing = await papersOf()
    expect(missing.length).toBeGreaterThan(1)
    for (const said of [
      ...missing.map(({ name }) => name),
      ...others.map(({ name }) => name),
      'Chưa có giấy chứng sinh',
      'Nguyễn Thị Hương Lan',
    ])
      expect(text.replace(/\d/g, ' ').replace(/\s+/g, ' ')).toContain(said.replace(/\d/g, ' ').replace(/\s+/g, ' '))
    expect(text).toContain('Số: 00001/HDHS')
    expect(await office.get('day.counts', {})).toMatchObject({ received: 0, late: 0 })
    expect(await office.get('book.count', { first: TODAY, last: TODAY })).toEqual({ count: 0 })
    expect((await office.get('dossier.find', { text: 'huong lan' })).hits).toEqual([])
  })

  test('keeps what was typed, for the day the citizen comes back', async () => {
    const draft = await birth()
    const answers = { ...draft.answers, 'child.name': { value: 'Trần Nguyễn Bảo An', origin: { from: 'typed' as const } } }
    await turned({ ...draft, answers }, asking)
    expect(await office.get('draft.list', {})).toMatchObject([{ id: draft.id, name: 'Nguyễn Thị Hương Lan' }])
    const resumed = await office.get('draft.resume', { id: draft.id })
    expect(resumed.draft.answers['child.name']?.value).toBe('Trần Nguyễn Bảo An')
    const finished = await office.get('dossier.finish', { draft: await completed(office, resumed.draft) })
    expect(finished.dossier.applicant.name).toBe('Nguyễn Thị Hương Lan')
    expect(await turnAway(draft, asking)).toMatchObject({ ok: false, faults: [{ code: 'draft.unknown' }] })
  })

  test('is told when she comes back with another draft, and made again only with the official’s word', async () => {
    const first = await birth()
    const { visit } = await turned(first, asking)
    office.clock.move('2026-11-25T08:10:00+07:00')
    const again = await birth()
    expect(await office.get('visit.before', { draft: again })).toEqual({ visit, resumable: true })
    expect(await office.get('visit.before', { draft: first })).toEqual({ visit, resumable: false })
    const other = (await draftOf(office, LAN, '2.000635')).draft
    for (const draft of [await birth(MINH), other]) expect(await office.get('visit.before', { draft })).toBeNull()
    const barred = await turnAway(again, asking)
    expect(barred).toMatchObject({ ok: false, faults: [{ code: 'visit.supplement.once', data: { day: '23/11/2026' } }] })
    expect((await turned(again, { ...asking, again: true })).visit).toMatchObject({ after: visit.visit, paperNumber: 2 })
  })

  test('asked for twice at once is made once', async () => {
    const draft = await birth()
    const both = await Promise.all([turnAway(draft, asking), turnAway(draft, asking)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is over once the dossier was received: the next one of the same kind begins anew', async () => {
    await turned(await birth(), asking)
    const next = await birth()
    await office.get('dossier.finish', { draft: await completed(office, next) })
    expect(await office.get('visit.before', { draft: await birth() })).toBeNull()
  })
})

describe('a refusal at reception', () => {
  test('is a paper with the reason; the draft is dropped and does not come back to life', async () => {
    const draft = await birth()
    await office.get('draft.keep', { draft })
    const { visit, jobs } = await turned(draft, refusing)
    expect(visit.paper).toBe('TC-261123-3-01')
    expect(jobs.map(({ form }) => form)).toEqual(['refusal'])
    await office.get('draft.keep', { draft })
    expect(await office.get('draft.list', {})).toEqual([])
    expect((await turned(draft, refusing)).visit).toEqual(visit)
    await printed()
    const text = pdfText(page(`refusal-${visit.paper}.pdf`))
    expect(text).toContain('Nơi cư trú của cha, mẹ không thuộc thẩm quyền')
    expect(text).toContain('Số: 00001/PTC')
    expect(await turnAway(await birth(MINH), { kind: 'refuse', reason: ' ' })).toMatchObject({
      faults: [{ code: 'field.missing', field: 'reason' }],
    })
  })
})

test('papers of a form are numbered in one row, for received dossiers and at reception alike', async () => {
  const numbers: (number | null)[] = []
  for (const kind of ['visit', 'dossier', 'visit', 'dossier'] as const) {
    if (kind === 'visit') {
      numbers.push((await turned(await birth(), { ...asking, again: true })).visit.paperNumber)
      continue
    }
    const { draft } = await draftOf(office, MINH, '1.004873')
    const { code } = (await office.get('dossier.finish', { draft: await completed(office, draft) })).dossier
    const wanted = [{ name: 'X', original: 1, certified: 0, copy: 0 }]
    const { history } = await office.get('dossier.step', { code, step: { kind: 'supplement', wanted, reason: 'Thiếu' } })
    numbers.push(...history.flatMap(line => (line.kind === 'moved' ? [line.moved.paperNumber] : [])))
  }
  expect(numbers).toEqual([1, 2, 3, 4])
  office.clock.move('2027-01-04T08:00:00+07:00')
  expect((await turned(await birth(MINH), asking)).visit.paperNumber).toBe(1)
})

test('its paper is printed again as a marked copy, and under no other form', async () => {
  const { visit } = await turned(await birth(), asking)
  expect(await office.get('paper.reprint', { code: visit.paper, form: 'supplement' })).toMatchObject({ copy: 2, code: visit.paper })
  expect(await office.ask('paper.reprint', { code: visit.paper, form: 'mau-01' })).toMatchObject({ faults: [{ code: 'paper.not-yet' }] })
  await printed()
  const copies = readdirSync(join(office.dataDir, 'trang-in')).filter(name => name.includes(visit.paper))
  expect(copies.toSorted()).toEqual([`supplement-${visit.paper}-in-lai-2.pdf`, `supplement-${visit.paper}.pdf`])
  expect(pdfText(page(`supplement-${visit.paper}-in-lai-2.pdf`))).toContain('BẢN IN LẠI LẦN 1')
})

test('the journal proves itself, gives the same tables again, and the city understands every line of it', async () => {
  const [first, second] = [await birth(), await birth(MINH)]
  const { visit } = await turned(first, asking)
  await turned(second, refusing)
  await office.close()
  const store = tempStore(office.dataDir)
  const entries = store.read.journal.read(0, 1_000)
  expect(verifyExport(entries.map(writeEntry), sha256)).toMatchObject({ ok: true })
  expect(entries.filter(({ kind }) => kind === 'visit.turned.away')).toHaveLength(2)
  expect(entries.map(entry => readLesson(entry).kind)).not.toContain('parked')
  const look = () => [
    store.read.visits.byId(visit.visit),
    store.read.visits.byPaper('TC-261123-3-01'),
    store.read.visits.before(first),
    store.read.dossiers.countOfForm('supplement', '2026'),
    store.read.dossiers.countOfForm('refusal', '2026'),
    store.read.drafts.all().map(({ draft }) => draft.id),
  ]
  const before = look()
  expect(before.slice(3)).toEqual([1, 1, [first.id]])
  store.rebuild()
  expect(look()).toEqual(before)
  store.close()
})
