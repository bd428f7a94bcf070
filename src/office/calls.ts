import type { z } from 'zod'
import { type CallName, type Handlers, type Input, type Output, calls } from '#contract/calls.ts'
import { type Result, inputFault, refuse } from '#domain/kernel/result.ts'

/** One call from outside: known by name, parsed before any code sees it, answered with a result. */
export function answer(handlers: Handlers, name: unknown, input: unknown): Promise<Result<unknown>> {
  if (!isCall(name)) return Promise.resolve(refuse(inputFault('call.unknown')))
  return run(handlers, name, input)
}

async function run<Name extends CallName>(handlers: Handlers, name: Name, foreign: unknown): Promise<Result<Output<Name>>> {
  const parsed = inputs[name].input.safeParse(foreign)
  if (!parsed.success) {
    return refuse(...parsed.error.issues.map(issue => inputFault('call.invalid', issue.path.join('.'), { reason: issue.code })))
  }
  const handler: (input: Input<Name>) => Promise<Result<Output<Name>>> = handlers[name]
  return handler(parsed.data)
}

/** The table of calls seen by its inputs: what is parsed for a name is that name's input. */
const inputs: { readonly [Name in CallName]: { readonly input: z.ZodType<Input<Name>> } } = calls

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name)
