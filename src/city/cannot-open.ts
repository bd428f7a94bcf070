import type { FaultCode } from '#domain/kernel/fault.ts'

/** The city cannot start, for a reason that its administrator can mend. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
  readonly code: FaultCode

  constructor(code: FaultCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
