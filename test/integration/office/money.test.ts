import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { completed } from '#kit/complete.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const TODAY = Day.parse('2026-11-23')

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

/** A finished dossier of certified copies, which costs something. */
async function received(): Promise<string> {
  const { draft } = await draftOf(office, LAN, '2.000815')
  const done = await office.get('dossier.finish', { draft: await completed(office, draft) })
  return done.dossier.code
}
const refusedWith = async (asked: Promise<{ ok: boolean; faults?: readonly { code: string }[] }>): Promise<readonly string[]> =>
  ((await asked).faults ?? []).map(fault => fault.code)
const inCash = (code: string, vnd: number) => office.ask('money.collect', { code, payment: null, vnd, method: 'cash', receipt: null })

describe('a dossier that costs something', () => {
  it('shows a bank code with the exact amount and the dossier in its note on an account that is marked as invented', async () => {
    const code = await received()
    const money = await office.get('money.of', { code })
    expect(money.toPay).toBeGreaterThan(0)
    expect(money.transfer).toMatchObject({ vnd: money.toPay, note: 'HS 0000020H20 261123 3001', bank: 'Vietcombank' })
    expect(money.transfer?.holder).toContain('MAU')
    expect(money.transfer?.qr.modules).toBeGreaterThan(20)
  })

  it('waits for a transfer, is paid when it is confirmed, and cannot be paid twice', async () => {
    const code = await received()
    const { toPay } = await office.get('money.claim', { code })
    const waiting = await office.get('money.of', { code })
    expect(waiting).toMatchObject({ paid: 0, toPay })
    const claim = waiting.waiting[0]
    if (claim === undefined) throw new Error('nothing waits')
    expect(await refusedWith(office.ask('money.claim', { code }))).toEqual(['money.claim.waiting'])
    const asked = { code, payment: claim.payment, vnd: toPay, method: 'transfer', receipt: null } as const
    expect(await office.get('money.collect', asked)).toMatchObject({ paid: toPay, toPay: 0, waiting: [], transfer: null })
    expect(await refusedWith(office.ask('money.collect', asked))).toEqual(['money.twice'])
    expect(await refusedWith(inCash(code, toPay))).toEqual(['money.nothing.due'])
  })

  it('keeps the number of the receipt, and gives back no more than was paid', async () => {
    const code = await received()
    const { toPay } = await office.get('money.of', { code })
    expect(await refusedWith(inCash(code, toPay + 1))).toEqual(['money.over'])
    const paid = await office.get('money.collect', { code, payment: null, vnd: toPay, method: 'cash', receipt: null })
    const payment = paid.payments[0]?.payment
    if (payment === undefined) throw new Error('no payment')
    const noted = await office.get('money.receipt', { code, payment, receipt: 'AB/26P 0000123' })
    expect(noted.payments[0]).toMatchObject({ receipt: 'AB/26P 0000123' })
    const back = { code, vnd: toPay, method: 'cash', reason: 'Rút hồ sơ' } as const
    expect(await refusedWith(office.ask('money.refund', { ...back, vnd: toPay + 1 }))).toEqual(['money.refund.over'])
    expect(await office.get('money.refund', back)).toMatchObject({ paid: 0, toPay })
  })
})

