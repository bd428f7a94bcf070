import type { CounterId } from '#domain/kernel/id.ts'
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type City, type CityConfig, openCity } from '#city/open-city.ts'
import { ENTRIES_TYPE, OfficesToday, Reached, Refused, counterPath, entriesPath, officesTodayPath } from '#contract/routes.ts'
import { writeEntry } from '#domain/journal/chain.ts'
import { type Entry, genesis } from '#domain/journal/line.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { MORNING, aJournal, counterId, journalOf, received, toLines, unchained } from '#kit/journal.ts'
import { sha256 } from '#machine/digest.ts'

export type Place = Pick<CityConfig, 'databaseUrl' | 'dataDir'>

/** What every city promises, whatever database is below. `place` gives a new, empty one; `forget` takes all of them away. */
export function citySuite(name: string, place: () => Promise<Place>, forget: () => Promise<void>): void {
  describe(name, () => {
    let city: City
    let where: Place

    beforeAll(async () => {
      where = await place()
      city = await open(where)
    }, 120_000)
    afterAll(async () => {
      await city.close()
      await forget()
    })

    test('entries arrive once, and the answer says how far the city is', async () => {
      const journal = aJournal(newCounter(), 5)
      expect(await pushed(city, journal.slice(0, 2))).toMatchObject({ position: 2, hash: journal[1]?.hash })
      expect(await pushed(city, journal.slice(2))).toMatchObject({ position: 5, hash: journal[4]?.hash, parked: 0 })
      expect(await reached(city, journal)).toMatchObject({ position: 5, hash: journal[4]?.hash })
    })

    test('a counter that the city does not know stands at its beginning', async () => {
      const counter = newCounter()
      expect(await reachedOf(city, counter)).toEqual({ ...genesis(counter, sha256), parked: 0 })
    })

    test('a packed batch arrives like a plain one', async () => {
      const journal = aJournal(newCounter(), 3)
      const answer = await post(city, entriesPath(counterOf(journal)), gzipSync(toLines(journal)), { 'content-encoding': 'gzip' })
      expect(Reached.parse(await answer.json())).toMatchObject({ position: 3 })
    })

    test('a batch sent again changes nothing', async () => {
      const journal = aJournal(newCounter(), 4)
      await pushed(city, journal)
      expect(await pushed(city, journal)).toMatchObject({ position: 4 })
      expect(await pushed(city, journal.slice(1, 3))).toMatchObject({ position: 4 })
    })

    test('two batches at once end as one journal', async () => {
      const journal = aJournal(newCounter(), 60)
      await Promise.all([pushed(city, journal), pushed(city, journal), pushed(city, journal.slice(0, 30))])
      expect(await reached(city, journal)).toMatchObject({ position: 60, parked: 0 })
    })

    test('a gap is refused with the position that is wanted', async () => {
      const journal = aJournal(newCounter(), 9)
      await pushed(city, journal.slice(0, 3))
      expect(await refused(city, counterOf(journal), journal.slice(5))).toEqual({
        status: 409,
        error: { code: 'journal.gap', position: 3 },
      })
    })

    test('another entry at a known position is a fork, and the first one stays', async () => {
      const journal = aJournal(newCounter(), 4)
      const counter = counterOf(journal)
      await pushed(city, journal)
      const other = journalOf(counter, [unchained('dossier.received', received('OTHER'))], journal[1])
      expect(await refused(city, counter, other)).toEqual({ status: 409, error: { code: 'journal.forked', position: 3 } })
      expect(await reached(city, journal)).toMatchObject({ position: 4, hash: journal[3]?.hash })
    })

    test('a journal that grew from another entry is a fork', async () => {
      const journal = aJournal(newCounter(), 2)
      await pushed(city, journal)
      const other = journalOf(counterOf(journal), [unchained('official.named', { name: 'other' })], journal[0])
      const after = journalOf(counterOf(journal), [unchained('official.named', {})], other[0])
      expect(await refused(city, counterOf(journal), after)).toEqual({ status: 409, error: { code: 'journal.forked', position: 2 } })
    })

    test('a broken chain is refused whole, naming position and reason', async () => {
      const journal = aJournal(newCounter(), 4)
      const broken = (change: Partial<Entry>): readonly Entry[] =>
        journal.map(entry => (entry.position === 3 ? { ...entry, ...change } : entry))
      const at = { code: 'journal.broken', position: 3 }
      expect(await refused(city, counterOf(journal), broken({ actor: 'somebody' }))).toEqual({ status: 422, error: { ...at, why: 'hash' } })
      expect(await refused(city, counterOf(journal), broken({ body: '{}' }))).toEqual({ status: 422, error: { ...at, why: 'body' } })
      expect(await refused(city, counterOf(journal), broken({ previous: '0'.repeat(64) }))).toEqual({
        status: 422,
        error: { ...at, why: 'previous' },
      })
      expect(await refused(city, counterOf(journal), broken({ counter: counterId('SOMEBODY') }))).toEqual({
        status: 422,
        error: { ...at, why: 'counter' },
      })
      expect(await reached(city, journal)).toMatchObject({ position: 0 })
    })

    test('a body that is no journal is refused by line', async () => {
      const journal = aJournal(newCounter(), 2)
      const text = `${toLines(journal)}<html>`
      const answer = await post(city, entriesPath(counterOf(journal)), text)
      expect(answer.status).toBe(422)
      expect(Refused.parse(await answer.json()).error).toEqual({ code: 'journal.unreadable', position: 3 })
    })

    test('hostile bodies are bounded and named', async () => {
      const path = entriesPath(newCounter())
      const code = async (answer: Response): Promise<string> => `${answer.status} ${Refused.parse(await answer.json()).error.code}`
      expect(await code(await post(city, path, gzipSync(Buffer.alloc(40_000_000)), { 'content-encoding': 'gzip' }))).toBe(
        '413 request.oversize',
      )
      expect(await code(await post(city, path, randomBytes(5_000_000)))).toBe('413 request.oversize')
      expect(await code(await post(city, path, 'not gzip', { 'content-encoding': 'gzip' }))).toBe('415 request.encoding')
      expect(await code(await post(city, path, 'x', { 'content-encoding': 'br' }))).toBe('415 request.encoding')
      expect(await code(await post(city, path, 'x', { 'content-type': 'text/html' }))).toBe('415 request.encoding')
      expect(await code(await post(city, '/v1/counters/lower%20case/entries', ''))).toBe('422 request.invalid')
      expect(await code(await fetch(`${city.url}/v1/nothing`))).toBe('404 request.unknown')
    })

    test('what the city does not understand is kept, parked, and holds nothing up', async () => {
      const counter = newCounter()
      const code = `${counter}-LATER`
      const journal = journalOf(counter, [
        unchained('tea.served', { sugar: 2 }),
        unchained('dossier.received', received('x'), { version: 2 }),
        unchained('dossier.received', { code: 5 }),
        unchained('dossier.received', received('nul\u0000in-the-code')),
        unchained('dossier.received', null, { body: 'no json' }),
        unchained('dossier.received', received(code)),
        unchained('dossier.received', received(code)),
      ])
      expect(await pushed(city, journal)).toMatchObject({ position: 7, parked: 6 })
      expect((await today(city)).offices.flatMap(({ dossiers }) => dossiers.map(dossier => dossier.code))).toContain(code)
    })

    test('a forgotten body still proves its place', async () => {
      const journal = aJournal(newCounter(), 3).map((entry): Entry => Object.assign({}, entry, { body: null }))
      expect(await pushed(city, journal)).toMatchObject({ position: 3, parked: 3 })
    })

    test('any text survives the way there', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 5 }), async texts => {
          const journal = journalOf(
            newCounter(),
            texts.map(text => unchained('official.named', { text })),
          )
          await pushed(city, journal)
          expect(await pushed(city, journal)).toMatchObject({ position: texts.length })
        }),
        { numRuns: 20 },
      )
    })

    test('batches repeated and out of order end as exactly the journal', async () => {
      const portion = fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 12 }))
      await fc.assert(
        fc.asyncProperty(fc.array(portion, { maxLength: 12 }), fc.boolean(), async (portions, atOnce) => {
          const journal = aJournal(newCounter(), 12)
          const sends = portions.map(
            ([from, count]) =>
              () =>
                send(city, journal.slice(from, from + count)),
          )
          if (atOnce) await Promise.all(sends.map(one => one()))
          else for (const one of sends) await one()
          const so = await reached(city, journal)
          expect(so.hash).toBe(so.position === 0 ? genesis(counterOf(journal), sha256).hash : journal[so.position - 1]?.hash)
          expect(await pushed(city, journal)).toMatchObject({ position: 12, hash: journal[11]?.hash, parked: 0 })
        }),
        { numRuns: 25 },
      )
    })

    test("the page lists the day's dossiers of each office, without a citizen", async () => {
      const counter = newCounter()
      const office = { id: counter, name: `Bộ phận Một cửa ${counter}` }
      const evening = Instant.parse(MORNING + 12 * 3_600_000)
      const nextDay = Instant.parse(MORNING + 24 * 3_600_000)
      const facts = [
        unchained('counter.opened', { office }),
        unchained('dossier.received', received(`${counter}-1`, { office })),
        unchained('dossier.received', received(`${counter}-2`, { office, received: evening, due: null })),
        unchained('dossier.received', received(`${counter}-3`, { office, received: nextDay })),
        unchained('handover.signed', { direction: 'to-post', items: [{ code: `${counter}-1` }], signed: { at: evening } }),
      ]
      await pushed(city, journalOf(counter, facts))
      const answer = await fetch(`${city.url}${officesTodayPath(Day.parse('2026-11-23'))}`)
      const text = await answer.text()
      const shown = OfficesToday.parse(JSON.parse(text)).offices.find(one => one.office.id === counter)
      expect(shown).toMatchObject({ office, received: 2, counters: [{ counter, position: 5, parked: 0, lastSeen: MORNING }] })
      expect(shown?.dossiers).toEqual([
        expect.objectContaining({ code: `${counter}-2`, receivedAt: evening, dueAt: null, state: 'received', counter }),
        expect.objectContaining({
          code: `${counter}-1`,
          receivedAt: MORNING,
          state: 'with-post',
          procedure: { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' },
        }),
      ])
      expect(text).not.toContain('Hương Lan')
    })

    test('a list that arrives before its dossier still says where the dossier is', async () => {
      const [early, late] = [newCounter(), newCounter()]
      const signed = (direction: string, at: number) =>
        unchained('handover.signed', { direction, items: [{ code: `${late}-1` }], signed: { at: MORNING + at } })
      await pushed(city, journalOf(early, [signed('to-post', 1), signed('from-post', 2)]))
      await pushed(city, journalOf(late, [unchained('dossier.received', received(`${late}-1`, { office: { id: late, name: late } }))]))
      expect((await today(city)).offices.flatMap(one => one.dossiers).find(({ code }) => code === `${late}-1`)?.state).toBe('received')
    })

    test('a day that does not exist is refused at its field', async () => {
      const answer = await fetch(`${city.url}/v1/offices/today?day=2026-02-30`)
      expect([answer.status, Refused.parse(await answer.json()).error]).toEqual([422, { code: 'request.invalid', field: 'day' }])
    })

    test('what was acknowledged is there after a restart', async () => {
      const journal = aJournal(newCounter(), 7)
      await pushed(city, journal)
      const before = await today(city)
      await city.close()
      city = await open(where)
      expect(await reached(city, journal)).toMatchObject({ position: 7, hash: journal[6]?.hash })
      expect((await today(city)).offices).toHaveLength(before.offices.length)
    })
  })
}

