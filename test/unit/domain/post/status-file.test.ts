import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoTime } from '#domain/kernel/time.ts'
import { type ColumnMapping, guessMapping, headOf } from '#domain/post/column-mapping.ts'
import { MOST_ROWS, type StatusFile, StatusRow, readStatusFile } from '#domain/post/status-file.ts'

const HEAD = ['Số hiệu', 'Trạng thái', 'Thời gian', 'Người nhận', 'Lý do', 'Tiền thu hộ']
const MAPPING: ColumnMapping = {
  number: 0,
  state: 1,
  at: 2,
  receiver: 3,
  reason: 4,
  cod: 5,
  states: { 'da phat': 'delivered', 'phat khong thanh cong': 'tried', 'da huy': 'skip' },
}
const DELIVERED = ['RN123456785VN', 'Đã phát', '25/11/2026 14:05', 'Nguyễn Thị Lan', '-', '16.000 đ']

const read = (...rows: readonly (readonly string[])[]): StatusFile => {
  const result = readStatusFile([HEAD, ...rows], 1, MAPPING)
  return result.ok ? result.value : expect.fail(JSON.stringify(result.faults))
}
const faultsOf = (...rows: readonly (readonly string[])[]) =>
  read(...rows).faults.map(({ row, fault }) => `${row} ${fault.field} ${fault.code}`)

test('a file is read by the mapping that its names propose', () => {
  const rows = [['Bảng kê 25/11/2026'], HEAD, DELIVERED, ['EA000000014VN', 'Phát không thành công', '25/11/2026 15:30', '', 'Vắng nhà', '']]
  const head = headOf(rows) ?? expect.fail()
  const guess = guessMapping(rows[head] ?? [], rows.slice(head + 1))
  const result = readStatusFile(rows, head + 1, { ...MAPPING, ...guess })
  const told = result.ok ? result.value.rows.map(row => ({ ...row, at: isoTime(row.at) })) : result.faults
  expect(told).toEqual([
    {
      row: 3,
      number: 'RN123456785VN',
      state: 'delivered',
      word: 'Đã phát',
      at: '2026-11-25T14:05:00+07:00',
      receiver: 'Nguyễn Thị Lan',
      reason: null,
      cod: 16_000,
    },
    {
      row: 4,
      number: 'EA000000014VN',
      state: 'tried',
      word: 'Phát không thành công',
      at: '2026-11-25T15:30:00+07:00',
      receiver: null,
      reason: 'Vắng nhà',
      cod: null,
    },
  ])
})

