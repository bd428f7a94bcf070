import { expect, test } from 'vitest'
import { instantAt, Day } from '#domain/kernel/time.ts'
import { emptyWish, readWish, withPriority, withService } from '#renderer/counter/queue/typed-wish.ts'

const now = instantAt(Day.parse('2026-11-23'), 9 * 60)

test('the first service chosen is the main one; again takes it back; five are enough', () => {
  const two = withService(withService(emptyWish, 'b'), 'a')
  expect(two.services).toEqual(['b', 'a'])
  expect(withService(two, 'b').services).toEqual(['a'])
  expect(['c', 'd', 'e', 'f', 'g'].reduce(withService, two).services).toHaveLength(5)
})

test('the same reason again takes it back, another takes its place', () => {
  const elder = withPriority(emptyWish, 'elder')
  expect(withPriority(elder, 'elder').priority).toBeNull()
  expect(withPriority(elder, 'merit').priority).toBe('merit')
})

test.each([
  ['9:45', 9 * 60 + 45],
  ['9h45', 9 * 60 + 45],
  ['14h', 14 * 60],
  ['0730', 7 * 60 + 30],
])('an appointment typed as %s is one of today', (appointment, minutes) => {
  expect(readWish({ services: ['a'], priority: null, appointment }, now)).toEqual({
    services: ['a'],
    priority: null,
    appointment: instantAt(Day.parse('2026-11-23'), minutes),
  })
})

test('what lacks or is wrong is named by its place', () => {
  expect(readWish(emptyWish, now)).toBe('services')
  for (const appointment of ['25:00', '9:75', 'chiều', '9']) {
    expect(readWish({ services: ['a'], priority: null, appointment }, now)).toBe('appointment')
  }
})
