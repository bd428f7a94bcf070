import { DossierCode } from '../dossier/code.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { fold, tidy } from '../kernel/text.ts'
import { Day } from '../kernel/time.ts'
import { HomeRequest, type HomeWhy } from './home-visit.ts'

/** One line of a web form's table: what was asked for there, or every place that cannot be. Lines count from 1, with the head. */
export type ImportedRow = { readonly line: number; readonly request: Result<HomeRequest> }

/**
 * Reads requests that were typed into a web form, as its table is saved: CSV in UTF-8 with comma, semicolon or tab, the names
 * of its columns in the first line, with or without diacritics. Refused whole where a column is missing that no request can do
 * without; a line that cannot be is named and the others are read.
 */
export function readRequests(text: string): Result<readonly ImportedRow[]> {
  const [head = [], ...lines] = tableIn(text)
  const columns = columnsOf(head)
  const missing = (['name', 'phone', 'address', 'day'] as const).filter(column => columns[column] === undefined)
  if (missing.length > 0)
    return refuse(inputFault('home.import.columns', undefined, { columns: missing.map(one => NAMES[one][0]).join(', ') }))
  return ok(
    lines.flatMap((cells, at) => {
      const cell = (column: Column): string => tidy(cells[columns[column] ?? -1] ?? '')
      return cells.every(one => tidy(one) === '') ? [] : [{ line: at + 2, request: requestOf(cell) }]
    }),
  )
}

/** What columns may be called, folded; the first is how they are named to people. */
const NAMES = {
  name: ['ho ten', 'ho va ten', 'ho, chu dem, ten', 'name', 'full name'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'phone'],
  address: ['dia chi', 'dia chi nha', 'noi o', 'address'],
  number: ['so dinh danh', 'so cccd', 'cccd', 'so can cuoc', 'number'],
  kind: ['viec can lam', 'loai viec', 'yeu cau', 'kind'],
  what: ['noi dung', 'thu tuc', 'viec gi', 'what'],
  code: ['ma ho so', 'code'],
  day: ['ngay', 'ngay mong muon', 'ngay hen', 'day'],
  half: ['buoi', 'half'],
  why: ['ly do', 'doi tuong', 'why'],
  note: ['ghi chu', 'note'],
} as const
type Column = keyof typeof NAMES

const columnsOf = (head: readonly string[]): Partial<Record<Column, number>> =>
  Object.fromEntries(
    Object.entries(NAMES).flatMap(([column, names]) => {
      const at = head.findIndex(name => names.some(one => one === fold(name)))
      return at === -1 ? [] : [[column, at]]
    }),
  )

function requestOf(cell: (column: Column) => string): Result<HomeRequest> {
  const day = dayIn(cell('day'))
  const kind = kindIn(cell('kind'))
  const code = DossierCode.safeParse(cell('code').toUpperCase())
  const number = cell('number').replace(/[ .]/g, '')
  const faults: readonly (Fault | null)[] = [
    ...(['name', 'phone', 'address'] as const).map(column => (cell(column) === '' ? inputFault('field.missing', column) : null)),
    day === null ? inputFault('field.date.impossible', 'wish.day') : null,
    kind === 'return' && !code.success ? inputFault('dossier.unknown', 'matter.code') : null,
    number === '' || /^\d{12}$|^\d{9}$/.test(number) ? null : inputFault('field.number.citizen', 'number', { length: number.length }),
  ]
  const wrong = faults.filter(fault => fault !== null)
  if (wrong.length > 0) return refuse(...wrong)
  const why = whyIn(cell('why'))
  const read = HomeRequest.safeParse({
    name: cell('name'),
    phone: cell('phone'),
    address: cell('address'),
    number: number === '' ? null : number,
    channel: 'web',
    matter: kind === 'return' ? { kind, code: code.data } : { kind, what: (cell('what') || cell('kind') || cell('note')).slice(0, 300) },
    wish: { day, half: fold(cell('half')).includes('chieu') ? 'afternoon' : 'morning' },
    why,
    note: [why === 'other' ? cell('why') : '', cell('note')].filter(part => part !== '').join('; '),
  })
  return read.success ? ok(read.data) : refuse(...read.error.issues.map(({ path }) => inputFault('field.missing', path.join('.'))))
}

/** `25/11/2026`, or as ISO 8601 has it. */
function dayIn(text: string): Day | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const day = Day.safeParse(year === '' ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day.success ? day.data : null
}

function kindIn(text: string): 'help' | 'receive' | 'return' {
  if (/^(tra|return)/.test(fold(text))) return 'return'
  return /^(nhan|nop|receive)/.test(fold(text)) ? 'receive' : 'help'
}

const WHYS: readonly (readonly [HomeWhy, RegExp])[] = [
  ['elder', /cao tuoi|gia|elder/],
  ['disabled', /khuyet tat|disab/],
  ['ill', /\bom\b|benh|\bill\b/],
  ['far', /\bxa\b|\bfar\b/],
]
const whyIn = (text: string): HomeWhy => WHYS.find(([, said]) => said.test(fold(text)))?.[0] ?? 'other'

/** The cells of a table (RFC 4180), whatever its separator: in quotes a cell may hold separators, line breaks, and doubled quotes. */
function tableIn(text: string): readonly (readonly string[])[] {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const signs = [...body]
  const first = /^[^\n]*/.exec(body)?.[0] ?? ''
  const [separator = ','] = ['\t', ';', ','].toSorted((one, other) => first.split(other).length - first.split(one).length)
  const rows: string[][] = [['']]
  let quoted = false
  const add = (sign: string): void => {
    const row = rows.at(-1) ?? []
    row.push(`${row.pop() ?? ''}${sign}`)
  }
  for (const [at, sign] of signs.entries()) {
    if (sign === '"') {
      if (quoted && signs[at + 1] === '"') add('"')
      quoted = !quoted
    } else if (quoted) add(sign)
    else if (sign === separator) rows.at(-1)?.push('')
    else if (sign === '\n') rows.push([''])
    else add(sign)
  }
  return rows
}
