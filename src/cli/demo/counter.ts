import { join } from 'node:path'
import { type ElectronApplication, type Page, _electron } from '@playwright/test'
import { typeAsScanner } from './scanner.ts'
import type { ProvidedElectron } from '../electron/electron.ts'

export type Counter = {
  readonly window: Page
  readonly dataDir: string
  /** Keeps a picture of the window as `window-NAME.png`. */
  readonly picture: (name: string) => Promise<void>
  /** Types a text as a scanner does that poses as a keyboard. */
  readonly scan: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Wanted = {
  readonly electron: ProvidedElectron
  readonly args: readonly string[]
  readonly root: string
  readonly out: string
  readonly cityUrl: string
  readonly variables: Readonly<Record<string, string>>
}

/** When the demo's day begins. */
export const NOW = '2026-11-23T09:41:00+07:00'

/** The real app on a fresh data folder under `out/demo`, with a virtual slip printer, a folder for pages and a clock that stands still. */
export async function openCounter({ electron, args, root, out, cityUrl, variables }: Wanted): Promise<Counter> {
  const dataDir = join(out, 'data')
  const environment: Readonly<Record<string, string | undefined>> = {
    ...process.env,
    ...variables,
    KV_DATA_DIR: dataDir,
    KV_PRINTER: `virtual:${join(out, 'slips')}`,
    KV_PAGE_PRINTER: `folder:${join(out, 'pages')}`,
    KV_SCANNER: 'wedge',
    KV_CITY_URL: cityUrl,
    KV_NOW: NOW,
    KV_SQLITE_BINDING: electron.sqliteBinding ?? '',
  }
  const app: ElectronApplication = await _electron.launch({
    executablePath: electron.path,
    args: [...args, '--force-device-scale-factor=1', '--log-level=3', root],
    env: Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  })
  const window = await app.firstWindow()
  window.setDefaultTimeout(20_000)
  return {
    window,
    dataDir,
    picture: async name => void (await window.screenshot({ path: join(out, `window-${name}.png`) })),
    scan: text => typeAsScanner(window, text),
    close: () => app.close(),
  }
}