describe('a row that cannot be read', () => {
  test('is named by its number as the spreadsheet shows it, its field and its fault, and the others remain', () => {
    const file = read(DELIVERED, [], ['RN12345678VN', 'Đã phát', '25/11/2026 14:05'], ['EA000000014VN', 'Đã phát', '25/11/2026 14:06'])
    expect(file.rows.map(({ number }) => number)).toEqual(['RN123456785VN', 'EA000000014VN'])
    expect(file.faults).toEqual([{ row: 4, fault: { kind: 'input', code: 'post.row.number', field: 'number', data: { row: 4 } } }])
  })

  test('is named with each of its faults', () => {
    expect(faultsOf(['x', 'Bay rồi', '30/02/2026', 'L'.repeat(201), '', '16k'])).toEqual([
      '2 number post.row.number',
      '2 state post.row.state',
      '2 at post.row.time',
      '2 cod post.row.money',
      '2 receiver post.row.long',
    ])
  })

  test('carries nothing of what stands in it', () => {
    const { faults } = read(['Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'Lan'.repeat(99), '', 'Nguyễn Thị Lan'])
    expect(JSON.stringify(faults)).not.toContain('Lan')
  })

  test('for its word gives the word once, for somebody to say what it means', () => {
    const strange = (word: string) => ['RN123456785VN', word, '25/11/2026 14:05']
    expect(read(strange('Bay rồi'), strange('BAY RỒI'), strange(''), strange('toString')).strange).toEqual(['Bay rồi', 'toString'])
  })
})

describe('rows of one number, state and moment', () => {
  test('are one, and say together what each of them says', () => {
    const file = read(DELIVERED, DELIVERED, ['rn 123 456 785 vn', 'ĐÃ PHÁT', '2026-11-25 14:05', '', 'Gửi bảo vệ'])
    expect(file).toMatchObject({ rows: [{ receiver: 'Nguyễn Thị Lan', reason: 'Gửi bảo vệ', cod: 16_000 }], doubles: 2, faults: [] })
  })

  test('are one as well where only a later one says the money', () => {
    const [number = '', state = '', at = ''] = DELIVERED
    expect(read([number, state, at], DELIVERED)).toMatchObject({ rows: [{ receiver: 'Nguyễn Thị Lan', cod: 16_000 }], doubles: 1 })
  })

  test('that contradict each other are named, and the first counts', () => {
    const file = read(DELIVERED, ['RN123456785VN', 'Đã phát', '25/11/2026 14:05', '', '', '18.000'])
    expect(file.rows.map(({ cod }) => cod)).toEqual([16_000])
    expect(file.faults).toEqual([{ row: 3, fault: { kind: 'input', code: 'post.row.differs', field: 'cod', data: { row: 3, other: 2 } } }])
  })

  test('at another moment are another row', () => {
    expect(read(DELIVERED, ['RN123456785VN', 'Đã phát', '25/11/2026 14:06']).rows).toHaveLength(2)
  })
})

describe('a file', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => [`RN${String(n).padStart(9, '0')}VN`, 'Đã phát', '25/11/2026 14:05'])

  test('of the most rows is read, and of one more refused whole', () => {
    expect(read(...lines(MOST_ROWS)).rows).toHaveLength(MOST_ROWS)
    expect(readStatusFile([HEAD, ...lines(MOST_ROWS + 1)], 1, MAPPING)).toMatchObject({
      faults: [{ code: 'post.file.large', field: 'file' }],
    })
  })

  test('whose column of states was chosen wrongly gives as many words as it has, before anybody gives up', () => {
    expect(read(...lines(MOST_ROWS).map(([number = '']) => [number, number])).strange).toHaveLength(MOST_ROWS)
  })

  test('without a row is refused', () => {
    expect(readStatusFile([HEAD, ['', ' '], []], 1, MAPPING)).toMatchObject({ faults: [{ code: 'post.file.empty', field: 'file' }] })
  })

  test('loses no row: each is read, named, skipped or a double', () => {
    const cell = fc.oneof(
      fc.constantFrom(...DELIVERED, 'EA000000014VN', 'Đã hủy', 'Phát không thành công', '26/11/2026 08:00', '18.000', ''),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const row = fc.tuple(
      fc.oneof(fc.constantFrom('RN123456785VN', 'EA000000014VN'), cell),
      fc.oneof(fc.constantFrom('Đã phát', 'Đã hủy'), cell),
      fc.oneof(fc.constantFrom('25/11/2026 14:05', '2026-11-25T14:05'), cell),
      cell,
      cell,
      fc.oneof(fc.constantFrom('16.000', '18.000', ''), cell),
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), rows => {
        const result = readStatusFile([DELIVERED, ...rows], 0, MAPPING)
        if (!result.ok) return expect.fail(JSON.stringify(result.faults))
        const { rows: good, faults, skipped, doubles } = result.value
        const blank = rows.filter(cells => cells.every(text => text.replace(/[\u200B-\u200D\uFEFF\u00AD]/g, '').trim() === '')).length
        expect(good.length + new Set(faults.map(fault => fault.row)).size + skipped + doubles + blank).toBe(rows.length + 1)
        for (const status of good) expect(StatusRow.parse(status)).toEqual(status)
        expect(new Set(good.map(({ number, state, at }) => `${number} ${state} ${at}`)).size).toBe(good.length)
      }),
      { numRuns: 500 },
    )
  })
})
