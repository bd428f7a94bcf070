import type { Block } from '#domain/paper/block.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'

/**
 * What a printer says of itself. `unknown`: it takes bytes but never answers, as many cheap ones do; printing goes on.
 * `paper-low` still prints. `busy`: off line by a hand (feed button), or a job is running.
 */
export type Trouble =
  | 'off'
  | 'denied'
  | 'busy'
  | 'paper-out'
  | 'cover-open'
  /** The knife is stuck. */
  | 'cutter'
  /** What it cannot mend itself, and what passes by itself (a hot head). */
  | 'broken'
  | 'error'
  | 'paper-low'
  | 'unknown'

/** Why a printer could not be reached, where its line knows: no such name or device, refused, or no answer in time. */
export type Unreached = 'name' | 'missing' | 'refused' | 'silent'
const reasons: readonly Unreached[] = ['name', 'missing', 'refused', 'silent']

/** The reason that a fault of a printer tells, where its line knew one. */
export const reasonIn = (fault: Fault | undefined): Unreached | undefined => reasons.find(reason => reason === fault?.data?.['why'])

/** `answers`: it was heard, so that `printed` will mean that it said so. */
export type PrinterState = {
  readonly ready: boolean
  readonly trouble: Trouble | null
  readonly answers: boolean
  readonly why?: Unreached
}

export type Printer = {
  /**
   * Asks the printer now. A printer that is off is an answer, not a fault; `printer.busy` while a slip is printing, and where
   * one came to be printed: a question never holds up a slip.
   */
  state(): Promise<Result<PrinterState>>
  /**
   * Prints one slip. Faults with nothing on paper: `printer.off`, `.denied`, `.busy`, `.paper-out`, `.cover-open`,
   * `.cutter`, `.broken`, `.error`.
   * Faults after which someone must look, with `{ sent, total }` bytes: `printer.half` (it stopped, or went away) and
   * `printer.unconfirmed` (it took all and did not say that it is done).
   */
  print(slip: readonly Block[]): Promise<Result<'printed'>>
  /** Opens the cash drawer, after the slip that is being printed. A printer that is not ready refuses: it would open it later. */
  openDrawer(): Promise<Result<'opened'>>
  /** Gives up a slip that is being printed and lets go of the device. */
  close(): Promise<void>
}
