import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { lawfulSteps } from '#domain/dossier/lawful.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { DossierMoved, type StepKind } from '#domain/dossier/move.ts'
import { Day, dayOf } from '#domain/kernel/time.ts'
import { asHappenings, at, calendar, codes, dueText, steps, three, tryStep, verification, walk } from './walk.ts'

/** Fifteen working days from Monday: due on 08/12, over the holiday of 24/11. */
const fifteen: DossierReceived = {
  ...three,
  procedure: { ...three.procedure, takes: '15d' },
  due: at('2026-12-08T17:00'),
}

describe('papers that are missing', () => {
  const asked = walk(three, [['supplement', '2026-11-16T10:00']])

  test('are asked for once', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-17T09:00'],
    ])
    expect(codes(tryStep(three, complete, 'supplement', '2026-11-17T10:00'))).toEqual(['life.supplement.once'])
  })

  test('restart the limit when they are complete, and another slip takes the place of the first', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-20T09:00'],
    ])
    // Three working days after Friday the 20th, over the holiday of Tuesday the 24th.
    expect(dueText(three, complete)).toBe('2026-11-26T17:00')
    expect(lifeOf(three, complete)).toMatchObject({ slip: 2, since: at('2026-11-20T09:00') })
    expect(complete[1]).toMatchObject({ moved: { before: three.due, paperNumber: null } })
  })

  test('stop everything else until they are there', () => {
    for (const step of ['forward', 'ready', 'pause', 'extend', 'verify'] as const)
      expect(codes(tryStep(three, asked, step, '2026-11-16T11:00'))).toEqual(['life.waiting'])
  })

  test.each(['received', 'forwarded'])('can no longer be asked for of a dossier that is %s once three working days are over', state => {
    const history = state === 'forwarded' ? walk(fifteen, [['forward', '2026-11-16T10:00']]) : []
    expect(tryStep(fifteen, history, 'supplement', '2026-11-19T16:59').ok).toBe(true)
    expect(codes(tryStep(fifteen, history, 'supplement', '2026-11-20T10:00'))).toEqual(['life.supplement.late'])
  })

  test('are not asked for after the limit: a late dossier does not begin anew', () => {
    for (const history of [[], walk(three, [['forward', '2026-11-16T10:00']])]) {
      expect(codes(tryStep(three, history, 'supplement', '2026-11-19T17:01'))).toEqual(['life.supplement.over'])
      expect(codes(tryStep(three, history, 'supplement', '2026-11-30T09:00'))).toEqual(['life.supplement.over'])
    }
  })
})

describe('an apology with a new day', () => {
  test('comes at the latest the day before the limit ends', () => {
    expect(tryStep(three, [], 'extend', '2026-11-18T16:59').ok).toBe(true)
    expect(codes(tryStep(three, [], 'extend', '2026-11-19T07:00'))).toEqual(['life.extend.late'])
  })

  test('comes once', () => {
    const extended = walk(three, [['extend', '2026-11-18T09:00']])
    expect(dueText(three, extended)).toBe('2026-11-23T17:00')
    expect(codes(tryStep(three, extended, { ...steps.extend, until: Day.parse('2026-11-25') }, '2026-11-19T09:00'))).toEqual([
      'life.extend.once',
    ])
  })

  test('names a later working day', () => {
    const until = (day: string) => codes(tryStep(three, [], { ...steps.extend, until: Day.parse(day) }, '2026-11-18T09:00'))
    expect(until('2026-11-19')).toEqual(['life.extend.early'])
    expect(until('2026-11-24')).toEqual(['life.extend.closed'])
    expect(until('2026-11-25')).toEqual([])
  })

  test('remembers the time it takes the place of', () => {
    expect(walk(three, [['extend', '2026-11-18T09:00']])[0]).toMatchObject({ moved: { before: three.due } })
  })
})

describe('a pause', () => {
  test('gives back the working days it took, and no holiday', () => {
    const paused = walk(three, [
      ['pause', '2026-11-17T10:00'],
      ['resume', '2026-11-19T10:00'],
    ])
    expect(dueText(three, paused)).toBe('2026-11-23T17:00')
    expect(lifeOf(three, paused).state).toBe('received')
  })

  test('does not begin after the limit', () => {
    expect(tryStep(three, [], 'pause', '2026-11-19T17:00').ok).toBe(true)
    expect(codes(tryStep(three, [], 'pause', '2026-11-19T17:01'))).toEqual(['life.pause.late'])
  })
})

