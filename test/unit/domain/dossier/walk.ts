import { expect } from 'vitest'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { DossierMoved, Happening, Step, StepKind } from '#domain/dossier/move.ts'
import { standingOf } from '#domain/dossier/standing.ts'
import { type StepDesk, takeStep } from '#domain/dossier/take-step.ts'
import { OfficialId } from '#domain/kernel/id.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Day, type Instant, isoTime, readIsoTime } from '#domain/kernel/time.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { shippedCalendar as calendar } from '../calendar/shipped.ts'

export { calendar }
export const hours = OfficeHours.parse({})
export const at = (text: string): Instant => readIsoTime(text) ?? expect.fail(text)
export const official = { id: OfficialId.parse(anId()), name: 'Nguyễn Thị An' }
export const verification = { workingDays: 3, law: 'Nghị định số 123/2015/NĐ-CP Điều 22 khoản 3' }

/** Monday; three working days end on Thursday. */
export const three: DossierReceived = {
  ...aDossier(),
  procedure: { code: '1.004873', name: 'X', edition: '2026-01', takes: '3d' },
  received: at('2026-11-16T09:00'),
  due: at('2026-11-19T17:00'),
}

export const steps = {
  supplement: { kind: 'supplement', wanted: [{ name: 'Giấy chứng sinh', original: 1, certified: 0, copy: 0 }], reason: 'Thiếu' },
  complete: { kind: 'complete' },
  refuse: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
  forward: { kind: 'forward', to: 'Công chức tư pháp - hộ tịch' },
  pause: { kind: 'pause', reason: 'Chờ xác minh' },
  resume: { kind: 'resume' },
  extend: { kind: 'extend', reason: 'Mất điện', until: Day.parse('2026-11-23') },
  stop: { kind: 'stop', reason: 'Công dân rút hồ sơ', refund: 0, originals: true },
  ready: { kind: 'ready', result: 'Giấy xác nhận' },
  return: { kind: 'return', to: { right: 'owner', name: 'Lan', number: '087190012345', paper: null }, satisfied: 'yes' },
  verify: { kind: 'verify', reason: 'Xác minh nơi cư trú trước đây' },
} as const satisfies Record<StepKind, Step>

export type Path = readonly (readonly [StepKind | Step, string])[]

/** Every step of a way that must be possible. */
export function walk(dossier: DossierReceived, path: Path, desk: Partial<StepDesk> = {}): readonly Happening[] {
  const history: Happening[] = []
  for (const [step, time] of path) {
    const moved = tryStep(dossier, history, step, time, desk)
    if (!moved.ok) expect.fail(JSON.stringify(moved.faults))
    history.push({ kind: 'moved', moved: moved.value })
  }
  return history
}

export const tryStep = (
  dossier: DossierReceived,
  history: readonly Happening[],
  step: StepKind | Step,
  time: string,
  desk: Partial<StepDesk> = {},
): Result<DossierMoved> =>
  takeStep(standingOf(dossier, history), lifeOf(dossier, history), typeof step === 'string' ? steps[step] : step, {
    now: at(time),
    calendar,
    hours,
    procedure: { proxy: true, verification },
    paid: 0,
    counter: 'Quầy 3',
    official,
    nextPaper: () => 7,
    ...desk,
  })

export const codes = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.faults.map(({ code }) => code))
export const dueText = (dossier: DossierReceived, history: readonly Happening[]): string =>
  isoTime(lifeOf(dossier, history).due).slice(0, 16)
export const asHappenings = (history: readonly DossierMoved[]): readonly Happening[] => history.map(moved => ({ kind: 'moved', moved }))
