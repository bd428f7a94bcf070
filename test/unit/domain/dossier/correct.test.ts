import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitText, readLimit } from '#domain/calendar/due.ts'
import { type Mended, correct, dueMended } from '#domain/dossier/correct.ts'
import { type DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { dueOfLife } from '#domain/dossier/due-of-life.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { DossierCorrected, type DossierMoved, type Happening, type StepKind } from '#domain/dossier/move.ts'
import { receive } from '#domain/dossier/receive.ts'
import { Day, type Instant } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { got } from '#kit/basics.ts'
import { anId } from '#kit/dossier.ts'
import { answered, filled, office, shipped } from '../../paper/shipped.ts'
import { asHappenings, at, calendar, codes, hours, official, steps, tryStep, walk } from './walk.ts'

const procedure = shipped('1.004873')
const MONDAY = at('2026-11-16T09:00')

const draftFor = (of: Procedure, more: Partial<Draft> = {}): Draft =>
  Draft.parse({
    id: anId(),
    procedure: { code: of.code, edition: of.edition },
    applicant: {
      name: 'Nguyễn Thị Hương Lan',
      number: '087190012345',
      birth: '1990-01-15',
      sex: 'female',
      address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
      phone: null,
    },
    identity: 'qr21',
    answers: answered(of, filled(of)),
    papers: Object.fromEntries(of.papers.map(({ id }) => [id, 1])),
    channel: 'direct',
    returnBy: 'counter',
    readBack: null,
    effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
    ...more,
  })

const deskAt = (now: Instant, of: Procedure = procedure) => ({
  now,
  procedure: of,
  calendar,
  hours,
  office,
  agency: '000.00.20.H20',
  counter: 'Quầy 3',
  official,
  range: { first: 3001, last: 3999 },
  last: null,
  bookNumber: 1,
})

const received: DossierReceived = got(receive(draftFor(procedure), deskAt(MONDAY)))
const mendedBy = (before: DossierReceived, history: readonly Happening[] = []): Mended => ({ before, life: lifeOf(before, history) })
const mending = (slip: number, name = 'Nguyễn Thị Hương Lam'): Draft => ({
  ...draftFor(procedure, { corrects: { dossier: received.dossier, code: received.code, reason: 'Sai tên', slip } }),
  applicant: { ...received.applicant, name },
})

describe('a mending', () => {
  test('that began before another was finished is refused, so that it undoes nothing', () => {
    const first = got(correct(mending(1), mendedBy(received), deskAt(at('2026-11-16T10:00')), 'Sai tên'))
    const after = mendedBy(first.now, [{ kind: 'corrected', corrected: first }])
    const second = (slip: number) => correct(mending(slip, 'Nguyễn Thị Lan'), after, deskAt(at('2026-11-16T11:00')), 'Sai tên')
    expect(second(1)).toMatchObject({ faults: [{ code: 'correct.stale', data: { slip: 2 } }] })
    expect(second(2)).toMatchObject({ value: { slip: 3, now: { applicant: { name: 'Nguyễn Thị Lan' } } } })
  })

  test('that began before slips were remembered counts as one of the first slip', () => {
    const old = { ...mending(1), corrects: { dossier: received.dossier, code: received.code, reason: 'Sai tên' } }
    expect(correct(Draft.parse(old), mendedBy(received), deskAt(at('2026-11-16T10:00')), 'Sai tên').ok).toBe(true)
  })

  test('that began before papers were completed is refused too: the slip it saw holds no longer', () => {
    const history = walk(received, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-17T09:00'],
    ])
    expect(codes(correct(mending(1), mendedBy(received, history), deskAt(at('2026-11-17T10:00')), 'Sai tên'))).toEqual(['correct.stale'])
  })

  test('of a dossier that was extended leaves the promised day, and nothing changed is still nothing', () => {
    const history = walk(received, [['extend', '2026-11-18T09:00']])
    const same = draftFor(procedure, { corrects: mending(1).corrects })
    const mended = mendedBy(received, history)
    const now = deskAt(at('2026-11-18T10:00'))
    expect(codes(correct({ ...same, applicant: received.applicant }, mended, now, 'Sai'))).toEqual(['correct.nothing'])
    expect(got(correct(mending(1), mended, now, 'Sai'))).toMatchObject({
      changed: ['applicant.name'],
      now: { due: at('2026-11-23T17:00') },
    })
  })

  test('after the result was given out leaves the dossier returned', () => {
    const to = { right: 'owner', name: 'Lan', number: received.applicant.number, paper: null } as const
    const history = walk(received, [
      ['ready', '2026-11-17T09:00'],
      [{ ...steps.return, to }, '2026-11-17T10:00'],
    ])
    const corrected = got(correct(mending(1), mendedBy(received, history), deskAt(at('2026-11-30T10:00')), 'Sai tên'))
    expect(lifeOf(corrected.now, [...history, { kind: 'corrected', corrected }])).toMatchObject({ state: 'returned', slip: 2 })
  })

  test.each(['refuse', 'stop'] as const)('of a dossier that ended with %s is refused', kind => {
    const history = walk(received, [[kind, '2026-11-17T09:00']])
    expect(codes(correct(mending(1), mendedBy(received, history), deskAt(at('2026-11-18T10:00')), 'Sai'))).toEqual(['life.ended'])
  })

  test('dated before the last step is refused', () => {
    const history = walk(received, [['forward', '2026-11-17T09:00']])
    expect(codes(correct(mending(1), mendedBy(received, history), deskAt(at('2026-11-17T08:00')), 'Sai'))).toEqual(['life.clock.back'])
  })

  test('remembers its draft; an entry from before that is read as it was written', () => {
    const draft = mending(1)
    const { draft: of, ...old } = got(correct(draft, mendedBy(received), deskAt(at('2026-11-16T10:00')), 'Sai tên'))
    expect(of).toBe(draft.id)
    expect(DossierCorrected.parse(JSON.parse(JSON.stringify(old)))).toEqual(old)
  })
})

