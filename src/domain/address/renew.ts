import { z } from 'zod'
import { fold, tidy } from '../kernel/text.ts'
import { type KnownWords, type PlaceKind, type Reading, readingOf, readingsOf } from './place-name.ts'
import type { Commune, OldUnit, Units } from './units.ts'

/**
 * What an address is called today. `new`: it is. `renewed`: it was the one in `candidates`. `split`: a person has to choose, because
 * the unit went into several, or was not written so that it can be only one. `rest` (house, street, hamlet) stays as it was written;
 * `rest` and a candidate, with a comma between, are the address of today.
 */
export const Renewal = z.strictObject({
  kind: z.enum(['new', 'renewed', 'split', 'unknown']),
  rest: z.string(),
  candidates: z.array(z.string()).readonly(),
})
export type Renewal = z.output<typeof Renewal>

/** Writes an address together again. */
export const joinAddress = (rest: string, place: string): string => [rest, place].filter(part => part !== '').join(', ')

/** `provinces` are the keys of its own and, for a unit of before, of where it went. */
type Named<T> = { readonly unit: T; readonly name: Reading; readonly district: Reading | null; readonly provinces: readonly string[] }
/** `sure`: kind and marks, where they were written, are those of the unit. */
type Match<T> = { readonly unit: T; readonly score: number; readonly sure: boolean }
type Index<T> = (ward: string, district: string | null, province: string) => readonly Match<T>[]

type Tables = { readonly today: Index<Commune>; readonly before: Index<OldUnit>; readonly islands: Index<OldUnit> }

const wards: ReadonlySet<PlaceKind | null> = new Set(['phuong', 'xa', 'thi tran', 'dac khu', null])
const districts: ReadonlySet<PlaceKind | null> = new Set(['thanh pho', 'thi xa', 'quan', 'huyen', null])

/** More than these are no answer. */
const MOST = 9

/** Names people write for a province, beside its own. */
const aliases: Readonly<Record<string, string>> = {
  thuathienhue: 'hue',
  hcm: 'hochiminh',
  tphcm: 'hochiminh',
  saigon: 'hochiminh',
  hn: 'hanoi',
  brvt: 'bariavungtau',
}

export function openRenew({ communes, olds }: Units, known: KnownWords): (text: string) => Renewal {
  const read = (name: string): Reading => readingOf(name, known)
  const provinceOf = memo((province: string) => read(province).key)
  const today = indexOf(communes.map(unit => ({ unit, name: read(unit.name), district: null, provinces: [provinceOf(unit.province)] })))
  const districtOf = memo(read)
  const named = (unit: OldUnit, name: Reading, district: Reading | null) => ({
    unit,
    name,
    district,
    provinces: [unit.province, ...unit.now.map(commune => commune.province)].map(provinceOf),
  })
  const before = indexOf(olds.filter(unit => unit.name !== '').map(unit => named(unit, read(unit.name), districtOf(unit.district))))
  const islands = indexOf(olds.filter(unit => unit.name === '').map(unit => named(unit, districtOf(unit.district), null)))
  const tables = { today, before, islands }
  return text => {
    const parts = tidy(text)
      .replace(/[.;\s]+$/, '')
      .split(/\s*[,;]\s*/)
      .filter(part => part !== '')
    return inThree(parts, tables) ?? inTwo(parts, tables) ?? inLoose(parts, tables) ?? { kind: 'unknown', rest: text, candidates: [] }
  }
}

/** House …, commune, district, province: as cards were printed until 2025. */
function inThree(parts: readonly string[], { before, today }: Tables): Renewal | null {
  const [ward, district, province] = parts.slice(-3)
  if (ward === undefined || district === undefined || province === undefined) return null
  const matches = before(ward, district, province)
  if (matches.length === 0) return null
  // "An Lạc, Hồng Ngự, Đồng Tháp": a commune of before, or a hamlet in a commune of today. Both are offered.
  // A hamlet named before it leaves no doubt: no hamlet lies within another.
  const also = isHamlet(parts.at(-4) ?? '') ? [] : today(district, null, province).filter(({ sure }) => sure)
  return became(
    matches,
    restOf(parts, 3),
    also.map(({ unit }) => `${ward}, ${unit.text}`),
  )
}

