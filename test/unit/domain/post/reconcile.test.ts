import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DossierId, OfficialId } from '#domain/kernel/id.ts'
import { Day, Instant, instantAt } from '#domain/kernel/time.ts'
import { type Difference, type Holding, type PostFacts, closePostDay, differenceKey, reconcile } from '#domain/post/reconcile.ts'
import { TrackingNumber, checkDigit } from '#domain/post/tracking.ts'
import { anId } from '#kit/dossier.ts'

const day = Day.parse('2026-11-24')
const dawn = instantAt(day, 0)
const labelOf = (serial: number): TrackingNumber => {
  const digits = String(serial).padStart(8, '0')
  return TrackingNumber.parse(`RN${digits}${checkDigit(digits)}VN`)
}
const holdingOf = (serial: number, part: Partial<Holding> = {}): Holding => ({
  dossier: DossierId.parse(anId()),
  handover: null,
  code: `000.00.20.H20-261124-${String(serial).padStart(4, '0')}`,
  owner: 'Nguyễn Thị Hương Lan',
  parcel: labelOf(serial),
  place: 'office',
  since: dawn,
  deadline: null,
  cod: 0,
  collected: 0,
  owed: 0,
  ...part,
})
const facts = (part: Partial<PostFacts>): PostFacts => ({ day, dawn, holdings: [], counted: [], misfits: [], ...part })
const said = (differences: readonly Difference[]) => differences.map(differenceKey).toSorted()

/** What is planted in one thing of an otherwise perfect day, and the difference it must be named as; `null`: none. */
const PLANTS: readonly ((serial: number) => { readonly holding: Holding; readonly isCounted: boolean; readonly names: string | null })[] = [
  serial => ({ holding: holdingOf(serial), isCounted: true, names: null }),
  serial => ({ holding: holdingOf(serial, { place: 'post', deadline: day }), isCounted: false, names: null }),
  serial => ({ holding: holdingOf(serial, { place: 'citizen', cod: 8000, collected: 8000, owed: 8000 }), isCounted: false, names: null }),
  serial => ({ holding: holdingOf(serial), isCounted: false, names: 'missing' }),
  serial => ({ holding: holdingOf(serial, { place: 'post', deadline: day }), isCounted: true, names: 'extra' }),
  serial => ({ holding: holdingOf(serial, { place: 'citizen' }), isCounted: true, names: 'extra' }),
  serial => ({ holding: holdingOf(serial, { place: 'lost' }), isCounted: false, names: 'lost' }),
  serial => ({ holding: holdingOf(serial, { place: 'post', deadline: Day.parse('2026-11-23') }), isCounted: false, names: 'silent' }),
  serial => ({ holding: holdingOf(serial, { place: 'citizen', cod: 8000, collected: 3000 }), isCounted: false, names: 'cash' }),
  serial => ({
    holding: holdingOf(serial, { place: 'citizen', cod: 8000, collected: 8000, owed: 8000, since: Instant.parse(dawn - 1) }),
    isCounted: false,
    names: 'unpaid',
  }),
]

describe('the end of a day', () => {
  test('names exactly what was planted, by name, whatever else there is and however often a thing is scanned', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: PLANTS.length - 1 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 5000, max: 5020 }), { maxLength: 4 }),
        fc.boolean(),
        (plants, strangers, byLabel) => {
          const planted = plants.flatMap((plant, serial) => PLANTS[plant]?.(serial) ?? [])
          const counted = planted.flatMap(({ isCounted, holding }) =>
            isCounted
              ? [
                  (byLabel ? holding.parcel?.replaceAll(/(\d{3})/g, ' $1 ').toLowerCase() : `${holding.code}/2`) ?? '',
                  ` ${holding.code?.toLowerCase()} `,
                ]
              : [],
          )
          const expected = [
            ...planted.flatMap(({ names, holding }) => (names === null ? [] : [`${names} ${holding.code}`])),
            ...[...new Set(strangers.map(labelOf))].map(label => `foreign ${label}`),
          ]
          const holdings = planted.map(({ holding }) => holding)
          expect(said(reconcile(facts({ holdings, counted: [...counted, ...strangers.map(labelOf)] })))).toEqual(expected.toSorted())
        },
      ),
    ))

  test('names what the Post speaks of and we do not know, and another end of what had ended', () => {
    const known = holdingOf(1, { place: 'citizen' })
    const misfits = [
      { number: labelOf(1), state: 'delivered', at: dawn, why: 'twice' as const },
      { number: labelOf(2), state: 'tried', at: dawn, why: 'unknown' as const },
    ]
    expect(said(reconcile(facts({ holdings: [known], misfits })))).toEqual([`twice ${known.code}`, `unknown ${labelOf(2)}`])
  })

  test('is not closed over a difference that nobody gave a reason for, nor twice, nor before its time', () => {
    const differences = reconcile(facts({ holdings: [holdingOf(1)] }))
    const closing = {
      day,
      today: day,
      now: dawn,
      holdings: [holdingOf(1)],
      differences,
      isClosed: false,
      official: { id: OfficialId.parse(anId()), name: 'Nguyễn Thị Ánh Tuyết' },
    }
    expect(closePostDay({ ...closing, reasons: {} })).toMatchObject({
      ok: false,
      faults: [{ code: 'post.day.reason', field: differences.map(differenceKey)[0] }],
    })
    const reasons = Object.fromEntries(differences.map(one => [differenceKey(one), 'Đang tìm ở tủ hồ sơ']))
    expect(closePostDay({ ...closing, reasons })).toMatchObject({
      ok: true,
      value: { counts: { office: 1, post: 0, citizen: 0, lost: 0 }, differences: [{ kind: 'missing', reason: 'Đang tìm ở tủ hồ sơ' }] },
    })
    expect(closePostDay({ ...closing, reasons, isClosed: true })).toMatchObject({ ok: false, faults: [{ code: 'post.day.closed' }] })
    expect(closePostDay({ ...closing, reasons, today: Day.parse('2026-11-23') })).toMatchObject({ ok: false })
  })
})
