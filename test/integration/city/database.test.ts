import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '#city/open-city.ts'
import { ENTRIES_TYPE, OfficesToday, Reached, Refused, counterPath, entriesPath, officesTodayPath } from '#contract/routes.ts'
import { MORNING, aJournal, counterId, journalOf, received, toLines, unchained } from '#kit/journal.ts'
import { type Postgres, openPostgres } from '#kit/postgres.ts'

const counter = counterId('HN-1')
let server: Postgres

beforeAll(async () => {
  server = await openPostgres()
})
afterAll(() => server.stop())

const open = (databaseUrl: string): Promise<City> =>
  openCity({ databaseUrl, dataDir: 'not used' }, { clock: { now: () => MORNING }, log: () => undefined })

const post = (city: City, text: string): Promise<Response> =>
  fetch(city.url + entriesPath(counter), { method: 'POST', body: text, headers: { 'content-type': ENTRIES_TYPE } })

const page = async (city: City): Promise<OfficesToday> => OfficesToday.parse(await (await fetch(city.url + officesTodayPath())).json())

async function sql(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client(url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

test('a database that is told not to sync is refused', async () => {
  const url = await server.database()
  await sql(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`)
  await expect(open(url)).rejects.toMatchObject({ name: 'CannotOpen', code: 'city.store.unsafe' })
})

test('a database from a newer program is refused and not touched', async () => {
  const url = await server.database()
  await (await open(url)).close()
  await sql(url, 'insert into migration values (9990)', 'drop table learned')
  await expect(open(url)).rejects.toMatchObject({ code: 'store.from.future' })
})

test('a database that is not there is named at the start', async () => {
  await expect(open('postgres://nobody@127.0.0.1:1/nothing')).rejects.toMatchObject({ code: 'city.store.unreachable' })
})

test('two cities start at once over one database and share it', async () => {
  const url = await server.database()
  const cities = await Promise.all([open(url), open(url)])
  const journal = aJournal(counter, 40)
  const answers = await Promise.all(cities.map(city => post(city, toLines(journal))))
  for (const answer of answers) expect(Reached.parse(await answer.json()).position).toBe(40)
  await Promise.all(cities.map(city => city.close()))
})

test("the page's tables can be thrown away and are learned again from the entries", async () => {
  const url = await server.database()
  const first = await open(url)
  const facts = [
    unchained('dossier.received', received('A-1')),
    unchained('tea.served', {}),
    unchained('dossier.received', received('A-1')),
    unchained('handover.signed', { direction: 'to-post', items: [{ code: 'A-1' }], signed: { at: MORNING } }),
  ]
  await post(first, toLines(journalOf(counter, facts)))
  await post(first, toLines(journalOf(counter, facts)))
  const before = await page(first)
  await first.close()
  await sql(url, 'delete from dossier', 'delete from handed', 'delete from parked', 'delete from office', 'update learned set edition = 0')
  const again = await open(url)
  expect(await page(again)).toEqual(before)
  expect(before.offices[0]?.dossiers[0]?.state).toBe('with-post')
  expect(before.offices[0]?.counters[0]?.parked).toBe(2)
  await again.close()
})

test('a bug answers 500, keeps nothing of the batch, and logs where it was, never what it was about', async () => {
  const url = await server.database()
  const lines: unknown[] = []
  const city = await openCity(
    { databaseUrl: url, dataDir: 'not used' },
    { clock: { now: () => MORNING }, log: (...line) => void lines.push(line) },
  )
  await sql(url, 'alter table dossier add constraint broken check (code is null)')
  const answer = await post(city, toLines(aJournal(counter, 3)))
  expect([answer.status, Refused.parse(await answer.json()).error.code]).toEqual([500, 'city.broken'])
  expect(await (await fetch(city.url + counterPath(counter))).json()).toMatchObject({ position: 0 })
  expect(JSON.stringify(lines)).toContain('city.failed')
  expect(JSON.stringify(lines)).not.toMatch(/Hương|0871900|HN-1-1|broken"/)
  await city.close()
})

test.skipIf(Boolean(process.env['DATABASE_URL']))(
  'the database restarted under load: what was acknowledged is there, what was not is asked for again',
  async () => {
    const city = await open(await server.database())
    const journal = aJournal(counter, 300)
    let acknowledged = 0
    const pushAll = async (): Promise<void> => {
      for (let from = acknowledged; from < 300; from += 10) {
        const answer = await post(city, toLines(journal.slice(from, from + 10)))
        if (answer.status !== 200) {
          expect([answer.status, Refused.parse(await answer.json()).error.code]).toEqual([503, 'city.store'])
          expect(answer.headers.get('retry-after')).toBe('5')
          return
        }
        acknowledged = Reached.parse(await answer.json()).position
      }
    }
    for (let crash = 0; crash < 3; crash += 1) await Promise.all([pushAll(), server.crash()])
    const reached = Reached.parse(await (await fetch(city.url + counterPath(counter))).json())
    expect(reached.position).toBeGreaterThanOrEqual(acknowledged)
    await post(city, toLines(journal))
    expect(Reached.parse(await (await fetch(city.url + counterPath(counter))).json())).toEqual({
      position: 300,
      hash: journal[299]?.hash,
      parked: 0,
    })
    await city.close()
  },
)
