import { Pool } from 'pg'
import type { Log } from '#machine/log.ts'
import { type Query, type Store, StoreGone } from './store.ts'

const CONNECTIONS = 8
const CONNECT_MS = 5_000
const STATEMENT_MS = 30_000

/** A PostgreSQL server behind a pool of connections. `url` holds a password: it is never logged. */
export function openPostgres(url: string, log: Log): Store {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    keepAlive: true,
    application_name: 'khong-viet-city',
  })
  // A broken connection is replaced by the pool, and who was using it hears of it by its statement; but without
  // listeners, one here for idle connections and one on each connection for those in use, it would end the process.
  pool.on('error', error => log('store.connection-lost', { code: codeOf(error) }))
  pool.on('connect', client => client.on('error', error => log('store.connection-lost', { code: codeOf(error) })))

  return {
    query: (text, values) => reaching(async () => (await pool.query(text, copied(values))).rows),
    transact: async work => {
      const client = await reaching(() => pool.connect())
      const query: Query = (text, values) => reaching(async () => (await client.query(text, copied(values))).rows)
      try {
        await query('begin')
        const done = await work(query)
        await query(done.ok ? 'commit' : 'rollback')
        client.release()
        return done
      } catch (error) {
        // Dropping the connection rolls back whatever state it was in.
        client.release(true)
        throw error
      }
    },
    close: () => pool.end(),
  }
}

const copied = (values: Parameters<Query>[1]): unknown[] => [...(values ?? [])]

/** Turns every sign of an absent, starting, stopping or full server into `StoreGone`. */
async function reaching<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (isGone(error)) throw new StoreGone('database out of reach', { cause: error })
    throw error
  }
}

/** SQLSTATE classes: 08 connection, 25006 read-only, 40 rolled back, 53 resources, 57 intervention, 58 system. */
const gone = /^(08|40|53|57|58)...$|^25006$|^E[A-Z]+$|^28...$|^3D000$/

function isGone(error: unknown): boolean {
  if (gone.test(codeOf(error))) return true
  return error instanceof Error && /timeout|terminated|not queryable|Cannot use a pool/i.test(error.message)
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')
