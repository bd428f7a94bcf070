#!/usr/bin/env node
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { CannotOpen } from '#city/cannot-open.ts'
import { type City, openCity } from '#city/open-city.ts'
import { openClock } from '#machine/clock.ts'
import { openLog } from '#machine/log.ts'
import { sayFault } from '#words/faults.ts'

/** The city server until it is told to stop. What it needs to know comes from options, else from the environment. */
const { host, port, data, pages } = new Command('city')
  .description(
    'The city server of Không Viết. Keeps the journals of all counters; DATABASE_URL names a PostgreSQL, else an embedded one is used.',
  )
  .option('--host <address>', 'address to listen on (KV_CITY_HOST)', read('KV_CITY_HOST') ?? '127.0.0.1')
  .option('--port <number>', 'port to listen on, 0 for any (KV_CITY_PORT)', readPort, readPort(read('KV_CITY_PORT') ?? '8180'))
  .option('--data <dir>', 'folder of log and embedded database (KV_CITY_DATA_DIR)', read('KV_CITY_DATA_DIR') ?? defaultDataDir())
  .option('--pages <dir>', 'folder of the built page', resolve(import.meta.dirname, '../../out/city'))
  .parse()
  .opts<{ host: string; port: number; data: string; pages: string }>()

const clock = openClock()
try {
  const dataDir = resolve(data)
  const log = openLog(join(dataDir, 'city.log'), () => clock.now())
  const city = await openCity({ host, port, databaseUrl: read('DATABASE_URL'), dataDir, pages }, { clock, log })
  console.log(`Không Viết city: ${city.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(city))
} catch (error) {
  if (!(error instanceof CannotOpen)) throw error
  console.error(`${error.code}: ${sayFault({ code: error.code }, 'vi')}`)
  process.exitCode = 1
}

/** Answers what is under way, then ends by itself; a second signal ends at once. */
async function stop(city: City): Promise<void> {
  await city.close()
  process.exit(0)
}

function read(name: string): string | null {
  const value = process.env[name]
  return value === undefined || value === '' ? null : value
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a number up to 65535')
  return port
}

function defaultDataDir(): string {
  if (process.platform === 'win32') return join(read('APPDATA') ?? join(homedir(), 'AppData', 'Roaming'), 'KhongVietCity')
  return join(read('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'khong-viet-city')
}
