import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '#machine/digest.ts'
import type { Log } from '#machine/log.ts'
import { CannotOpen } from './cannot-open.ts'
import { checkDurability } from './durability.ts'
import { openJournals } from './journal/journal.ts'
import { migrate } from './migrate.ts'
import type { CityParts } from './parts.ts'
import { relearn } from './read-model/relearn.ts'
import { journalRoutes } from './routes/journal.ts'
import { officesRoutes } from './routes/offices.ts'
import { openServer } from './server.ts'
import { openEmbedded } from './store/embedded.ts'
import { lockFolder } from './store/lock.ts'
import { openPostgres } from './store/postgres.ts'
import { type Store, StoreGone } from './store/store.ts'

export type CityConfig = {
  /** By default only this machine can reach the city. */
  readonly host?: string
  /** 0: any free one. */
  readonly port?: number
  /** A PostgreSQL server; `null`: the embedded one, in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** The folder of the built page; `null`, or one that is not there: no page, only the routes. */
  readonly pages?: string | null
}
export type City = { readonly url: string; close(): Promise<void> }

/** Requests under way get this long when the city closes; cut off, a counter sends again. */
const GRACE_MS = 5_000

/**
 * The city server, listening. It acknowledges an entry when the database has it on disk.
 * Rejects with `CannotOpen`: folder or port in use, database out of reach, told not to sync, or from a newer program.
 */
export async function openCity(config: CityConfig, parts: CityParts): Promise<City> {
  const store = await openStore(config, parts.log)
  try {
    await checkDurability(store)
    await migrate(store)
    await relearn(store)
    const server = openServer(parts)
    journalRoutes(server, openJournals(store, sha256), parts)
    officesRoutes(server, store, parts)
    const pages = config.pages ?? null
    if (pages !== null && existsSync(pages)) await server.register(fastifyStatic, { root: pages })
    const url = await listen(server, config)
    parts.log('city.opened')
    return { url, close: () => close(server, store) }
  } catch (error) {
    await store.close().catch(() => undefined)
    throw error instanceof StoreGone ? new CannotOpen('city.store.unreachable', error) : error
  }
}

/** The embedded store with the lock on its folder, or the server's. */
async function openStore({ databaseUrl, dataDir }: CityConfig, log: Log): Promise<Store> {
  if (databaseUrl !== null) return openPostgres(databaseUrl, log)
  const unlock = await lockFolder(dataDir)
  try {
    const store = await openEmbedded(dataDir, log)
    const close = async (): Promise<void> => {
      await store.close()
      await unlock()
    }
    return { ...store, close }
  } catch (error) {
    await unlock()
    throw error instanceof StoreGone ? new CannotOpen('city.store.unreachable', error) : error
  }
}

async function listen(server: FastifyInstance, { host = '127.0.0.1', port = 0 }: CityConfig): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL' ? new CannotOpen('city.address', error) : error
  }
}

async function close(server: FastifyInstance, store: Store): Promise<void> {
  const late = setTimeout(() => server.server.closeAllConnections(), GRACE_MS)
  await server.close()
  clearTimeout(late)
  await store.close()
}
