import { describe, expect, test } from 'vitest'
import type { DossierMoved } from '#domain/dossier/move.ts'
import { controlSlip } from '#paper/control.ts'
import { aMove, aReceived, aWay } from './form-papers.ts'
import { formSet } from './form-sets.ts'

const set = formSet('TT03-2025')
const dossier = aReceived()
const rowsOf = (moves: readonly DossierMoved[]): readonly (readonly string[])[] => {
  const table = controlSlip(dossier, moves, set, { copy: 1 }).find(({ kind }) => kind === 'table')
  return table?.kind === 'table' ? table.rows : []
}
const ready = (time: string): DossierMoved => aMove(dossier, { kind: 'ready', result: 'Giấy xác nhận' }, { time, state: 'ready' })

describe('the control slip', () => {
  test('only grows: what stood on it stands on it after the next step', () => {
    const way = aWay(dossier)
    const printed = way.map((_, count) => rowsOf(way.slice(0, count)).filter(([from]) => !from?.includes('…')))
    for (const [index, rows] of printed.entries()) expect(printed[index + 1]?.slice(0, rows.length) ?? rows).toEqual(rows)
  })

  test('has two rows and two hands for each time the dossier changes hands', () => {
    const rows = rowsOf(aWay(dossier))
    expect(rows.map(([who]) => who)).toEqual([
      '1. Giao: Trung tâm Phục vụ hành chính công phường An Bình',
      '2. Nhận: Công chức Tư pháp - Hộ tịch',
      '1. Giao: Công chức Tư pháp - Hộ tịch',
      '2. Nhận: Trung tâm Phục vụ hành chính công phường An Bình',
      '1. Giao: Trung tâm Phục vụ hành chính công phường An Bình',
      '2. Nhận: Công chức Tư pháp - Hộ tịch',
      '1. Giao: Công chức Tư pháp - Hộ tịch',
      '2. Nhận: Trung tâm Phục vụ hành chính công phường An Bình',
      '1. Giao: Trung tâm Phục vụ hành chính công phường An Bình',
      '2. Nhận: Nguyễn Thị Hương Lan',
    ])
    for (const [, giver, taker] of rows.filter((_, index) => index % 2 === 1)) {
      expect(giver).toMatch(/^Người giao\n\n\n\n/)
      expect(taker).toMatch(/^Người nhận\n\n\n\n/)
    }
  })

  test('leaves an empty block while the dossier is on its way, and none at its end', () => {
    expect(rowsOf(aWay(dossier).slice(0, 1)).at(-1)?.[0]).toContain('…')
    expect(rowsOf(aWay(dossier)).at(-1)?.[0]).not.toContain('…')
  })

  test.each([
    ['2026-11-24T16:00:00', 'Trước hạn'],
    ['2026-11-25T16:59:00', 'Đúng hạn'],
    ['2026-11-25T17:01:00', 'Quá hạn'],
  ])('says of a result of %s that it came %s', (time, result) => {
    const forward = aMove(dossier, { kind: 'forward', to: 'Công chức Tư pháp - Hộ tịch' })
    expect(rowsOf([forward, ready(time)])[2]?.[3]).toBe(result)
  })

  test('has a block from unit to unit, given by the hand that is there', () => {
    const sent = [
      aMove(dossier, { kind: 'forward', to: 'Công chức Tư pháp - Hộ tịch' }),
      aMove(dossier, { kind: 'forward', to: 'Công chức Địa chính' }, { time: '2026-11-24T10:00:00' }),
    ]
    expect(rowsOf(sent)[2]?.[0]).toBe('1. Giao: Công chức Tư pháp - Hộ tịch')
    expect(rowsOf(sent)[3]?.slice(0, 2)).toEqual(['2. Nhận: Công chức Địa chính', expect.not.stringContaining('Nguyễn Thị An')])
  })

  test('says which originals went back with the result', () => {
    const to = { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: '087190012345', paper: null } as const
    const originals = { given: true, papers: [{ name: 'Giấy chứng sinh', count: 1 }] }
    const returned = (given: boolean) =>
      aMove(dossier, { kind: 'return', to, satisfied: null }, { state: 'returned', originals: { ...originals, given } })
    expect(rowsOf([returned(true)])[0]?.at(-1)).toBe('Trả bản chính: Giấy chứng sinh (01)')
    expect(rowsOf([returned(false)])[0]?.at(-1)).toBe('')
  })

  test('names the Post where it takes the result', () => {
    const to = { right: 'post', name: 'Lê Văn Bưu', number: null, paper: 'BG-261123-Q3-1' } as const
    expect(rowsOf([aMove(dossier, { kind: 'return', to, satisfied: null }, { state: 'returned' })]).at(-1)?.[0]).toBe(
      '2. Nhận: Bưu chính công ích: Lê Văn Bưu',
    )
  })
})
