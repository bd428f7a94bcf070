import type { Effort } from '#domain/dossier/dossier.ts'

/** Counts what one sitting costs the official: keys really pressed, and seconds since it began. */
export type EffortMeter = {
  readonly begin: (from?: Effort) => void
  readonly press: (keys: number) => void
  readonly read: () => Effort
}

/** `steady` counts milliseconds and never jumps. The citizen writes nothing, so the words stay at nought. */
export function openEffortMeter(steady: () => number): EffortMeter {
  let keys = 0
  let before = 0
  let began = steady()
  return {
    begin: from => {
      keys = from?.keys ?? 0
      before = from?.seconds ?? 0
      began = steady()
    },
    /** Negative where keys turned out to be a scanner's. */
    press: count => {
      keys = Math.max(0, keys + count)
    },
    read: () => ({ keys, seconds: Math.round(before * 10 + (steady() - began) / 100) / 10, wordsByCitizen: 0 }),
  }
}
