import { join } from 'node:path'
import { binaryIn, electronPackage, linkDistribution, proveItStarts, versionOf } from './electron-package.ts'
import { provideRelease } from './release.ts'
import { provideSqliteBinding } from './sqlite-binding.ts'
import { provideStandIn } from './stand-in.ts'

export type ProvidedElectron = {
  /** The binary. */
  readonly path: string
  readonly version: string
  /** The SQLite binding that this Electron needs in place of the package's own; null where that one works. */
  readonly sqliteBinding: string | null
  readonly source: 'release' | 'stand-in'
}

/**
 * A real Electron for start, demo, tests and packaging: the supported release where it can be had, else the stand-in, kept outside the tree
 * and linked to where every tool looks for it. Says which it is in one line. Throws `CannotProvide` with a plain sentence.
 */
export async function provideElectron(say: (line: string) => void): Promise<ProvidedElectron> {
  const release = await provideRelease(say)
  if (release !== null) {
    const path = await place(release)
    say(`Electron ${electronPackage.version}, the supported release.`)
    return { path, version: electronPackage.version, sqliteBinding: null, source: 'release' }
  }
  const standIn = provideStandIn(say)
  const [dist, sqliteBinding] = await Promise.all([standIn, provideSqliteBinding(standIn, say)])
  const path = await place(dist)
  const version = versionOf(dist) ?? ''
  say(`Electron ${version}, a stand-in for development and tests: the release ${electronPackage.version} cannot be downloaded here.`)
  return { path, version, sqliteBinding, source: 'stand-in' }
}

async function place(dist: string): Promise<string> {
  await proveItStarts(dist)
  await linkDistribution(dist)
  return join(dist, binaryIn(process.platform))
}
