import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { lawfulSteps, lifeOf } from '#domain/dossier/life.ts'
import type { DossierMoved, Happening, Step, StepKind } from '#domain/dossier/move.ts'
import { takeStep } from '#domain/dossier/take-step.ts'
import { OfficialId } from '#domain/kernel/id.ts'
import { Day, type Instant, dayOf, isoTime, readIsoTime } from '#domain/kernel/time.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { shippedCalendar as calendar } from '../calendar/shipped.ts'

const hours = OfficeHours.parse({})
const at = (text: string): Instant => readIsoTime(text) ?? expect.fail(text)
const official = { id: OfficialId.parse(anId()), name: 'Nguyễn Thị An' }

/** Monday; three working days end on Thursday, over the holiday of 24/11. */
const three: DossierReceived = {
  ...aDossier(),
  procedure: { code: '1.004873', name: 'X', edition: '2026-01', takes: '3d' },
  received: at('2026-11-16T09:00'),
  due: at('2026-11-19T17:00'),
}

const steps = {
  supplement: { kind: 'supplement', wanted: [{ name: 'Giấy chứng sinh', original: 1, certified: 0, copy: 0 }], reason: 'Thiếu' },
  complete: { kind: 'complete' },
  refuse: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
  forward: { kind: 'forward', to: 'Công chức tư pháp - hộ tịch' },
  pause: { kind: 'pause', reason: 'Chờ xác minh' },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', reason: 'Mất điện', until: Day.parse('2026-11-23') },
  stop: { kind: 'stop', reason: 'Công dân rút hồ sơ', refund: 0, originals: true },
  ready: { kind: 'ready', result: 'Giấy xác nhận' },
  return: { kind: 'return', to: { right: 'owner', name: 'Lan', number: null, paper: null }, satisfied: 'yes' },
} as const satisfies Record<StepKind, Step>

function walk(dossier: DossierReceived, path: readonly (readonly [StepKind | Step, string])[]): readonly Happening[] {
  const history: Happening[] = []
  for (const [step, time] of path) {
    const moved = tryStep(dossier, history, step, time)
    if (!moved.ok) expect.fail(JSON.stringify(moved.faults))
    history.push({ kind: 'moved', moved: moved.value })
  }
  return history
}

const tryStep = (dossier: DossierReceived, history: readonly Happening[], step: StepKind | Step, time: string) =>
  takeStep(dossier, lifeOf(dossier, history), typeof step === 'string' ? steps[step] : step, {
    now: at(time),
    calendar,
    hours,
    counter: 'Quầy 3',
    official,
    nextPaper: () => 7,
  })

const codes = (result: ReturnType<typeof tryStep>) => (result.ok ? [] : result.faults.map(({ code }) => code))
const dueOf = (history: readonly Happening[]) => isoTime(lifeOf(three, history).due).slice(0, 16)

describe('papers that are missing', () => {
  const asked = walk(three, [['supplement', '2026-11-16T10:00']])

  test('are asked for once', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-17T09:00'],
    ])
    expect(codes(tryStep(three, complete, 'supplement', '2026-11-17T10:00'))).toEqual(['life.supplement.once'])
  })

  test('restart the limit when they are complete', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-20T09:00'],
    ])
    // Three working days after Friday the 20th, over the holiday of Tuesday the 24th.
    expect(dueOf(complete)).toBe('2026-11-26T17:00')
  })

  test('stop everything else until they are there', () => {
    for (const step of ['forward', 'ready', 'pause', 'extend'] as const)
      expect(codes(tryStep(three, asked, step, '2026-11-16T11:00'))).toEqual(['life.waiting'])
  })

  test('can no longer be asked for after appraisal once three working days are over', () => {
    const forwarded = walk(three, [['forward', '2026-11-16T10:00']])
    expect(tryStep(three, forwarded, 'supplement', '2026-11-19T10:00').ok).toBe(true)
    expect(codes(tryStep(three, forwarded, 'supplement', '2026-11-20T10:00'))).toEqual(['life.supplement.late'])
  })
})

