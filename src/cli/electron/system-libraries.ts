import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { alone } from './cache.ts'
import { CannotProvide } from './cannot-provide.ts'
import { hasDisplay } from './display.ts'
import { run } from './run.ts'
import { type Need, type SystemPackage, missingOf, packagesFor } from './system-packages.ts'

/**
 * Brings what the operating system has to give for `needs`: by default what the app needs to show a window here.
 * On Debian as root the missing packages are installed; else throws `CannotProvide` with the one command to run.
 */
export async function provideSystemLibraries(say: (line: string) => void, needs: readonly Need[] = ['window', 'screen']): Promise<void> {
  if (process.platform !== 'linux') return
  const wanted = packagesFor(needs.filter(need => need !== 'screen' || !hasDisplay()))
  if ((await missing(wanted)).length === 0) return
  await alone('system-libraries', say, async () => {
    const names = (await missing(wanted)).map(item => item.names)
    if (names.length === 0) return
    await install(names, say)
    const left = await missing(wanted)
    if (left.length > 0) throw new CannotProvide(`Still missing after installing: ${left.map(item => item.names[0]).join(' ')}`)
  })
}

async function install(names: readonly (readonly string[])[], say: (line: string) => void): Promise<void> {
  const first = names.map(([name]) => name).join(' ')
  if (!hasCommand('apt-get')) throw new CannotProvide(`Please install with this system's package manager what Debian calls: ${first}`)
  if (process.getuid?.() !== 0) {
    throw new CannotProvide(`Some system packages are missing. Please run once: sudo apt-get update && sudo apt-get install -y ${first}`)
  }
  say(`Installing system packages: ${first}.`)
  if (!hasPackageLists()) await apt('update')
  try {
    await aptInstall(names)
  } catch {
    // Lists older than the archive name versions that are gone.
    await apt('update')
    await aptInstall(names)
  }
}

async function aptInstall(names: readonly (readonly string[])[]): Promise<void> {
  const chosen: string[] = []
  for (const alternatives of names) chosen.push(await available(alternatives))
  await apt('install', '-y', '--no-install-recommends', ...chosen)
}

/** The first of the names that this release of the system can install: since 2024 some carry a `t64`. */
async function available(alternatives: readonly string[]): Promise<string> {
  for (const name of alternatives) {
    const policy = await run('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(policy)) return name
  }
  throw new CannotProvide(`This system has no package ${alternatives.join(' or ')}.`)
}

const apt = (...args: readonly string[]): Promise<string> =>
  run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { variables: { DEBIAN_FRONTEND: 'noninteractive' } })

async function missing(wanted: readonly SystemPackage[]): Promise<readonly SystemPackage[]> {
  return missingOf(wanted, { hasCommand, installed: await installedPackages() })
}

/** Null where the system does not keep its packages as Debian does. */
async function installedPackages(): Promise<ReadonlySet<string> | null> {
  if (!hasCommand('dpkg-query')) return null
  const listed = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n'])
  return new Set(listed.split('\n').flatMap(line => (line.startsWith('installed ') ? [line.slice('installed '.length)] : [])))
}

function hasPackageLists(): boolean {
  try {
    return readdirSync('/var/lib/apt/lists').some(entry => entry.includes('_Packages'))
  } catch {
    return false
  }
}

function hasCommand(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some(folder => isExecutable(join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