describe('the due time of another procedure', () => {
  test('keeps the pauses, and never takes back what an apology promised', () => {
    const history = walk(received, [
      ['pause', '2026-11-16T10:00'],
      ['resume', '2026-11-18T10:00'],
      [{ ...steps.extend, until: Day.parse('2026-12-04') }, '2026-11-18T11:00'],
    ])
    const due = (takes: string) => dueMended(takes, mendedBy(received, history), { calendar, hours }).at
    expect(due('5d')).toBe(at('2026-12-04T17:00'))
    // Fifteen working days from Monday the 16th, and two of the pause.
    expect(due('15d')).toBe(at('2026-12-10T17:00'))
    const paused = mendedBy(received, history.slice(0, 2))
    expect(dueMended('1d', paused, { calendar, hours }).at).toBe(at('2026-11-19T17:00'))
  })

  test('is what the law gives with the same pauses, and never before a promise, whatever happened', () => {
    const kinds: readonly StepKind[] = ['supplement', 'complete', 'forward', 'pause', 'resume', 'extend', 'verify', 'pause', 'resume']
    const minutes = fc.integer({ min: 0, max: 12 * 24 * 60 })
    const limits = fc.oneof(
      fc.constant({ sameDay: true } as const),
      fc.integer({ min: 1, max: 30 }).map(working => ({ working })),
      fc.integer({ min: 1, max: 80 }).map(hours => ({ hours })),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), minutes), { maxLength: 20 }), limits, (tries, limit) => {
        const times = tries.map(([, minute]) => minute).sort((a, b) => a - b)
        const history: DossierMoved[] = []
        for (const [index, [kind]] of tries.entries()) {
          const moved = tryStep(received, asHappenings(history), kind, new Date(MONDAY + (times[index] ?? 0) * 60_000).toISOString())
          if (moved.ok) history.push(moved.value)
        }
        const mended = mendedBy(received, asHappenings(history))
        const { life } = mended
        const due = dueMended(limitText(limit), mended, { calendar, hours }).at
        const law = dueOfLife({ ...life, promised: null }, limit, calendar, hours).at
        expect(due).toBe(Math.max(law, life.promised ?? 0))
        if (limitText(limit) === received.procedure.takes) expect(due).toBe(life.due)
      }),
      { numRuns: 500 },
    )
    expect(readLimit(received.procedure.takes)).toEqual(procedure.takes)
  })
})
