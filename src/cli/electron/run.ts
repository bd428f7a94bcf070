import { execFile } from 'node:child_process'
import { CannotProvide } from './cannot-provide.ts'

export type RunOptions = {
  readonly folder?: string
  /** Added to the environment of this process. */
  readonly variables?: Readonly<Record<string, string>>
  readonly limitMs?: number
}

/** Runs a command to its end and answers what it wrote. Throws `CannotProvide` with its last words where it fails or takes too long. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const settings = {
    cwd: options.folder,
    env: { ...process.env, ...options.variables },
    timeout: options.limitMs ?? 0,
    killSignal: 'SIGKILL',
    maxBuffer: 64 * 1024 * 1024,
  } as const
  return new Promise((resolve, reject) => {
    execFile(command, args, settings, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      const why = lastLines(stderr) || lastLines(stdout) || error.message
      reject(new CannotProvide(`${command} ${args[0] ?? ''} failed${error.killed === true ? ' (it took too long)' : ''}: ${why}`))
    })
  })
}

/** The end of what was written, without the stack that a Node program adds. */
const lastLines = (text: string): string =>
  text
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s+at |^[{}]$|^Node\.js v/.test(line))
    .slice(-4)
    .join(' ')