const open = ({ databaseUrl, dataDir }: Place): Promise<City> =>
  openCity({ databaseUrl, dataDir }, { clock: { now: () => MORNING }, log: () => undefined })

let made = 0
const newCounter = (): CounterId => {
  made += 1
  return counterId(`C-${made}`)
}

const counterOf = (journal: readonly Entry[]): CounterId => {
  const [first] = journal
  if (first === undefined) throw new Error('an empty journal')
  return first.counter
}

const post = (city: City, path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${city.url}${path}`, { method: 'POST', body, headers: { 'content-type': ENTRIES_TYPE, ...headers } })

const send = (city: City, entries: readonly Entry[]): Promise<Response> =>
  post(city, entriesPath(counterOf(entries)), entries.map(writeEntry).join('\n'))

async function pushed(city: City, entries: readonly Entry[]): Promise<Reached> {
  const answer = await send(city, entries)
  const json: unknown = await answer.json()
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(json)}`)
  return Reached.parse(json)
}

async function refused(city: City, counter: CounterId, entries: readonly Entry[]): Promise<{ status: number; error: Refused['error'] }> {
  const answer = await post(city, entriesPath(counter), toLines(entries))
  return { status: answer.status, error: Refused.parse(await answer.json()).error }
}

const reachedOf = async (city: City, counter: CounterId): Promise<Reached> =>
  Reached.parse(await (await fetch(`${city.url}${counterPath(counter)}`)).json())

const reached = (city: City, journal: readonly Entry[]): Promise<Reached> => reachedOf(city, counterOf(journal))

const today = async (city: City): Promise<OfficesToday> =>
  OfficesToday.parse(await (await fetch(`${city.url}${officesTodayPath()}`)).json())
