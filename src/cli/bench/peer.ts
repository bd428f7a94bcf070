import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { build } from 'vite'
import { electronArgs } from '../electron/display.ts'
import { keysInto } from './keys.ts'

/** What one key costs in a public JSON-Schema form (react-jsonschema-form) in the same Electron: milliseconds of each. */
export async function peerKeys(binary: string, variables: Readonly<Record<string, string>>): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-peer-'))
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, 'peer'),
    base: './',
    logLevel: 'silent',
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130' },
  })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'peer', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } }).loadFile('index.html'))`,
  )
  const environment = { ...process.env, ...variables }
  const env = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const app = await _electron.launch({
    executablePath: binary,
    args: [...electronArgs(environment), folder, `--user-data-dir=${folder}/profile`],
    env,
  })
  const times = await keysInto((await app.firstWindow()).getByLabel('Mục 5'))
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return times
}
