import { expect, test } from 'vitest'
import type { Entry } from '#domain/journal/line.ts'
import { aJournal, counterId, growingJournal, toLines } from '#kit/journal.ts'
import { WHOLE, openCityTalk } from '#sync/city.ts'
import type { Heard } from '#sync/exchange.ts'

const counter = counterId('HN-1')
const entries = aJournal(counter, 5)

/** A talk with a city that says the given things in turn, and what was sent to it. */
function talk(...answers: readonly Heard[]) {
  const sent: (string | undefined)[] = []
  const left = [...answers]
  const exchange = (_: string, text?: string): Promise<Heard> => {
    sent.push(text)
    return Promise.resolve(left.shift() ?? { kind: 'nothing' })
  }
  return { ...openCityTalk({ exchange, close: () => undefined }, counter, growingJournal(counter, entries)), sent }
}

const says = (status: number, json: unknown): Heard => ({ kind: 'answer', status, json })
const at = (position: number, hash = entries[position - 1]?.hash): Heard => says(200, { position, hash, parked: 0 })
const refusing = (status: number, code: string): Heard => says(status, { error: { code, position: 2 } })
const fault = (code: string) => ({ kind: 'fault', code })

test('an acknowledgement counts when it carries the hash of our own entry', async () => {
  expect(await talk(at(5)).push(2, WHOLE)).toEqual({ kind: 'reached', position: 5 })
  expect(await talk(at(5, 'f'.repeat(64))).push(2, WHOLE)).toEqual(fault('journal.forked'))
})

test('an acknowledgement of less than what was sent is none', async () => {
  expect(await talk(at(4)).push(2, WHOLE)).toEqual(fault('city.strange'))
})

test('what is sent is what follows, no more than a portion', async () => {
  const city = talk(at(4))
  await city.push(2, { entries: 2, bytes: 1_000_000 })
  expect(city.sent).toEqual([toLines(entries.slice(2, 4))])
})

test('200 with anything else than an acknowledgement is not the city', async () => {
  for (const json of [undefined, null, {}, [], { position: '5' }, { ok: true }])
    expect(await talk(says(200, json)).ask()).toEqual(fault('city.strange'))
  expect(await talk(says(302, undefined)).ask()).toEqual(fault('city.strange'))
  expect(await talk(says(511, undefined)).ask()).toEqual(fault('city.unreachable'))
  expect(await talk({ kind: 'stranger' }).ask()).toEqual(fault('city.strange'))
})

test('a city that cannot now is out of reach, whatever it says', async () => {
  for (const status of [429, 500, 502, 503])
    expect(await talk(says(status, { error: { code: 'x' } })).ask()).toEqual(fault('city.unreachable'))
  expect(await talk({ kind: 'nothing' }).ask()).toEqual(fault('city.unreachable'))
})

test('a gap means: ask where the city is', async () => {
  expect(await talk(refusing(409, 'journal.gap')).push(2, WHOLE)).toEqual({ kind: 'ask' })
})

test('any other refusal is named', async () => {
  expect(await talk(refusing(409, 'journal.forked')).push(2, WHOLE)).toEqual(fault('journal.forked'))
  expect(await talk(refusing(422, 'journal.broken')).push(2, WHOLE)).toEqual(fault('city.refused'))
  expect(await talk(refusing(404, 'code.of.a.newer.city')).push(2, WHOLE)).toEqual(fault('city.refused'))
})

test('a city that is ahead is shown our last entry: the same journal, or a fork', async () => {
  const ahead = at(9, 'a'.repeat(64))
  const same = talk(ahead, ahead)
  expect(await same.ask()).toEqual(fault('journal.behind'))
  expect(same.sent).toEqual([undefined, toLines(entries.slice(-1))])
  expect(await talk(ahead, refusing(409, 'journal.forked')).ask()).toEqual(fault('journal.forked'))
})

test('a new journal begins where the city stands at its beginning', async () => {
  const first: Entry | undefined = entries[0]
  expect(await talk(at(0, first?.previous)).ask()).toEqual({ kind: 'reached', position: 0 })
})
