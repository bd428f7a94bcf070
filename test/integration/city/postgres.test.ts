import { type Postgres, openPostgres } from '#kit/postgres.ts'
import { citySuite } from './city-suite.ts'

let server: Postgres | null = null

citySuite(
  'city on a real PostgreSQL',
  async () => {
    server ??= await openPostgres()
    return { databaseUrl: await server.database(), dataDir: 'not used' }
  },
  async () => server?.stop(),
)
