import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/** Where prepared things are kept, outside the tree, so that a clean clone need not prepare them again. */
export function cacheFolder(variables: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = variables['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(given) ? given : join(homedir(), '.cache'), 'khong-viet')
}

/**
 * The folder `name` of the cache, filled by `prepare` where it is not there yet.
 * It is filled under another name and then renamed: a kill half-way leaves nothing that looks ready, and the next run sweeps it away.
 */
export async function preparedFolder(name: string, say: (line: string) => void, prepare: (part: string) => Promise<void>): Promise<string> {
  const ready = join(cacheFolder(), name)
  if (existsSync(ready)) return ready
  return alone(name, say, async () => {
    if (existsSync(ready)) return ready
    await sweep(name)
    const part = await mkdtemp(`${ready}.part-`)
    try {
      await prepare(part)
      // Other users may start it: a test of the sandbox does.
      await chmod(part, 0o755)
      await rename(part, ready)
    } finally {
      await rm(part, { recursive: true, force: true })
    }
    return ready
  })
}

/** Runs `act` while no other process of this user does the same; waits for its turn. A dead process holds nothing: the system frees the file. */
export async function alone<T>(name: string, say: (line: string) => void, act: () => Promise<T>): Promise<T> {
  await mkdir(cacheFolder(), { recursive: true })
  const lock = new DatabaseSync(join(cacheFolder(), `${name}.lock`), { timeout: 0 })
  try {
    if (!taken(lock)) {
      say(`Waiting for another run that prepares ${name}.`)
      while (!taken(lock)) await pause(200)
    }
    return await act()
  } finally {
    lock.close()
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('locked')) return false
    throw error
  }
}

async function sweep(name: string): Promise<void> {
  const leftovers = (await readdir(cacheFolder())).filter(entry => entry.startsWith(`${name}.part-`))
  await Promise.all(leftovers.map(entry => rm(join(cacheFolder(), entry), { recursive: true, force: true })))
}
