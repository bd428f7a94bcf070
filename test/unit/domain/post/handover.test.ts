import { describe, expect, test } from 'vitest'
import { TrackingNumber } from '#domain/post/tracking.ts'
import { type Candidate, addItem, describeItem, removeItem, signHandover, totalsOf } from '#domain/post/handover.ts'
import { MONDAY, aHandover, aSigner, anItem } from '#kit/post.ts'

const LABEL = TrackingNumber.parse('RN123456785VN')
const official = aSigner('reception')
const clerk = aSigner('postal')
const candidateOf = (part: Partial<Candidate> = {}): Candidate => {
  const { added: _, ...item } = anItem()
  return { ...item, bar: null, ...part }
}
const codesOf = (result: { ok: boolean; faults?: readonly { code: string }[] }) => (result.faults ?? []).map(({ code }) => code)

describe('a handover list', () => {
  test('takes a thing once', () => {
    const found = candidateOf()
    const added = addItem(aHandover(), 'x', found, MONDAY)
    expect(added).toMatchObject({ ok: true, value: { owner: 'Nguyễn Thị Hương Lan', added: MONDAY } })
    const list = aHandover({ items: added.ok ? [added.value] : [] })
    expect(codesOf(addItem(list, 'x', found, MONDAY))).toEqual(['handover.item.double'])
  })

  test('refuses what the office does not know, and says what keeps a thing from travelling', () => {
    expect(codesOf(addItem(aHandover(), 'x', null, MONDAY))).toEqual(['handover.item.foreign'])
    const elsewhere = candidateOf({ bar: { code: 'handover.item.elsewhere', list: 'BG-261122-3-01' } })
    expect(addItem(aHandover(), 'x', elsewhere, MONDAY)).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.elsewhere', data: { list: 'BG-261122-3-01' } }],
    })
  })

  test('has one label on one thing', () => {
    const [first, second] = [anItem({ parcel: LABEL }), anItem()]
    const list = aHandover({ items: [first, second] })
    expect(codesOf(addItem(list, 'x', candidateOf({ parcel: LABEL }), MONDAY))).toEqual(['handover.parcel.double'])
    const said = { parcel: LABEL, weight: 80, postage: null, fee: 0, cod: 0, papers: 1 }
    expect(codesOf(describeItem(list, second.dossier, said, 0))).toEqual(['handover.parcel.double'])
    expect(describeItem(list, first.dossier, said, 0)).toMatchObject({ ok: true, value: { parcel: LABEL, weight: 80 } })
  })

  test('lets the Post take no more on delivery than the citizen owes', () => {
    const item = anItem()
    const said = { parcel: null, weight: null, postage: null, fee: 0, cod: 16_000, papers: 1 }
    expect(codesOf(describeItem(aHandover({ items: [item] }), item.dossier, said, 8_000))).toEqual(['handover.cod.over'])
  })

  test('is signed by both sides or not at all, and never empty', () => {
    expect(codesOf(signHandover(aHandover(), { official, clerk }, MONDAY))).toEqual(['handover.empty'])
    const full = aHandover({ items: [anItem()] })
    expect(signHandover(full, { official: clerk, clerk }, MONDAY)).toMatchObject({ ok: false, faults: [{ field: 'official' }] })
    expect(signHandover(full, { official, clerk: official }, MONDAY)).toMatchObject({ ok: false, faults: [{ field: 'clerk' }] })
    expect(signHandover(full, { official, clerk }, MONDAY)).toMatchObject({ ok: true, value: { signed: { at: MONDAY, official, clerk } } })
  })

  test('takes money in only on the way from the Post, and then may carry nothing else', () => {
    const paidIn = [{ handover: aHandover().id, dossier: anItem().dossier, vnd: 16_000 }]
    expect(codesOf(signHandover(aHandover({ items: [anItem()] }), { official, clerk, paidIn }, MONDAY))).toEqual(['handover.paid-in'])
    expect(signHandover(aHandover({ direction: 'from-post' }), { official, clerk, paidIn }, MONDAY)).toMatchObject({ ok: true })
  })

  test('does not change any more once it is signed', () => {
    const item = anItem()
    const signed = aHandover({ items: [item], signed: { at: MONDAY, official, clerk, paidIn: [] } })
    const said = { parcel: LABEL, weight: null, postage: null, fee: 0, cod: 0, papers: 1 }
    for (const refused of [
      addItem(signed, 'x', candidateOf(), MONDAY),
      removeItem(signed, item.dossier),
      describeItem(signed, item.dossier, said, 0),
      signHandover(signed, { official, clerk }, MONDAY),
    ])
      expect(codesOf(refused)).toEqual(['handover.closed'])
  })

  test('adds up', () => {
    const list = aHandover({
      items: [anItem({ weight: 80, cod: 8_000, papers: 2 }), anItem({ weight: 120, postage: { vnd: 26_000, by: 'citizen' }, fee: 5_000 })],
    })
    expect(totalsOf(list)).toEqual({ items: 2, papers: 3, weight: 200, postage: 26_000, fee: 5_000, cod: 8_000, paidIn: 0 })
  })
})
