import { z } from 'zod'
import { fold, tidy } from '../kernel/text.ts'
import { readTimeCell } from './cell.ts'
import { readTracking } from './tracking.ts'

/** Where the Post says that a parcel is. */
export const PostState = z.enum(['with-post', 'tried', 'delivered', 'returning', 'lost'])
export type PostState = z.output<typeof PostState>

/** A row of a table, its cells as text; the cells a short row lacks are empty. */
export type Row = readonly string[]

const Column = z.int().nonnegative()

/** Which column of the Post's file says what (counted from 0), and what its own words for a state mean, folded. */
export const ColumnMapping = z.strictObject({
  number: Column,
  state: Column,
  at: Column,
  receiver: Column.optional(),
  reason: Column.optional(),
  cod: Column.optional(),
  states: z.record(z.string(), z.enum([...PostState.options, 'skip'])),
})
export type ColumnMapping = z.output<typeof ColumnMapping>

/** A proposal: what could not be told is left out, for somebody to fill in. */
export type GuessedMapping = Partial<ColumnMapping> & Pick<ColumnMapping, 'states'>

type Field = Exclude<keyof ColumnMapping, 'states'>

/** The row with the names of the columns, counted from 0; `null` where none of the first twenty looks like one. */
export function headOf(rows: readonly Row[]): number | null {
  const at = rows.slice(0, 20).findIndex(row => REQUIRED.filter(field => row.some(name => rankOf(name, field) !== null)).length >= 2)
  return at === -1 ? null : at
}

/**
 * Proposes a mapping from the names of the columns, with or without diacritics, and where those are strange from what stands
 * in `sample`. Only words that are known for sure get a state.
 */
export function guessMapping(head: Row, sample: readonly Row[]): GuessedMapping {
  const columns = columnsByName(head)
  const taken = new Set(Object.values(columns))
  const width = Math.max(0, ...sample.map(row => row.length))
  for (const field of REQUIRED) {
    const free = Array.from({ length: width }, (_, column) => column).filter(column => !taken.has(column))
    const found = columns[field] ?? free.find(column => mostlyFits(sample, column, FITS[field]))
    if (found === undefined) continue
    columns[field] = found
    taken.add(found)
  }
  const { state } = columns
  return { ...columns, states: state === undefined ? {} : statesIn(sample, state) }
}

/** What the words of a column mean, folded; only those that are known for sure. */
export function statesIn(sample: readonly Row[], column: number): ColumnMapping['states'] {
  const words = [...new Set(sample.map(row => tidy(row[column] ?? '')))]
  const known = words.flatMap(word => {
    const means = meaningOf(word)
    return means === null ? [] : [[fold(word), means] as const]
  })
  return Object.fromEntries(known)
}

const REQUIRED = ['number', 'at', 'state'] as const satisfies readonly Field[]

const FITS: Readonly<Record<(typeof REQUIRED)[number], (cell: string) => boolean>> = {
  number: cell => readTracking(cell).ok,
  at: cell => readTimeCell(cell) !== null,
  state: cell => meaningOf(cell) !== null,
}

/** What columns are called, folded, the surest name first: who signed for a parcel before whom it is addressed to. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  number: ['so hieu buu gui', 'so hieu', 'ma buu gui', 'ma van don', 'so van don', 'van don', 'ma vach', 'tracking number', 'barcode'],
  state: ['trang thai phat', 'trang thai buu gui', 'trang thai', 'tinh trang', 'ket qua phat', 'ket qua', 'status'],
  at: [
    'thoi gian phat',
    'thoi gian trang thai',
    'thoi gian',
    'thoi diem',
    'ngay gio phat',
    'ngay gio',
    'ngay trang thai',
    'ngay phat',
    'ngay',
  ],
  receiver: ['nguoi ky nhan', 'nguoi nhan thuc te', 'ho ten nguoi nhan', 'ten nguoi nhan', 'nguoi nhan'],
  reason: ['ly do', 'nguyen nhan', 'ghi chu'],
  cod: ['so tien thu ho', 'tien thu ho', 'so tien cod', 'tien cod', 'thu ho', 'cod'],
}

function columnsByName(head: Row): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {}
  for (const field of Object.keys(NAMES).filter(isField)) {
    const ranked = head.flatMap((name, column) => {
      const rank = rankOf(name, field)
      return rank === null || Object.values(columns).includes(column) ? [] : [{ rank, column }]
    })
    const [best] = ranked.sort((one, other) => one.rank - other.rank)
    if (best !== undefined) columns[field] = best.column
  }
  return columns
}

const isField = (name: string): name is Field => Object.hasOwn(NAMES, name)

/** How well a name fits, 0 the best: as it is known, else known with words behind. A unit in brackets does not count. */
function rankOf(name: string, field: Field): number | null {
  const told = fold(name.replace(/\(.*?\)|[*:.]/g, ' '))
  const whole = NAMES[field].indexOf(told)
  if (whole !== -1) return whole
  const begun = NAMES[field].findIndex(known => told.startsWith(`${known} `))
  return begun === -1 ? null : NAMES[field].length + begun
}

function mostlyFits(sample: readonly Row[], column: number, fits: (cell: string) => boolean): boolean {
  const cells = sample.map(row => row[column] ?? '').filter(cell => cell.trim() !== '')
  return cells.filter(fits).length * 2 > cells.length
}

/** Only what is said in so many words, a note behind it aside: a `hoan` inside may be returned, postponed or done. */
function meaningOf(word: string): PostState | 'skip' | null {
  const [said = ''] = tidy(word).split(/ [-–] ?|[:;,(.]/)
  const folded = fold(said)
  return WORDS.find(({ words }) => words.includes(folded))?.means ?? null
}

const WORDS: readonly { readonly means: PostState | 'skip'; readonly words: readonly string[] }[] = [
  {
    means: 'with-post',
    words: [
      'dang van chuyen',
      'dang chuyen',
      'da nhan gui',
      'nhan gui',
      'chap nhan gui',
      'da chap nhan',
      'da lay hang',
      'dang phat',
      'dang giao',
      'dang di phat',
      'giao buu ta di phat',
      'den buu cuc',
      'den buu cuc phat',
      'roi buu cuc',
      'dang khai thac',
    ],
  },
  {
    means: 'tried',
    words: [
      'phat khong thanh cong',
      'phat khong thanh',
      'phat chua thanh cong',
      'khong phat duoc',
      'chua phat duoc',
      'phat that bai',
      'giao khong thanh cong',
      'giao hang khong thanh cong',
      'giao that bai',
    ],
  },
  {
    means: 'delivered',
    words: ['phat thanh cong', 'da phat', 'da phat thanh cong', 'giao thanh cong', 'giao hang thanh cong', 'da giao', 'da giao hang'],
  },
  {
    means: 'returning',
    words: ['chuyen hoan', 'dang chuyen hoan', 'da chuyen hoan', 'cho chuyen hoan', 'hoan tra', 'phat hoan', 'phat hoan thanh cong'],
  },
  { means: 'lost', words: ['that lac', 'mat', 'bi mat', 'mat buu gui', 'mat hang', 'bi that lac'] },
  { means: 'skip', words: ['tao don', 'da tao don', 'cho lay hang', 'huy', 'da huy', 'huy don'] },
]
