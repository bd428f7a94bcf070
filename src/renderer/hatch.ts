import type { CallName, Input, Output } from '#contract/calls.ts'
import type { EventName, Events } from '#contract/events.ts'
import { type Result, failureFault, refuse } from '#domain/kernel/result.ts'

/** What the preload hands to a window: the only way out of it. */
export type Office = {
  readonly call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>
  readonly on: <Name extends EventName>(name: Name, listener: (what: Events[Name]) => void) => () => void
}

declare global {
  interface Window {
    readonly office: Office
  }
}

/** Asks the office. A bug behind the hatch becomes the fault `call.broken`, so that no screen is left hanging. */
export const ask = <Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> =>
  window.office.call(name, input).catch(() => refuse(failureFault('call.broken')))

/** Listens to the office until the answer is called. */
export const listen = <Name extends EventName>(name: Name, listener: (what: Events[Name]) => void): (() => void) =>
  window.office.on(name, listener)
