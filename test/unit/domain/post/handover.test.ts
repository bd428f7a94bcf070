import { describe, expect, test } from 'vitest'
import { DossierCode } from '#domain/dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { type Candidate, type Handover, addItem, signHandover } from '#domain/post/handover.ts'

const now = Instant.parse(1_795_000_000_000)
const id = (n: number) => `018f4a2e-0000-7000-8000-${String(n).padStart(12, '0')}`
const aList = (more: Partial<Handover> = {}): Handover => ({
  id: HandoverId.parse(id(1)),
  code: 'BG-261123-3-01',
  direction: 'to-post',
  office: 'Một cửa',
  partner: 'Bưu điện',
  opened: now,
  items: [],
  signed: null,
  ...more,
})
const aCandidate = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  dossier: DossierId.parse(id(n)),
  code: DossierCode.parse(`000.00.20.H20-261123-${3000 + n}`),
  owner: 'Nguyễn Thị Hương Lan',
  procedure: 'Cấp bản sao',
  papers: 1,
  elsewhere: null,
  ...more,
})
const item = (n: number) => {
  const { elsewhere: _, ...rest } = aCandidate(n)
  return { ...rest, added: now }
}
const official = { id: OfficialId.parse(id(8)), name: 'A', role: 'reception' } as const
const clerk = { id: OfficialId.parse(id(9)), name: 'B', role: 'postal' } as const

describe('a handover list', () => {
  test('takes a dossier of this office once', () => {
    const added = addItem(aList(), 'x', aCandidate(2), now)
    expect(added).toMatchObject({ ok: true, value: { owner: 'Nguyễn Thị Hương Lan', added: now } })
    expect(addItem(aList({ items: [item(2)] }), 'x', aCandidate(2), now)).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.double' }],
    })
  })
  test('refuses what the office does not know', () =>
    expect(addItem(aList(), 'x', null, now)).toMatchObject({ ok: false, faults: [{ code: 'handover.item.foreign' }] }))
  test('names the other list a dossier stands on', () =>
    expect(addItem(aList(), 'x', aCandidate(2, { elsewhere: 'BG-261122-3-01' }), now)).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.elsewhere', data: { list: 'BG-261122-3-01' } }],
    }))
  test('is signed by both sides or not at all, and never empty', () => {
    expect(signHandover(aList(), official, clerk, now)).toMatchObject({ ok: false, faults: [{ code: 'handover.empty' }] })
    const full = aList({ items: [item(2)] })
    expect(signHandover(full, clerk, clerk, now)).toMatchObject({ ok: false, faults: [{ field: 'official' }] })
    expect(signHandover(full, official, official, now)).toMatchObject({ ok: false, faults: [{ field: 'clerk' }] })
    expect(signHandover(full, official, clerk, now)).toMatchObject({ ok: true, value: { signed: { at: now, official, clerk } } })
  })
  test('does not change any more once it is signed', () => {
    const signed = aList({ items: [item(2)], signed: { at: now, official, clerk } })
    expect(addItem(signed, 'x', aCandidate(3), now)).toMatchObject({ ok: false, faults: [{ code: 'handover.closed' }] })
    expect(signHandover(signed, official, clerk, now)).toMatchObject({ ok: false, faults: [{ code: 'handover.closed' }] })
  })
})
