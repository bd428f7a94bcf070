import type { Instant } from '../kernel/time.ts'

/** A slip that took the place of an earlier one after a correction: which it is (2 for the first), and when the one it replaces was printed. */
export type Replacement = { readonly number: number; readonly replaces: Instant }
