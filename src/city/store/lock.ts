import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import { CannotOpen } from '../cannot-open.ts'

/**
 * Takes a data folder for this process alone: two embedded databases over one folder would destroy it. The lock is a name
 * in the system's own table (an abstract socket, a named pipe on Windows), so it is given back however the process ends.
 * macOS has no such names; there nothing is locked.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true })
  const name = `khong-viet-city-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`
  const path = pathOf(name)
  if (path === null) return () => Promise.resolve()
  const server = createServer(caller => caller.destroy())
  await listen(server, path)
  return () => new Promise(resolve => server.close(() => resolve()))
}

function pathOf(name: string): string | null {
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return process.platform === 'linux' ? `\0${name}` : null
}

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', error => reject('code' in error && error.code === 'EADDRINUSE' ? new CannotOpen('store.in.use', error) : error))
    server.listen({ path, exclusive: true }, () => {
      server.unref()
      resolve()
    })
  })
