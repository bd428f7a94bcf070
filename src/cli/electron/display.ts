import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { Readable } from 'node:stream'
import { CannotProvide } from './cannot-provide.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** The usual screen of a counter PC. */
const SCREEN = '1366x768x24'
/** Set for whoever runs under a display that we opened. */
const VIRTUAL = 'KV_VIRTUAL_DISPLAY'

/** A place for windows. `variables` are for the processes that shall use it. */
export type Display = {
  readonly virtual: boolean
  readonly variables: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

export function hasDisplay(variables: Variables = process.env): boolean {
  if (process.platform !== 'linux') return true
  return isSet(variables['DISPLAY']) || isSet(variables['WAYLAND_DISPLAY'])
}

/** What Electron has to be told here: root cannot have its sandbox, and a virtual display has no graphics card. */
export function electronArgs(variables: Variables = process.env, uid: number | undefined = process.getuid?.()): readonly string[] {
  const virtual = !hasDisplay(variables) || isSet(variables[VIRTUAL])
  return [...(uid === 0 ? ['--no-sandbox'] : []), ...(virtual ? ['--disable-gpu'] : [])]
}

/** Runs a command to its end, on the display there is or else on a virtual one, and answers its exit code. Signals that ask us to end are passed on. */
export async function withDisplay(
  command: readonly [string, ...string[]],
  variables: Readonly<Record<string, string>> = {},
): Promise<number> {
  const display = await openDisplay()
  const [file, ...args] = command
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...display.variables, ...variables } })
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, forward)
  try {
    return await exitCode(child)
  } finally {
    for (const signal of signals) process.off(signal, forward)
    await display.close()
  }
}

/** The display there is, or a virtual one of 1366×768 that ends with `close()`, and with this process however it ends. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { virtual: isSet(process.env[VIRTUAL]), variables: {}, close: () => Promise.resolve() }
  // The server picks a free number by itself, so any number of runs can stand side by side.
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
  // In a session of its own: Ctrl-C is for the app, which still needs the display to close its windows.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...server], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const ended = exitCode(child).catch(() => 1)
  const number = await Promise.race([firstLine(child.stdio[3]), ended.then(() => '')])
  if (number === '') throw new CannotProvide('No virtual display could be opened: Xvfb did not start.')
  const close = async (): Promise<void> => {
    child.kill()
    await ended
  }
  return { virtual: true, variables: { DISPLAY: `:${number}`, [VIRTUAL]: '1' }, close }
}

async function exitCode(child: ChildProcess): Promise<number> {
  const [code, signal]: unknown[] = await once(child, 'exit')
  if (typeof code === 'number') return code
  return 128 + (Object.entries(constants.signals).find(([name]) => name === signal)?.[1] ?? 0)
}

async function firstLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) return ''
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) return text.trim()
  }
  return ''
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== ''
