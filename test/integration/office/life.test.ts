import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Output } from '#contract/calls.ts'
import type { Step } from '#domain/dossier/move.ts'
import { Day } from '#domain/kernel/time.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, tempOffice } from '#kit/office.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { foreignFile } from '../../unit/paper/shipped.ts'

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
const saidOn = (page: string): string => pdfText(readFileSync(join(office.dataDir, 'trang-in', page))).replaceAll(/\s+/g, ' ')
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
    // An error of the office can still be mended.
    expect(returned.steps.filter(({ bar }) => bar === null).map(({ step }) => step)).toEqual(['correct'])
    await printed()
    const pages = readdirSync(join(office.dataDir, 'trang-in'))
    expect(pages).toContain(`supplement-${code}.pdf`)
    expect(pages).toContain(`control-${code}.pdf`)
  })

  test('gets another Mẫu 01 when its papers are complete, with the time that holds; the first one says what took its place', async () => {
    const { code, due } = await receive('1.004873')
    await printed()
    const wanted = [{ name: 'Bản án ly hôn', original: 0, certified: 1, copy: 0 }]
    await step(code, { kind: 'supplement', wanted, reason: 'Chưa có bản án' })
    office.clock.move('2026-11-25T10:00:00+07:00')
    const opened = await office.get('dossier.step', { code, step: { kind: 'complete' } })
    expect(opened).toMatchObject({ slip: 2, papers: expect.arrayContaining([expect.objectContaining({ name: 'Bản án ly hôn' })]) })
    expect(opened.due).toBeGreaterThan(due)
    await printed()
    expect(await office.get('card.scan', { text: code })).toMatchObject({ replaced: { slip: 1, now: 2 } })
    const said = saidOn(`mau-01-${code}-so-2.pdf`)
    expect(said).toContain('Nhận đủ hồ sơ bổ sung 10 giờ 00 phút, ngày 25 tháng 11 năm 2026')
    expect(said).toContain('17 giờ 00 phút, ngày 30 tháng 11 năm 2026')
    expect(said).toContain('Bản án ly hôn')
    await office.get('dossier.step', { code, step: { kind: 'forward', to: 'Công chức tư pháp - hộ tịch' } })
    await printed()
    expect(saidOn(`control-${code}.pdf`)).toContain('Thời gian trả kết quả: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026')
  })

  test('keeps what an apology said after it was mended, and a reprint says the time that holds', async () => {
    const { code } = await receive('1.004873')
    await step(code, { kind: 'extend', reason: 'Mất điện', until: Day.parse('2026-12-04') })
    const { draft } = await office.get('dossier.correct', { code, reason: 'Sai tên' })
    await office.get('dossier.finish', { draft: { ...draft, applicant: { ...draft.applicant, name: 'Nguyễn Thị Hương Lam' } } })
    expect(await office.get('dossier.open', { code })).toMatchObject({ due: Date.parse('2026-12-04T17:00:00+07:00') })
    await office.get('paper.reprint', { code, form: 'extension' })
    await printed()
    const said = saidOn(`extension-${code}-in-lai-2.pdf`)
    expect(said).toContain('17 giờ 00 phút, ngày 27 tháng 11 năm 2026')
    expect(said).toContain('17 giờ 00 phút, ngày 04 tháng 12 năm 2026')
    expect(saidOn(`mau-01-${code}-so-2.pdf`)).toContain('17 giờ 00 phút, ngày 04 tháng 12 năm 2026')
  })

  test('that is stopped gives back no more than was paid, and owes nothing more', async () => {
    const { code, fee } = await receive('2.000635')
    expect(fee.total).toBeGreaterThan(1)
    const stop = (refund: number) => step(code, { kind: 'stop', reason: 'Công dân rút hồ sơ', refund, originals: true })
    expect(await stop(fee.total)).toMatchObject({ faults: [{ code: 'life.stop.refund', field: 'refund', data: { most: 0 } }] })
    await office.get('money.collect', { code, payment: null, vnd: 1, method: 'cash', receipt: null })
    expect(await office.get('dossier.open', { code })).toMatchObject({ paid: 1 })
    office.clock.move('2026-11-23T10:00:00+07:00')
    expect(await stop(1)).toMatchObject({ ok: true })
    expect(await office.get('money.of', { code })).toMatchObject({ paid: 1, toPay: 0, toGiveBack: 1, transfer: null })
    await office.get('money.refund', { code, vnd: 1, method: 'cash', reason: 'Dừng giải quyết' })
    expect(await office.get('money.of', { code })).toMatchObject({ paid: 0, toPay: 0, toGiveBack: 0 })
    expect(await office.ask('money.collect', { code, payment: null, vnd: 1, method: 'cash', receipt: null })).toMatchObject({
      faults: [{ code: 'money.nothing.due' }],
    })
  })

  test('of persons alone is given to no authorised person', async () => {
    const { code } = await receive('1.000894')
    await step(code, { kind: 'ready', result: 'Giấy chứng nhận kết hôn' })
    const to = { right: 'authorised', name: 'Trần Văn Hùng', number: '087190054321', paper: 'Giấy ủy quyền số 12' } as const
    expect(await step(code, { kind: 'return', to, satisfied: null })).toMatchObject({
      faults: [{ code: 'life.return.in-person', field: 'right' }],
    })
  })

  test('says by when it goes on to another unit, why it is due, and that its own procedure may be repealed by now', async () => {
    const folder = join(office.dataDir, 'catalog', 'procedures')
    const model = foreignFile('1.004873.json')
    const drop = (part: object): void =>
      writeFileSync(
        join(folder, '9.000001.json'),
        JSON.stringify({ ...(typeof model === 'object' ? model : {}), code: '9.000001', ...part }),
      )
    const offered = async (): Promise<readonly string[]> => {
      const hello = await office.get('office.hello', {})
      return hello.setUp ? hello.procedures.map(({ code }) => code) : []
    }
    drop({ name: 'Thủ tục cũ' })
    await expect.poll(offered).toContain('9.000001')
    const { code } = await receive('9.000001')
    drop({ name: 'Thủ tục cũ', repealedFrom: '2026-11-24' })
    office.clock.move('2026-11-25T09:00:00+07:00')
    await expect.poll(offered).not.toContain('9.000001')
    const opened = await office.get('dossier.open', { code })
    expect(opened.procedure).toMatchObject({ code: '9.000001', repealedFrom: '2026-11-24' })
    expect(opened.forwardBy).toBe(Date.parse('2026-11-23T17:00:00+07:00'))
    expect(opened.why).toMatchObject({ limit: '3d', restarted: false, same: true })
    expect(opened.why.skipped).toContainEqual(expect.objectContaining({ day: '2026-11-24', why: 'holiday', name: expect.any(String) }))
    expect(await office.ask('dossier.correct', { code, reason: 'Sai tên' })).toMatchObject({ ok: true })
  })

  test('is not moved by a clock that went back', async () => {
    const { code } = await receive('1.004873')
    office.clock.move('2026-11-23T08:00:00+07:00')
    expect(await step(code, { kind: 'forward', to: 'Công chức' })).toMatchObject({ faults: [{ kind: 'failure', code: 'life.clock.back' }] })
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

  test('by two at once is mended by the first; the other is told, and neither draft is left behind', async () => {
    const { code } = await receive('2.000635')
    const [first, second] = [
      await office.get('dossier.correct', { code, reason: 'Sai tên' }),
      await office.get('dossier.correct', { code, reason: 'Sai số bản' }),
    ]
    for (const { draft } of [first, second]) await office.get('draft.keep', { draft })
    const named = { ...first.draft, applicant: { ...first.draft.applicant, name: 'Nguyễn Thị Hương Lam' } }
    const counted = { ...second.draft, answers: { ...second.draft.answers, copies: { value: '5', origin: { from: 'typed' as const } } } }
    const mended = await office.get('dossier.finish', { draft: named })
    expect(await office.ask('dossier.finish', { draft: counted })).toMatchObject({ faults: [{ code: 'correct.stale', data: { slip: 2 } }] })
    expect(await office.get('draft.list', {})).toEqual([])
    expect((await office.get('dossier.open', { code })).dossier.applicant.name).toBe('Nguyễn Thị Hương Lam')
    // The key that was pressed twice.
    expect((await office.get('dossier.finish', { draft: named })).dossier).toEqual(mended.dossier)
    expect((await office.get('dossier.open', { code })).slip).toBe(2)
  })

  test('is due on the desk when it will be due once it is saved', async () => {
    const { code } = await receive('1.004873')
    await step(code, { kind: 'pause', reason: 'Chờ xác minh' })
    office.clock.move('2026-11-25T10:00:00+07:00')
    await step(code, { kind: 'resume' })
    const { due } = await office.get('dossier.open', { code })
    const { draft, due: shown } = await office.get('dossier.correct', { code, reason: 'Sai tên' })
    expect(shown.at).toBe(due)
    const mended = await office.get('dossier.finish', { draft: { ...draft, applicant: { ...draft.applicant, name: 'Nguyễn Thị Lam' } } })
    expect(mended.dossier.due).toBe(due)
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
