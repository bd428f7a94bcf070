import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotProvide } from './cannot-provide.ts'
import { packageVersion } from './package-version.ts'
import { run } from './run.ts'

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The installed `electron` package: since 45 it comes without a binary, which has to lie in its folder `dist`. */
export const electronPackage = { folder, dist: join(folder, 'dist'), version: packageVersion(folder) } as const

/** The binary's path inside a distribution; `path.txt` of the package holds the same. */
export function binaryIn(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The version that a distribution says it has, or null where there is none. */
export const versionOf = (dist: string): string | null => textOf(join(dist, 'version'))?.trim().replace(/^v/, '') ?? null

/** Makes `dist` the distribution that `electron .`, electron-vite, Playwright and electron-builder find. Each step is one rename. */
export async function linkDistribution(dist: string): Promise<void> {
  if (dist !== electronPackage.dist && !isLinkTo(dist)) {
    const link = `${electronPackage.dist}.${process.pid}`
    await rm(link, { force: true })
    await symlink(dist, link, 'junction')
    // A link is replaced in one step; a real folder, or a link on Windows, has to go first.
    if (process.platform === 'win32' || !isLink()) await rm(electronPackage.dist, { recursive: true, force: true })
    await rename(link, electronPackage.dist)
  }
  const pointer = join(folder, 'path.txt')
  const binary = binaryIn(process.platform)
  if (textOf(pointer) === binary) return
  await writeFile(`${pointer}.${process.pid}`, binary)
  await rename(`${pointer}.${process.pid}`, pointer)
}

/** Starts the binary as plain Node. Throws `CannotProvide` where it does not run or is not what its folder says. */
export async function proveItStarts(dist: string): Promise<void> {
  const binary = join(dist, binaryIn(process.platform))
  const asNode = { ELECTRON_RUN_AS_NODE: '1' }
  const said = await run(binary, ['-p', 'process.versions.electron'], { variables: asNode, limitMs: 60_000 }).catch((error: unknown) => {
    throw new CannotProvide(`Electron does not start here. ${error instanceof Error ? error.message : ''}`)
  })
  if (said.trim() !== versionOf(dist))
    throw new CannotProvide(`${binary} is Electron ${said.trim()}, but its folder says ${versionOf(dist)}`)
}

function isLinkTo(dist: string): boolean {
  return isLink() && readlinkSync(electronPackage.dist) === dist
}

function isLink(): boolean {
  return lstatSync(electronPackage.dist, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
