import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givesWord, isDone, readState } from '#devices/printer/status.ts'
import type { Line } from '#devices/printer/transport.ts'

/** A line that gives these answers, one to each question, and then is silent. */
function lineThatSays(...answers: readonly (readonly number[])[]): Line {
  let turn = 0
  return {
    write: bytes => Promise.resolve({ bytes: bytes.length, well: true }),
    ask: () => {
      const answer = answers[turn] ?? []
      turn += 1
      return Promise.resolve(Uint8Array.from(answer))
    },
    finish: () => Promise.resolve(true),
    gone: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  }
}
const never = (): Promise<void> => new Promise(() => undefined)
const asked = (line: Line) => ({ line, ms: 1, sleep: never })

describe('the state a printer tells', () => {
  test.each([
    ['all well', [[0x12], [0x12], [0x12]], { ready: true, trouble: null, answers: true }],
    ['drawer pin high is well', [[0x16], [0x12], [0x12]], { ready: true, trouble: null, answers: true }],
    ['paper near its end', [[0x12], [0x12], [0x1e]], { ready: true, trouble: 'paper-low', answers: true }],
    ['paper out, told by the cause', [[0x1a], [0x32], [0x12]], { ready: false, trouble: 'paper-out', answers: true }],
    ['paper out, told by the sensor', [[0x1a], [0x12], [0x7e]], { ready: false, trouble: 'paper-out', answers: true }],
    ['cover open', [[0x1a], [0x16], [0x12]], { ready: false, trouble: 'cover-open', answers: true }],
    ['knife stuck', [[0x1a], [0x52], [0x12], [0x1a]], { ready: false, trouble: 'cutter', answers: true }],
    ['a fault it cannot mend', [[0x1a], [0x52], [0x12], [0x32]], { ready: false, trouble: 'broken', answers: true }],
    ['a fault that passes', [[0x1a], [0x52], [0x12], [0x52]], { ready: false, trouble: 'error', answers: true }],
    ['a fault it does not name', [[0x1a], [0x52], [0x12]], { ready: false, trouble: 'error', answers: true }],
    ['off line by hand', [[0x1a], [0x12], [0x12]], { ready: false, trouble: 'busy', answers: true }],
    ['silence', [], { ready: true, trouble: 'unknown', answers: false }],
    ['nonsense', [[0xa5]], { ready: true, trouble: 'unknown', answers: true }],
    ['only the first question known', [[0x12]], { ready: true, trouble: null, answers: true }],
  ])('%s', async (_, answers, state) => {
    expect(await readState(asked(lineThatSays(...answers)))).toEqual(state)
  })
})

describe('whether a word is waited for', () => {
  const well = { ready: true, trouble: null, answers: true } as const
  test.each([
    ['not of a printer that never answers', { ready: true, trouble: 'unknown', answers: false } as const, [], false],
    ['not of one that answers at once only', well, [], false],
    ['of one that answers in turn', well, [[0x00]], true],
    ['of one that talks nonsense', { ready: true, trouble: 'unknown', answers: true } as const, [], true],
  ])('%s', async (_, state, answers, word) => {
    expect(await givesWord(asked(lineThatSays(...answers)), state)).toBe(word)
  })
})

describe('the word that a slip is done', () => {
  test.each([
    ['enough paper', [[0x00]], true],
    ['little paper', [[0x03]], true],
    ['no paper left', [[0x0c]], false],
    ['silence', [], false],
    ['nonsense', [[0xa5]], false],
    ['a late answer to an earlier question, then the word', [[0x12], [0x00]], true],
    ['both in one breath', [[0x12, 0x00]], true],
    ['a late answer and nothing more', [[0x12]], false],
  ])('%s', async (_, answers, done) => {
    expect(await isDone(asked(lineThatSays(...answers)))).toBe(done)
  })

  test('of all bytes only the two valid ones are believed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 255 }), async byte => {
        expect(await isDone(asked(lineThatSays([byte])))).toBe(byte === 0x00 || byte === 0x03)
      }),
      { numRuns: 600 },
    )
  })
})