describe('a mistake', () => {
  it('is voided with a reason on its own day: it stays in the books, the till expects nothing of it, and it can be paid again', async () => {
    const code = await received()
    const { toPay } = await office.get('money.of', { code })
    const paid = await office.get('money.collect', { code, payment: null, vnd: toPay, method: 'transfer', receipt: null })
    const [payment] = paid.voidable
    if (payment === undefined) throw new Error('nothing to void')
    expect(await refusedWith(office.ask('money.void', { code, payment, reason: ' ' }))).toEqual(['money.void.reason'])
    const gone = await office.get('money.void', { code, payment, reason: 'Bấm nhầm, tiền chưa về' })
    expect(gone).toMatchObject({ paid: 0, toPay, voidable: [], refundBy: null })
    expect(gone.payments).toMatchObject([
      { state: 'voided', voided: { reason: 'Bấm nhầm, tiền chưa về', official: { name: 'Nguyễn Thị An' } } },
    ])
    const day = await office.get('money.day', { day: null })
    expect(day).toMatchObject({ total: 0, cash: 0, methods: [], payments: [{ state: 'voided' }] })
    expect((await office.get('money.collect', { code, payment: null, vnd: toPay, method: 'cash', receipt: null })).toPay).toBe(0)
  })

  it('of a day that was closed can only be given back, by the way it came', async () => {
    const code = await received()
    const { toPay } = await office.get('money.of', { code })
    const paid = await office.get('money.collect', { code, payment: null, vnd: toPay, method: 'transfer', receipt: null })
    const [payment] = paid.voidable
    if (payment === undefined) throw new Error('nothing to void')
    await office.get('money.close', { day: TODAY, opening: 0, counted: [], taker: 'Lê Thị Quỹ', reason: '' })
    const after = await office.get('money.of', { code })
    expect(after).toMatchObject({ voidable: [], refundBy: { method: 'transfer', vnd: toPay } })
    expect(await refusedWith(office.ask('money.void', { code, payment, reason: 'Nhầm' }))).toEqual(['money.void.late'])
  })

  it('in a claim is dropped, and the day waits for it no longer', async () => {
    const code = await received()
    const { waiting } = await office.get('money.claim', { code })
    const [claim] = waiting
    if (claim === undefined) throw new Error('nothing waits')
    expect(await office.get('money.void', { code, payment: claim.payment, reason: 'Chưa chuyển' })).toMatchObject({ waiting: [] })
    expect((await office.get('money.day', { day: null })).waiting).toEqual([])
  })
})

describe('the end of the day', () => {
  it('closes once, agrees with the payments, and prints a sheet with both names', async () => {
    const [one, two] = [await received(), await received()]
    const { toPay } = await office.get('money.of', { code: one })
    await inCash(one, toPay)
    await office.get('money.claim', { code: two })
    const day = await office.get('money.day', { day: null })
    expect(day).toMatchObject({ day: TODAY, total: toPay, cash: toPay, closed: null })
    expect(day.waiting.map(({ code }) => code)).toEqual([two])

    const closing = { day: TODAY, opening: 0, counted: [], taker: 'Lê Thị Quỹ', reason: '' }
    expect(await refusedWith(office.ask('money.close', closing))).toEqual(['money.day.reason'])
    const closed = await office.get('money.close', { ...closing, reason: 'Két khóa, chưa đếm' })
    expect(closed.job).toMatchObject({ form: 'day-sheet', code: 'BK-261123-3' })
    expect(await refusedWith(office.ask('money.close', closing))).toEqual(['money.day.closed'])

    const folder = join(office.dataDir, 'trang-in')
    await expect.poll(() => readdirSync(folder).filter(name => name.startsWith('day-sheet'))).toEqual(['day-sheet-BK-261123-3.pdf'])
    const text = pdfText(readFileSync(join(folder, 'day-sheet-BK-261123-3.pdf')))
    for (const told of ['BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY', one, two, 'Nguyễn Thị An', 'Lê Thị Quỹ', 'Két khóa, chưa đếm'])
      expect(text).toContain(told)
    expect(text).not.toContain('Hương Lan')

    await inCash(two, toPay)
    const next = await office.get('money.day', { day: Day.parse('2026-11-24') })
    expect(next.total).toBe(toPay)
    // Paid in cash meanwhile: the transfer may still come, and is waited for until somebody says that it will not.
    expect(next.waiting.map(({ code }) => code)).toEqual([two])
    expect((await office.get('paper.reprint', { code: 'BK-261123-3', form: 'day-sheet' })).copy).toBe(2)
  })

  it('asks first for an earlier day that was forgotten', async () => {
    const code = await received()
    const { toPay } = await office.get('money.of', { code })
    await inCash(code, toPay)
    office.clock.move('2026-11-24T16:00:00+07:00')
    expect(await office.get('money.day', { day: null })).toMatchObject({ day: TODAY })
    const closing = { day: Day.parse('2026-11-24'), opening: 0, counted: [], taker: 'Quỹ', reason: 'x' }
    expect(await refusedWith(office.ask('money.close', closing))).toEqual(['money.day.earlier'])
  })
})
