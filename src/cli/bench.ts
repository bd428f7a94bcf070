import { mkdirSync, writeFileSync } from 'node:fs'
import { commitRows } from './bench/commit.ts'
import { deskRows } from './bench/desk.ts'
import { hallRows } from './bench/hall.ts'
import { pdfRows } from './bench/pdf.ts'
import { searchRows } from './bench/search.ts'
import { slipRows } from './bench/slip.ts'
import { startRows } from './bench/start.ts'
import { type Row, printRows } from './bench/table.ts'

/**
 * `npm run bench [part …]`: each row beside its limit or peer, measured in the same run, as a ratio. Absolute figures of
 * a shared machine say little; the ratios are what the goals speak of.
 */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  commit: commitRows,
  slip: slipRows,
  start: startRows,
  desk: deskRows,
  hall: hallRows,
  pdf: pdfRows,
  search: searchRows,
}

const wanted = process.argv.slice(2)
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  rows.push(...(await measure()))
}
printRows(rows)
mkdirSync('out', { recursive: true })
writeFileSync('out/bench.json', `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`)
process.exit(0)
