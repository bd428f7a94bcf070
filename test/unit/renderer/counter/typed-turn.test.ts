import { describe, expect, test } from 'vitest'
import { PaperNeed } from '#domain/procedure/procedure.ts'
import { aDraft, aProcedure } from '#kit/sitting.ts'
import { placeAt, readTurn, turnAtFirst, wantedText, withCount, withName } from '#renderer/counter/turn-away/typed-turn.ts'
import { screenVi } from '#words/screen-vi.ts'

const papers = [
  PaperNeed.parse({ id: 'old', name: 'Giấy chứng sinh', need: 'original' }),
  PaperNeed.parse({ id: 'sealed', name: 'Giấy chứng nhận kết hôn', need: 'certified' }),
]
const procedure = aProcedure({ papers, law: ['Luật Hộ tịch Điều 16', 'y'] })
const first = turnAtFirst('supplement', procedure, aDraft({}, { sealed: 1 }), null)

describe('the request as it is typed', () => {
  test('opens with what is missing asked for, what is there named, room for another paper, and stage and law as its reason', () => {
    expect(first.papers).toEqual([
      { paper: 'old', name: 'Giấy chứng sinh', there: false, counts: { original: '1', certified: '', copy: '' } },
      { paper: 'sealed', name: 'Giấy chứng nhận kết hôn', there: true, counts: { original: '', certified: '', copy: '' } },
      { paper: null, name: '', there: false, counts: { original: '', certified: '', copy: '' } },
    ])
    expect(first.reason).toBe('Khi tiếp nhận, hồ sơ chưa đủ thành phần theo quy định tại Luật Hộ tịch Điều 16.')
    expect(first.papers.map((_, at) => placeAt(first.papers, at))).toEqual(['papers.old', 'papers.sealed', 'others.0'])
  })

  test('a paper that is named means one original until said otherwise, and leaves room for the next', () => {
    const named = withName(withName(first, 2, 'B'), 2, 'Bản dịch')
    expect(named.papers.map(({ name }) => name)).toEqual(['Giấy chứng sinh', 'Giấy chứng nhận kết hôn', 'Bản dịch', ''])
    const counted = withCount(withCount(named, 2, 'original', ''), 2, 'certified', '2')
    expect(readTurn('supplement', counted, true)).toEqual({
      ok: true,
      value: {
        kind: 'supplement',
        papers: { old: { original: 1, certified: 0, copy: 0 }, sealed: { original: 0, certified: 0, copy: 0 } },
        others: [{ name: 'Bản dịch', original: 0, certified: 2, copy: 0 }],
        reason: first.reason,
        again: true,
      },
    })
  })

  test.each([
    ['a word for a count', withCount(first, 0, 'copy', 'hai'), 'field.number', 'papers.old'],
    ['a hundred copies', withCount(first, 1, 'copy', '100'), 'field.number.large', 'papers.sealed'],
    ['a name longer than a line of the paper may be', withName(first, 2, 'a'.repeat(301)), 'field.invalid', 'others.0'],
    ['a reason longer than it may be', { ...first, reason: 'a'.repeat(2001) }, 'field.invalid', 'reason'],
    ['copies of nothing', withCount(first, 2, 'copy', '1'), 'field.missing', 'others.0'],
  ])('%s is named at its place', (_, typed, code, field) => {
    expect(readTurn('supplement', typed, false)).toMatchObject({ ok: false, faults: [{ code, field }] })
  })

  test('left and opened again keeps what was typed, and what was handed in meanwhile is not asked for', () => {
    const typed = { ...withName(first, 2, 'Bản dịch'), reason: 'Thiếu' }
    const again = turnAtFirst('supplement', procedure, aDraft({}, { sealed: 1, old: 1 }), typed)
    expect(again.papers.map(({ name, counts }) => [name, counts.original])).toEqual([
      ['Giấy chứng sinh', ''],
      ['Giấy chứng nhận kết hôn', ''],
      ['Bản dịch', '1'],
      ['', ''],
    ])
    expect(again.reason).toBe('Thiếu')
    const refusal = { papers: [], reason: 'Không thuộc thẩm quyền' }
    expect(turnAtFirst('refuse', procedure, aDraft(), refusal)).toEqual(refusal)
  })

  test('a refusal begins without a reason: it is the official’s', () => {
    expect(turnAtFirst('refuse', procedure, aDraft(), null)).toEqual({ papers: [], reason: '' })
    expect(readTurn('refuse', { papers: [], reason: ' Không thuộc   thẩm quyền ' }, false)).toEqual({
      ok: true,
      value: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
    })
  })
})

test('what was asked is one line, each paper with its kinds', () => {
  const wanted = [
    { name: 'Giấy chứng sinh', original: 1, certified: 0, copy: 2 },
    { name: 'Bản dịch', original: 0, certified: 1, copy: 0 },
  ]
  expect(wantedText(wanted, screenVi)).toBe('Giấy chứng sinh (1 bản chính, 2 bản photo); Bản dịch (1 bản chứng thực)')
})
