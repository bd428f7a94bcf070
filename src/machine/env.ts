import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Instant, readIsoTime } from '#domain/kernel/time.ts'

/** What the environment may say. Empty variables count as not set. */
export type Environment = {
  readonly dataDir: string
  readonly printer: string | null
  readonly printer2: string | null
  readonly pagePrinter: string | null
  readonly scanner: string | null
  readonly cityUrl: string | null
  readonly now: Instant | null
  /** Where the pages come from while the app is being developed. */
  readonly devServer: string | null
  /** Another SQLite binary, where the stock one does not load (an old Electron in tests). */
  readonly sqliteBinding: string | null
}

export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read = (name: string): string | null => (env[name] === undefined || env[name] === '' ? null : env[name])
  return {
    dataDir: read('KV_DATA_DIR') ?? defaultDataDir(read),
    printer: read('KV_PRINTER'),
    printer2: read('KV_PRINTER2'),
    pagePrinter: read('KV_PAGE_PRINTER'),
    scanner: read('KV_SCANNER'),
    cityUrl: read('KV_CITY_URL'),
    now: readIsoTime(read('KV_NOW') ?? ''),
    devServer: read('ELECTRON_RENDERER_URL'),
    sqliteBinding: read('KV_SQLITE_BINDING'),
  }
}

/** Where programs of this system keep their data. */
function defaultDataDir(read: (name: string) => string | null): string {
  if (process.platform === 'win32') return join(read('APPDATA') ?? join(homedir(), 'AppData', 'Roaming'), 'KhongViet')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'KhongViet')
  return join(read('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'khong-viet')
}
