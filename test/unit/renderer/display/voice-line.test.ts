import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fault } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import { type Saying, openVoiceLine } from '#renderer/display/voice-line.ts'

const START = Instant.parse(1_700_000_000_000)

/** A hall with a clock moved by hand: a clip takes two seconds, `broken` ones fail and `stuck` ones never end. */
function hall() {
  let now: number = START
  const timers: { at: number; ring: () => void }[] = []
  const heard: { clips: string; from: number; to: number }[] = []
  const faults: (string | null)[] = []
  const state = { quiet: false, dead: false }
  const wait = (ms: number): Promise<void> => new Promise(ring => void timers.push({ at: now + ms, ring }))

  const play = async (clips: readonly string[], stop: AbortSignal): Promise<void> => {
    const from = now
    if (state.dead || clips.some(clip => clip.startsWith('broken'))) throw new Error('no such clip')
    if (clips.some(clip => clip.startsWith('stuck')))
      await new Promise((_, fail) => stop.addEventListener('abort', () => fail(new Error('stopped'))))
    await wait(clips.length * 2_000)
    heard.push({ clips: clips.join(' '), from: from - START, to: now - START })
  }

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  }
  const move = async (ms: number): Promise<void> => {
    const until = now + ms
    await settle()
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers.splice(timers.indexOf(next), 1)
      now = next.at
      next.ring()
      await settle()
    }
    now = until
  }

  const report = (fault: Fault | null): void => void faults.push(fault?.code ?? null)
  const line = openVoiceLine({ play, now: () => Instant.parse(now), wait, isQuiet: () => state.quiet, report })
  const call = (key: string, more: Partial<Saying> = {}): void =>
    line.call({ key, clips: ['chime', key], at: Instant.parse(now), times: 1, fault: null, ...more })
  return { call, forget: line.forget, move, heard, faults, state, said: () => heard.map(({ clips }) => clips) }
}

describe('the voice of the hall', () => {
  test('says calls in their order, one at a time', async () => {
    const { call, move, heard } = hall()
    for (const key of ['A001', 'A002', 'B003']) call(key)
    await move(20_000)
    expect(heard).toEqual([
      { clips: 'chime A001', from: 0, to: 4_000 },
      { clips: 'chime A002', from: 4_000, to: 8_000 },
      { clips: 'chime B003', from: 8_000, to: 12_000 },
    ])
  })

  test('says a call twice when asked, after those who were not heard at all', async () => {
    const { call, move, said } = hall()
    call('A001', { times: 2 })
    call('A002')
    await move(20_000)
    expect(said()).toEqual(['chime A001', 'chime A002', 'chime A001'])
  })

  test('a newer call of the same ticket takes the place of the one that waits', async () => {
    const { call, move, said } = hall()
    call('A001', { times: 2 })
    call('A002')
    call('A002', { clips: ['chime', 'again', 'A002'] })
    call('A001', { clips: ['chime', 'again', 'A001'] })
    await move(30_000)
    expect(said()).toEqual(['chime A001', 'chime again A002', 'chime again A001'])
  })

  test('does not say what is older than thirty seconds', async () => {
    const { call, move, said } = hall()
    call('late', { at: Instant.parse(START - 30_001) })
    call('just', { at: Instant.parse(START - 30_000) })
    for (let n = 1; n <= 9; n += 1) call(`A00${n}`)
    await move(120_000)
    expect(said()).toEqual(['chime just', ...[1, 2, 3, 4, 5, 6, 7].map(n => `chime A00${n}`)])
  })

  test('is silent in quiet hours, and says nothing of them later', async () => {
    const { call, move, said, state, faults } = hall()
    state.quiet = true
    call('A001')
    await move(5_000)
    state.quiet = false
    call('A002')
    await move(5_000)
    expect(said()).toEqual(['chime A002'])
    expect(faults).toEqual([null])
  })

  test('a clip that fails is reported, leaves the chime, and does not hold up the next call', async () => {
    const { call, move, said, faults } = hall()
    call('broken')
    call('A002')
    await move(20_000)
    expect(said()).toEqual(['chime', 'chime A002'])
    expect(faults).toEqual(['voice.silent', null])
  })

  test('a loudspeaker that swallows a call is given up after twelve seconds', async () => {
    const { call, move, heard, faults } = hall()
    call('stuck')
    call('A002')
    await move(12_000 + 2_000 + 4_000)
    expect(heard.map(({ clips, from }) => [clips, from])).toEqual([
      ['chime', 12_000],
      ['chime A002', 14_000],
    ])
    expect(faults).toEqual(['voice.silent', null])
  })

  test('a dead loudspeaker is reported for each call and heard again when it is back', async () => {
    const { call, move, said, faults, state } = hall()
    state.dead = true
    call('A001')
    call('A002')
    await move(1_000)
    state.dead = false
    call('A003')
    await move(5_000)
    expect(said()).toEqual(['chime A003'])
    expect(faults).toEqual(['voice.silent', 'voice.silent', null])
  })

  test('what a call lacks is told when its chime was heard', async () => {
    const { call, move, said, faults } = hall()
    call('A001', { clips: ['chime'], fault: { kind: 'failure', code: 'voice.piece' } })
    await move(5_000)
    expect([said(), faults]).toEqual([['chime'], ['voice.piece']])
  })

  test('what is not true any more is not said, nor said again', async () => {
    const { call, forget, move, said } = hall()
    call('A001', { times: 3 })
    call('A002')
    await move(5_000)
    forget('A001')
    forget('A002')
    await move(20_000)
    expect(said()).toEqual(['chime A001', 'chime A002'])
  })

  test('whatever happens, two are never heard at once and nothing is said too late or in quiet hours', async () => {
    const step = fc.record({
      key: fc.constantFrom('A001', 'A002', 'B003', 'broken', 'stuck'),
      times: fc.integer({ min: 1, max: 3 }),
      pause: fc.nat(15_000),
      quiet: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
        const { call, move, heard, state } = hall()
        const calls: { key: string; at: number }[] = []
        let at = 0
        for (const { key, times, pause, quiet } of steps) {
          state.quiet = quiet
          call(key, { times })
          calls.push({ key, at })
          await move(pause)
          at += pause
        }
        state.quiet = false
        await move(300_000)
        heard.slice(1).forEach(({ from }, before) => expect(from).toBeGreaterThanOrEqual(heard[before]?.to ?? 0))
        for (const { clips, from } of heard.filter(one => one.clips !== 'chime'))
          expect(calls.some(one => clips.endsWith(one.key) && one.at <= from && from - one.at <= 30_000)).toBe(true)
        const last = heard.at(-1)?.to ?? 0
        call('A009')
        await move(30_000)
        expect(heard.at(-1)).toMatchObject({ clips: 'chime A009' })
        expect(heard.at(-1)?.from).toBeGreaterThanOrEqual(last)
      }),
      { numRuns: 200 },
    )
  })
})
