import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { setGlobalProxyFromEnv } from 'node:http'
import { dirname, join } from 'node:path'
import { cacheFolder, preparedFolder } from './cache.ts'
import { electronPackage, proveItStarts, versionOf } from './electron-package.ts'
import { run } from './run.ts'

const CONNECT_MS = 4_000
const DOWNLOAD_MS = 15 * 60_000
const REMEMBERED_MS = 24 * 3_600_000

/** The distribution folder of the pinned release: the one in place, else the kept one, else a download. Null where it cannot be had here. */
export async function provideRelease(say: (line: string) => void): Promise<string | null> {
  if (await inPlace()) return electronPackage.dist
  const name = `electron-${electronPackage.version}-${process.platform}-${process.arch}`
  const kept = join(cacheFolder(), name, 'dist')
  if (existsSync(kept)) return kept
  const verdict = join(cacheFolder(), `${name}.unreachable`)
  if (await isFresh(verdict)) return null
  try {
    await knock()
    say(`Downloading Electron ${electronPackage.version}.`)
    const folder = await preparedFolder(name, say, download)
    await rm(verdict, { force: true })
    return join(folder, 'dist')
  } catch (error) {
    // Remembered for a day, so that a closed network costs its seconds once and not at every start.
    await mkdir(cacheFolder(), { recursive: true })
    await writeFile(verdict, reasonOf(error))
    say(`Electron ${electronPackage.version} cannot be downloaded here (${reasonOf(error)}); asked again in a day.`)
    return null
  }
}

/** `fetch` keeps what happened in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

async function inPlace(): Promise<boolean> {
  if (versionOf(electronPackage.dist) !== electronPackage.version) return false
  return proveItStarts(electronPackage.dist).then(
    () => true,
    () => false,
  )
}

async function isFresh(verdict: string): Promise<boolean> {
  const written = await stat(verdict).catch(() => null)
  return written !== null && Date.now() - written.mtimeMs < REMEMBERED_MS
}

/** Any answer will do: the download itself judges it. Redirects are followed, since the files lie on another host than the release page. */
async function knock(): Promise<void> {
  const mirror = process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR']
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/'
  const tag = `v${electronPackage.version}`
  const restore = setGlobalProxyFromEnv()
  try {
    await fetch(`${base}${tag}/electron-${tag}-${process.platform}-${process.arch}.zip`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(CONNECT_MS),
    })
  } finally {
    restore()
  }
}

/** Runs the package's own installer, which checks the digest it was published with, on a copy: it unpacks beside itself, and half a `dist` must not stay in the tree. */
async function download(part: string): Promise<void> {
  for (const file of ['install.js', 'package.json', 'checksums.json']) await copyFile(join(electronPackage.folder, file), join(part, file))
  await run(process.execPath, [join(part, 'install.js')], {
    variables: { NODE_PATH: dirname(electronPackage.folder), NODE_USE_ENV_PROXY: '1', ELECTRON_OVERRIDE_DIST_PATH: '' },
    limitMs: DOWNLOAD_MS,
  })
}
