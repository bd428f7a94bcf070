import type { CallName, Handlers } from '#contract/calls.ts'
import { type Result, inputFault, refuse } from '#domain/kernel/result.ts'
import type { Role } from '#domain/post/handover.ts'

/**
 * What only an official of the office decides. A postal clerk may help, receive and hand over at a counter that the Post
 * runs; a decision about a dossier, about money that was taken, or about the office is not theirs.
 */
export const OFFICE_ONLY = [
  'visit.turnAway',
  'dossier.step',
  'dossier.correct',
  'money.void',
  'money.refund',
  'money.close',
  'post.close',
  'book.count',
  'book.print',
  'book.save',
  'settings.open',
  'settings.keep',
  'settings.bankCode',
] as const satisfies readonly CallName[]

/** The same handlers, of which those are refused to whoever signed in for the Post. `role`: of who is signed in at the moment of a call. */
export const keptFromPost = (handlers: Handlers, role: () => Role | null): Handlers =>
  new Proxy(handlers, {
    get: (of, name): unknown => (role() === 'postal' && OFFICE_ONLY.some(one => one === name) ? refused : Reflect.get(of, name)),
  })

const refused = async (): Promise<Result<never>> => refuse(inputFault('post.role'))
