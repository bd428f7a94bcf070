import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import { type Turning, type TurningDesk, TurnedAway, VisitId, turnAway } from '#domain/dossier/turn-away.ts'
import { OfficialId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { PaperNeed } from '#domain/procedure/procedure.ts'
import { got } from '#kit/basics.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { aDraft, aProcedure } from '#kit/sitting.ts'

const NOW = Instant.parse(Date.parse('2026-11-23T09:41:00+07:00'))

const aPaper = (id: string, need: PaperNeed['need'], must = true): PaperNeed => PaperNeed.parse({ id, name: `Giấy ${id}`, need, must })

const procedure = aProcedure({
  papers: [
    aPaper('old', 'original'),
    aPaper('sealed', 'certified'),
    aPaper('plain', 'copy'),
    aPaper('seen', 'shown'),
    aPaper('extra', 'copy', false),
  ],
})

const aDesk = (part: Partial<TurningDesk> = {}): TurningDesk => ({
  visit: VisitId.parse(anId()),
  now: NOW,
  procedure,
  office: aDossier().office,
  counter: { number: 3, name: 'Quầy 3' },
  official: { id: OfficialId.parse(anId()), name: 'Nguyễn Thị An' },
  before: null,
  nextPaper: () => 12,
  ...part,
})

const asking = (part: Partial<Extract<Turning, { kind: 'supplement' }>> = {}): Turning => ({
  kind: 'supplement',
  papers: {},
  others: [],
  reason: 'Chưa đủ thành phần hồ sơ',
  again: false,
  ...part,
})

const codesOf = (draft: Draft, turning: Turning, desk = aDesk()): readonly (readonly [string, string | undefined])[] => {
  const turned = turnAway(draft, turning, desk)
  return turned.ok ? [] : turned.faults.map(({ code, field }) => [code, field] as const)
}
const wantedOf = (draft: Draft, turning: Turning, desk = aDesk()) => {
  const { step } = got(turnAway(draft, turning, desk))
  return step.kind === 'supplement' ? step.wanted : []
}

describe('a request at reception', () => {
  test('names every paper that is needed and not there, each as the kind it is needed as', () => {
    expect(wantedOf(aDraft({}, { old: 1 }), asking())).toEqual([
      { name: 'Giấy sealed', original: 0, certified: 1, copy: 0 },
      { name: 'Giấy plain', original: 0, certified: 0, copy: 1 },
      { name: 'Giấy seen', original: 1, certified: 0, copy: 0 },
    ])
  })

  test('is for everything at once: whatever is ticked and typed, nothing that is missing is left out, and no dossier comes of it', () => {
    const counts = fc.record({ original: fc.nat(3), certified: fc.nat(3), copy: fc.nat(3) })
    const ids = procedure.papers.map(({ id }) => id)
    const someOf = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: ids.length })
    fc.assert(
      fc.property(someOf(fc.integer({ min: 1, max: 3 })), someOf(counts), (ticked, papers) => {
        const draft = aDraft({}, ticked)
        const turned = turnAway(draft, asking({ papers }), aDesk())
        const missing = papersNeeded(procedure, draft).filter(({ id, must }) => must && ticked[id] === undefined)
        if (!turned.ok) {
          const zero = missing.filter(({ id }) => sum(papers[id]) === 0).map(({ id }) => `papers.${id}`)
          expect(turned.faults.map(({ field }) => field ?? 'nothing')).toEqual(zero.length > 0 ? zero : ['nothing'])
          return
        }
        const { step } = turned.value
        const names = step.kind === 'supplement' ? step.wanted.map(({ name }) => name) : []
        expect(names).toEqual(expect.arrayContaining(missing.map(({ name }) => name)))
        expect(TurnedAway.parse(JSON.parse(JSON.stringify(turned.value)))).toEqual(turned.value)
        expect(turned.value).not.toHaveProperty('due')
        expect(turned.value).not.toHaveProperty('code')
      }),
    )
  })

  test('asks for what the official adds, after the papers of the procedure', () => {
    const others = [{ name: 'Bản dịch có chứng thực', original: 0, certified: 2, copy: 0 }]
    const all = { old: 1, sealed: 1, plain: 1, seen: 1 }
    expect(wantedOf(aDraft({}, all), asking({ others }))).toEqual(others)
    const mended = { plain: { original: 0, certified: 1, copy: 0 } }
    expect(wantedOf(aDraft({}, all), asking({ others, papers: mended })).map(({ name }) => name)).toEqual([
      'Giấy plain',
      'Bản dịch có chứng thực',
    ])
  })

  test('names a paper as the procedure does, however long that is', () => {
    const long = { ...procedure, papers: [{ ...aPaper('old', 'original'), name: 'Giấy '.repeat(100).trim() }] }
    const turned = got(turnAway(aDraft(), asking(), aDesk({ procedure: long })))
    expect(TurnedAway.parse(JSON.parse(JSON.stringify(turned))).step).toMatchObject({ wanted: [{ name: 'Giấy '.repeat(100).trim() }] })
  })

  test('leaves no missing paper out, asks for something, and says why', () => {
    const none = { original: 0, certified: 0, copy: 0 }
    expect(codesOf(aDraft({}, { sealed: 1, plain: 1, seen: 1 }), asking({ papers: { old: none }, reason: ' ' }))).toEqual([
      ['visit.paper.count', 'papers.old'],
      ['field.missing', 'reason'],
    ])
    const all = aDraft({}, { old: 1, sealed: 1, plain: 1, seen: 1 })
    expect(codesOf(all, asking())).toEqual([['visit.nothing', undefined]])
    expect(codesOf(all, asking({ others: [{ name: 'Ảnh 3×4', ...none }] }))).toContainEqual(['visit.paper.count', 'others.0'])
  })

  test('is made once: the second needs the official’s word, and remembers the first', () => {
    const first = got(turnAway(aDraft(), asking(), aDesk()))
    const desk = aDesk({ before: first })
    expect(turnAway(aDraft(), asking(), desk)).toMatchObject({
      ok: false,
      faults: [{ code: 'visit.supplement.once', data: { day: '23/11/2026' } }],
    })
    expect(got(turnAway(aDraft(), asking({ again: true }), desk)).after).toBe(first.visit)
    const refused = got(turnAway(aDraft(), { kind: 'refuse', reason: 'Không thuộc thẩm quyền' }, aDesk()))
    expect(got(turnAway(aDraft(), asking(), aDesk({ before: refused }))).after).toBeNull()
  })
})

