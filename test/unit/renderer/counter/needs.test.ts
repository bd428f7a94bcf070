import { describe, expect, test } from 'vitest'
import { Day } from '#domain/kernel/time.ts'
import { shakyParts } from '#renderer/counter/citizen/card-doubt.ts'
import { isDoubtful, needCount, nextNeed, rowsNow, spokenLines, wrongNow } from '#renderer/counter/sitting/needs.ts'
import { aDraft, aProcedure } from '#kit/sitting.ts'

const procedure = aProcedure()
const today = Day.parse('2026-11-23')

describe('Enter', () => {
  test('skips what is known and stops where something is needed', () => {
    const draft = aDraft({ name: 'Lan' })
    expect(nextNeed(procedure, draft, today, null)).toBe('for')
    expect(nextNeed(procedure, draft, today, 'for')).toBe('copies')
  })

  test('goes to papers after the last field, and back to a need that was passed by', () => {
    const draft = aDraft({ name: 'Lan', copies: '2' })
    expect(nextNeed(procedure, draft, today, 'copies')).toBe('papers.card')
    expect(nextNeed(procedure, draft, today, 'papers.card')).toBe('for')
  })

  test('follows a choice that opens more to ask', () => {
    const draft = aDraft({ name: 'Lan', for: 'other', copies: '2' }, { card: 1 })
    expect(nextNeed(procedure, draft, today, 'for')).toBe('other.name')
    expect(nextNeed(procedure, draft, today, 'other.name')).toBe('papers.proxy')
  })

  test('comes back to a value that cannot be', () => {
    const draft = aDraft({ name: 'Lan', for: 'self', copies: 'hai' }, { card: 1 })
    expect(nextNeed(procedure, draft, today, 'place')).toBe('copies')
  })

  test('has nowhere to go when all is there: it is time to finish', () => {
    const draft = aDraft({ name: 'Lan', for: 'self', copies: '2' }, { card: 1 })
    expect(nextNeed(procedure, draft, today, 'copies')).toBeNull()
    expect(needCount(procedure, draft, today)).toBe(0)
  })
})

test('a field that is not asked is not shown', () => {
  const shown = (draft: ReturnType<typeof aDraft>): readonly string[] => rowsNow(procedure, draft.answers).map(row => row.id)
  expect(shown(aDraft())).not.toContain('other.name')
  expect(shown(aDraft({ for: 'other' }))).toContain('other.name')
})

test('a wrong value is said once the hand has left it, a missing one not before the end', () => {
  const { answers } = aDraft({ copies: 'hai' })
  expect(wrongNow(procedure, answers, today, 'copies')).toEqual([])
  expect(wrongNow(procedure, answers, today, 'name').map(fault => [fault.field, fault.code])).toEqual([['copies', 'field.number']])
})

test('what an earlier dossier says is doubtful, and what a shaky part of the card says; what was typed is not', () => {
  const name = { from: ['card.name' as const] }
  expect(isDoubtful({ from: [] }, { value: 'x', origin: { from: 'earlier', day: today } }, [])).toBe(true)
  expect(isDoubtful(name, { value: 'x', origin: { from: 'card' } }, ['name'])).toBe(true)
  expect(isDoubtful(name, { value: 'x', origin: { from: 'card' } }, ['sex'])).toBe(false)
  expect(isDoubtful(name, { value: 'x', origin: { from: 'typed' } }, ['name'])).toBe(false)
})

test('a mended card is shaky in its letters, a warned one where it was warned', () => {
  expect(shakyParts({ repairs: ['mojibake'], warnings: [] })).toEqual(['name', 'address'])
  expect(shakyParts({ repairs: ['stripped'], warnings: [{ code: 'card.number.sex', field: 'sex' }] })).toEqual(['sex'])
  expect(shakyParts(null)).toEqual([])
})

test('reading back speaks every answer in the order of the form, and no heading', () => {
  const lines = spokenLines(procedure, aDraft({ copies: '2', name: 'Lan', 'other.name': 'không hỏi' }).answers)
  expect(lines.map(line => [line.field.id, line.value])).toEqual([
    ['name', 'Lan'],
    ['copies', '2'],
  ])
})
