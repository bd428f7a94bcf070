import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { readLimit } from '#domain/calendar/due.ts'
import { dueOfLife, farthestDay, forwardTime, whyDue } from '#domain/dossier/due-of-life.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { DossierMoved, StepKind } from '#domain/dossier/move.ts'
import { completedAt, laterSlips, standingOf } from '#domain/dossier/standing.ts'
import { Day } from '#domain/kernel/time.ts'
import { asHappenings, at, calendar, hours, steps, three, tryStep, walk } from './walk.ts'

const why = (history: ReturnType<typeof walk>) => whyDue(three, lifeOf(three, history), calendar, hours)

describe('why a dossier is due', () => {
  test('names the days that were skipped, and the holidays by name', () => {
    const complete = walk(three, [
      ['supplement', '2026-11-16T10:00'],
      ['complete', '2026-11-20T09:00'],
    ])
    expect(why(complete)).toMatchObject({ restarted: true, since: at('2026-11-20T09:00'), limit: '3d', same: true })
    expect(why(complete).skipped.map(({ day, why: reason, name }) => [day, reason, name ?? null])).toEqual([
      ['2026-11-21', 'weekend', null],
      ['2026-11-22', 'weekend', null],
      ['2026-11-24', 'holiday', calendar.name(Day.parse('2026-11-24'))],
    ])
    expect(calendar.name(Day.parse('2026-11-24'))).not.toBeNull()
  })

  test('names pauses, a verification and an apology', () => {
    const history = walk(three, [
      ['pause', '2026-11-17T10:00'],
      ['resume', '2026-11-18T10:00'],
      ['verify', '2026-11-18T11:00'],
      [{ ...steps.extend, until: Day.parse('2026-12-01') }, '2026-11-19T09:00'],
    ])
    expect(why(history)).toMatchObject({
      restarted: false,
      verified: 3,
      pauses: [{ from: at('2026-11-17T10:00'), to: at('2026-11-18T10:00') }],
      promised: at('2026-12-01T17:00'),
      same: true,
    })
  })

  test('says where the calendar changed since, and the promise holds', () => {
    const flood = buildCalendar([], [Day.parse('2026-11-18')])
    expect(whyDue(three, lifeOf(three, []), flood, hours)).toMatchObject({ same: false })
    expect(lifeOf(three, []).due).toBe(three.due)
  })
})

test('what is counted from the whole life is what the steps promised one by one', () => {
  const kinds: readonly StepKind[] = ['supplement', 'complete', 'forward', 'pause', 'resume', 'extend', 'verify', 'pause', 'resume']
  const minutes = fc.integer({ min: 0, max: 12 * 24 * 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), minutes), { maxLength: 25 }), tries => {
      const times = tries.map(([, minute]) => minute).sort((a, b) => a - b)
      const history: DossierMoved[] = []
      for (const [index, [kind]] of tries.entries()) {
        const time = new Date(three.received + (times[index] ?? 0) * 60_000).toISOString()
        const moved = tryStep(three, asHappenings(history), kind, time)
        if (moved.ok) history.push(moved.value)
      }
      const life = lifeOf(three, asHappenings(history))
      expect(dueOfLife(life, readLimit(three.procedure.takes), calendar, hours).at).toBe(life.due)
    }),
    { numRuns: 500 },
  )
})

test('a new day is doubted once it is later than the whole limit once more, or than sixty working days', () => {
  const far = (takes: string) => {
    const dossier = { ...three, procedure: { ...three.procedure, takes } }
    return farthestDay(dossier, lifeOf(dossier, []), calendar, hours)
  }
  expect(far('same-day')).toBe('2026-11-20')
  expect(far('3d')).toBe('2026-11-25')
  expect(far('9h')).toBe('2026-11-23')
  expect(far('200d')).toBe(far('60d'))
})

describe('the way to another unit', () => {
  test('is the same day, or the beginning of the next working day from 15:00 on', () => {
    const received = (time: string) => forwardTime(lifeOf({ ...three, received: at(time) }, []), calendar, hours)
    expect(received('2026-11-20T14:59')).toBe(at('2026-11-20T17:00'))
    expect(received('2026-11-20T15:00')).toBe(at('2026-11-23T07:00'))
  })

  test('is asked for only while the dossier lies at the counter', () => {
    expect(forwardTime(lifeOf(three, walk(three, [['forward', '2026-11-16T10:00']])), calendar, hours)).toBeNull()
    expect(forwardTime(lifeOf(three, walk(three, [['supplement', '2026-11-16T10:00']])), calendar, hours)).toBeNull()
  })
})

describe('a dossier as it stands', () => {
  const history = walk(three, [
    ['supplement', '2026-11-16T10:00'],
    ['complete', '2026-11-20T09:00'],
  ])

  test('has the due time that holds now, and the papers that came later', () => {
    expect(standingOf(three, history)).toMatchObject({
      due: at('2026-11-26T17:00'),
      papers: [{ name: 'Giấy chứng sinh', need: 'original', count: 1 }],
    })
    expect(standingOf(three, history.slice(0, 1)).papers).toEqual([])
    const handed = { ...three, papers: [{ id: 'a', name: 'Giấy chứng sinh', need: 'original' as const, count: 1 }] }
    expect(standingOf(handed, history).papers).toHaveLength(1)
  })

  test('knows when it became complete, and that another slip was made then', () => {
    expect(completedAt(three, history.slice(0, 1))).toBeNull()
    expect(completedAt(three, history)).toBe(at('2026-11-20T09:00'))
    expect(laterSlips(history)).toEqual([at('2026-11-20T09:00')])
  })
})