/** House …, commune, province: as it is written today; or an old commune or island district without what stood between. */
function inTwo(parts: readonly string[], { today, islands, before }: Tables): Renewal | null {
  const [ward, province] = parts.slice(-2)
  if (ward === undefined || province === undefined) return null
  const rest = restOf(parts, 2)
  const now = today(ward, null, province).filter(({ sure }) => sure)
  if (now.length > 0) return { kind: now.length === 1 ? 'new' : 'split', rest, candidates: now.map(({ unit }) => unit.text) }
  const island = islands(ward, null, province).filter(({ sure }) => sure)
  const was = island.length > 0 ? island : before(ward, null, province)
  return was.length > 0 ? became(was, rest, []) : null
}

/** A district that was renamed before 2025 (thành phố Huế, Thừa Thiên Huế): the commune may still be the only one of its name. */
function inLoose(parts: readonly string[], { before }: Tables): Renewal | null {
  const [ward, district, province] = parts.slice(-3)
  if (ward === undefined || district === undefined || province === undefined || !isDistrict(district)) return null
  const was = before(ward, null, province).map(match => ({ ...match, sure: false }))
  return was.length > 0 ? became(was, restOf(parts, 3), []) : null
}

const isHamlet = (part: string): boolean => /^(ap|thon|khom|xom|ban|buon|lang|khu pho|kp)\b/.test(fold(part))

const restOf = (parts: readonly string[], tiers: number): string => parts.slice(0, -tiers).join(', ')

function memo<T>(work: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return name => {
    const before = known.get(name) ?? work(name)
    known.set(name, before)
    return before
  }
}

const isDistrict = (part: string): boolean => readingsOf(part).some(({ kind }) => kind !== null && districts.has(kind))

function became(matches: readonly Match<OldUnit>[], rest: string, also: readonly string[]): Renewal {
  const candidates = [...new Set([...matches.flatMap(({ unit }) => unit.now.map((commune: Commune) => commune.text)), ...also])]
  if (candidates.length > MOST) return { kind: 'unknown', rest, candidates: [] }
  return { kind: candidates.length === 1 && matches.every(({ sure }) => sure) ? 'renewed' : 'split', rest, candidates }
}

/** Units by the key of their name, with or without their district; of those found, the ones that fit what was written best. */
function indexOf<T>(units: readonly Named<T>[]): Index<T> {
  const byName = new Map<string, Named<T>[]>()
  for (const named of units) {
    const list = byName.get(named.name.key)
    if (list === undefined) byName.set(named.name.key, [named])
    else list.push(named)
  }
  return (ward, district, province) => {
    const judged = /[^\p{ASCII}]/u.test(ward + (district ?? '') + province)
    const provinces = new Set(readingsOf(province).map(({ key }) => aliases[key] ?? key))
    const districtReadings = district === null ? null : readingsOf(district).filter(({ kind }) => districts.has(kind))
    const matches = readingsOf(ward).flatMap(reading =>
      (byName.get(reading.key) ?? []).flatMap((named): Match<T>[] => {
        const at = named.provinces.findIndex(key => provinces.has(key))
        const seat = districtReadings?.find(({ key }) => key === named.district?.key)
        if (at < 0 || (districtReadings !== null && seat === undefined) || !fits(reading.kind, named.name.kind)) return []
        return [{ unit: named.unit, ...judge(named, { reading, seat, first: at === 0, judged }) }]
      }),
    )
    const most = Math.max(...matches.map(({ score }) => score))
    return matches.filter(({ score }) => score === most)
  }
}

/** A ward's name is not a district's; island districts, which are searched as wards are, are called by theirs. */
const fits = (written: PlaceKind | null, own: PlaceKind | null): boolean => (wards.has(own) ? wards.has(written) : written === own)

type Written = { readonly reading: Reading; readonly seat: Reading | undefined; readonly first: boolean; readonly judged: boolean }

function judge({ name, district }: Named<unknown>, { reading, seat, first, judged }: Written): { score: number; sure: boolean } {
  const marks = !judged || reading.marked === name.marked
  const kind = reading.kind === null || reading.kind === name.kind
  const seatMarks = !judged || seat === undefined || seat.marked === district?.marked
  const seatKind = seat === undefined || seat.kind === null || seat.kind === district?.kind
  const score = [first, marks, kind, seatMarks, seatKind].reduce((sum, holds) => sum * 2 + (holds ? 1 : 0), 0)
  return { score, sure: marks && kind && seatMarks }
}
