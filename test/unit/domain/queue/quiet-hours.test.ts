import { expect, test } from 'vitest'
import { Day, instantAt } from '#domain/kernel/time.ts'
import { type QuietHours, isQuiet } from '#domain/queue/quiet-hours.ts'

const quietAt = (clock: string, ...quiet: QuietHours[]): boolean => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return isQuiet(instantAt(Day.parse('2026-11-25'), hours * 60 + minutes), quiet)
}

test('quiet hours begin on the minute and end on the minute', () => {
  const noon = { from: '11:30', to: '13:30' }
  expect(['11:29', '11:30', '13:29', '13:30'].map(clock => quietAt(clock, noon))).toEqual([false, true, true, false])
})

test('quiet hours may go over midnight', () => {
  const night = { from: '22:00', to: '06:00' }
  expect(['21:59', '22:00', '00:00', '05:59', '06:00'].map(clock => quietAt(clock, night))).toEqual([false, true, true, true, false])
})

test('any of several is enough, and without any it is never quiet', () => {
  expect(quietAt('12:00', { from: '08:00', to: '09:00' }, { from: '12:00', to: '12:01' })).toBe(true)
  expect(quietAt('12:00')).toBe(false)
  expect(quietAt('12:00', { from: '12:00', to: '12:00' })).toBe(false)
})
