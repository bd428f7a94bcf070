import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type CityProcess = {
  readonly url: string
  readonly pid: number
  /** Ends it with a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** `npm run city` as a process of its own, on its embedded store. `around` runs it under another program. */
export async function cityProcess(dataDir: string, around: readonly string[] = []): Promise<CityProcess> {
  const program = join(import.meta.dirname, '../../src/cli/city.ts')
  const [command, ...args] = [...around, process.execPath, program, '--port', '0', '--data', dataDir]
  const env = { ...process.env, DATABASE_URL: '', KV_CITY_HOST: '', KV_CITY_PORT: '' }
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/.exec(line)?.[0]
    const pid = around.length === 0 ? (child.pid ?? 0) : childOf(child.pid ?? 0)
    if (url !== undefined) return { url, pid, end: signal => end(child, pid, signal) }
  }
  throw new Error('the city did not start')
}

async function end(child: ChildProcess, pid: number, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  process.kill(pid, signal)
  await exited
}

const childOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
