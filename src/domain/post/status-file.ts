import { z } from 'zod'
import type { FaultCode } from '../kernel/fault.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '../kernel/result.ts'
import { fold, tidy } from '../kernel/text.ts'
import { Instant } from '../kernel/time.ts'
import { readMoneyCell, readTimeCell } from './cell.ts'
import { type ColumnMapping, PostState, type Row } from './column-mapping.ts'
import { TrackingNumber, readTracking } from './tracking.ts'

/**
 * What the Post says of a parcel at a moment. `row` counts from 1, as the spreadsheet shows it; `word`: what it calls the
 * state; `cod`: whole dong collected from the receiver.
 */
export const StatusRow = z.strictObject({
  row: z.int().positive(),
  number: TrackingNumber,
  state: PostState,
  word: z.string(),
  at: Instant,
  receiver: z.string().nullable(),
  reason: z.string().nullable(),
  cod: z.int().nonnegative().nullable(),
})
export type StatusRow = z.output<typeof StatusRow>

/** Why a row was left out; the fault's field is a field of `StatusRow`. */
export type RowFault = { readonly row: number; readonly fault: Fault }

/** Every row that is not blank is exactly one of: among `rows`, named in `faults`, skipped by its word, or a double. */
export type StatusFile = {
  readonly rows: readonly StatusRow[]
  readonly faults: readonly RowFault[]
  readonly skipped: number
  readonly doubles: number
  /** Words for a state that the mapping does not know, each once, as they were written. */
  readonly strange: readonly string[]
}

export const MOST_ROWS = 20_000
const LONGEST = 200
const LONGEST_NAME = 120

/**
 * Reads the Post's status file from its row `first` on (counted from 0, behind the names of the columns). A row that cannot
 * be read is named with each of its faults and the others remain. Refused whole only where it has no row, or too many.
 */
export function readStatusFile(rows: readonly Row[], first: number, mapping: ColumnMapping): Result<StatusFile> {
  const lines = rows.map((cells, index) => ({ cells: cells.map(tidy), row: index + 1 })).slice(first)
  const filled = lines.filter(({ cells }) => cells.some(cell => cell !== ''))
  if (filled.length === 0) return refuse(inputFault('post.file.empty', 'file'))
  if (filled.length > MOST_ROWS) return refuse(inputFault('post.file.large', 'file', { rows: MOST_ROWS, megabytes: 10 }))
  const words = [...new Set(filled.map(({ cells }) => cells[mapping.state] ?? ''))]
  const states = new Map(words.map(word => [word, stateOf(word, mapping)]))
  const read: StatusRow[] = []
  const faults: RowFault[] = []
  let skipped = 0
  for (const { cells, row } of filled) {
    const state = states.get(cells[mapping.state] ?? '') ?? null
    if (state === 'skip') {
      skipped += 1
      continue
    }
    const result = readRow({ cells, row }, state, mapping)
    if (result.ok) read.push(result.value)
    else faults.push(...result.faults.map(fault => ({ row, fault: { ...fault, data: { ...fault.data, row } } })))
  }
  const { kept, contradicting } = collapse(read)
  const unknown = words.filter(word => word !== '' && states.get(word) === null)
  return ok({
    rows: kept,
    faults: [...faults, ...contradicting].sort((one, other) => one.row - other.row),
    skipped,
    doubles: read.length - kept.length - contradicting.length,
    strange: [...Map.groupBy(unknown, fold).values()].flatMap(([word = '']) => word),
  })
}

/** Rows of one number, state and moment become the first of them; those that contradict it are named. */
function collapse(rows: readonly StatusRow[]): { readonly kept: readonly StatusRow[]; readonly contradicting: readonly RowFault[] } {
  const kept = new Map<string, StatusRow>()
  const contradicting: RowFault[] = []
  for (const one of rows) {
    const key = `${one.number} ${one.state} ${one.at}`
    const before = kept.get(key)
    const field = before === undefined ? null : differing(before, one)
    if (before === undefined) kept.set(key, one)
    else if (field === null) kept.set(key, together(before, one))
    else contradicting.push({ row: one.row, fault: inputFault('post.row.differs', field, { row: one.row, other: before.row }) })
  }
  return { kept: [...kept.values()], contradicting }
}

function stateOf(word: string, { states }: ColumnMapping): PostState | 'skip' | null {
  const folded = fold(word)
  return Object.hasOwn(states, folded) ? (states[folded] ?? null) : null
}

type Line = { readonly cells: Row; readonly row: number }

function readRow({ cells, row }: Line, state: PostState | null, mapping: ColumnMapping): Result<StatusRow> {
  const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''))
  const number = readTracking(cell(mapping.number))
  const at = readTimeCell(cell(mapping.at))
  const money = cell(mapping.cod)
  const cod = isNothing(money) ? null : readMoneyCell(money)
  const [receiver, reason] = [textOf(cell(mapping.receiver)), textOf(cell(mapping.reason))]
  const faults: Fault[] = []
  const wrong = (code: FaultCode, field: keyof StatusRow, data?: Fault['data']): number => faults.push(inputFault(code, field, data))
  if (!number.ok) wrong('post.row.number', 'number')
  if (state === null) wrong('post.row.state', 'state')
  if (at === null) wrong('post.row.time', 'at')
  if (cod === null && !isNothing(money)) wrong('post.row.money', 'cod')
  if ((receiver ?? '').length > LONGEST_NAME) wrong('post.row.long', 'receiver', { most: LONGEST_NAME })
  if ((reason ?? '').length > LONGEST) wrong('post.row.long', 'reason', { most: LONGEST })
  if (faults.length > 0 || !number.ok || state === null || at === null) return refuse(...faults)
  return ok({ row, number: number.value.number, state, word: cell(mapping.state), at, receiver, reason, cod })
}

/** A dash stands for nothing. */
const isNothing = (text: string): boolean => /^\p{Pd}*$/u.test(text)
const textOf = (text: string): string | null => (isNothing(text) ? null : text)

const SAID = ['receiver', 'reason', 'cod'] as const

/** What two rows of one moment say differently; a row that says nothing contradicts none. */
const differing = (one: StatusRow, other: StatusRow): (typeof SAID)[number] | null =>
  SAID.find(field => one[field] !== null && other[field] !== null && one[field] !== other[field]) ?? null

const together = (one: StatusRow, other: StatusRow): StatusRow => ({
  ...one,
  receiver: one.receiver ?? other.receiver,
  reason: one.reason ?? other.reason,
  cod: one.cod ?? other.cod,
})
