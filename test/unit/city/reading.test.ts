import { expect, test } from 'vitest'
import { readLesson } from '#city/read-model/reading.ts'
import { Fact } from '#domain/journal/fact.ts'

const kinds = Fact.options.map(({ shape }) => shape.kind.value)

test.each(kinds)('the city knows what %s is', kind => {
  expect(readLesson({ kind, version: 1, body: null })).not.toEqual({ kind: 'parked', why: 'kind.unknown' })
})

test('what nobody ever says is not known', () => {
  expect(readLesson({ kind: 'tea.served', version: 1, body: null })).toEqual({ kind: 'parked', why: 'kind.unknown' })
})
