import type { Randomness } from '#domain/kernel/id.ts'

export const FIRST_MS = 1_000
export const LONGEST_MS = 60_000

/**
 * How long to wait after `failures` tries in a row that failed: twice as long each time, up to a minute, and a random part
 * of up to half of it off, so that the counters of a city do not come back in the same second.
 */
export function backOff(failures: number, randomness: Randomness): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16))
  const [high = 0, low = 0] = randomness(2)
  return Math.round(whole * (1 - (high * 256 + low) / 65_536 / 2))
}
