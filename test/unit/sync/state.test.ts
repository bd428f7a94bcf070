import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { type SyncState, stateAfter } from '#sync/state.ts'

const at = (ms: number): Instant => Instant.parse(ms)
const fresh: SyncState = { reached: null, pending: 3, since: null, fault: null }

test('an outage is dated from its first failure', () => {
  const first = stateAfter(fresh, 3, 'city.unreachable', at(100))
  const later = stateAfter(first, 5, 'city.unreachable', at(200))
  expect(later).toEqual({ reached: null, pending: 5, since: 100, fault: 'city.unreachable' })
})

test('a voice that is not the city does not count as reached', () => {
  expect(stateAfter(fresh, 3, 'city.strange', at(100))).toMatchObject({ reached: null, since: 100 })
})

test('a city that refuses was reached', () => {
  expect(stateAfter(fresh, 3, 'journal.forked', at(100))).toEqual({ reached: 100, pending: 3, since: null, fault: 'journal.forked' })
})

test('an answer ends the outage', () => {
  const out = stateAfter(fresh, 3, 'city.unreachable', at(100))
  expect(stateAfter(out, 0, null, at(300))).toEqual({ reached: 300, pending: 0, since: null, fault: null })
})
