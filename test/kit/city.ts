import { openCity } from '#city/open-city.ts'
import { z } from 'zod'
import { Head } from '#domain/journal/line.ts'
import { openClock } from '#machine/clock.ts'
import { tempFolder } from './basics.ts'

/** A city on loopback in this process, on its embedded store in a temporary folder. */
export async function tempCity(dataDir = tempFolder()) {
  const city = await openCity({ databaseUrl: null, dataDir }, { clock: openClock(), log: () => undefined })
  return {
    ...city,
    /** How far the city has a counter's journal, and the hash there: with a chain that it checked, that is all of it. */
    head: async (counter: string): Promise<Head> =>
      z.object(Head.shape).parse(await (await fetch(`${city.url}/v1/counters/${counter}`)).json()),
  }
}
