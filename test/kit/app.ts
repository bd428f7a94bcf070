import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { type ElectronApplication, type Page, _electron } from '@playwright/test'
import { electronArgs } from '#cli/electron/display.ts'
import { provideElectron } from '#cli/electron/electron.ts'
import { tempFolder } from './basics.ts'

export type App = { readonly electron: ElectronApplication; readonly window: Page; readonly dataDir: string }

/** The real app, built, in the provided Electron, on a data folder of its own. */
export async function launchApp(variables: Readonly<Record<string, string>> = {}, dataDir = tempFolder()): Promise<App> {
  const provided = await provideElectron(() => undefined)
  const environment = {
    ...process.env,
    ...ownDisplay(),
    KV_DATA_DIR: dataDir,
    KV_SQLITE_BINDING: provided.sqliteBinding ?? '',
    ...variables,
  }
  const electron = await _electron.launch({
    executablePath: provided.path,
    args: [...electronArgs(environment), '--force-device-scale-factor=1', '--log-level=3', resolve(import.meta.dirname, '../..')],
    env: Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  return { electron, window: await electron.firstWindow(), dataDir }
}

/** The virtual display of this worker, where the tests have opened some. */
function ownDisplay(): { readonly DISPLAY?: string } {
  const own = process.env['KV_TEST_DISPLAYS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
  return own === undefined || own === '' ? {} : { DISPLAY: own }
}

/** The app started as a person would, on a folder that may be taken: what it said on standard error, and its exit code. */
export async function startAndWait(dataDir: string): Promise<{ code: number | null; said: string }> {
  const provided = await provideElectron(() => undefined)
  const env = { ...process.env, ...ownDisplay(), KV_DATA_DIR: dataDir, KV_SQLITE_BINDING: provided.sqliteBinding ?? '' }
  const child = spawn(provided.path, [...electronArgs(env), resolve(import.meta.dirname, '../..')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, said }
}
