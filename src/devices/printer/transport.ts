import type { Result } from '#domain/kernel/result.ts'
import type { Block } from '#domain/paper/block.ts'

/** A way to a printer. One line is opened for each slip, so that a printer may be switched off and on between two. */
export type Transport = {
  /** Opens the line, or says why not (`printer.off`, `.busy`, `.denied`). `slip` is for a printer that keeps words, not only dots. */
  connect(signal: AbortSignal, slip: readonly Block[]): Promise<Result<Line>>
  /** Bytes handed over at once: what the slowest such line moves well within a stall limit. */
  readonly piece: number
}

export type Line = {
  /** Hands bytes on; ends when the device took them, when it is gone, or when `signal` fires. */
  write(bytes: Uint8Array, signal: AbortSignal): Promise<Taken>
  /**
   * Drops what was heard before, puts a question (an empty one only listens) and answers with what comes back first:
   * nothing when `signal` fires before. Absent where a line cannot be heard.
   */
  readonly ask?: (question: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>
  /** For a printer that never answers: whether the device itself took the last byte, as far as this line can know. */
  finish(signal: AbortSignal): Promise<boolean>
  /** Whether the device went away after it took all: unplugged, switched off, hung up in the middle. */
  gone(): Promise<boolean>
  /** Lets go of the device. `drop`: what has not left yet never shall, so that a job given up does not print late. */
  close(drop: boolean): Promise<void>
}

/** `bytes`: how many may have reached the printer. `well`: all of them did, as far as the line knows. */
export type Taken = { readonly bytes: number; readonly well: boolean }