describe('an apology with a new day', () => {
  test('comes at the latest the day before the limit ends', () => {
    expect(tryStep(three, [], 'extend', '2026-11-18T16:59').ok).toBe(true)
    expect(codes(tryStep(three, [], 'extend', '2026-11-19T07:00'))).toEqual(['life.extend.late'])
  })

  test('comes once', () => {
    const extended = walk(three, [['extend', '2026-11-18T09:00']])
    expect(dueOf(extended)).toBe('2026-11-23T17:00')
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
})

test('a pause gives back the working days it took, and no holiday', () => {
  const paused = walk(three, [
    ['pause', '2026-11-17T10:00'],
    ['resume', '2026-11-19T10:00'],
  ])
  expect(dueOf(paused)).toBe('2026-11-23T17:00')
  expect(lifeOf(three, paused).state).toBe('received')
})

test('a refusal comes inside the limit', () => {
  expect(tryStep(three, [], 'refuse', '2026-11-19T16:00').ok).toBe(true)
  expect(codes(tryStep(three, [], 'refuse', '2026-11-19T17:01'))).toEqual(['life.refuse.late'])
})

describe('a result', () => {
  const ready = walk(three, [['ready', '2026-11-18T09:00']])
  const give = (to: Extract<Step, { kind: 'return' }>['to']) =>
    codes(tryStep(three, ready, { kind: 'return', to, satisfied: null }, '2026-11-18T10:00'))

  test('goes to its owner, known by the number', () => {
    expect(give({ right: 'owner', name: 'Lan', number: three.applicant.number, paper: null })).toEqual([])
    expect(give({ right: 'owner', name: 'Lan', number: '087190054321', paper: null })).toEqual(['life.return.other'])
  })

  test('goes to another only with the paper that gives the right', () => {
    for (const right of ['authorised', 'representative', 'post'] as const) {
      expect(give({ right, name: 'Hùng', number: '087190054321', paper: null })).toEqual(['life.return.paper'])
      expect(give({ right, name: 'Hùng', number: '087190054321', paper: 'Giấy ủy quyền số 12' })).toEqual([])
    }
  })

  test('can neither be stopped nor refused any more', () => {
    expect(codes(tryStep(three, ready, 'stop', '2026-11-18T10:00'))).toEqual(['life.ready'])
    expect(codes(tryStep(three, ready, 'refuse', '2026-11-18T10:00'))).toEqual(['life.ready'])
  })
})

const kinds: readonly StepKind[] = Object.values(steps).map(({ kind }) => kind)
const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 })

test('whatever is tried in whatever order: once asked, once extended, ended for ever, due never on a closed day, the code never changes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), minutes), { maxLength: 25 }), tries => {
      const times = tries.map(([, minute]) => minute).sort((a, b) => a - b)
      const history: DossierMoved[] = []
      for (const [index, [kind]] of tries.entries()) {
        const time = new Date(three.received + (times[index] ?? 0) * 60_000).toISOString()
        const before = lifeOf(three, asHappenings(history))
        const moved = tryStep(three, asHappenings(history), kind, time)
        const bar = lawfulSteps(before, at(time), calendar).find(({ step }) => step === kind)?.bar
        if (bar !== null) expect(moved.ok).toBe(false)
        if (!moved.ok) continue
        expect(['refused', 'stopped', 'returned']).not.toContain(before.state)
        history.push(moved.value)
      }
      const count = (kind: StepKind) => history.filter(({ step }) => step.kind === kind).length
      expect(count('supplement')).toBeLessThanOrEqual(1)
      expect(count('extend')).toBeLessThanOrEqual(1)
      for (const moved of history) {
        expect(calendar.works(dayOf(moved.due))).toBe(true)
        expect(moved.code).toBe(three.code)
      }
    }),
    { numRuns: 300 },
  )
})

const asHappenings = (history: readonly DossierMoved[]): readonly Happening[] => history.map(moved => ({ kind: 'moved', moved }))
