import type { Block } from '#domain/paper/block.ts'
import type { Result } from '#domain/kernel/result.ts'

/**
 * What a printer says of itself. `unknown`: it takes bytes but never answers, as many cheap ones do; printing goes on.
 * `paper-low` still prints. `busy`: off line by a hand (feed button), or a job is running.
 */
export type Trouble = 'off' | 'denied' | 'busy' | 'paper-out' | 'cover-open' | 'error' | 'paper-low' | 'unknown'

/** `answers`: it was heard, so that `printed` will mean that it said so. */
export type PrinterState = { readonly ready: boolean; readonly trouble: Trouble | null; readonly answers: boolean }

export type Printer = {
  /** Asks the printer now. A printer that is off is an answer, not a fault; `printer.busy` while a slip is printing. */
  state(): Promise<Result<PrinterState>>
  /**
   * Prints one slip. Faults with nothing on paper: `printer.off`, `.denied`, `.busy`, `.paper-out`, `.cover-open`, `.error`.
   * Faults after which someone must look, with `{ sent, total }` bytes: `printer.half` (it stopped, or went away) and
   * `printer.unconfirmed` (it took all and did not say that it is done).
   */
  print(slip: readonly Block[]): Promise<Result<'printed'>>
  /** Gives up a slip that is being printed and lets go of the device. */
  close(): Promise<void>
}