describe('a refusal at reception', () => {
  test('has a reason and its own paper, and asks for nothing', () => {
    const desk = aDesk({ nextPaper: form => (form === 'refusal' ? 4 : 12) })
    expect(codesOf(aDraft(), { kind: 'refuse', reason: '' })).toEqual([['field.missing', 'reason']])
    expect(got(turnAway(aDraft(), { kind: 'refuse', reason: ' Không thuộc thẩm quyền ' }, desk))).toMatchObject({
      step: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
      paper: 'TC-261123-3-04',
      paperNumber: 4,
    })
  })

  test('is not barred by an earlier request', () => {
    const before = got(turnAway(aDraft(), asking(), aDesk()))
    expect(codesOf(aDraft(), { kind: 'refuse', reason: 'Không đủ điều kiện' }, aDesk({ before }))).toEqual([])
  })
})

test('a received dossier that is being mended is not turned away', () => {
  const mended = { ...aDraft(), corrects: { dossier: aDossier().dossier, code: aDossier().code, reason: 'Sai tên' } }
  expect(codesOf(mended, { kind: 'refuse', reason: 'x' })).toEqual([['visit.corrects', undefined]])
})

const sum = (counts: { original: number; certified: number; copy: number } | undefined): number =>
  counts === undefined ? 1 : counts.original + counts.certified + counts.copy
