import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import { electronArgs, openDisplay } from '../electron/display.ts'
import { provideElectron } from '../electron/electron.ts'
import { benchOffice } from './office.ts'
import { type Row, against, quantile, rowOf } from './table.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const STARTS = 8
/** The sign-in screen with the names of the office's people in it. */
const USABLE = 'text=Nguyễn Thị An'

/** Start until the counter can be used with its lists filled, and memory then, beside a bare Electron window of the same binary. */
export async function startRows(): Promise<readonly Row[]> {
  const provided = await provideElectron(line => process.stderr.write(`${line}\n`))
  const display = await openDisplay()
  const bare = bareApp()
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'))
  await (await benchOffice(folder, null)).close()
  const variables = { ...display.variables, KV_DATA_DIR: folder, KV_SQLITE_BINDING: provided.sqliteBinding ?? '' }
  const runs = { bare: [] as Run[], counter: [] as Run[] }
  for (let i = 0; i <= STARTS; i += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'))
    const one = await startOnce(provided.path, [bare, `--user-data-dir=${profile}`], display.variables, 'input')
    const other = await startOnce(provided.path, [ROOT], variables, USABLE)
    rmSync(profile, { recursive: true, force: true })
    // The first start of each reads the binary from the disk.
    if (i > 0) {
      runs.bare.push(one)
      runs.counter.push(other)
    }
  }
  await display.close()
  for (const made of [bare, folder]) rmSync(made, { recursive: true, force: true })
  const [ms, mb] = [(run: Run) => run.ms, (run: Run) => run.megabytes]
  const limit = { ms: quantile(runs.bare.map(ms), 0.5), mb: quantile(runs.bare.map(mb), 0.5) }
  return [
    rowOf('limit: bare window painted', 'ms', runs.bare.map(ms)),
    rowOf(
      'start → counter usable, lists filled',
      'ms',
      runs.counter.map(ms),
      against(quantile(runs.counter.map(ms), 0.5), 'bare window', limit.ms, { most: 1.3 }),
    ),
    rowOf('limit: memory of a bare window (PSS)', 'MB', runs.bare.map(mb)),
    rowOf(
      'memory of all processes (PSS)',
      'MB',
      runs.counter.map(mb),
      against(quantile(runs.counter.map(mb), 0.5), 'bare window', limit.mb, { most: 1.25 }),
    ),
  ]
}

type Run = { readonly ms: number; readonly megabytes: number }

/** Launches, waits until `ready` is seen and two frames are painted, measures the memory of the whole tree, ends it. */
async function startOnce(
  binary: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  ready: string,
): Promise<Run> {
  const environment = { ...process.env, ...variables }
  const env = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const begun = performance.now()
  const app = await _electron.launch({ executablePath: binary, args: [...electronArgs(environment), ...args], env })
  const window = await app.firstWindow()
  await window.locator(ready).first().waitFor()
  await window.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const ms = performance.now() - begun
  await wait(1000)
  const megabytes = treeOf(app.process().pid ?? 0).reduce((sum, pid) => sum + pssOf(pid), 0) / 1024
  await app.close()
  return { ms, megabytes }
}

function bareApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'page.html'), '<!doctype html><meta charset=utf-8><title>bare</title><input autofocus>')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } }).loadFile('page.html'))`,
  )
  return folder
}

function treeOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => [Number(name), parentOf(Number(name))] as const)
  const below = (of: number): readonly number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)])
  return [pid, ...below(pid)]
}

function parentOf(pid: number): number {
  const stat = readProc(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

/** Kilobytes, shared pages counted once. */
const pssOf = (pid: number): number => Number(/Pss:\s+(\d+)/.exec(readProc(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
