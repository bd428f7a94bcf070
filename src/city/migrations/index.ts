import { journal0010 } from './0010-journal.ts'
import { offices0020 } from './0020-offices.ts'

export type Migration = { readonly number: number; readonly sql: string }

/** In the order they run. A released one is frozen. */
export const migrations: readonly Migration[] = [
  { number: 10, sql: journal0010 },
  { number: 20, sql: offices0020 },
]
