import { expect, test } from 'vitest'
import { type Instant, readIsoTime } from '#domain/kernel/time.ts'
import { clockTime, dueText } from '#renderer/parts/say-figures.ts'
import { screenVi } from '#words/screen-vi.ts'

const at = (text: string): Instant => {
  const read = readIsoTime(text)
  if (read === null) throw new Error(text)
  return read
}
const now = at('2026-11-23T09:41:59')

test('a time has two digits for hours and minutes, and seconds do not round it up', () => {
  expect(clockTime(now)).toBe('09:41')
  expect(clockTime(at('2026-11-23T00:05:00'))).toBe('00:05')
})

test('a due time is said as a person says it', () => {
  expect(dueText(at('2026-11-23T17:00'), now, screenVi.time)).toBe('hôm nay 17:00')
  expect(dueText(at('2026-11-24T17:00'), now, screenVi.time)).toBe('ngày mai 17:00')
  expect(dueText(at('2026-11-25T17:00'), now, screenVi.time)).toBe('thứ Tư 25/11/2026, 17:00')
})
