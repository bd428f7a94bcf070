export type Row = Readonly<Record<string, unknown>>

/** Runs one statement. Values are numbers, texts, `null`, or arrays of them for `unnest`. */
export type Query = (text: string, values?: readonly Value[]) => Promise<readonly Row[]>
type Value = string | number | null | readonly (string | number | null)[]

/**
 * The city's database: the same SQL over a PostgreSQL server and over the embedded one. When a promise resolves, what it
 * did is on disk. It rejects with `StoreGone` when the database is out of reach; asked again later, it may work.
 */
export type Store = {
  readonly query: Query
  /** All of it or nothing: what answers `ok: false` or throws is rolled back. */
  transact<T extends { readonly ok: boolean }>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The database does not answer. `cause` holds what it said, which may name rows: it is never logged. */
export class StoreGone extends Error {
  override readonly name = 'StoreGone'
}
