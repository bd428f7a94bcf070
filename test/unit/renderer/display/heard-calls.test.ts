import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { type Memory, hearCalls } from '#renderer/display/heard-calls.ts'

const time = (at: number): Instant => Instant.parse(at)
const callAt = (id: string, at: number) => ({ id, number: id.slice(0, 4), counter: 3, counterName: 'Quầy 3', times: 1, at: time(at) })
const nothing: Memory = new Map()
const HOUR = 3_600_000
const NOW = time(100 * HOUR)
const ids = (calls: readonly { readonly id: string }[]) => calls.map(({ id }) => id)

test('at the start whatever was called more than half a minute ago is shown and not said', () => {
  const hall = { now: NOW, calls: [callAt('A003:1', NOW - 2_000), callAt('A002:1', NOW - 29_000), callAt('A001:1', NOW - 31_000)] }
  const { calls, fresh } = hearCalls(nothing, hall, NOW)
  expect(ids(calls)).toEqual(['A003:1', 'A002:1', 'A001:1'])
  expect(ids(fresh)).toEqual(['A002:1', 'A003:1'])
})

test('a call is said once, its recall again', () => {
  const first = hearCalls(nothing, { now: NOW, calls: [callAt('A001:1', NOW)] }, NOW)
  const again = hearCalls(first.memory, { now: time(NOW + 1_000), calls: [callAt('A001:1', NOW)] }, time(NOW + 1_000))
  expect(again.fresh).toEqual([])
  const recall = hearCalls(again.memory, { now: time(NOW + 2_000), calls: [callAt('A001:2', NOW + 2_000)] }, time(NOW + 2_000))
  expect(ids(recall.fresh)).toEqual(['A001:2'])
})

test('a host whose clock is an hour off is understood by the age of its calls, not by their hour', () => {
  for (const off of [-HOUR, HOUR]) {
    const hall = { now: time(NOW + off), calls: [callAt('A001:1', NOW + off - 5_000)] }
    expect(hearCalls(nothing, hall, NOW).calls[0]?.heard).toBe(NOW - 5_000)
  }
})

test('a host whose clock was set back says nothing of calls from its future', () => {
  const hall = { now: time(NOW - HOUR), calls: [callAt('A001:1', NOW - 60_000)] }
  expect(hearCalls(nothing, hall, NOW).fresh).toEqual([])
})

test('the host that comes and goes makes no call heard twice, whatever the order of the views', () => {
  const views = fc.array(fc.subarray(['A001:1', 'A002:1', 'B001:1', 'A001:2']), { maxLength: 30 })
  fc.assert(
    fc.property(views, seen => {
      let memory = nothing
      const said: string[] = []
      for (const shown of seen) {
        const heard = hearCalls(memory, { now: NOW, calls: shown.map(id => callAt(id, NOW)) }, NOW)
        memory = heard.memory
        said.push(...ids(heard.fresh))
      }
      expect(said.toSorted()).toEqual([...new Set(seen.flat())].toSorted())
    }),
  )
})
