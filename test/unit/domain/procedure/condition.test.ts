import { describe, expect, test } from 'vitest'
import { type Condition, fieldsOf, holds } from '#domain/procedure/condition.ts'

const values = (given: Record<string, string>) => (field: string) => given[field] ?? ''

describe('a condition', () => {
  const cases: readonly [string, Condition, Record<string, string>, boolean][] = [
    ['is', { field: 'a', is: 'x' }, { a: 'x' }, true],
    ['is another', { field: 'a', is: 'x' }, { a: 'y' }, false],
    ['in', { field: 'a', in: ['x', 'y'] }, { a: 'y' }, true],
    ['filled', { field: 'a', filled: true }, { a: 'x' }, true],
    ['empty', { field: 'a', filled: false }, {}, true],
    [
      'all',
      {
        all: [
          { field: 'a', is: 'x' },
          { field: 'b', filled: true },
        ],
      },
      { a: 'x' },
      false,
    ],
    [
      'any',
      {
        any: [
          { field: 'a', is: 'x' },
          { field: 'b', filled: true },
        ],
      },
      { b: '1' },
      true,
    ],
    ['not', { not: { field: 'a', is: 'x' } }, { a: 'x' }, false],
  ]
  test.each(cases)('%s', (_, condition, given, expected) => expect(holds(condition, values(given))).toBe(expected))

  test('that is not there always holds', () => expect(holds(undefined, values({}))).toBe(true))

  test('names every field it speaks of', () =>
    expect(
      fieldsOf({
        all: [
          { field: 'a', is: 'x' },
          {
            not: {
              any: [
                { field: 'b', filled: true },
                { field: 'c', in: ['1'] },
              ],
            },
          },
        ],
      }),
    ).toEqual(['a', 'b', 'c']))
})
