import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import type { HandoverSigned } from '#domain/post/handover.ts'
import {
  type Parcel,
  type ParcelStep,
  deadlineOf,
  isWithPost,
  moveParcel,
  owedBy,
  parcelAfter,
  signedParcels,
} from '#domain/post/parcel.ts'
import { MONDAY, aHandover, aParcel, aSigner, anItem } from '#kit/post.ts'

const official = aSigner('reception')
const HOUR = 3_600_000
const later = (hours: number): Instant => Instant.parse(MONDAY + hours * HOUR)
const step = fc.oneof(
  fc.constant<ParcelStep>({ kind: 'tried', reason: 'Vắng nhà' }),
  fc.integer({ min: 0, max: 90_000 }).map((collected): ParcelStep => ({ kind: 'delivered', receiver: 'Lan', shown: null, collected })),
  fc.constant<ParcelStep>({ kind: 'returning', reason: 'Quá hạn' }),
  fc.constant<ParcelStep>({ kind: 'lost', reason: 'Thất lạc' }),
)
const move = (parcel: Parcel, what: ParcelStep, at: Instant) => moveParcel(parcel, what, { at, told: later(1000), from: 'hand', official })

describe('a parcel with the Post', () => {
  test('whatever the Post says in whatever order: what ended stays ended, time does not run back, and money is owed exactly while it was delivered', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: -2, max: 200 })), { maxLength: 12 }), told => {
        let parcel = aParcel()
        for (const [what, hours] of told) {
          const moved = move(parcel, what, later(hours))
          if (!moved.ok) continue
          expect(['delivered', 'returned']).not.toContain(parcel.state)
          expect(moved.value.at).toBeGreaterThanOrEqual(parcel.since)
          parcel = parcelAfter(parcel, moved.value)
          expect(owedBy(parcel)).toBe(what.kind === 'delivered' ? what.collected : 0)
        }
      }),
    ))

  test('cannot be told of before it went, or in time to come', () => {
    const what: ParcelStep = { kind: 'lost', reason: 'x' }
    expect(move(aParcel(), what, later(-1))).toMatchObject({ ok: false, faults: [{ code: 'parcel.time.before' }] })
    expect(move(aParcel(), what, later(1001))).toMatchObject({ ok: false, faults: [{ code: 'parcel.time.future' }] })
  })

  test('must be heard of within its transit time, then two working days after each of two invitations, then on its way back', () => {
    const office = { calendar: buildCalendar([], [Day.parse('2026-11-25')]), province: 'tỉnh Đồng Tháp' }
    expect(deadlineOf(aParcel(), 'Ấp 3, Thường Lạc, Dong Thap', office)).toBe('2026-11-26')
    expect(deadlineOf(aParcel(), 'Quận 1, TP Hồ Chí Minh', office)).toBe('2026-11-30')
    expect(deadlineOf(aParcel({ state: 'tried', tries: 1 }), null, office)).toBe('2026-11-26')
    expect(deadlineOf(aParcel({ state: 'tried', tries: 2 }), null, office)).toBe('2026-11-30')
    expect(deadlineOf(aParcel({ state: 'delivered' }), null, office)).toBeNull()
  })
})

describe('a signed list', () => {
  const signed = (part: Parameters<typeof aHandover>[0]): HandoverSigned => ({
    ...aHandover(part),
    signed: { at: later(1), official, clerk: aSigner('postal'), paidIn: [] },
  })
  const item = anItem()
  const out = aHandover().id

  test('to the Post sends its things away; from it, what was away is back and what it brought is here', () => {
    const to = signed({ items: [item] })
    const own = aParcel({ handover: to.id, dossier: item.dossier, state: 'listed' })
    expect(signedParcels(to, () => [own]).map(({ state }) => state)).toEqual(['away'])
    const from = signed({ direction: 'from-post', items: [item] })
    const back = aParcel({ handover: from.id, dossier: item.dossier, state: 'listed' })
    const away = aParcel({ handover: out, dossier: item.dossier, state: 'tried' })
    expect(signedParcels(from, () => [away, back]).map(({ state }) => state)).toEqual(['returned', 'returned'])
    const brought = anItem({ brought: { procedure: '2.000635', number: null, phone: null, address: null, missing: null } })
    const bringing = signed({ direction: 'from-post', items: [brought] })
    const fresh = aParcel({ handover: bringing.id, dossier: brought.dossier, state: 'listed' })
    expect(signedParcels(bringing, () => [fresh]).map(({ state }) => state)).toEqual(['here'])
  })

  test('that corrects another takes its thing off both; what had not come back after all is with the Post again', () => {
    const wrong = aHandover({ direction: 'from-post' })
    const mends = signed({ direction: 'from-post', corrects: { id: wrong.id, code: wrong.code }, items: [item] })
    const rows = [
      aParcel({ handover: out, dossier: item.dossier, state: 'returned', since: later(0.5) }),
      aParcel({ handover: wrong.id, dossier: item.dossier, state: 'returned', since: later(0.5) }),
      aParcel({ handover: mends.id, dossier: item.dossier, state: 'listed' }),
    ]
    const after = new Map(signedParcels(mends, () => rows).map(one => [one.handover, one.state]))
    expect([...after]).toEqual([
      [mends.id, 'struck'],
      [wrong.id, 'struck'],
      [out, 'returning'],
    ])
    expect(isWithPost(after.get(out) ?? 'lost')).toBe(true)
  })
})
