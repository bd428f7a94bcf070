import type { CounterId } from '#domain/kernel/id.ts'
import { rmSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '#city/open-city.ts'
import { Reached, counterPath } from '#contract/routes.ts'
import type { Entry } from '#domain/journal/line.ts'
import { cityFolder } from '#kit/city-folder.ts'
import { type FlakyCity, type Mood, broken500, captivePortal, flakyCity } from '#kit/flaky-city.ts'
import { MORNING, aJournal, counterId, growingJournal, journalOf, received, unchained } from '#kit/journal.ts'
import { stillClock } from '#kit/still-clock.ts'
import type { SyncState } from '#sync/state.ts'
import { type Sync, type SyncParts, openSync } from '#sync/sync.ts'

let city: City
let line: FlakyCity
const folders: string[] = []
const opened: Sync[] = []

beforeAll(async () => {
  city = await newCity()
  line = await flakyCity(city.url)
}, 120_000)
afterEach(async () => {
  line.behave()
  await Promise.all(opened.splice(0).map(sync => sync.close()))
})
afterAll(async () => {
  await line.close()
  await city.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('what is in the journal goes to the city, and what is committed later follows by itself', async () => {
  const counter = aCounter(aJournal(newId(), 3))
  await counter.until(({ pending, reached }) => pending === 0 && reached !== null)
  counter.journal.add(unchained('dossier.received', received('later')))
  counter.sync.wake()
  expect(counter.sync.state().pending).toBe(1)
  await counter.until(({ pending }) => pending === 0)
  await cityHolds(counter.journal.entries)
})

test('a backlog goes in portions until nothing is left', async () => {
  const counter = aCounter(aJournal(newId(), 1_300))
  await counter.until(({ pending }) => pending === 0)
  expect(counter.states.map(({ pending }) => pending)).toEqual([1_300, 800, 300, 0])
  await cityHolds(counter.journal.entries)
})

test('what the city has is not sent again, even by a counter that forgot', async () => {
  const entries = aJournal(newId(), 20)
  await aCounter(entries).until(({ pending }) => pending === 0)
  const forgetful = aCounter(entries)
  expect(await forgetful.sync.pushNow()).toEqual({ ok: true, value: { pushed: 0, pending: 0 } })
  expect(forgetful.cursor.get()).toBe(20)
})

test('a city that answers 500 is out of reach until it does not, and loses nothing', async () => {
  line.behave(broken500, broken500)
  const counter = aCounter(aJournal(newId(), 5))
  await counter.until(({ fault }) => fault === 'city.unreachable')
  expect(counter.sync.state()).toEqual({ reached: null, pending: 5, since: MORNING, fault: 'city.unreachable' })
  await counter.naps(1)
  counter.clock.pass(1_000)
  await counter.naps(2)
  counter.clock.pass(2_000)
  await counter.until(({ pending }) => pending === 0)
  expect(counter.sync.state()).toEqual({ reached: MORNING + 3_000, pending: 0, since: null, fault: null })
  expect(counter.clock.naps.slice(0, 2)).toEqual([1_000, 2_000])
})

test('a city that hangs is given up after the deadline of the whole exchange', async () => {
  line.behave({ kind: 'hang' })
  const counter = aCounter(aJournal(newId(), 5), { deadlineMs: 500 })
  await counter.until(({ fault }) => fault === 'city.unreachable')
  await counter.inTime(({ pending }) => pending === 0)
})

test('a commit does not hurry a pump that waits for the line, but a person does', async () => {
  line.behave(broken500)
  const counter = aCounter(aJournal(newId(), 2))
  await counter.until(({ fault }) => fault === 'city.unreachable')
  await counter.naps(1)
  const before = line.connections()
  counter.journal.add(unchained('official.named', {}))
  counter.sync.wake()
  expect(counter.sync.state()).toMatchObject({ pending: 3, fault: 'city.unreachable' })
  expect(line.connections()).toBe(before)
  expect(await counter.sync.pushNow()).toEqual({ ok: true, value: { pushed: 3, pending: 0 } })
})

test('a captive portal is not the city: nothing counts as sent, and no entry is told to it', async () => {
  line.behave(captivePortal)
  const counter = aCounter(aJournal(newId(), 5))
  await counter.until(({ fault }) => fault === 'city.strange')
  expect(counter.sync.state()).toMatchObject({ pending: 5, since: MORNING, reached: null })
  expect(counter.cursor.get()).toBe(0)
  line.behave()
  expect(await counter.sync.pushNow()).toEqual({ ok: true, value: { pushed: 5, pending: 0 } })
})

test('an address that speaks no TLS is not the city of an https address', async () => {
  const counter = aCounter(aJournal(newId(), 1), { url: city.url.replace('http:', 'https:') })
  expect(await counter.sync.pushNow()).toMatchObject({ ok: false, faults: [{ code: 'city.strange', kind: 'failure' }] })
})

test('nobody at the address is named, with what is pending', async () => {
  const counter = aCounter(aJournal(newId(), 4), { url: 'http://127.0.0.1:1' })
  expect(await counter.sync.pushNow()).toMatchObject({ ok: false, faults: [{ code: 'city.unreachable', data: { pending: 4 } }] })
})

test('cut at any byte of request or answer, every entry is at the city once', async () => {
  const moods: readonly Mood[] = [
    ...[0, 1, 90, 150, 180, 260, 330, 400, 700, 1_000].map((after): Mood => ({ kind: 'cut-request', after })),
    ...[0, 1, 90, 260, 330, 600, 700, 770, 820, 900].map((after): Mood => ({ kind: 'cut-answer', after })),
  ]
  for (const mood of moods) {
    line.behave(mood)
    const counter = aCounter(aJournal(newId(), 12))
    await counter.sync.pushNow()
    line.behave()
    await counter.sync.pushNow()
    expect(counter.sync.state()).toMatchObject({ pending: 0, fault: null })
    await cityHolds(counter.journal.entries)
  }
})

test('a line of any mood ends with exactly the journal at the city', async () => {
  const bytes = fc.integer({ min: 0, max: 2_000 })
  const mood: fc.Arbitrary<Mood> = fc.oneof(
    fc.constantFrom(broken500, captivePortal, { kind: 'twice' } as const, { kind: 'well' } as const),
    bytes.map((after): Mood => ({ kind: 'cut-request', after })),
    bytes.map((after): Mood => ({ kind: 'cut-answer', after })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(mood, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), async (moods, count) => {
      line.behave(...moods)
      const counter = aCounter(aJournal(newId(), count))
      for (let tries = 0; tries <= moods.length && counter.sync.state().pending > 0; tries += 1) await counter.sync.pushNow()
      line.behave()
      await counter.sync.pushNow()
      expect(counter.sync.state()).toMatchObject({ pending: 0, fault: null })
      await cityHolds(counter.journal.entries)
    }),
    { numRuns: 20 },
  )
})

test('two pumps of one journal at once send every entry once', async () => {
  const entries = aJournal(newId(), 700)
  const [one, two] = [aCounter(entries), aCounter(entries)]
  await Promise.all([one.sync.pushNow(), two.sync.pushNow()])
  await cityHolds(entries)
})

test('a city restored from an older backup gets what it lost, unasked', async () => {
  const entries = aJournal(newId(), 30)
  const counter = aCounter(entries)
  await counter.until(({ pending }) => pending === 0)
  const restored = await newCity()
  const older = aCounter(entries.slice(0, 12), { url: restored.url })
  await older.until(({ pending }) => pending === 0)
  line.moveTo(restored.url)
  await counter.inTime(() => counter.states.some(({ pending }) => pending === 18))
  await counter.until(({ pending }) => pending === 0)
  await cityHolds(entries, restored)
  line.moveTo(city.url)
  await older.sync.close()
  await restored.close()
}, 120_000)

test('a journal written by two machines is called forked, and both keep what they have', async () => {
  const id = newId()
  const entries = aJournal(id, 4)
  await aCounter(entries).until(({ pending }) => pending === 0)
  const copy = aCounter([...entries.slice(0, 2), ...journalOf(id, [unchained('official.named', { name: 'other' })], entries[1])])
  expect(await copy.sync.pushNow()).toMatchObject({ ok: false, faults: [{ code: 'journal.forked' }] })
  expect(copy.sync.state()).toMatchObject({ fault: 'journal.forked', since: null, reached: MORNING })
  expect(copy.journal.entries).toHaveLength(3)
  await cityHolds(entries)
})

test('a counter that lost entries is told so before it writes over them', async () => {
  const entries = aJournal(newId(), 9)
  await aCounter(entries).until(({ pending }) => pending === 0)
  const shorter = aCounter(entries.slice(0, 6))
  expect(await shorter.sync.pushNow()).toMatchObject({ ok: false, faults: [{ code: 'journal.behind' }] })
})

test('a pump that is closed while the city hangs ends at once and says no more', async () => {
  line.behave({ kind: 'hang' })
  const counter = aCounter(aJournal(newId(), 3))
  await counter.sync.close()
  expect(counter.states).toEqual([])
})

const newCity = async (): Promise<City> => {
  const dataDir = await cityFolder()
  folders.push(dataDir)
  return openCity({ databaseUrl: null, dataDir }, { clock: { now: () => MORNING }, log: () => undefined })
}

let made = 0
const newId = (): CounterId => {
  made += 1
  return counterId(`C-${made}`)
}

/** A counter with a journal of its own, its pump running; by default over the line. */
function aCounter(entries: readonly Entry[], more: Partial<SyncParts> = {}) {
  const counter = entries[0]?.counter ?? newId()
  const journal = growingJournal(counter, entries)
  const clock = stillClock(MORNING)
  const states: SyncState[] = []
  const watchers = new Set<() => void>()
  let at = 0
  const cursor = { get: () => at, set: (position: number) => void (at = position) }
  const onState = (state: SyncState): void => {
    states.push(state)
    for (const watcher of watchers) watcher()
  }
  const sync = openSync({ url: line.url, counter, journal, cursor, clock, randomness: length => new Uint8Array(length), onState, ...more })
  opened.push(sync)
  const when = (holds: () => boolean): Promise<void> =>
    new Promise(resolve => {
      const watcher = (): void => {
        if (!holds()) return void setImmediate(watcher)
        watchers.delete(watcher)
        resolve()
      }
      watcher()
    })
  return {
    sync,
    journal,
    clock,
    cursor,
    states,
    until: (holds: (state: SyncState) => boolean): Promise<void> => when(() => holds(sync.state())),
    /** The same, while minute after minute passes. */
    inTime: (holds: (state: SyncState) => boolean): Promise<void> =>
      when(() => {
        clock.pass(60_000)
        return holds(sync.state())
      }),
    /** Until the pump has lain down for the nth time. */
    naps: (count: number): Promise<void> => when(() => clock.naps.length >= count),
  }
}

async function cityHolds(entries: readonly Entry[], at = city): Promise<void> {
  const last = entries.at(-1)
  const answer = await fetch(at.url + counterPath(last?.counter ?? newId()))
  expect(Reached.parse(await answer.json())).toEqual({ position: entries.length, hash: last?.hash, parked: 0 })
}
