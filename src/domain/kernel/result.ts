import type { FaultCode } from './fault.ts'

/**
 * Why something was refused. `input`: asked wrongly, shown at its field. `failure`: asked rightly, cannot be done now.
 * It carries codes and figures, never a sentence and never a citizen's data: sentences are made in `words`.
 */
export type Fault = {
  readonly kind: 'input' | 'failure'
  readonly code: FaultCode
  readonly field?: string
  readonly data?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (...faults: readonly Fault[]): Result<never> => ({ ok: false, faults })

/** A fault of the one who asked, at `field` where there is one. */
export const inputFault = (code: FaultCode, field?: string, data?: Fault['data']): Fault => make('input', code, field, data)

/** A fault of the world: no paper, no network, disk full. */
export const failureFault = (code: FaultCode, data?: Fault['data']): Fault => make('failure', code, undefined, data)

function make(kind: Fault['kind'], code: FaultCode, field?: string, data?: Fault['data']): Fault {
  return { kind, code, ...(field === undefined ? {} : { field }), ...(data === undefined ? {} : { data }) }
}
