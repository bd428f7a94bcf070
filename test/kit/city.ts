import { openCity } from '#city/open-city.ts'
import { Instant } from '#domain/kernel/time.ts'
import { tempFolder } from './basics.ts'

/** A city on loopback in this process, on its embedded store in a temporary folder. */
export async function tempCity(dataDir = tempFolder()) {
  const city = await openCity({ host: '127.0.0.1', port: 0, databaseUrl: null, dataDir, pages: null }, { clock: { now: () => Instant.parse(1_795_000_000_000) }, log: () => undefined })
  return city
}
