import { afterEach, beforeEach, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { OFFICE_ONLY } from '#office/office-only.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, signIn } from '#kit/office.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const SPAN = { first: Day.parse('2026-11-01'), last: Day.parse('2026-11-30') }

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

test('a postal clerk runs a counter, and is refused each thing that only the office decides', async () => {
  await signIn(office, 'postal')
  const { draft } = await draftOf(office, CARD, '2.000815')
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
  expect(dossier.official.name).toBe('Trần Văn Bưu')
  const { code } = dossier
  await signIn(office, 'supervisor')
  const { settings } = await office.get('settings.open', {})
  const asked: Readonly<Record<(typeof OFFICE_ONLY)[number], unknown>> = {
    'visit.turnAway': { draft, turning: { kind: 'refuse', reason: 'Không thuộc thẩm quyền của cơ quan' } },
    'dossier.step': { code, step: { kind: 'ready', result: 'Bản sao đã chứng thực' } },
    'dossier.correct': { code, reason: 'Sai tên' },
    'money.void': { code, payment: dossier.dossier, reason: 'Ghi nhầm' },
    'money.refund': { code, vnd: 2_000, method: 'cash', reason: 'Thu nhầm' },
    'money.close': { day: '2026-11-23', opening: 0, counted: [], taker: 'Lê Thị Quỹ', reason: '' },
    'post.close': { day: '2026-11-23', counted: [], reasons: {} },
    'book.count': SPAN,
    'book.print': SPAN,
    'book.save': SPAN,
    'settings.open': {},
    'settings.keep': { settings, years: [] },
    'settings.bankCode': { bank: settings.bank },
  }
  await signIn(office, 'postal')
  for (const name of OFFICE_ONLY)
    expect(await office.foreign(name, asked[name]), name).toMatchObject({ ok: false, faults: [{ code: 'post.role' }] })
  await signIn(office, 'reception')
  for (const name of OFFICE_ONLY)
    expect(await office.foreign(name, asked[name]), name).not.toMatchObject({ faults: [{ code: 'post.role' }] })
  expect(await office.get('book.count', SPAN)).toEqual({ count: 1 })
})
