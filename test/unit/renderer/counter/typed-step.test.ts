import { describe, expect, test } from 'vitest'
import { Opened } from '#contract/calls.ts'
import { lawfulSteps } from '#domain/dossier/lawful.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { Result } from '#domain/kernel/result.ts'
import { readTypedStep, stepForm } from '#renderer/counter/dossier/typed-step.ts'
import { screenVi as words } from '#words/screen-vi.ts'
import { calendar, three } from '../../domain/dossier/walk.ts'
import { shipped } from '../../paper/shipped.ts'

const certificate = { id: 'birth', name: 'Giấy chứng sinh', need: 'original' as const, count: 1 }

const opened = (code: string, more: Partial<Opened> = {}): Opened =>
  Opened.parse({
    dossier: three,
    jobs: [],
    slip: 1,
    state: 'received',
    due: three.due,
    dueSure: true,
    history: [],
    papers: [],
    procedure: shipped(code),
    why: { since: three.received, restarted: false, limit: '3d', verified: 0, pauses: [], promised: null, skipped: [], same: true },
    forwardBy: null,
    farthest: '2026-11-25',
    paid: 0,
    steps: lawfulSteps(lifeOf(three, []), { now: three.received, calendar, verification: null }),
    ...more,
  })

const idsOf = (step: Parameters<typeof stepForm>[0], of: Opened) => stepForm(step, { opened: of, words }).fields.map(({ id }) => id)
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code, field }) => `${code} ${field}`))

describe('a step asks', () => {
  test('for no money back while none was paid, and offers all of it once it was', () => {
    expect(idsOf('stop', opened('1.004873'))).toEqual(['reason'])
    expect(idsOf('stop', opened('1.004873', { paid: 8000 }))).toEqual(['reason', 'refund'])
    expect(stepForm('stop', { opened: opened('1.004873', { paid: 8000 }), words }).start['refund']).toBe('8000')
  })

  test.each(['stop', 'refuse', 'return'] as const)(
    'at the end, to %s, whether the originals go back, by name and only where there are some',
    step => {
      const asked = { opened: opened('1.004873', { papers: [certificate] }), words }
      expect(stepForm(step, asked).fields.find(({ id }) => id === 'originals')?.label).toContain('Giấy chứng sinh')
      expect(idsOf(step, opened('1.004873', { papers: [{ ...certificate, need: 'copy' }] }))).not.toContain('originals')
      const typed = { ...stepForm(step, asked).start, reason: 'Rút hồ sơ', originals: 'no' }
      expect(readTypedStep(step, typed, asked)).toMatchObject({ value: { originals: false } })
      expect(readTypedStep(step, { ...typed, originals: 'yes' }, asked)).toMatchObject({ value: { originals: true } })
    },
  )

  test('for no authorised person where the matter is one of persons alone', () => {
    const rights = (code: string) =>
      stepForm('return', { opened: opened(code), words })
        .fields.find(({ id }) => id === 'right')
        ?.choices?.map(({ value }) => value)
    expect(rights('1.000894')).toEqual(['owner', 'representative', 'post'])
    expect(rights('1.004873')).toEqual(['owner', 'authorised', 'representative', 'post'])
  })

  test('what a verification verifies', () => {
    const asked = { opened: opened('1.004873'), words }
    expect(codes(readTypedStep('verify', {}, asked))).toEqual(['field.missing reason'])
    expect(readTypedStep('verify', { reason: 'Nơi cư trú trước đây' }, asked)).toEqual({
      ok: true,
      value: { kind: 'verify', reason: 'Nơi cư trú trước đây' },
    })
  })
})
