import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { type Environment, readEnvironment } from '#machine/env.ts'
import { sayFault } from '#words/faults.ts'

export const RESOURCES = resolve(import.meta.dirname, '../../../resources')

/** One JSON document on standard output. */
export const answer = (document: unknown): void => {
  process.stdout.write(`${JSON.stringify(document)}\n`)
}

/** The error document of `kv`; exit code 2 for bad input, 1 for what cannot be done now. */
export function refuseWith(faults: readonly Fault[], more: Readonly<Record<string, unknown>> = {}): void {
  const [first] = faults
  answer({
    error: {
      code: first?.code ?? 'unknown',
      message: faults.map(fault => sayFault(fault, 'vi')).join(' '),
      fields: faults.flatMap(({ field, code }) => (field === undefined ? [] : [{ field, code }])),
      ...more,
    },
  })
  process.exitCode = first?.kind === 'failure' ? 1 : 2
}

export function sayWrong(code: string, message: string): void {
  answer({ error: { code, message } })
  process.exitCode = 2
}

/** Answers with a result, as it is or as an error document. */
export function answerResult<T>(result: Result<T>, show: (value: T) => unknown): void {
  if (result.ok) answer(show(result.value))
  else refuseWith(result.faults)
}

/** The environment, with `--data` winning over it. */
export function environmentOf(command: Command): Environment {
  const { data } = command.optsWithGlobals<{ data?: string }>()
  const environment = readEnvironment()
  return data === undefined ? environment : { ...environment, dataDir: resolve(data) }
}
