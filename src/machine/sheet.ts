import { crc32, inflateRawSync } from 'node:zlib'
import { CsvError, parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import type { Row } from '#domain/post/column-mapping.ts'
import { MOST_ROWS } from '#domain/post/status-file.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'

const MOST_MEGABYTES = 10
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
/** So much a packed file may become: many times the text of the most rows. */
const MOST_UNPACKED = 100 * 1024 * 1024

/**
 * Reads a table file of the Post: XLSX (its first sheet with anything on it), or CSV in UTF-8, UTF-16 or Windows-1258 with
 * comma, semicolon or tab. Cells come as text, times of a spreadsheet as ISO 8601 without a zone, and no row is left out, so
 * that rows keep their numbers. Refused at `file`: too large, another kind of file, a broken one.
 */
export async function readSheet(bytes: Uint8Array): Promise<Result<readonly Row[]>> {
  if (bytes.length === 0) return refuse(inputFault('post.file.empty', 'file'))
  if (bytes.length > MOST_BYTES) return tooLarge()
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const read = file.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(file) : readCsv(file)
  // Some rows above the first of the data are names and titles.
  return read.ok && read.value.length > MOST_ROWS + 100 ? tooLarge() : read
}

const tooLarge = (): Result<never> => refuse(inputFault('post.file.large', 'file', { rows: MOST_ROWS, megabytes: MOST_MEGABYTES }))
const otherKind = (): Result<never> => refuse(inputFault('post.file.kind', 'file'))
const broken = (): Result<never> => refuse(inputFault('post.file.broken', 'file'))

async function readXlsx(file: Buffer): Promise<Result<readonly Row[]>> {
  const sheets = sheetsIn(file)
  if (sheets === 'broken') return broken()
  if (sheets === 'large' || sheets.some(isVast)) return tooLarge()
  if (sheets.length === 0) return otherKind()
  try {
    const read = await readXlsxFile(file)
    return ok((read.find(({ data }) => data.length > 0)?.data ?? []).map(row => row.map(cellText)))
  } catch {
    // Every file in it came out as it went in, so whatever the library stumbles over is how the file was made.
    return broken()
  }
}

function cellText(cell: unknown): string {
  // A spreadsheet knows no zones: the library gives the time that stands there as if it were UTC, a part of a second off.
  if (cell instanceof Date) return new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  // 16.125 is no sixteen thousand: one more nought keeps a fraction from looking like a group of three.
  if (typeof cell === 'number') return String(cell).replace(/^(\d{1,3}\.\d{3})$/, '$10')
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : ''
}

/**
 * The pages inside an XLSX (a ZIP, APPNOTE.TXT 4.3.12), unpacked within a bound: the library itself has none, and neither
 * against a page of a few cells that claims every column there is.
 */
function sheetsIn(file: Buffer): readonly Buffer[] | 'large' | 'broken' {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1) return 'broken'
  const sheets: Buffer[] = []
  let left = MOST_UNPACKED
  try {
    let at = file.readUInt32LE(end + 16)
    for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
      const name = file.toString('latin1', at + 46, at + 46 + file.readUInt16LE(at + 28))
      const unpacked = unpack(file, at, left)
      if (unpacked === null) return 'large'
      if (crc32(unpacked) !== file.readUInt32LE(at + 16)) return 'broken'
      left -= unpacked.length
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) sheets.push(unpacked)
      at += 46 + name.length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
    return sheets
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) return 'broken'
    throw error
  }
}

/** One file of a ZIP, by its place in the list; `null` where it becomes more than `most` bytes. */
function unpack(file: Buffer, at: number, most: number): Buffer | null {
  const body = file.readUInt32LE(at + 42)
  const start = body + 30 + file.readUInt16LE(body + 26) + file.readUInt16LE(body + 28)
  const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
  if (file.readUInt16LE(at + 10) === 0) return packed.length > most ? null : packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null
    throw error
  }
}

/** A cell past column ZZ or row 99,999: every row would be filled up to there. */
const isVast = (sheet: Buffer): boolean => /\sr=["'](?:[A-Z]{3,}\d+|[A-Z]*\d{6,})["']/.test(sheet.toString('latin1'))

function readCsv(file: Buffer): Result<readonly Row[]> {
  const text = decode(file)
  // A PDF, an old XLS, or a page of the web that calls itself XLS.
  // oxlint-disable-next-line no-control-regex
  if (/^\s*<|^%PDF|[\0-\x08]/.test(text)) return otherKind()
  const [, told, body = text] = /^sep=([,;\t])\r?\n([^]*)$/.exec(text) ?? []
  try {
    const options = { delimiter: told ?? delimiterOf(body), relax_column_count: true, relax_quotes: true, to: MOST_ROWS + 101 }
    const rows: string[][] = parse(body, options)
    return ok(told === undefined ? rows : [[], ...rows])
  } catch (error) {
    if (error instanceof CsvError) return broken()
    throw error
  }
}

/** By the mark at its beginning, else by what it can only be: UTF-8 that is broken nowhere, or the code page of Vietnamese Windows. */
function decode(file: Buffer): string {
  const head = file.subarray(0, 2).toString('hex')
  if (head === 'fffe') return new TextDecoder('utf-16le').decode(file)
  if (head === 'feff') return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1258').decode(file)
    throw error
  }
}

/** The sign that most lines have most of: a comma inside one reason, or a title above the table, does not decide. */
function delimiterOf(text: string): string {
  const lines = text.split(/[\r\n]+/, 20).map(line => line.replace(/"[^"]*"/g, ''))
  const usual = (sign: string): number => {
    const counts = lines.map(line => line.split(sign).length - 1).sort((one, other) => one - other)
    return counts[Math.floor(counts.length / 2)] ?? 0
  }
  return ['\t', ';', ','].reduce((best, sign) => (usual(sign) > usual(best) ? sign : best))
}
