import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A serial cable: what is written at one end comes out at the other. */
export type Pty = {
  /** The end the program opens. */
  readonly ours: string
  /** The device's end; of no use when the cable leads to a TCP address. */
  readonly theirs: string
  readonly plug: () => Promise<void>
  readonly unplug: () => Promise<void>
  /** The cable carries nothing any more; buffers before it fill up. */
  readonly freeze: () => void
  readonly close: () => Promise<void>
}

/** A pair of serial ends through socat, or one end that leads to `to` (`TCP:127.0.0.1:9100`). */
export async function pty(to?: string): Promise<Pty> {
  needSocat()
  const folder = await mkdtemp(join(tmpdir(), 'kv-pty-'))
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]
  let running: ChildProcess | null = null
  const end = (path: string): string => `PTY,link=${path},raw,echo=0`
  const plug = async (): Promise<void> => {
    const child = spawn('socat', ['-d', '-d', '-t', '0', end(ours), to ?? end(theirs)], { stdio: ['ignore', 'ignore', 'pipe'] })
    running = child
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        if (said.includes('starting data transfer loop')) resolve()
      })
      child.once('exit', () => reject(new Error(`socat ended: ${said}`)))
    })
  }
  const unplug = async (): Promise<void> => {
    const child = running
    running = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>(resolve => {
      child.once('exit', () => resolve())
      child.kill()
    })
  }
  await plug()
  return {
    ours,
    theirs,
    plug,
    unplug,
    freeze: () => void running?.kill('SIGSTOP'),
    async close() {
      running?.kill('SIGCONT')
      await unplug()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** socat is a Debian package; a test run as root brings it itself. */
function needSocat(): void {
  if (['/usr/bin/socat', '/usr/local/bin/socat', '/opt/homebrew/bin/socat'].some(path => existsSync(path))) return
  execFileSync('apt-get', ['install', '-y', '-q', 'socat'], { stdio: 'ignore' })
}
