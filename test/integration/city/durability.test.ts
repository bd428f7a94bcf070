import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openCity } from '#city/open-city.ts'
import { ENTRIES_TYPE, Reached, counterPath, entriesPath } from '#contract/routes.ts'
import type { Entry } from '#domain/journal/line.ts'
import { tempFolder } from '#kit/basics.ts'
import { cityFolder } from '#kit/city-folder.ts'
import { type CityProcess, cityProcess } from '#kit/city-process.ts'
import { MORNING, aJournal, counterId, toLines } from '#kit/journal.ts'
import { needStrace, readCalls } from '#kit/strace.ts'

const counter = counterId('HN-1')
const undo: (() => void)[] = []

// A dozen processes start here, each with a database of its own.
vi.setConfig({ testTimeout: 240_000 })

afterEach(() => {
  for (const one of undo.splice(0)) one()
})

test('every acknowledged batch was synced into the write-ahead log before its answer left', async () => {
  needStrace()
  const folder = place()
  const log = join(folder, 'strace.log')
  const traced = await city(place(await cityFolder()), ['strace', '-f', '-y', '-o', log, '-e', 'trace=fsync,fdatasync,write,writev'])
  const journal = aJournal(counter, 30)
  for (const [index] of journal.entries())
    if (index % 3 === 0) expect((await push(traced, journal.slice(index, index + 3))).status).toBe(200)
  await traced.end('SIGTERM')

  let synced = 0
  const syncsBeforeAnswer = readCalls(readFileSync(log, 'utf8')).flatMap(({ name, path, text }) => {
    if (/^f(data)?sync$/.test(name) && path.includes('/pg_wal/') && text.endsWith(' = 0')) synced += 1
    if (!/^writev?$/.test(name) || !text.includes('HTTP/1.1 200')) return []
    const before = synced
    synced = 0
    return [before]
  })
  expect(syncsBeforeAnswer).toHaveLength(10)
  expect(Math.min(...syncsBeforeAnswer)).toBeGreaterThanOrEqual(1)
})

test('the control: a PGlite as it comes out of the box syncs nothing', () => {
  needStrace()
  const folder = place()
  const script = `
    const { PGlite } = await import('@electric-sql/pglite')
    const db = await PGlite.create(${JSON.stringify(join(folder, 'plain'))})
    await db.query('create table t (a int)')
    for (let i = 0; i < 10; i += 1) await db.query('insert into t values ($1)', [i])
    process.exit(0)`
  const log = join(folder, 'strace.log')
  const args = [
    '-f',
    '-y',
    '-o',
    log,
    '-e',
    'trace=fsync,fdatasync,sync,syncfs,msync',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ]
  expect(spawnSync('strace', args, { stdio: 'inherit' }).status).toBe(0)
  expect(readCalls(readFileSync(log, 'utf8'))).toEqual([])
})

test('a sync that fails is never acknowledged, and the same batch sent again is', async () => {
  needStrace()
  const running = await city(place(await cityFolder()))
  const journal = aJournal(counter, 6)
  expect((await push(running, journal.slice(0, 2))).status).toBe(200)
  const injecting = await failNextSync(running.pid)
  expect((await push(running, journal.slice(0, 4))).status).toBe(503)
  injecting.kill('SIGTERM')
  expect((await push(running, journal)).status).toBe(200)
  expect(await reached(running)).toMatchObject({ position: 6, hash: journal[5]?.hash })
})

test('killed at any moment, the city has every entry it acknowledged, once', async () => {
  const data = place(await cityFolder())
  const journal = aJournal(counter, 400)
  let acknowledged = 0
  for (let life = 0; life < 4; life += 1) {
    const running = await city(data)
    const before = await reached(running)
    expect(before.position).toBeGreaterThanOrEqual(acknowledged)
    expect(before.hash).toBe(before.position === 0 ? journal[0]?.previous : journal[before.position - 1]?.hash)
    // The kill meets the city somewhere between taking in a batch and answering it.
    const pushes = Array.from({ length: 6 }, (_, index) => push(running, journal.slice(before.position, before.position + 8 * (index + 1))))
    const answers = Promise.allSettled(pushes.map(async one => Reached.parse(await (await one).json())))
    await Promise.race(pushes.slice(0, 1 + (life % 3)))
    await running.end('SIGKILL')
    for (const answer of await answers) if (answer.status === 'fulfilled') acknowledged = Math.max(acknowledged, answer.value.position)
  }
  const last = await city(data)
  expect((await reached(last)).position).toBeGreaterThanOrEqual(acknowledged)
  expect((await push(last, journal)).status).toBe(200)
  expect(await reached(last)).toEqual({ position: 400, hash: journal[399]?.hash, parked: 0 })
})

test('a second city on the same folder is turned away and harms nothing', async () => {
  const data = place(await cityFolder())
  const open = () => openCity({ databaseUrl: null, dataDir: data }, { clock: { now: () => MORNING }, log: () => undefined })
  const first = await open()
  await expect(open()).rejects.toMatchObject({ name: 'CannotOpen', code: 'store.in.use' })
  expect((await fetch(first.url + counterPath(counter))).status).toBe(200)
  await first.close()
  await (await open()).close()
})

/** A folder to be thrown away; the city's own comes with an empty database, so that only the work itself is recorded. */
function place(folder = tempFolder()): string {
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function city(data: string, around: readonly string[] = []): Promise<CityProcess> {
  const running = await cityProcess(data, around)
  undo.unshift(() => void running.end('SIGKILL'))
  return running
}

const push = ({ url }: CityProcess, entries: readonly Entry[]): Promise<Response> =>
  fetch(`${url}${entriesPath(counter)}`, { method: 'POST', body: toLines(entries), headers: { 'content-type': ENTRIES_TYPE } })

const reached = async ({ url }: CityProcess): Promise<Reached> => Reached.parse(await (await fetch(url + counterPath(counter))).json())

/** The disk refuses the next sync of a running process, once. */
async function failNextSync(pid: number): Promise<ChildProcess> {
  const args = ['-f', '-p', String(pid), '-o', '/dev/null', '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO:when=1']
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(strace.stderr, 'data')
  return strace
}
