import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { randomness } from '#machine/randomness.ts'
import { answer } from '#office/calls.ts'
import { type BenchOffice, benchOffice } from './office.ts'
import { type Row, against, quantile, rowOf } from './table.ts'

const ROUNDS = 20
const PER_ROUND = 40

/** `finish` as a window calls it (parsed, checked, numbered, chained, job added, on disk), beside an append of 4 KB with fsync. */
export async function commitRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-commit-'))
  const plain = await benchOffice(join(folder, 'plain'), null)
  const sealed = await benchOffice(join(folder, 'sealed'), Buffer.from(randomness(32)).toString('hex'))
  const log = openSync(join(folder, 'append'), 'a')
  const block = Buffer.alloc(4096, 'x')
  const times = { limit: [] as number[], plain: [] as number[], sealed: [] as number[] }
  // Contenders take turns, so that what else the machine does hits all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < PER_ROUND; i += 1) {
      times.limit.push(timed(() => (writeSync(log, block), fsyncSync(log))))
    }
    for (let i = 0; i < PER_ROUND; i += 1) times.plain.push(await finishOnce(plain))
    await plain.breathe()
    for (let i = 0; i < PER_ROUND; i += 1) times.sealed.push(await finishOnce(sealed))
    await sealed.breathe()
  }
  closeSync(log)
  await plain.close()
  await sealed.close()
  rmSync(folder, { recursive: true, force: true })
  const limit = quantile(times.limit, 0.5)
  return [
    rowOf('limit: append 4 KB + fsync', 'ms', times.limit),
    rowOf('finish → committed', 'ms', times.plain, against(quantile(times.plain, 0.5), 'append 4 KB + fsync', limit, { most: 2.2 })),
    rowOf(
      'finish → committed, encrypted',
      'ms',
      times.sealed,
      against(quantile(times.sealed, 0.5), 'append 4 KB + fsync', limit, { most: 2.2 }),
    ),
    tail('p99 of finish ÷ its p50', times.plain),
    tail('p99 of finish ÷ its p50, encrypted', times.sealed),
    syncsPerFinish(),
  ]
}

const tail = (what: string, values: readonly number[]): Row => {
  const ratio = quantile(values, 0.99) / quantile(values, 0.5)
  return rowOf(what, '×', [ratio], { ratio, goal: '≤ 2.5×', met: ratio <= 2.5 })
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

async function finishOnce({ office, draft, clock }: BenchOffice): Promise<number> {
  const fresh = { ...draft, id: DossierId.parse(uuidv7(clock.now(), randomness)) }
  clock.nextDayWhenFull()
  const begun = performance.now()
  const result = await answer(office.handlers, 'dossier.finish', { draft: fresh })
  const took = performance.now() - begun
  if (!result.ok) throw new Error(`finish was refused: ${JSON.stringify(result.faults)}`)
  return took
}

/** Counts fsync and fdatasync between two marks of a child that finishes dossiers, by strace. */
function syncsPerFinish(): Row {
  const log = join(mkdtempSync(join(tmpdir(), 'bench-strace-')), 'log')
  const child = join(import.meta.dirname, 'syncs.ts')
  execFileSync('strace', ['-f', '-o', log, '-e', 'trace=fsync,fdatasync,write', '-s', '24', process.execPath, child], { stdio: 'ignore' })
  const lines = readFileSync(log, 'utf8').split('\n')
  const begun = lines.findIndex(line => line.includes('KV-BENCH-BEGIN'))
  const ended = lines.findIndex(line => line.includes('KV-BENCH-END'))
  const marks = lines.slice(begun, ended).filter(line => line.includes('KV-BENCH-SAVED')).length
  const syncs = lines.slice(begun, ended).filter(line => /\b(fsync|fdatasync)\(/.test(line)).length
  rmSync(join(log, '..'), { recursive: true, force: true })
  const ratio = syncs / marks
  return rowOf('syncs before “saved”, per finish', '', [ratio], { ratio, goal: '= 1', met: ratio === 1 })
}