describe('a refusal', () => {
  test('comes inside the limit', () => {
    expect(tryStep(three, [], 'refuse', '2026-11-19T16:00').ok).toBe(true)
    expect(codes(tryStep(three, [], 'refuse', '2026-11-19T17:01'))).toEqual(['life.refuse.late'])
  })

  test.each(['pause', 'supplement'] as const)('while a %s stops the limit is judged by the moment it stopped', kind => {
    const stopped = walk(three, [[kind, '2026-11-19T16:00']])
    expect(tryStep(three, stopped, 'refuse', '2026-12-10T09:00').ok).toBe(true)
    // An entry from before the rule, as it may stand in a journal: the limit was over when it stopped.
    const late = stopped.map(one => (one.kind === 'moved' ? { ...one, moved: { ...one.moved, at: at('2026-11-20T09:00') } } : one))
    expect(codes(tryStep(three, late, 'refuse', '2026-12-10T09:00'))).toEqual(['life.refuse.late'])
  })
})

describe('a verification', () => {
  test('adds its days once, from where the limit began, and says what it moved', () => {
    const verified = walk(three, [['verify', '2026-11-17T09:00']])
    expect(dueText(three, verified)).toBe('2026-11-25T17:00')
    expect(verified[0]).toMatchObject({ moved: { before: three.due, verification } })
    expect(codes(tryStep(three, verified, 'verify', '2026-11-18T09:00'))).toEqual(['life.verify.once'])
  })

  test('is not for a procedure whose law has no days for it, nor for a limit that is over', () => {
    expect(codes(tryStep(three, [], 'verify', '2026-11-17T09:00', { procedure: { proxy: true } }))).toEqual(['life.verify.none'])
    expect(codes(tryStep(three, [], 'verify', '2026-11-19T17:01'))).toEqual(['life.verify.late'])
  })

  test('rests on the article of its procedure', () => {
    const law = (allowed: typeof verification | null) =>
      lawfulSteps(lifeOf(three, []), { now: three.received, calendar, verification: allowed }).find(({ step }) => step === 'verify')?.law
    expect(law(verification)).toBe(verification.law)
    expect(law(null)).toBe('Luật Hộ tịch 2014')
  })
})

test('a dossier goes on from unit to unit', () => {
  const sent = walk(three, [
    ['forward', '2026-11-16T10:00'],
    [{ kind: 'forward', to: 'Công chức địa chính' }, '2026-11-17T10:00'],
  ])
  expect(lifeOf(three, sent).state).toBe('forwarded')
})

describe('money and originals at the end', () => {
  const withOriginals: DossierReceived = {
    ...three,
    papers: [
      { id: 'birth', name: 'Giấy chứng sinh', need: 'original', count: 1 },
      { id: 'copy', name: 'Bản án', need: 'copy', count: 2 },
    ],
  }
  const papers = [{ name: 'Giấy chứng sinh', count: 1 }]
  const stop = (refund: number, originals = true) => ({ ...steps.stop, refund, originals })

  test('no more goes back than was paid', () => {
    expect(codes(tryStep(three, [], stop(8000), '2026-11-17T09:00', { paid: 5000 }))).toEqual(['life.stop.refund'])
    expect(codes(tryStep(three, [], stop(5000), '2026-11-17T09:00', { paid: 5000 }))).toEqual([])
    expect(lifeOf(three, walk(three, [[stop(5000), '2026-11-17T09:00']], { paid: 5000 })).ended).toEqual({
      at: at('2026-11-17T09:00'),
      refund: 5000,
    })
  })

  test('the originals that were handed in are named, whatever the end is', () => {
    const ready = walk(withOriginals, [['ready', '2026-11-17T09:00']])
    for (const end of ['refuse', 'stop'] as const)
      expect(tryStep(withOriginals, [], end, '2026-11-17T10:00')).toMatchObject({ value: { originals: { given: true, papers } } })
    expect(tryStep(withOriginals, ready, 'return', '2026-11-17T10:00')).toMatchObject({ value: { originals: { given: true, papers } } })
    expect(tryStep(withOriginals, [], stop(0, false), '2026-11-17T10:00')).toMatchObject({ value: { originals: { given: false, papers } } })
    expect(tryStep(withOriginals, [], 'pause', '2026-11-17T10:00')).not.toHaveProperty('value.originals')
    expect(tryStep(three, [], 'stop', '2026-11-17T10:00')).not.toHaveProperty('value.originals')
  })

  test('what was brought later goes back too', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-17T09:00'],
    ])
    expect(tryStep(three, complete, 'stop', '2026-11-17T10:00')).toMatchObject({ value: { originals: { papers } } })
  })
})

