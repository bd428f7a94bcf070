import { journal0010 } from './0010-journal.ts'

export type Migration = { readonly number: number; readonly sql: string }

/** In the order they run. A released one is frozen. */
export const migrations: readonly Migration[] = [journal0010]
