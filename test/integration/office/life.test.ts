import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Output } from '#contract/calls.ts'
import type { Step } from '#domain/dossier/move.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, tempOffice } from '#kit/office.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

const receive = async (procedure: string): Promise<Output<'dossier.finish'>['dossier']> => {
  const { draft } = await draftOf(office, CARD, procedure)
  return (await office.get('dossier.finish', { draft: await completed(office, draft) })).dossier
}
const step = (code: string, taken: Step) => office.ask('dossier.step', { code, step: taken })
const barOf = (opened: Output<'dossier.open'>, name: string) => opened.steps.find(one => one.step === name)?.bar?.code ?? null
const printed = () => expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 20_000 }).toBe(0)

describe('a dossier', () => {
  test('goes from reception over more papers and the unit to the citizen, and every step is in its history', async () => {
    const { code } = await receive('1.004873')
    const wanted = [{ name: 'Bản án ly hôn', original: 0, certified: 1, copy: 0 }]
    expect(await step(code, { kind: 'supplement', wanted, reason: 'Chưa có bản án' })).toMatchObject({ ok: true })
    office.clock.move('2026-11-23T11:00:00+07:00')
    for (const taken of [
      { kind: 'complete' },
      { kind: 'forward', to: 'Công chức tư pháp - hộ tịch' },
      { kind: 'ready', result: 'Giấy xác nhận tình trạng hôn nhân' },
    ] as const)
      expect(await step(code, taken)).toMatchObject({ ok: true })
    const opened = await office.get('dossier.open', { code })
    expect(opened.state).toBe('ready')
    expect(barOf(opened, 'return')).toBeNull()
    expect(barOf(opened, 'forward')).toBe('life.ready')
    const to = { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: '087190012345', paper: null } as const
    const returned = await office.get('dossier.step', { code, step: { kind: 'return', to, satisfied: 'very' } })
    expect(returned.state).toBe('returned')
    expect(returned.history.map(line => (line.kind === 'moved' ? line.moved.step.kind : 'corrected'))).toEqual([
      'supplement',
      'complete',
      'forward',
      'ready',
      'return',
    ])
    expect(returned.steps.every(({ bar }) => bar !== null)).toBe(true)
    await printed()
    const pages = readdirSync(join(office.dataDir, 'trang-in'))
    expect(pages).toContain(`supplement-${code}.pdf`)
    expect(pages).toContain(`control-${code}.pdf`)
  })

  test('is asked for papers once, whoever asks', async () => {
    const { code } = await receive('1.004873')
    const ask: Step = { kind: 'supplement', wanted: [{ name: 'X', original: 1, certified: 0, copy: 0 }], reason: 'Thiếu' }
    const both = await Promise.all([step(code, ask), step(code, ask)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('stands the same after a restart, and after its tables were built anew', async () => {
    const { code } = await receive('1.004873')
    await step(code, { kind: 'pause', reason: 'Chờ xác minh' })
    const before = await office.get('dossier.open', { code })
    await office.close()
    const again = await demoOffice({ dataDir: office.dataDir })
    expect((await again.get('dossier.open', { code })).history).toEqual(before.history)
    await again.close()
    office = await tempOffice({ dataDir: office.dataDir })
  })
})

describe('a mistake found after printing', () => {
  test('is mended under the same code; the old slip says what took its place', async () => {
    const dossier = await receive('2.000635')
    const { code } = dossier
    await printed()
    office.clock.move('2026-11-23T09:51:00+07:00')
    const { draft } = await office.get('dossier.correct', { code, reason: 'Ghi sai số bản' })
    const answers = { ...draft.answers, copies: { value: '5', origin: { from: 'typed' as const } } }
    const applicant = { ...draft.applicant, name: 'Nguyễn Thị Hương Lam' }
    const mended = (await office.get('dossier.finish', { draft: { ...draft, applicant, answers } })).dossier
    expect(mended).toMatchObject({ code, book: dossier.book, received: dossier.received, due: dossier.due, official: dossier.official })
    expect(mended.fee.total).toBe(40_000)
    expect(await office.get('card.scan', { text: code })).toEqual({ kind: 'dossier', code, replaced: { slip: 1, now: 2 } })
    expect(await office.get('card.scan', { text: `${code}/2` })).toEqual({ kind: 'dossier', code, replaced: null })
    const opened = await office.get('dossier.open', { code })
    expect(opened).toMatchObject({ slip: 2, history: [{ kind: 'corrected', slip: 2, reason: 'Ghi sai số bản' }] })
    expect(opened.history[0]).toMatchObject({ changed: expect.arrayContaining(['applicant.name', 'answers.copies', 'fee']) })
    expect((await office.get('dossier.find', { text: 'huong lam' })).hits.map(hit => hit.code)).toEqual([code])
    expect((await office.get('dossier.find', { text: 'huong lan' })).hits).toEqual([])
    await printed()
    const slips = readdirSync(join(office.dataDir, 'may-in'))
      .filter(name => name.endsWith('.txt'))
      .sort()
      .map(name => readFileSync(join(office.dataDir, 'may-in', name), 'utf8'))
    expect(slips).toHaveLength(2)
    expect(slips[1]).toContain(`${code}/2`)
    for (const name of [`mau-01-${code}.pdf`, `mau-01-${code}-so-2.pdf`])
      expect(existsSync(join(office.dataDir, 'trang-in', name))).toBe(true)
  })

  test('in the procedure itself moves the due day by the other limit, counted from the reception', async () => {
    const dossier = await receive('2.000635')
    office.clock.move('2026-11-23T16:00:00+07:00')
    const { draft } = await office.get('dossier.correct', { code: dossier.code, reason: 'Chọn nhầm thủ tục' })
    const opened = await draftOf(office, CARD, '1.004873')
    const right = await completed(office, { ...opened.draft, corrects: draft.corrects })
    const mended = (await office.get('dossier.finish', { draft: right })).dossier
    expect(mended.procedure.code).toBe('1.004873')
    expect(mended.due).toBeGreaterThan(dossier.due)
    expect(mended.code).toBe(dossier.code)
  })

  test('needs a reason and a difference, and an open dossier', async () => {
    const { code } = await receive('2.000635')
    expect(await office.ask('dossier.correct', { code, reason: ' ' })).toMatchObject({
      faults: [{ code: 'correct.reason', field: 'reason' }],
    })
    const { draft } = await office.get('dossier.correct', { code, reason: 'Sai' })
    expect(await office.ask('dossier.finish', { draft })).toMatchObject({ faults: [{ code: 'correct.nothing' }] })
    await step(code, { kind: 'refuse', reason: 'Không đủ điều kiện' })
    expect(await office.ask('dossier.correct', { code, reason: 'Sai' })).toMatchObject({ faults: [{ code: 'life.ended' }] })
  })
})