describe('a clock that went back', () => {
  test('is told, whatever is tried: nothing happens before the reception or the last step', () => {
    for (const kind of kinds) expect(codes(tryStep(three, [], kind, '2026-11-16T08:59'))).toEqual(['life.clock.back'])
    const forwarded = walk(three, [['forward', '2026-11-17T10:00']])
    expect(codes(tryStep(three, forwarded, 'ready', '2026-11-17T09:59'))).toEqual(['life.clock.back'])
    expect(tryStep(three, forwarded, 'ready', '2026-11-17T10:00').ok).toBe(true)
  })
})

test('a returned dossier can be mended and nothing else; a refused or stopped one cannot', () => {
  const lawful = (path: Parameters<typeof walk>[1]) =>
    lawfulSteps(lifeOf(three, walk(three, path)), { now: at('2026-11-20T09:00'), calendar, verification })
      .filter(({ bar }) => bar === null)
      .map(({ step }) => step)
  expect(
    lawful([
      ['ready', '2026-11-17T09:00'],
      ['return', '2026-11-17T10:00'],
    ]),
  ).toEqual(['correct'])
  expect(lawful([['refuse', '2026-11-17T09:00']])).toEqual([])
  expect(lawful([['stop', '2026-11-17T09:00']])).toEqual([])
})

test('an entry from before a move remembered its earlier time, its originals and its verification is read as it was written', () => {
  const [moved] = walk(three, [['stop', '2026-11-17T09:00']])
  const old: unknown = JSON.parse(JSON.stringify(moved?.kind === 'moved' ? moved.moved : null))
  expect(DossierMoved.parse(old)).toEqual(old)
  expect(old).not.toHaveProperty('before')
})

const kinds: readonly StepKind[] = Object.values(steps).map(({ kind }) => kind)
const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 })

test('whatever is tried in whatever order: once asked, once extended, once verified, ended for ever, due never on a closed day, the code never changes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), minutes), { maxLength: 25 }), tries => {
      const times = tries.map(([, minute]) => minute).sort((a, b) => a - b)
      const history: DossierMoved[] = []
      for (const [index, [kind]] of tries.entries()) {
        const time = new Date(three.received + (times[index] ?? 0) * 60_000).toISOString()
        const before = lifeOf(three, asHappenings(history))
        const moved = tryStep(three, asHappenings(history), kind, time)
        const bar = lawfulSteps(before, { now: at(time), calendar, verification }).find(({ step }) => step === kind)?.bar
        if (bar !== null) expect(moved.ok).toBe(false)
        if (!moved.ok) continue
        expect(['refused', 'stopped', 'returned']).not.toContain(before.state)
        // A limit that is over is neither stopped, prolonged nor begun anew, and ends in no refusal.
        if (['supplement', 'pause', 'verify', 'extend'].includes(kind)) expect(moved.value.at).toBeLessThanOrEqual(before.due)
        if (kind === 'refuse') expect(before.stopped ?? moved.value.at).toBeLessThanOrEqual(before.due)
        history.push(moved.value)
      }
      const count = (kind: StepKind) => history.filter(({ step }) => step.kind === kind).length
      for (const kind of ['supplement', 'extend', 'verify'] as const) expect(count(kind)).toBeLessThanOrEqual(1)
      for (const moved of history) {
        expect(calendar.works(dayOf(moved.due))).toBe(true)
        expect(moved.code).toBe(three.code)
      }
    }),
    { numRuns: 300 },
  )
})
