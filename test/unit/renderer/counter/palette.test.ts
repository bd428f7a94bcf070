import { expect, test } from 'vitest'
import type { Job } from '#contract/calls.ts'
import { DossierId, JobId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { followed } from '#renderer/counter/dossier/use-jobs.ts'
import { shownValue } from '#renderer/counter/form/shown-value.ts'
import { paletteGroups } from '#renderer/counter/search/palette-items.ts'
import { screenVi } from '#words/screen-vi.ts'
import { anId } from '#kit/dossier.ts'
import { aProcedure } from '#kit/sitting.ts'

const at = Instant.parse(1_795_000_000_000)
const known = {
  typed: '',
  hits: [{ id: DossierId.parse(anId()), code: 'C-1', name: 'Lan', procedure: 'x', state: 'received', received: at }],
  drafts: [{ id: DossierId.parse(anId()), procedure: '2.000635', name: 'Trần Thị Đượm', kept: at }],
  procedures: [aProcedure()],
  favourites: [],
  commands: [
    { id: 'handover', name: 'Bàn giao', shortcut: 'F6', act: () => undefined },
    { id: 'doctor', name: 'Kiểm tra máy', shortcut: 'F10', act: () => undefined },
  ],
  now: at,
  words: screenVi.search,
}
const ids = (typed: string): readonly string[] => paletteGroups({ ...known, typed }).flatMap(group => group.items.map(item => item.id))

test('an empty box offers what is recent and what can be done', () =>
  expect(ids('')).toEqual(['dossier:C-1', 'command:handover', 'command:doctor']))
test('typing finds procedures and commands without diacritics', () => {
  expect(ids('trich luc')).toContain('procedure:2.000635')
  expect(ids('ban giao')).toContain('command:handover')
  expect(ids('ban giao')).not.toContain('command:doctor')
})

test('who came and went without a dossier is found by name among what is half done', () => {
  const groups = paletteGroups({ ...known, typed: 'duom tran' })
  expect(groups.find(({ value }) => value === 'Đang làm dở')?.items).toMatchObject([
    { id: `draft:${known.drafts[0]?.id ?? ''}`, label: 'Trần Thị Đượm', detail: 'Cấp bản sao trích lục hộ tịch' },
  ])
  expect(ids('lan').some(id => id.startsWith('draft:'))).toBe(false)
})

test('a job that no longer waits is done, and one that waits says why', () => {
  const job: Job = { id: JobId.parse(anId()), form: 'receipt', code: 'C-1', state: 'sending', copy: 1, fault: null, at }
  expect(followed([job], [])).toEqual([{ ...job, state: 'done' }])
  const held: Job = { ...job, state: 'waiting', fault: 'printer.paper-out' }
  expect(followed([job], [held])).toEqual([held])
})

test('a kept value is read as a person reads it', () => {
  const [, , choice] = aProcedure().form
  if (choice === undefined || choice.kind !== 'choice') throw new Error('no choice')
  expect(shownValue(choice, 'other', screenVi, true)).toBe('người khác')
  expect(shownValue({ ...choice, kind: 'date' }, '1990-01-20', screenVi, true)).toBe('20/01/1990')
  expect(shownValue({ ...choice, kind: 'sex' }, 'female', screenVi, true)).toBe('nữ')
  expect(shownValue({ ...choice, kind: 'citizen-number' }, '087190012345', screenVi, false)).toBe('0871••••2345')
})
